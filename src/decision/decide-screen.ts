// What stored answers and a few fresh ones decide: a pass, or the next round. A screen never fails a change.
import type { Outlier } from '../analysis/outliers.ts';
import type { Cell } from '../evaluation/cell.ts';
import { nextRound, type Decision, type DecisionInput, type Verdict } from './decision.ts';
import { isOneNight } from './label-nights.ts';
import { screenRows, isOfOtherNights, pooledRows } from './stage-rows.ts';
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
  // With `target` pairs of rulings on one answer are compared, and beside them all that is stored.
  const screen = readScreen(evidence, policy, input.kind === 'target' ? pooledRows(input, round) : undefined);
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
  const flagged = screen.flagged.map(({ metric }) => metric);
  const isPartOfToday = (round.today ?? 0) < round.scenarios;
  const wholeToday: Round = { ...round, today: round.scenarios };
  // The base of today is the dearer half of what a confirmation looks at first: the head's half is there.
  if (suspicious && isPartOfToday) return nextRound(wholeToday, 'today', flagged);
  if (suspicious) return nextRound(confirmRound(input, round), 'suspicious', flagged);
  // What half of the base does not show of the night, all of it may.
  if (round.today !== undefined && isPartOfToday) return nextRound(wholeToday, 'today', flagged);
  const most = Math.min(policy.selection.extendTo, input.order.length);
  if (round.scenarios < most) return nextRound({ ...round, scenarios: most }, 'extend', flagged);
  // A limit is about the head's level alone.
  if (screen.open.length === 0 && limitsOpen && round.draws < SCREEN_DRAWS)
    return nextRound({ ...round, draws: round.draws + 1 }, 'undecided', flagged);
  if (isPartOfToday) return nextRound(wholeToday, 'today', flagged);
  return nextRound(confirmRound(input, round), 'screen-exhausted', flagged);
}

/**
 * The first look of a confirmation. The screen's first head draw is its first, too, where the base was asked the same night and, with
 * `target`, about the same answers.
 */
function confirmRound(input: DecisionInput, { scenarios }: Round): Round {
  const asked = new Set(input.order.slice(0, scenarios));
  const sides = input.cells.filter(
    ({ stage, arm, draw, scenario }) => draw === 1 && asked.has(scenario) && (stage === 'screen') === (arm === 'head'),
  );
  const draws = looksOf(input.policy)[0]!;
  const isReused = isOneNight(sides) && (input.kind === 'prompt' || isOfSameAnswers(sides));
  return { stage: 'confirm', draws, scenarios, ...(isReused && { reused: true }) };
}

function isOfSameAnswers(sides: readonly Cell[]): boolean {
  const answers = new Map<string, string>();
  return sides.every(({ scenario, model, response }) => {
    const place = JSON.stringify([scenario, model]);
    const other = answers.get(place);
    answers.set(place, response);
    return other === undefined || other === response;
  });
}

/** Every draw of the head has it so far, and none of the base. */
function mayBeNew({ draws: { base, head } }: Outlier): boolean {
  return base.seen === 0 && head.seen > 0 && head.seen === head.measured;
}
