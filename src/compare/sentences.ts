// The English of `spec-gate compare` for what it measured, how far that reaches, and what is needed to decide.
import type { OutcomeComparison } from './compare.ts';
import type { ScoreChange } from './compare-scores.ts';
import type { LooksReport } from './looks.ts';
import { count, percent, plural, points, pValue, signedDecimal, signedPoints } from '../render/format-numbers.ts';
import { missesOneInFour } from '../decision/change.ts';
import { inRow, name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

/** How far the verdict reaches: a full sentence. */
export function writeClaim(claim: NonNullable<OutcomeComparison['claim']>): Sentence {
  return claim === 'prompts-like-them'
    ? say`This holds for prompts like these, as far as these are a fair sample of them.`
    : say`This holds for these prompts; for prompts like them the evidence is too thin.`;
}

/** Whether to go on after the look that decided: full sentences; none where no look has decided. */
export function writeWhetherToStop({ planned, decided }: LooksReport): readonly Sentence[] {
  if (decided === undefined) return [];
  const [all, read] = [planned.at(-1)!, planned[decided - 1]!];
  if (decided === planned.length) return [say`Decided at the last of ${plural(decided, 'look')}.`];
  return [
    say`Decided at look ${count(decided)} of ${count(planned.length)}, on ${count(read)} of ${plural(all, 'scenario')}: stop here. What stops early tends to show a little more than there is.`,
  ];
}

/** How large the change is and how sure, one thing each; nothing where no scenario has both sides. `inLooks`: of several looks. */
export function writeMeasured(
  comparison: OutcomeComparison,
  { inLooks }: { readonly inLooks: boolean },
): readonly Sentence[] {
  const { base, head, change, intervals, p, pairs, margin, detectable, clusters, fewGroups, verdict } = comparison;
  if (base === undefined || head === undefined || change === undefined || p === undefined) return [];
  const range = (interval: readonly [number, number] | undefined, without: Wording): Sentence =>
    interval === undefined
      ? say`${without}`
      : say`${signedPoints(interval[0])} to ${signedPoints(interval[1])} points (${percent(intervals?.level ?? 0.95)})`;
  const noise = wording('no interval: one answer each does not show how much answers vary');
  const alone = wording('no interval: there is one scenario');
  const measured: Sentence[] = [
    say`problematic: base ${percent(base)}, head ${percent(head)}, change ${signedPoints(change)} points (tolerated +${points(margin)})`,
    say`on these prompts       p ${pValue(p.thesePrompts)}${inLooks ? say`` : say`, ${range(intervals?.thesePrompts, noise)}`}`,
    say`on prompts like these  p ${pValue(p.promptsLikeThem)}, ${range(intervals?.promptsLikeThem, alone)}`,
    say`p: how often chance alone would show such a rise; 0.01 is once in 100 times`,
  ];
  if (verdict === 'pass' && fewGroups !== undefined) {
    measured.push(
      say`these prompts are of ${plural(fewGroups, 'group')}, too few to be counted as groups: what only one group in four would show is in none of ${count(fewGroups)} with a chance of ${percent(missesOneInFour(fewGroups))}`,
    );
  }
  if (clusters !== undefined) {
    measured.push(
      say`prompts of one group rise and fall together, so what is said of prompts like these rests on ${plural(clusters, 'group')}`,
    );
  }
  if (pairs !== undefined) {
    measured.push(
      say`pairs: both pass ${count(pairs.bothPass)}, both fail ${count(pairs.bothFail)}, only head fails ${count(pairs.worse)}, only base fails ${count(pairs.better)}`,
      say`for statisticians: exact McNemar test p ${precise(pairs.exact)}, mid-p ${precise(pairs.midP)} (two-sided)`,
    );
  }
  if (detectable !== undefined && detectable <= 1) {
    measured.push(
      say`a rise of ${points(detectable)} points or more would have been seen in 4 of 5 comparisons of this size`,
    );
  }
  return measured;
}

const SCORE_NAMES: Readonly<Record<ScoreChange['name'], Wording>> = {
  score1: wording('value 1'),
  score2: wording('value 2'),
  disagreement: wording('disagreement'),
};

/** A score or disagreement on both sides, on the 0-6 scale. */
export function writeScore({ name: score, base, head, change, interval, p, scenarios }: ScoreChange): Sentence {
  const range =
    interval === undefined ? say`` : say`, ${signedDecimal(interval[0])} to ${signedDecimal(interval[1])} (95 %)`;
  return say`${SCORE_NAMES[score]}: ${twoDigits(base)} → ${twoDigits(head)}, ${signedDecimal(change)}${range}, p ${pValue(p)}, ${plural(scenarios, 'scenario')}; for reading, not part of the verdict`;
}

/** What would decide, where something would: the next look, more answers, or more scenarios. */
export function writeNeeded(
  comparison: OutcomeComparison,
  { stored, looks }: { readonly stored: boolean; readonly looks?: LooksReport },
): readonly Sentence[] {
  const { verdict, needed, detectable, margin, scenarios, models } = comparison;
  if (looks?.next !== undefined && verdict === 'inconclusive') {
    const { look, scenarios: due } = looks.next;
    return [
      say`for look ${count(look)} of ${count(looks.planned.length)} the answers of both sides, asked side by side, to ${firstOf(due, 5, wording(' (--next FILE writes all their ids)'))}; then compare again with the rows of all looks`,
    ];
  }
  if (needed !== undefined) {
    const answers = say`about ${plural(needed.answers, 'answer')}`;
    return needed.arms === 'head'
      ? [say`one more answer of the head to each of these scenarios (${answers}), then compare again`]
      : [
          say`${plural(needed.draws, 'new answer')} of both sides to each of these scenarios, asked in turns at the same time (${answers}); then compare them without --stored`,
        ];
  }
  if (verdict !== 'inconclusive' || stored || detectable === undefined || detectable <= margin) return [];
  const enough = Math.ceil(scenarios * (detectable / margin) ** 2);
  return [
    say`about ${plural(enough, 'scenario')} as varied as these, where there are ${count(scenarios)} now, or several answers to each of these with ${plural(Math.max(1, models.length), 'model')}`,
  ];
}

/** Which files, scenarios and models were compared. */
export function writeCompared(
  { scenarios, models }: OutcomeComparison,
  { base, head, stored }: { readonly base: string; readonly head: string; readonly stored: boolean },
): Sentence {
  const older = stored ? wording(' (older answers, so this can pass but not fail)') : wording('');
  return say`${name(base)}${older} with ${name(head)}: ${plural(scenarios, 'scenario')}, ${firstOf(models, 4)}`;
}

/** Three significant digits: 0.003068 -> `0.00307`. */
function precise(p: number): Wording {
  return (p < 1e-6 ? '< 0.000001' : String(Number(p.toPrecision(3)))) as Wording;
}

function twoDigits(value: number): Wording {
  return value.toFixed(2) as Wording;
}

/** The first few names, and how many more there are. */
function firstOf(all: readonly string[], most: number, where: Wording = wording('')): Sentence {
  const shown = all.slice(0, most).map((one) => name(one));
  const rest = all.length - shown.length;
  return rest > 0 ? say`${inRow(shown, wording(', '))} and ${count(rest)} more${where}` : inRow(shown, wording(', '));
}
