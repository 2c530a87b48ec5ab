// The answers of known ruling that go with a check: which of them a round asks for, and what came of them so far.
import type { EvaluatedCell } from '../evaluation/evaluate.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { Comparison } from '../evaluation/comparison.ts';
import { answersAsViolations } from '../evaluation/controls/answers-as-violations.ts';
import { carriersOf } from '../evaluation/controls/carriers.ts';
import type { Control, ControlRuling } from '../evaluation/controls/control.ts';
import { judgeControls, listControlTasks, type ControlTask } from '../evaluation/controls/judge-controls.ts';
import { doubtsJudges } from '../decision/judge-panel.ts';
import type { Round } from '../decision/round.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** The controls of a check with what was ruled on them. */
export interface ControlState {
  readonly controls: readonly Control[];
  readonly rulings: readonly ControlRuling[];
}

/** A round of a check as controls see it. */
export interface ControlRound {
  readonly comparison: Comparison;
  readonly round: Round;
  /** All cells so far; the screen's may serve as violations. */
  readonly cells: readonly EvaluatedCell[];
  readonly scenarios: readonly Scenario[];
  /** Clauses that look loosened by what was ruled so far. */
  readonly flagged: (rulings: readonly ControlRuling[]) => ReadonlySet<string>;
}

export interface ControlPorts {
  readonly ask: Ask;
  readonly onControls?: (tasks: readonly ControlTask[]) => void;
}

/** Rulings (violations x draws) of a clause that make it certain enough: seven would do for four clauses or more. */
const RULINGS_OF_CLAUSE = 8;
export const FEWEST_CONTROL_DRAWS = 2;
const MOST_DRAWS = 4;

/**
 * Judges what a round asks for: violations of the touched clauses in the screen, and in a confirmation those of clauses that the
 * screen flagged, for no other can fail; canaries once in the screen, and once more where judges did worse on the head.
 */
export async function runControls(
  state: ControlState,
  at: ControlRound,
  { ask, onControls }: ControlPorts,
): Promise<ControlState> {
  const { comparison, round, cells, scenarios, flagged } = at;
  // Where nothing was screened (scenarios written for the change) the controls still are: twice, on rulings of their own.
  const isUnscreened = cells.every(({ stage }) => stage !== 'screen');
  const isScreening = round.stage === 'screen' || isUnscreened;
  const found = isScreening
    ? answersAsViolations(comparison, state.controls, { cells, scenarios, stage: round.stage })
    : [];
  const isFirst = isScreening && state.rulings.length === 0;
  const carriers = isFirst ? carriersOf(comparison, cells, comparison.digest) : [];
  const controls = [...state.controls, ...found, ...carriers];
  const rulings = [...state.rulings];
  const judge = async (tasks: readonly ControlTask[]): Promise<void> => {
    const known = new Set(rulings.map((one) => placeOf(one.id, one)));
    const fresh = tasks.filter((task) => !known.has(placeOf(task.control.id, task)));
    if (fresh.length === 0) return;
    onControls?.(fresh);
    rulings.push(...(await judgeControls(comparison, fresh, ask)));
  };
  if (isUnscreened) await judge(controlTasks(controls, { ...round, stage: 'screen' }));
  const open = round.stage === 'screen' ? controls : ofClauses(controls, flagged(rulings));
  await judge(controlTasks(open, round));
  const judges = comparison.judges.map(({ id }) => id);
  if (isScreening && doubtsJudges({ cells: [], controls: rulings, judges })) {
    await judge(listControlTasks(controls.filter(isCanary), { stage: 'screen', to: 2 }));
  }
  return { controls, rulings };
}

/**
 * What a round asks for of known controls. A confirmation has all rulings on its violations from its first look on: they are few,
 * of suspicious clauses alone, and tested once.
 */
export function controlTasks(controls: readonly Control[], { stage }: Pick<Round, 'stage'>): readonly ControlTask[] {
  const canaries = stage === 'screen' ? listControlTasks(controls.filter(isCanary), { stage, to: 1 }) : [];
  const violations = controls.filter(({ role }) => role === 'violation');
  return [
    ...canaries,
    ...violations.flatMap((control) => {
      return listControlTasks([control], {
        stage,
        to: stage === 'confirm' ? MOST_DRAWS : drawsFor(control, violations),
      });
    }),
  ];
}

/** The fewer violations a clause has, the more often each is judged. */
function drawsFor({ clauses }: Control, violations: readonly Control[]): number {
  const needed = clauses.map((clause) => {
    const own = violations.filter((one) => one.clauses.includes(clause)).length;
    return Math.ceil(RULINGS_OF_CLAUSE / Math.max(1, own));
  });
  return Math.min(MOST_DRAWS, Math.max(FEWEST_CONTROL_DRAWS, ...needed));
}

function ofClauses(controls: readonly Control[], ids: ReadonlySet<string>): readonly Control[] {
  return controls.filter(({ clauses }) => clauses.some((id) => ids.has(id)));
}

function isCanary({ role }: Control): boolean {
  return role === 'canary';
}

function placeOf(id: string, { arm, stage, draw }: Pick<ControlTask, 'arm' | 'stage' | 'draw'>): string {
  return [id, arm, stage, draw].join('\n');
}
