// Each scenario's draws of a metric, read from a stage's rows under each way of counting missing cells.
import { mean } from '../stats/mean.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { DrawRow } from '../analysis/draw-row.ts';
import { METRICS } from '../analysis/metrics.ts';
import type { Imputation, RowValue } from '../analysis/metrics/row-value.ts';
import type { Arm } from '../evaluation/cell.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import type { ScenarioDraws } from './change.ts';
import type { BlockingMetric } from './policy.ts';
import { whyUnmoved } from './void-options.ts';
import type { StageRows } from './stage-rows.ts';

/**
 * How missing cells count. `observed`: left out. Otherwise the worst that they could have hidden: `against-pass` makes the
 * rise as large as it could have been, `against-fail` as small.
 */
export type Reading = 'observed' | 'against-pass' | 'against-fail';

const IMPUTATIONS: Readonly<Record<Reading, Readonly<Record<Arm, Imputation>>>> = {
  observed: { base: 'none', head: 'none' },
  'against-pass': { base: 'low', head: 'high' },
  'against-fail': { base: 'high', head: 'low' },
};

/**
 * Each scenario's draws of a metric; scenarios where nothing measures it have none. With `target` the draws stand in
 * pairs: both arms' rulings of the same stored responses.
 */
export function readDraws(evidence: StageRows, metric: BlockingMetric, reading: Reading): readonly ScenarioDraws[] {
  const what = { read: METRICS[metric].read, slots: slotsOf(evidence, metric), reading };
  return drawsOf(isOfBothTexts(evidence, metric) ? underBothTexts(evidence) : evidence, what);
}

/**
 * What is exchanged if the change did nothing: two rulings on one answer wherever a metric is about both texts; two models' draws
 * of one scenario, where each has several.
 */
export function exchangeableAs(evidence: StageRows, metric: BlockingMetric): ComparisonKind {
  if (isOfBothTexts(evidence, metric)) return 'target';
  return hasModelDraws(evidence) ? 'prompt' : evidence.kind;
}

/** A change of models with several draws of each scenario: they tell what is so on these scenarios from what is luck. */
export function hasModelDraws({ kind, draws }: StageRows): boolean {
  return kind === 'model' && draws.base > 1 && draws.head > 1;
}

/** What a finding is tested by: where a change of models did nothing, its draws are exchangeable, too. */
export function exchangedIn({ kind }: StageRows): 'target' | 'prompt' {
  return kind === 'target' ? 'target' : 'prompt';
}

function isOfBothTexts({ kind }: StageRows, metric: BlockingMetric): boolean {
  return METRICS[metric].needs === 'both texts' && kind === 'prompt';
}

/** The head's answers on both arms: on the base as its text has them. Both rulings are asked today, so that no night lies between. */
function underBothTexts(both: StageRows): StageRows {
  const { nights: _, today: __, ...evidence } = both;
  const { ruledTwice, rows } = evidence;
  const scenarios = evidence.scenarios.filter((scenario) => ruledTwice.has(scenario));
  const head = new Map(scenarios.map((scenario) => [scenario, rows.head.get(scenario) ?? []]));
  const base = new Map(
    [...head].map(([scenario, draws]) => [
      scenario,
      draws.map(({ cells, ...place }) => ({
        ...place,
        cells: cells.map((cell) => (cell?.underBase === undefined ? undefined : { ...cell, ...cell.underBase })),
      })),
    ]),
  );
  return { ...evidence, kind: 'target', stage: 'confirm', scenarios, rows: { base, head } };
}

/** The same of any value that a row may have, read on the slots that are compared. */
export function readComparedDraws(
  evidence: StageRows,
  read: RowValue,
  reading: Reading = 'observed',
): readonly ScenarioDraws[] {
  return drawsOf(evidence, { read, slots: evidence.compared, reading });
}

interface RowQuery {
  readonly read: RowValue;
  readonly slots: readonly string[];
  readonly reading: Reading;
}

function drawsOf(evidence: StageRows, query: RowQuery): readonly ScenarioDraws[] {
  const base = readArm(evidence, { ...query, arm: 'base' });
  const head = readArm(evidence, { ...query, arm: 'head' });
  const today =
    evidence.today === undefined ? undefined : readRowsOf(evidence, { ...query, rows: evidence.today, arm: 'base' });
  return evidence.scenarios.map((scenario) => {
    const stored = base.get(scenario) ?? [];
    const fresh = head.get(scenario) ?? [];
    const isPaired = evidence.kind === 'target' && evidence.unpaired !== true;
    const pairs = isPaired
      ? rulingsOf(evidence, scenario, pairUp(stored, fresh))
      : { base: known(stored), head: known(fresh) };
    const group = evidence.groups.get(scenario);
    const unit = {
      scenario,
      ...pairs,
      ...(evidence.stage === 'screen' && { stored: known(stored), ...nightsOf(evidence, stored) }),
      ...whereDefined({ today: today && known(today.get(scenario) ?? []) }),
      ...(isPaired && { sameAnswers: true as const }),
      ...whereDefined({ group }),
    };
    const isCopied = evidence.kind !== 'target' && query.slots.every((slot) => evidence.copying.has(slot));
    return isCopied ? countOnce(unit) : unit;
  });
}

/**
 * Copies of one answer are one draw: its value is the mean of their rulings. Not so with `target`: there the answers are the
 * stored ones on both sides, and what is drawn and compared is their rulings, each asked anew.
 */
function countOnce({ base, head, ...unit }: ScenarioDraws): ScenarioDraws {
  return { ...unit, base: meanIfAny(base), head: meanIfAny(head) };
}

/** What is ruled on in each draw of a scenario: draws on the same answers have one name. */
function answersOf({ rows }: StageRows, scenario: string): readonly string[] {
  return (rows.head.get(scenario) ?? []).map(({ cells }) => JSON.stringify(cells.map((cell) => cell?.response)));
}

/** Those that judges only repeat are one draw: the mean of those on the same answers. */
function rulingsOf(evidence: StageRows, scenario: string, { base, head, draws }: Pairs): Pick<ScenarioDraws, Arm> {
  if (evidence.repeating.length === 0) return { base, head };
  const answers = answersOf(evidence, scenario);
  const named = draws.map((draw) => answers[draw]!);
  const names = [...new Set(named)];
  const merge = (values: readonly number[]): readonly number[] =>
    names.map((name) => mean(values.filter((_, index) => named[index] === name)));
  return { base: merge(base), head: merge(head) };
}

/** The mean as one value; no value where there is none. */
function meanIfAny(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [] : [mean(values)];
}

/** The slots (models) a metric is read on. */
function slotsOf(evidence: StageRows, metric: BlockingMetric): readonly string[] {
  return METRICS[metric].readOn === 'panel' ? evidence.models : evidence.compared;
}

/** How much a row's value moves if one answer is ruled on the other way. */
export function flipOf(evidence: StageRows, metric: BlockingMetric): number {
  return METRICS[metric].oneAnswerMoves === 'all' ? 1 : 1 / Math.max(1, slotsOf(evidence, metric).length);
}

/** A metric of several models needs two; with `target` responses are the same on both sides, so nothing scored can move. */
export function isApplicable({ means }: StageRows, metric: BlockingMetric): boolean {
  return whyUnmoved(metric, means) === undefined;
}

/** The nights of those draws that were measured. */
function nightsOf({ nights }: StageRows, stored: readonly (number | undefined)[]): Pick<ScenarioDraws, 'nights'> {
  if (nights === undefined) return {};
  const base = stored.flatMap((value, draw) => (value === undefined ? [] : [nights.base[draw]!]));
  return { nights: { base, head: nights.head } };
}

function readArm(
  evidence: StageRows,
  query: RowQuery & { arm: Arm },
): ReadonlyMap<string, readonly (number | undefined)[]> {
  return readRowsOf(evidence, { ...query, rows: evidence.rows[query.arm] });
}

function readRowsOf(
  evidence: StageRows,
  {
    arm,
    read,
    slots: wanted,
    reading,
    rows,
  }: RowQuery & { readonly arm: Arm; readonly rows: ReadonlyMap<string, readonly DrawRow[]> },
): ReadonlyMap<string, readonly (number | undefined)[]> {
  const imputation = IMPUTATIONS[reading][arm];
  const slots = new Set(wanted);
  const isWanted = evidence.models.map((model) => slots.has(model));
  return new Map(
    [...rows].map(([scenario, draws]) => [
      scenario,
      draws.map(({ cells, ...place }) =>
        read({ ...place, cells: cells.filter((_, slot) => isWanted[slot]) }, imputation, evidence.judges.length),
      ),
    ]),
  );
}

/** Both sides of draws that have both, and their places. */
interface Pairs {
  readonly base: readonly number[];
  readonly head: readonly number[];
  readonly draws: readonly number[];
}

function pairUp(base: readonly (number | undefined)[], head: readonly (number | undefined)[]): Pairs {
  const both = head.flatMap((value, draw) => {
    const other = base[draw];
    return value === undefined || other === undefined ? [] : [{ base: other, head: value, draw }];
  });
  return {
    base: both.map((pair) => pair.base),
    head: both.map((pair) => pair.head),
    draws: both.map(({ draw }) => draw),
  };
}

function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter((value) => value !== undefined);
}
