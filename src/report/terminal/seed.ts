// What a seeding run filled and what is left, and what one would ask, in a few lines.
import type { Count } from '../../evaluation/tally.ts';
import { PRICES_AS_OF } from '../../models/cost/price-table.ts';
import { count, dollars, plural } from '../../render/format-numbers.ts';
import { plainText } from '../../render/plain-text.ts';
import { pluralForm } from '../../render/plural-form.ts';
import { day, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { writeStop } from '../stop-words.ts';
import type { CountedCalls } from './plan.ts';

/** What is left out, and why. */
interface LeftOut {
  readonly unlinked: number;
  readonly beyond?: number;
  readonly unedited?: {
    readonly scenarios: number;
    readonly edited: number;
    readonly calls: number;
    readonly usd: number | 'unknown';
  };
}

/** What the text needs of a seeding run. */
export interface SeedView extends LeftOut {
  readonly draws: number;
  readonly fills: 'draws' | 'answers';
  readonly later?: number;
  readonly atOnce?: number;
  readonly scenarios: readonly { readonly filled: number; readonly wanted: number }[];
  readonly made: Count;
  readonly stored: number;
  readonly stopped?: string;
}

/** Plain text, also fit for a job summary; ends with a line feed. */
export function renderSeed({
  draws,
  fills,
  later,
  atOnce,
  scenarios,
  made,
  stored,
  stopped,
  ...leftOut
}: SeedView): string {
  const whole = scenarios.filter(({ filled, wanted }) => filled === wanted).length;
  const left = scenarios.length - whole;
  const price = made.usd === 'unknown' ? say`, price unknown` : made.usd === 0 ? say`` : say`, ${dollars(made.usd)}`;
  const asked = say`(${plural(made.calls, 'call')} made, ${count(stored)} stored${price})`;
  const what = fills === 'answers' ? say`First answers` : say`Base draws ${poolDraws(draws)}`;
  return linesOf([
    say`${what}: ${count(whole)} of ${plural(scenarios.length, 'linked scenario')} filled, ${count(left)} left ${asked}.`,
    ...(stopped === undefined ? [] : [say`Stopped, since ${writeStop(stopped)}; the next run goes on from here.`]),
    ...(stopped === undefined && left > 0 ? [say`Some answers did not come; the next run asks for them again.`] : []),
    ...(later === undefined
      ? []
      : [
          say`A draw a night: ${plural(later, 'more draw')} to come, one each night that this runs again. Draws of one night count as one, since nothing tells a night from a change; \`seeding.draws: all\` fills them at once.`,
        ]),
    ...(atOnce === undefined
      ? []
      : [
          say`${count(atOnce)} draws were made in one night and count as one: changes are compared with a wider interval, and take more answers to pass, than with draws of as many nights.`,
        ]),
    ...writeLeftOut(leftOut),
  ]);
}

function linesOf(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => `${plainText(sentence)}\n`).join('');
}

/** The names of stored base draws, as the store has them: `pool:1 to pool:4`. */
function poolDraws(last: number): Sentence {
  return last === 1 ? say`pool:1` : say`pool:1 to pool:${count(last)}`;
}

function writeLeftOut({ unlinked, beyond = 0, unedited }: LeftOut): readonly Sentence[] {
  const were = (scenarios: number): Wording => pluralForm(scenarios, wording('was'), wording('were'));
  return [
    ...(unedited === undefined ? [] : [writeUnedited(unedited)]),
    ...(beyond > 0
      ? [
          say`${plural(beyond, 'scenario')} of clauses that have more than a check begins with (\`selection.scenarios\`) ${were(beyond)} left out.`,
        ]
      : []),
    ...(unlinked > 0
      ? [
          say`${plural(unlinked, 'scenario')} of the bank that ${pluralForm(unlinked, wording('tests'), wording('test'))} no clause of this spec ${were(unlinked)} left out.`,
        ]
      : []),
  ];
}

function writeUnedited({ scenarios, edited, calls, usd }: NonNullable<LeftOut['unedited']>): Sentence {
  const saved = usd === 'unknown' ? say`` : say`, about ${dollars(usd)}`;
  const were = pluralForm(scenarios, wording('was'), wording('were'));
  return say`The last edits of the spec touched ${plural(edited, 'clause')}; ${plural(scenarios, 'scenario')} of other clauses ${were} left out (${plural(calls, 'call')}${saved}): a change that touches them draws their base itself. \`seeding.clauses: all\` fills them, too.`;
}

/** What the text needs of a seeding's plan. */
export interface SeedPlanView extends LeftOut {
  readonly scenarios: number;
  readonly draws: number;
  readonly wanted: number;
  readonly now: CountedCalls;
  readonly batched: number | 'unknown';
  readonly flexSaves?: number;
  readonly whole: CountedCalls;
  readonly fills: 'draws' | 'answers';
  readonly otherwise?: CountedCalls & { readonly draws: number };
}

/** Plain text; ends with a line feed. */
export function renderSeedPlan({
  scenarios,
  draws,
  wanted,
  now,
  batched,
  flexSaves,
  whole,
  fills,
  otherwise,
  ...leftOut
}: SeedPlanView): string {
  const what = fills === 'answers' ? say`First answers to` : say`Base draws ${poolDraws(draws)} of`;
  return linesOf([
    say`${what} ${plural(scenarios, 'scenario')}: ${writeCalls(now)}.`,
    ...(wanted > draws ? [say`With the nights to come, ${poolDraws(wanted)}: ${writeCalls(whole)}.`] : []),
    ...(otherwise === undefined || scenarios === 0 ? [] : [writeOtherwise(fills, otherwise)]),
    ...(flexSaves === undefined
      ? []
      : [say`Spare capacity, asked first (\`flex\`), is reckoned with: ${dollars(flexSaves)} less for this run.`]),
    ...(batched === 'unknown' || batched === 0
      ? []
      : [say`In batches (\`--batch\`) this run: about ${dollars(batched)}.`]),
    say`Prices are of ${day(PRICES_AS_OF)}, with judges who part as often as usual.`,
    ...writeLeftOut(leftOut),
  ]);
}

function writeCalls({ toMake, stored, usd }: CountedCalls): Sentence {
  const asked = say`${plural(toMake, 'call')}, ${count(stored)} stored`;
  if (usd === undefined || usd === 0) return asked;
  return usd === 'unknown' ? say`${asked}; price unknown` : say`${asked}; about ${dollars(usd)}`;
}

/** What the other way of seeding would cost, and what it does. */
function writeOtherwise(fills: SeedPlanView['fills'], otherwise: NonNullable<SeedPlanView['otherwise']>): Sentence {
  const asked = writeCalls(otherwise);
  return fills === 'answers'
    ? say`${plural(otherwise.draws, 'draw')} with rulings under today's text, a draw a night (\`seeding.draws: nightly\`): ${asked}. A check of a large panel with narrow margins passes more surely on them.`
    : say`The first answers alone (\`seeding.draws: answers\`): ${asked}. A check then asks both sides for rulings and, up to its second draw, no model.`;
}
