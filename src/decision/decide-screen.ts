// What stored answers and a few fresh ones decide: a pass, or the next round. A screen never fails a change.
import type { Outlier } from '../analysis/outliers.ts';
import { nextRound, type Decision, type DecisionInput, type Verdict } from './decision.ts';
import { screenRows, isOfOtherNights } from './stage-rows.ts';
import { checkLimits } from './limits.ts';
import { readLoosening } from './loosening.ts';
import { countMissing, missingReasons } from './missing.ts';
import type { Round } from './round.ts';
import { SCREEN_DRAWS, TODAY_SHARE } from './bounds.ts';
import { looksOf } from './looks.ts';
import { readScreen, settleScreen } from './screen.ts';
import { listOutliers, settleVerdict } from './settle.ts';
import { judgePanel } from './judge-panel.ts';

/**
 * A pass where every blocking metric is bounded under its margin. Otherwise the next thing to ask, from cheap to dear: base answers
 * of today, more scenarios, more draws, and in the end a confirmation.
 */
export function decideScreen(input: DecisionInput, round: Round): Decision {
  const { policy } = input;
  const evidence = screenRows(input, round);
  const screen = readScreen(evidence, policy);
  const missing = countMissing(evidence);
  const limits = checkLimits(evidence, policy);
  const grounds = { evidence, limits, missing, notes: [] };
  const reasons = missingReasons(missing);
  if (reasons.length > 0) {
    return settleVerdict(input, { ...grounds, limits: new Map(), settled: settleScreen(screen, policy), reasons });
  }
  const panel = judgePanel(input, 'screen');
  const loosening = readLoosening(input, 'screen');
  const settleNow = (): Verdict =>
    settleVerdict(input, {
      ...grounds,
      settled: settleScreen(screen, policy),
      reasons: [...panel, ...loosening.reasons],
    });

  const limitsOpen = [...limits.values()].some((status) => status === 'open' || status === 'breached');
  const outlierSuspected = policy.actions.newOutliers === 'fail' && listOutliers(evidence).some(mayBeNew);
  const suspicious = screen.suspicious || loosening.flagged.length > 0;
  if (screen.open.length === 0 && !limitsOpen && !outlierSuspected && !suspicious) {
    return round.today === undefined && isOfOtherNights(evidence)
      ? nextRound({ ...round, today: Math.ceil(TODAY_SHARE * round.scenarios) }, 'today')
      : settleNow();
  }
  // More of what such a panel says would not make a pass.
  if (panel.some(({ severity }) => severity !== 'notice') && !suspicious) return settleNow();
  const confirm: Round = { stage: 'confirm', draws: looksOf(policy)[0]!, scenarios: round.scenarios };
  const flagged = screen.flagged.map(({ metric }) => metric);
  if (suspicious) return nextRound(confirm, 'suspicious', flagged);
  const wholeToday: Round = { ...round, today: round.scenarios };
  const isPartOfToday = (round.today ?? 0) < round.scenarios;
  // What half of the base does not show of the night, all of it may.
  if (round.today !== undefined && isPartOfToday) return nextRound(wholeToday, 'today', flagged);
  const most = Math.min(policy.selection.extendTo, input.order.length);
  if (round.scenarios < most) return nextRound({ ...round, scenarios: most }, 'extend', flagged);
  if (round.draws < SCREEN_DRAWS) return nextRound({ ...round, draws: round.draws + 1 }, 'undecided', flagged);
  // Base answers of today are the cheaper half of a confirmation; with `target` they say nothing but of the night.
  const isHelped = input.kind !== 'target' || isOfOtherNights(evidence);
  if (isPartOfToday && isHelped) return nextRound(wholeToday, 'today', flagged);
  return nextRound(confirm, 'screen-exhausted', flagged);
}

/** Every draw of the head has it so far, and none of the base. */
function mayBeNew({ draws: { base, head } }: Outlier): boolean {
  return base.seen === 0 && head.seen > 0 && head.seen === head.measured;
}
