// The cells of one stage of a decision as rows, both sides: which scenarios, models and draws, and what is missing of them.
import { whereDefined } from '../core/where-defined.ts';
import { indexCells, readRows, type CellIndex, type DrawRow } from '../analysis/draw-row.ts';
import { sharedReading } from '../analysis/shared-readings.ts';
import type { Arm, Cell, Stage } from '../evaluation/cell.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { findCopying } from './copies.ts';
import { findRepeating } from './repeated-rulings.ts';
import { labelNights, type DrawNights } from './label-nights.ts';
import type { DecisionInput } from './decision.ts';
import type { Round } from './round.ts';
import type { Means } from './void-options.ts';

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
  /** Judges, where all of them say the same again when they are asked again about an answer. */
  readonly repeating: readonly string[];
  readonly draws: Readonly<Record<Arm, number>>;
  readonly index: CellIndex;
  /** Every place of the stage by arm and scenario, all models. */
  readonly rows: Readonly<Record<Arm, ReadonlyMap<string, readonly DrawRow[]>>>;
  /** See `DecisionInput`. */
  readonly groups: ReadonlyMap<string, string>;
  readonly named: ReadonlySet<string>;
  /** Of a screen whose answers carry dates: the nights of the stored base draws, and the head's. */
  readonly nights?: DrawNights;
  /** Base answers of today beside a screen's head, where some were asked for. */
  readonly today?: ReadonlyMap<string, readonly DrawRow[]>;
  /** Both sides' draws are read for themselves, whatever answer they rule on: all that there is, for what a pass may rest on. */
  readonly unpaired?: true;
  /** See `DecisionInput`. */
  readonly ruledTwice: ReadonlySet<string>;
  /** What the comparison can measure with: models, judges, scores. */
  readonly means: Means;
  /** Whether any cell asked for is absent or without a ruling, a pair of rulings or a score. */
  readonly hasGaps: boolean;
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
 * All that bears on how far the head stands from the base: its own draws, of both stages where they are of one night, the stored
 * base draws, and the base's of today.
 */
export function pooledRows(input: DecisionInput, round: Round): StageRows {
  const isScreen = round.stage === 'screen';
  // The confirmation's first head draw is the screen's where that counts for both.
  const fresh = isScreen ? 0 : round.draws;
  const cells = input.cells.flatMap((cell): readonly Cell[] => {
    if (cell.arm === 'base') return [cell];
    if (cell.stage === 'screen') return isScreen ? [cell] : [];
    return isScreen || cell.draw > fresh ? [] : [{ ...cell, stage: 'screen' }];
  });
  const head = isScreen ? round.draws : fresh;
  const today = isScreen ? 1 : round.draws + (round.today === undefined ? 0 : 1);
  const base = Math.max(input.policy.selection.replicates.base, isScreen ? round.draws : 0);
  const size = { stage: 'screen', scenarios: round.scenarios, draws: { base, head }, today } as const;
  return { ...evidenceOf({ ...input, cells }, size), unpaired: true };
}

function meansOf(input: DecisionInput, cells: readonly Cell[]): Means {
  const { kind, models, judges, scoring, ruledTwice } = input;
  const isScored = cells.some(({ scores }) => scores !== undefined);
  // Judges who cite no clause say nothing about how a clause is read.
  const sharesClauses = cells.some((cell) => {
    const reading = sharedReading(cell, { judges: judges.length });
    return reading !== 'missing' && reading.rests > 0;
  });
  return {
    kind,
    models: models.length,
    judges: judges.length,
    scoring: isScored ? 'possible' : (scoring ?? 'no-classifier'),
    sharesClauses,
    ...(kind === 'prompt' && { bothTexts: (ruledTwice?.size ?? 0) > 0 }),
  };
}

function evidenceOf(
  input: DecisionInput,
  size: { stage: Stage; scenarios: number; draws: Readonly<Record<Arm, number>>; today?: number },
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
  const { today = 1 } = size;
  const isFresh = ({ arm, stage, draw }: Cell): boolean => arm === 'base' && stage === 'confirm' && draw <= today;
  const fresh = size.stage === 'screen' ? input.cells.filter((cell) => isFresh(cell) && asked.has(cell.scenario)) : [];
  const expected = scenarios.length * models.length * (size.draws.base + size.draws.head);
  return {
    kind: input.kind,
    stage: size.stage,
    scenarios,
    models,
    compared: input.kind === 'model' ? models.filter((model) => input.changedModels?.includes(model) ?? true) : models,
    judges: input.judges,
    copying: findCopying(cells, input.kind),
    repeating: findRepeating(cells),
    draws: size.draws,
    index,
    groups: input.groups ?? new Map<string, string>(),
    named: input.named ?? new Set<string>(),
    ruledTwice: input.ruledTwice ?? new Set<string>(),
    ...whereDefined({ nights: size.stage === 'screen' ? labelNights(cells, size.draws.base) : undefined }),
    ...(fresh.length > 0 && {
      today: readRows(indexCells(fresh), {
        arm: 'base',
        stage: 'confirm',
        draws: today,
        // What was not asked for is not missing.
        scenarios: [...new Set(fresh.map(({ scenario }) => scenario))],
        models,
      }),
    }),
    means: meansOf(input, cells),
    rows: { base: rowsOf('base'), head: rowsOf('head') },
    hasGaps:
      cells.length !== expected ||
      [...cells, ...fresh].some(
        (cell) =>
          cell.problematic === 'missing' ||
          cell.scores === 'missing' ||
          (cell.arm === 'head' &&
            input.ruledTwice?.has(cell.scenario) === true &&
            (cell.underBase?.problematic ?? 'missing') === 'missing'),
      ),
  };
}

/** Whether stored answers of other nights than the head's are what a pass would rest on. */
export function isOfOtherNights({ nights }: StageRows): boolean {
  return nights !== undefined && nights.base.some((night) => night !== nights.head);
}
