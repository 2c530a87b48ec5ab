// What a seeding run filled and what is left, and what one would ask, in a few lines.
import type { Count } from '../../evaluation/tally.ts';
import { PRICES_AS_OF } from '../../models/cost/price-table.ts';
import { count, dollars, plural } from '../../render/format-numbers.ts';
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

const STOPS: Readonly<Record<string, string>> = {
  budget: 'the budget is used up',
  signal: 'it was interrupted',
  batch: 'the rest is in batches that are out',
  quota: 'a provider takes no further calls',
  'no-keys': 'live calls are off',
};

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
  const price = made.usd === 'unknown' ? 'price unknown' : made.usd === 0 ? '' : dollars(made.usd);
  const cost = [`${plural(made.calls, 'call')} made`, `${count(stored)} stored`, price].filter((part) => part !== '');
  const lines = [
    `${fills === 'answers' ? 'First answers' : `Base draws pool:1 to pool:${draws}`}: ${count(whole)} of ${plural(scenarios.length, 'linked scenario')} filled, ${count(left)} left (${cost.join(', ')}).`,
  ];
  if (stopped !== undefined)
    lines.push(`Stopped because ${STOPS[stopped] ?? stopped}; the next run goes on from here.`);
  else if (left > 0) lines.push('Some answers did not come; the next run asks for them again.');
  if (later !== undefined)
    lines.push(
      `A draw a night: ${plural(later, 'more draw')} to come, one each night that this runs again. Draws of one night count as one, since nothing tells a night from a change; \`seeding.draws: all\` fills them at once.`,
    );
  if (atOnce !== undefined)
    lines.push(
      `${atOnce} draws were made in one night and count as one: changes are compared with a wider interval, and take more answers to pass, than with draws of as many nights.`,
    );
  return [...lines, ...describeLeftOut(leftOut)].map((line) => `${line}\n`).join('');
}

function describeLeftOut({ unlinked, beyond = 0, unedited }: LeftOut): readonly string[] {
  const lines: string[] = [];
  if (unedited !== undefined) {
    const saved = unedited.usd === 'unknown' ? '' : `, about ${dollars(unedited.usd)}`;
    lines.push(
      `The last edits of the spec touched ${plural(unedited.edited, 'clause')}; ${plural(unedited.scenarios, 'scenario')} of other clauses were left out (${plural(unedited.calls, 'call')}${saved}): a change that touches them draws their base itself. \`seeding.clauses: all\` fills them, too.`,
    );
  }
  if (beyond > 0)
    lines.push(
      `${plural(beyond, 'scenario')} of clauses that have more than a check begins with (\`selection.scenarios\`) were left out.`,
    );
  if (unlinked > 0)
    lines.push(`${plural(unlinked, 'scenario')} of the bank test no clause of this spec and were left out.`);
  return lines;
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
  const priced = ({ toMake, stored, usd }: CountedCalls): string =>
    [
      `${plural(toMake, 'call')}, ${count(stored)} stored`,
      ...(usd === undefined || usd === 0 ? [] : [usd === 'unknown' ? 'price unknown' : `about ${dollars(usd)}`]),
    ].join('; ');
  const what = fills === 'answers' ? 'First answers to' : `Base draws pool:1 to pool:${draws} of`;
  const lines = [
    `${what} ${plural(scenarios, 'scenario')}: ${priced(now)}.`,
    ...(wanted > draws ? [`With the nights to come, pool:1 to pool:${wanted}: ${priced(whole)}.`] : []),
    ...(otherwise === undefined || scenarios === 0 ? [] : [describeOther(fills, otherwise, priced(otherwise))]),
    ...(flexSaves === undefined
      ? []
      : [`Spare capacity, asked first (\`flex\`), is reckoned with: ${dollars(flexSaves)} less for this run.`]),
    ...(batched === 'unknown' || batched === 0
      ? []
      : [`In batches (\`--batch\`) this run: about ${dollars(batched)}.`]),
    `Prices are of ${PRICES_AS_OF}, with judges who part as often as usual.`,
    ...describeLeftOut(leftOut),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What the other way of seeding would cost, and what it does. */
function describeOther(fills: SeedPlanView['fills'], { draws }: { readonly draws: number }, price: string): string {
  return fills === 'answers'
    ? `${plural(draws, 'draw')} with rulings under today's text, a draw a night (\`seeding.draws: nightly\`): ${price}. A check of a large panel with narrow margins passes more surely on them.`
    : `The first answers alone (\`seeding.draws: answers\`): ${price}. A check then asks both sides for rulings and, up to its second draw, no model.`;
}
