// The gate from start to end: what changed, which scenarios test it, rounds of evidence until they decide.
import { whereDefined } from '../core/where-defined.ts';
import { decide } from '../decision/decide.ts';
import type { DecisionInput, TouchedClause, Verdict } from '../decision/decision.ts';
import { flaggedClauses } from '../decision/loosening.ts';
import type { DecisionPolicy } from '../decision/policy.ts';
import type { Round } from '../decision/round.ts';
import type { Ask } from '../evaluation/ask.ts';
import { listCellTasks, type CellTask } from '../evaluation/cell-task.ts';
import { isAffected, isRuledTwice, type Comparison } from '../evaluation/comparison.ts';
import type { Control } from '../evaluation/controls/control.ts';
import type { ControlTask } from '../evaluation/controls/judge-controls.ts';
import { isGutted, touchedPairs } from '../evaluation/clause-pairs.ts';
import { runControls, type ControlState } from './run-controls.ts';
import { evaluate, type EvaluatedCell } from '../evaluation/evaluate.ts';
import { hasRubrics } from '../scenarios/scenario.ts';
import { groupAlike } from '../scenarios/scenario-groups.ts';
import type { SelectedScenario, UntestedClause } from '../scenarios/selection/select.ts';

/** A comparison with the scenarios that test it. */
export interface CheckSubject {
  readonly comparison: Comparison;
  readonly policy: DecisionPolicy;
  readonly selected: readonly SelectedScenario[];
  readonly untested: readonly UntestedClause[];
  /** Ids of scenarios that were written for this change: nothing is stored of them, so both arms are drawn fresh at once. */
  readonly written?: ReadonlySet<string>;
  /** Nothing of the base is stored either: see `isUnscreened`. */
  readonly unscreened?: true;
  /** Answers of known ruling that the panel is asked about beside the models' answers. */
  readonly controls?: readonly Control[];
  /** Items that the project has labelled, whatever they are about. */
  readonly labelled?: number;
  /** Slots whose model changed; undefined for a spec change. */
  readonly changedModels?: readonly string[];
}

export interface CheckPorts {
  readonly ask: Ask;
  /** Called before each round, with what it asks for. */
  readonly onRound?: (round: Round, tasks: readonly CellTask[]) => void;
  /** Called before answers of known ruling are judged, with what will be asked. */
  readonly onControls?: (tasks: readonly ControlTask[]) => void;
  /** Why no more may be asked (budget, quota, a signal); the evidence so far is then all there is. */
  readonly stopped?: () => string | undefined;
}

/** A round with what came of it. */
export interface FinishedRound extends Round {
  readonly outcome: string;
}

export interface CheckResult {
  readonly verdict: Verdict;
  readonly rounds: readonly FinishedRound[];
  readonly cells: readonly EvaluatedCell[];
  readonly controls: ControlState;
  /** Scenarios on which the arms can differ, in the selection's order. */
  readonly affected: readonly SelectedScenario[];
}

/** Runs rounds until they decide. A run that is stopped early decides on what it has, and missing evidence never passes. */
export async function check(subject: CheckSubject, ports: CheckPorts): Promise<CheckResult> {
  const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
  const watched = { touched: touchedClauses(subject.comparison), policy: subject.policy };
  const cells = new Map<string, EvaluatedCell>();
  const rounds: FinishedRound[] = [];
  let controls: ControlState = { controls: subject.controls ?? [], rulings: [] };
  let round: Round | undefined;
  for (;;) {
    const evidence = { round, cells: [...cells.values()], controls: controls.rulings };
    const decision = decide({ ...decisionInput(subject, affected), ...evidence });
    if (round !== undefined) {
      const outcome = decision.status === 'next' ? decision.reason : decision.verdict;
      rounds.push({ ...round, outcome: ports.stopped?.() ?? outcome });
    }
    if (decision.status === 'verdict')
      return { verdict: decision, rounds, cells: [...cells.values()], controls, affected };
    round = decision.round;
    const tasks = roundTasks(subject, affected, round).filter((task) => !cells.has(cellId(task)));
    ports.onRound?.(round, tasks);
    for (const [index, cell] of (await evaluate(subject.comparison, tasks, ports.ask)).entries()) {
      cells.set(cellId(tasks[index]!), cell);
    }
    if (round.reused) reuseScreen(cells, affected.slice(0, round.scenarios));
    const scenarios = affected.map(({ scenario }) => scenario);
    controls = await runControls(
      controls,
      {
        comparison: subject.comparison,
        round,
        cells: [...cells.values()],
        scenarios,
        flagged: (rulings) => new Set(flaggedClauses({ ...watched, controls: rulings }).map(({ clause }) => clause)),
      },
      ports,
    );
  }
}

/** The cells a round asks for: the screen's base draws are the stored pool's, the confirmation draws both arms alike. */
export function roundTasks(
  subject: CheckSubject,
  affected: readonly SelectedScenario[],
  round: Round,
): readonly CellTask[] {
  const isScreen = round.stage === 'screen';
  const stored = Math.max(subject.policy.selection.replicates.base, round.draws);
  const again = listCellTasks(subject.comparison, {
    stage: 'confirm',
    scenarios: affected.slice(0, round.today ?? 0).map(({ scenario }) => scenario),
    draws: { base: isScreen ? 1 : round.draws + 1, head: 0 },
  });
  const own = listCellTasks(subject.comparison, {
    stage: round.stage,
    scenarios: affected.slice(0, round.scenarios).map(({ scenario }) => scenario),
    draws: { base: isScreen ? stored : round.draws, head: round.draws },
  });
  const isThere = ({ arm, draw }: CellTask): boolean => round.reused === true && arm === 'head' && draw === 1;
  return [...own.filter((task) => !isThere(task)), ...again.filter((task) => isScreen || task.draw > round.draws)];
}

/** The screen's first head draw as the confirmation's, too. */
function reuseScreen(cells: Map<string, EvaluatedCell>, affected: readonly SelectedScenario[]): void {
  const asked = new Set(affected.map(({ scenario }) => scenario.id));
  for (const cell of cells.values()) {
    if (cell.stage !== 'screen' || cell.arm !== 'head' || cell.draw !== 1 || !asked.has(cell.scenario)) continue;
    const own: EvaluatedCell = { ...cell, stage: 'confirm' };
    cells.set(placeOf(own), own);
  }
}

/** Whether there are no stored answers to screen against, so that both sides are drawn fresh at once. */
export function isUnscreened({ written, unscreened }: CheckSubject, affected: readonly SelectedScenario[]): boolean {
  return unscreened === true || affected.some(({ scenario }) => written?.has(scenario.id) === true);
}

function decisionInput(
  subject: CheckSubject,
  affected: readonly SelectedScenario[],
): Omit<Parameters<typeof decide>[0], 'round' | 'cells' | 'controls'> {
  const { comparison, policy, untested, changedModels, labelled } = subject;
  return {
    kind: comparison.kind,
    policy,
    ...(isUnscreened(subject, affected) && { unscreened: true }),
    order: affected.map(({ scenario }) => scenario.id),
    links: new Map(
      affected.map(({ scenario, reason }) => [
        scenario.id,
        reason.kind === 'linked' ? reason.clauses : [reason.clause],
      ]),
    ),
    renamed: new Map([...comparison.clauses.byId].map(([cited, { id }]) => [cited, id])),
    groups: groupAlike(affected.map(({ scenario }) => scenario)),
    named: new Set(affected.flatMap(({ scenario, reason }) => (reason.kind === 'named' ? [scenario.id] : []))),
    models: comparison.slots.map(({ id }) => id),
    ...whereDefined({ changedModels, labelled }),
    judges: comparison.judges.map(({ id }) => id),
    scoring: whyUnscored(comparison, affected),
    untested: untested.map(({ clause }) => clause),
    ruledTwice: new Set(affected.flatMap(({ scenario }) => (isRuledTwice(comparison, scenario) ? [scenario.id] : []))),
    touched: touchedClauses(comparison),
    ...whereDefined({ reworded: rewordedClauses(comparison) }),
  };
}

/** What is said where no answer has a score. */
function whyUnscored(
  { classifier }: Comparison,
  affected: readonly SelectedScenario[],
): NonNullable<DecisionInput['scoring']> {
  if (classifier === undefined) return 'no-classifier';
  return affected.some(({ scenario }) => hasRubrics(scenario)) ? 'not-scored' : 'no-rubrics';
}

/** See `DecisionInput`. */
function rewordedClauses({ kind, clauses }: Comparison): ReadonlySet<string> | undefined {
  const touched = kind === 'model' ? [] : touchedPairs(clauses);
  const isLost = touched.length === 0 || touched.some(({ head }) => head === undefined);
  return isLost ? undefined : new Set(touched.map(({ id }) => id));
}

/** Clauses of the base that the edit touches. */
function touchedClauses({ kind, clauses }: Comparison): readonly TouchedClause[] {
  if (kind === 'model') return [];
  return touchedPairs(clauses).flatMap((pair) =>
    pair.base === undefined ? [] : [{ id: pair.id, edit: isGutted(pair, clauses) ? 'gutted' : 'edited' } as const],
  );
}

type Place = Pick<EvaluatedCell, 'scenario' | 'model' | 'arm' | 'stage' | 'draw'>;

function cellId({ scenario, slot, arm, stage, draw }: CellTask): string {
  return placeOf({ scenario: scenario.id, model: slot.id, arm, stage, draw });
}

function placeOf({ scenario, model, arm, stage, draw }: Place): string {
  return [scenario, model, arm, stage, draw].join('\n');
}
