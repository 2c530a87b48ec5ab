// The decision: cheap evidence first, more only where it is needed, and a verdict that fails closed. Pure.
import { nextRound, type Decision, type DecisionInput, type Verdict } from './decision.ts';
import { NOTHING_LOOKED_AT } from './findings/tested-findings.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Round } from './round.ts';
import { looksOf } from './looks.ts';
import { untestedReasons } from './settle.ts';
import { statusOfGrounds } from './severity.ts';
import { decideScreen } from './decide-screen.ts';
import { decideConfirmation } from './decide-confirmation.ts';
import { decideModels } from './decide-models.ts';

/**
 * The first round: one head draw on as many of the available scenarios as the policy starts with; where nothing is stored to
 * screen against, the confirmation's first look on all of them.
 */
export function startRound(policy: DecisionPolicy, available: number, unscreened = false): Round {
  if (unscreened) {
    return { stage: 'confirm', draws: looksOf(policy)[0]!, scenarios: Math.min(policy.selection.extendTo, available) };
  }
  return { stage: 'screen', draws: 1, scenarios: Math.min(policy.selection.scenarios, available) };
}

/**
 * The next round to carry out, or the verdict. The same input always gives the same answer.
 * @throws RangeError for cells with a draw below 1 or two cells in one place: bugs of the caller.
 */
export function decide(input: DecisionInput): Decision {
  if (input.order.length === 0) return nothingAffected(input);
  const { round } = input;
  if (input.kind === 'model') return decideModels(input, round);
  if (round === undefined) return nextRound(startRound(input.policy, input.order.length, input.unscreened), 'start');
  return round.stage === 'screen' ? decideScreen(input, round) : decideConfirmation(input, round);
}

function nothingAffected(input: DecisionInput): Verdict {
  const reasons = untestedReasons(input);
  return {
    status: 'verdict',
    verdict: statusOfGrounds(reasons),
    reasons: reasons.length > 0 ? reasons : [{ code: 'nothing-affected', args: {}, severity: 'notice' }],
    metrics: {},
    clauses: [],
    findings: NOTHING_LOOKED_AT,
    missing: { cells: 0, expected: 0, answered: {} },
    notes: [],
  };
}
