// Where a fault shows today: the stored answers to the scenarios of its clauses, with how their judges ruled.
import { indexCells, readRows } from '../analysis/draw-row.ts';
import { meanOfKnown } from '../analysis/metrics/row-value.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { Arm } from '../evaluation/cell.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { withCurrentLinks } from '../scenarios/current-links.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { orderBySeed } from '../scenarios/selection/seeded-order.ts';
import { measureOf, type Fault } from './fault.ts';
import { compareTexts, type RepairSubject } from './repair-subject.ts';

export interface SeenScenario {
  readonly scenario: Scenario;
  /** The fault's measure on it, mean over draws; of a failing metric how much it rose. */
  readonly level: number;
  readonly cells: readonly EvaluatedCell[];
}

/** Stored draws that are looked at. What is found on them is never compared: edits are tested on fresh ones. */
const SEEN_DRAWS = 2;
/** A scenario shows the fault from here on; below lies what a single odd ruling makes. */
const LEAST_LEVEL = 0.2;

export interface FaultSight {
  readonly comparison: Comparison;
  readonly tasks: readonly CellTask[];
  readonly scenarios: readonly Scenario[];
}

/** What has to be looked at, without asking: nearly all of it is stored since the check that found the fault. */
export function planSight(subject: Omit<RepairSubject, 'faults'>, fault: Fault): FaultSight {
  return planClauseSight(subject, fault.clauses, fault.kind === 'metric' ? 'with base' : 'alone');
}

/** The scenarios of some clauses under the text as it is; `with base` also under what a pull request started from. */
export function planClauseSight(
  { project, current, base }: Omit<RepairSubject, 'faults'>,
  clauses: readonly string[],
  how: 'alone' | 'with base' = 'alone',
): FaultSight {
  const before = how === 'with base' ? base?.spec : undefined;
  const comparison = compareTexts(project, before ?? current.spec, current.spec);
  const { scenarios: all } = withCurrentLinks(project.bank, [current.spec]);
  const linked = all.filter((scenario) => clauses.some((id) => scenario.clauses.includes(id)));
  const { seed, selection } = project.config;
  const scenarios = orderBySeed(linked, seed)
    .toSorted((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1))
    .slice(0, selection.extendTo);
  const draws = { base: before === undefined ? 0 : SEEN_DRAWS, head: SEEN_DRAWS };
  return { comparison, scenarios, tasks: listCellTasks(comparison, { stage: 'screen', scenarios, draws }) };
}

/** Every scenario of the fault's clauses with its level, the highest first. */
export async function seeFault(sight: FaultSight, fault: Fault, ask: Ask): Promise<readonly SeenScenario[]> {
  const { comparison, tasks, scenarios } = sight;
  const cells = await evaluate(comparison, tasks, ask);
  const heads = readLevels(sight, { fault, arm: 'head', cells });
  const bases = readLevels(sight, { fault, arm: 'base', cells });
  return scenarios
    .map((scenario): SeenScenario => {
      const level = (heads.get(scenario.id) ?? 0) - (bases.get(scenario.id) ?? 0);
      return { scenario, level, cells: cells.filter((cell) => cell.arm === 'head' && cell.scenario === scenario.id) };
    })
    .sort((a, b) => b.level - a.level || (a.scenario.id < b.scenario.id ? -1 : 1));
}

export function showsFault({ level }: SeenScenario): boolean {
  return level >= LEAST_LEVEL;
}

function readLevels(
  { comparison, scenarios }: FaultSight,
  { fault, arm, cells }: { readonly fault: Fault; readonly arm: Arm; readonly cells: readonly EvaluatedCell[] },
): ReadonlyMap<string, number | undefined> {
  const own = cells.filter((cell) => cell.arm === arm);
  if (own.length === 0) return new Map();
  const { read } = measureOf(fault);
  const rows = readRows(indexCells(own), {
    arm,
    stage: 'screen',
    scenarios: scenarios.map(({ id }) => id),
    models: comparison.slots.map(({ id }) => id),
    draws: SEEN_DRAWS,
  });
  const judges = comparison.judges.length;
  return new Map([...rows].map(([id, draws]) => [id, meanOfKnown(draws.map((row) => read(row, 'none', judges)))]));
}
