// Says once what a check is about to ask.
import { isAffected } from '../evaluation/comparison.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { isLive } from '../models/provider-kind.ts';
import type { RunStart } from '../report/terminal/run-start.ts';
import type { Project } from '../run/load-project.ts';
import type { CheckSubject } from './check.ts';
import { usualCost } from './usual-cost.ts';

/**
 * Takes the plans of a check's rounds and tells of the first one, which is looked at once a call has been made: that one is stored
 * by then. Nothing of a run without a live model, which is over before it is read.
 */
export function createStartTeller(
  { comparison, selected }: CheckSubject,
  { config }: Pick<Project, 'config'>,
  onStart: ((start: RunStart) => void) | undefined,
): (calls: readonly PlannedCall[]) => readonly PlannedCall[] {
  let isTold = onStart === undefined;
  return (calls) => {
    if (isTold || !calls.some(({ request }) => isLive(request.model))) return calls;
    isTold = true;
    const left = calls.filter((call) => !call.stored);
    // A reply that was cut off is none that is stored, though it was the first call.
    const stored = Math.max(0, calls.length - left.length - 1);
    onStart?.({
      scenarios: selected.filter(({ scenario }) => isAffected(comparison, scenario)).length,
      models: comparison.slots.length,
      judges: comparison.judges.length,
      toMake: calls.length - stored,
      stored,
      usd: usualCost(left, config.prices),
      budget: config.budget.usd,
    });
    return calls;
  };
}
