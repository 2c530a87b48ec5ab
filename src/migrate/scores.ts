// Two classifiers on the same answers: response types that flip, scores that shift, by value and by clause.
import { REJECTIONS, RESPONSE_TYPES, type ResponseType } from '../core/study-words.ts';
import type { MigrateReport, TypeFlip } from './report.ts';
import { standardDeviation } from 'simple-statistics';
import type { Scores } from './side.ts';
import { rateOf, shiftOf } from './compare.ts';

export interface PairedScores {
  readonly scenario: string;
  readonly draw: string;
  readonly clauses: readonly string[];
  /** What the two scales are for; undefined where the bank does not say. */
  readonly values: readonly [string | undefined, string | undefined];
  readonly old: Scores;
  readonly new: Scores;
}

type Classifier = NonNullable<MigrateReport['classifier']>;

/** With one scenario no spread can be estimated, so nothing is said of a value or clause. */
const LEAST_SCENARIOS = 2;

/** Undefined without an answer that both scored. */
export function compareScorings(pairs: readonly PairedScores[]): Classifier | undefined {
  if (pairs.length === 0) return undefined;
  return {
    answers: pairs.length,
    typeFlips: typeFlips(pairs),
    types: listFlips(pairs),
    rejections: shiftOf(
      pairs.map(({ scenario, ...pair }) => ({
        scenario,
        change: Number(REJECTIONS.has(pair.new.responseType)) - Number(REJECTIONS.has(pair.old.responseType)),
      })),
    ),
    distance: distanceOf(pairs),
    ...disagreementShift(pairs),
    values: byValue(pairs),
    clauses: byClause(pairs),
  };
}

function typeFlips(pairs: readonly PairedScores[]): Classifier['typeFlips'] {
  return rateOf(pairs.filter((pair) => pair.old.responseType !== pair.new.responseType).length, pairs.length);
}

/** Which type became which, the commonest first. */
function listFlips(pairs: readonly PairedScores[]): readonly TypeFlip[] {
  const counts = new Map<string, TypeFlip>();
  for (const pair of pairs) {
    const [from, to] = [pair.old.responseType, pair.new.responseType];
    if (from === to) continue;
    const known = counts.get(`${from} ${to}`);
    counts.set(`${from} ${to}`, { from, to, answers: (known?.answers ?? 0) + 1 });
  }
  const rank = (type: ResponseType): number => RESPONSE_TYPES.indexOf(type);
  return [...counts.values()].sort(
    (a, b) => b.answers - a.answers || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to),
  );
}

/** Mean distance on both scales. */
function distanceOf(pairs: readonly PairedScores[]): number {
  const far = pairs.map(
    (pair) => Math.abs(pair.new.value1 - pair.old.value1) + Math.abs(pair.new.value2 - pair.old.value2),
  );
  return far.reduce((sum, distance) => sum + distance / 2, 0) / pairs.length;
}

/** Shift of the scores on each value's scale, whichever of a scenario's two it is; largest first. */
function byValue(pairs: readonly PairedScores[]): Classifier['values'] {
  const changes = new Map<string, { scenario: string; change: number }[]>();
  for (const { scenario, values, ...pair } of pairs) {
    for (const [index, key] of (['value1', 'value2'] as const).entries()) {
      const value = values[index];
      if (value === undefined) continue;
      changes.set(value, [...(changes.get(value) ?? []), { scenario, change: pair.new[key] - pair.old[key] }]);
    }
  }
  return [...changes]
    .map(([value, own]) => ({ value, answers: own.length, ...shiftOf(own) }))
    .filter(({ scenarios }) => scenarios >= LEAST_SCENARIOS)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.value < b.value ? -1 : 1));
}

/** Type flips and distance on the scenarios of each clause; most flips first. */
function byClause(pairs: readonly PairedScores[]): Classifier['clauses'] {
  const ids = [...new Set(pairs.flatMap(({ clauses }) => clauses))].sort();
  return ids
    .map((clause) => {
      const own = pairs.filter(({ clauses }) => clauses.includes(clause));
      const scenarios = new Set(own.map(({ scenario }) => scenario)).size;
      return { clause, scenarios, typeFlips: typeFlips(own), distance: distanceOf(own) };
    })
    .filter(({ scenarios }) => scenarios >= LEAST_SCENARIOS)
    .sort((a, b) => b.typeFlips.count / b.typeFlips.trials - a.typeFlips.count / a.typeFlips.trials);
}

/** Mean disagreement D between models that answered the same draw, under either; nothing where one model answered alone. */
function disagreementShift(pairs: readonly PairedScores[]): Pick<Classifier, 'disagreement'> {
  const rows = new Map<string, PairedScores[]>();
  for (const pair of pairs) {
    const place = `${pair.scenario}\n${pair.draw}`;
    rows.set(place, [...(rows.get(place) ?? []), pair]);
  }
  const several = [...rows.values()].filter((row) => row.length > 1);
  if (several.length === 0) return {};
  const mean = (side: 'old' | 'new'): number =>
    several.reduce((sum, row) => sum + spreadOf(row.map((pair) => pair[side])), 0) / several.length;
  return { disagreement: { old: mean('old'), new: mean('new') } };
}

/** As the metric reads it: the population standard deviation, the larger of the two values. */
function spreadOf(scores: readonly Scores[]): number {
  return Math.max(
    standardDeviation(scores.map(({ value1 }) => value1)),
    standardDeviation(scores.map(({ value2 }) => value2)),
  );
}
