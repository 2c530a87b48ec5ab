// From cells to what is tested: each scenario's draws of each metric, under each way of reading missing cells.
import { whereDefined } from '../core/where-defined.ts';
import { indexCells, readRows, type CellIndex, type DrawRow } from '../analysis/draw-row.ts';
import { METRICS } from '../analysis/metrics.ts';
import type { Imputation, RowValue } from '../analysis/metrics/row-value.ts';
import { sharedReading } from '../analysis/shared-readings.ts';
import type { Arm, Cell, Stage } from '../evaluation/cell.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import type { ScenarioDraws } from './change.ts';
import { findCopying } from './copies.ts';
import { labelNights, type DrawNights } from './label-nights.ts';
import type { DecisionInput } from './decision.ts';
import type { BlockingMetric } from './policy.ts';
import { whyUnmoved, type Means } from './void-options.ts';

/** One stage's rows, both arms. */
export interface StageRows {
  readonly kind: ComparisonKind;
  readonly stage: Stage;
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  /** Slots whose own rulings are compared: all, or in a model change the replaced ones. */
  readonly compared: readonly string[];
  readonly judges: readonly string[];
  /** Slots whose draws are copies of one answer. */
  readonly copying: ReadonlySet<string>;
  readonly draws: Readonly<Record<Arm, number>>;
  readonly index: CellIndex;
  /** Every place of the stage by arm and scenario, all models. */
  readonly rows: Readonly<Record<Arm, ReadonlyMap<string, readonly DrawRow[]>>>;
  /** See `DecisionInput`. */
  readonly groups: ReadonlyMap<string, string>;
  /** Of a screen whose answers carry dates: the nights of the stored base draws, and the head's. */
  readonly nights?: DrawNights;
  /** Base answers of today beside a screen's head, where some were asked for. */
  readonly today?: ReadonlyMap<string, readonly DrawRow[]>;
  /** See `DecisionInput`. */
  readonly ruledTwice: ReadonlySet<string>;
  /** What there is to measure with. */
  readonly means: Means;
  /** Whether any cell asked for is absent or without a ruling, a pair of rulings or a score. */
  readonly hasGaps: boolean;
}

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

/** Today's base answers are the first of a confirmation: if it comes, they are there. */
const TODAY = { arm: 'base', stage: 'confirm', draws: 1 } as const;

export function isToday({ arm, stage, draw }: Cell): boolean {
  return arm === TODAY.arm && stage === TODAY.stage && draw <= TODAY.draws;
}

/** The screen's evidence: `draws` head draws against the policy's stored base draws. */
export function screenRows(input: DecisionInput, size: { draws: number; scenarios: number }): StageRows {
  const base = Math.max(input.policy.selection.replicates.base, size.draws);
  return evidenceOf(input, { stage: 'screen', scenarios: size.scenarios, draws: { base, head: size.draws } });
}

/** The confirmation's evidence: fresh draws of both arms. */
export function confirmRows(input: DecisionInput, size: { draws: number; scenarios: number }): StageRows {
  return evidenceOf(input, {
    stage: 'confirm',
    scenarios: size.scenarios,
    draws: { base: size.draws, head: size.draws },
  });
}

/**
 * Each scenario's draws of a metric; scenarios where nothing measures it have none. With `target` the draws stand in
 * pairs: both arms' rulings of the same stored responses.
 */
export function readDraws(evidence: StageRows, metric: BlockingMetric, reading: Reading): readonly ScenarioDraws[] {
  const what = { read: METRICS[metric].read, slots: slotsOf(evidence, metric), reading };
  return drawsOf(exchangeableAs(evidence, metric) === evidence.kind ? evidence : underBothTexts(evidence), what);
}

/** What is exchanged if the edit did nothing: two rulings on one answer wherever a metric is about both texts. */
export function exchangeableAs({ kind }: StageRows, metric: BlockingMetric): ComparisonKind {
  return METRICS[metric].needs === 'both texts' && kind === 'prompt' ? 'target' : kind;
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
    const pairs = evidence.kind === 'target' ? pairUp(stored, fresh) : { base: known(stored), head: known(fresh) };
    const group = evidence.groups.get(scenario);
    const unit = {
      scenario,
      ...pairs,
      ...(evidence.stage === 'screen' ? { stored: known(stored), ...nightsOf(evidence, stored) } : {}),
      ...whereDefined({ today: today && known(today.get(scenario) ?? []) }),
      ...(evidence.kind === 'target' ? { sameAnswers: true as const } : {}),
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
  return { ...unit, base: meanOf(base), head: meanOf(head) };
}

/** One value, or none of none. */
function meanOf(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [] : [values.reduce((total, value) => total + value, 0) / values.length];
}

/** The slots a metric is read on. */
function slotsOf(evidence: StageRows, metric: BlockingMetric): readonly string[] {
  return METRICS[metric].readOn === 'panel' ? evidence.models : evidence.compared;
}

/** What one answer that is seen the other way moves a row's value by. */
export function flipOf(evidence: StageRows, metric: BlockingMetric): number {
  return METRICS[metric].oneAnswerMoves === 'all' ? 1 : 1 / Math.max(1, slotsOf(evidence, metric).length);
}

/** A metric of several models needs two; with `target` responses are the same on both sides, so nothing scored can move. */
export function isApplicable({ means }: StageRows, metric: BlockingMetric): boolean {
  return whyUnmoved(metric, means) === undefined;
}

function meansOf(input: DecisionInput, cells: readonly Cell[]): Means {
  const { kind, models, judges, scoring, ruledTwice } = input;
  const isScored = cells.some(({ scores }) => scores !== undefined);
  // Judges who cite nothing say nothing of any clause.
  const sharesClauses = cells.some((cell) => {
    const reading = sharedReading(cell, { judges: judges.length });
    return reading !== undefined && reading !== 'missing' && reading.rests > 0;
  });
  return {
    kind,
    models: models.length,
    judges: judges.length,
    scoring: isScored ? 'possible' : (scoring ?? 'no-classifier'),
    sharesClauses,
    ...(kind === 'prompt' ? { bothTexts: (ruledTwice?.size ?? 0) > 0 } : {}),
  };
}

function evidenceOf(
  input: DecisionInput,
  size: { stage: Stage; scenarios: number; draws: Readonly<Record<Arm, number>> },
): StageRows {
  const models = [...input.models].sort();
  const scenarios = input.order.slice(0, size.scenarios).sort();
  const asked = new Set(scenarios);
  const cells = input.cells.filter(
    ({ stage, arm, draw, scenario }) => stage === size.stage && draw <= size.draws[arm] && asked.has(scenario),
  );
  const index = indexCells(cells);
  const rowsOf = (arm: Arm): ReadonlyMap<string, readonly DrawRow[]> =>
    readRows(index, { arm, stage: size.stage, scenarios, models, draws: size.draws[arm] });
  const fresh = size.stage === 'screen' ? input.cells.filter((cell) => isToday(cell) && asked.has(cell.scenario)) : [];
  const expected = scenarios.length * models.length * (size.draws.base + size.draws.head);
  return {
    kind: input.kind,
    stage: size.stage,
    scenarios,
    models,
    compared: input.kind === 'model' ? models.filter((model) => input.changedModels?.includes(model) ?? true) : models,
    judges: input.judges,
    copying: findCopying(cells),
    draws: size.draws,
    index,
    groups: input.groups ?? new Map<string, string>(),
    ruledTwice: input.ruledTwice ?? new Set<string>(),
    ...whereDefined({ nights: size.stage === 'screen' ? labelNights(cells, size.draws.base) : undefined }),
    ...(fresh.length === 0 ? {} : { today: readRows(indexCells(fresh), { ...TODAY, scenarios, models }) }),
    means: meansOf(input, cells),
    rows: { base: rowsOf('base'), head: rowsOf('head') },
    hasGaps:
      cells.length !== expected ||
      cells.some(
        (cell) =>
          cell.problematic === 'missing' ||
          cell.scores === 'missing' ||
          (cell.arm === 'head' &&
            input.ruledTwice?.has(cell.scenario) === true &&
            (cell.underBase?.problematic ?? 'missing') === 'missing'),
      ),
  };
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

function pairUp(
  base: readonly (number | undefined)[],
  head: readonly (number | undefined)[],
): { readonly base: readonly number[]; readonly head: readonly number[] } {
  const both = head.flatMap((value, draw) => {
    const other = base[draw];
    return value === undefined || other === undefined ? [] : [{ base: other, head: value }];
  });
  return { base: both.map((pair) => pair.base), head: both.map((pair) => pair.head) };
}

function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter((value) => value !== undefined);
}
