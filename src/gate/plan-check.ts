// What a check would ask: the next round exactly, and the most that all rounds together could.
import { roundTasks } from '../check.ts';
import { SCREEN_DRAWS } from '../decision/bounds.ts';
import { startRound } from '../decision/decide.ts';
import type { Round } from '../decision/round.ts';
import { isAffected } from '../evaluation/comparison.ts';
import { planCalls, type PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { CountedCalls, Plan } from '../report/plan.ts';
import type { SelectedScenario } from '../scenarios/select.ts';
import type { PreparedCheck } from './prepare-check.ts';

/** The plan of a prepared check against what is stored. Asks nobody. */
export function planCheck(prepared: PreparedCheck, store: AnswerStore): Plan {
  const { subject } = prepared;
  const affected = subject.selected.filter(({ scenario }) => isAffected(subject.comparison, scenario));
  const first = affected.length === 0 ? undefined : startRound(subject.policy, affected.length);
  const calls = (rounds: readonly Round[]): readonly PlannedCall[] =>
    planCalls(
      subject.comparison,
      rounds.flatMap((round) => roundTasks(subject, affected, round)),
      store,
    );
  const { selection } = subject.policy;
  const most = Math.min(selection.extendTo, affected.length);
  const worst: readonly Round[] = [
    { stage: 'screen', draws: SCREEN_DRAWS, scenarios: most },
    { stage: 'confirm', draws: 2 * selection.replicates.confirm, scenarios: most },
  ];
  return {
    scenarios: subject.selected.map((selected) => describe(selected, affected)),
    untested: subject.untested,
    models: subject.comparison.slots.map(({ id }) => id),
    judges: subject.comparison.judges.map(({ id }) => id),
    ...(first === undefined ? {} : { first }),
    minimum: countCalls(first === undefined ? [] : calls([first]).filter(({ optional }) => !optional)),
    worstCase: countCalls(first === undefined ? [] : calls(worst)),
  };
}

function describe(selected: SelectedScenario, affected: readonly SelectedScenario[]): Plan['scenarios'][number] {
  const { scenario, reason } = selected;
  return {
    scenario: scenario.id,
    reason: reason.kind,
    clauses: reason.kind === 'linked' ? reason.clauses : [reason.clause],
    affected: affected.includes(selected),
  };
}

function countCalls(calls: readonly PlannedCall[]): CountedCalls {
  const stored = calls.filter((call) => call.stored).length;
  return { needed: calls.length, stored, toMake: calls.length - stored };
}
