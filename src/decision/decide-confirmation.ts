// What fresh answers of both sides decide: a pass, a failure, another look, or that it stays open.
import { assessAll } from './assess.ts';
import { readConfirmation } from './confirm.ts';
import { nextRound, type Decision, type DecisionInput } from './decision.ts';
import { copyNotes } from './copies.ts';
import { findDrift } from './drift.ts';
import { confirmRows, screenRows, isOfOtherNights, type StageRows } from './stage-rows.ts';
import { checkLimits } from './limits.ts';
import { readLoosening } from './loosening.ts';
import { countMissing, missingReasons } from './missing.ts';
import type { Round } from './round.ts';
import { levelOfLooks, looksOf } from './looks.ts';
import { readScreen, skipScreen, settleScreen } from './screen.ts';
import { settleVerdict, reportedOnly, undecided, hasUndecided, type Settled } from './settle.ts';
import { judgePanel } from './judge-panel.ts';

/** The verdict on fresh draws of both sides, or one more look at more of them while that could still change it. */
export function decideConfirmation(input: DecisionInput, round: Round): Decision {
  const { policy } = input;
  const evidence = confirmRows(input, round);
  const before = input.unscreened ? undefined : screenRows(input, { ...round, draws: screenedDraws(input) });
  // A metric that stored answers of other nights would let pass is read on the fresh ones, too.
  const screen =
    before === undefined
      ? skipScreen(evidence, policy)
      : readScreen(withoutToday(before), policy, { mayPass: !isOfOtherNights(before) });
  const looks = looksOf(policy);
  const drift = before === undefined ? [] : findDrift(before, evidence, policy);
  const confirmed = readConfirmation(evidence, screen, {
    policy,
    // Copies in the confirmation are the screen's answers again; with `target` it is their rulings that are compared, which are not.
    pooled:
      before === undefined || drift.length > 0 || (input.kind !== 'target' && copyNotes(evidence).length > 0)
        ? []
        : assessAll(withoutToday(before), policy),
    level: levelOfLooks(policy, screen.suspicious ? 'gated' : 'ungated'),
  });
  const missing = countMissing(evidence);
  const fresh: readonly Settled[] = [
    ...confirmed.map((one): Settled => ({ ...one, stage: 'confirm' })),
    ...reportedOnly(evidence, policy),
  ];
  const settledAnew = new Set(fresh.map(({ assessment }) => assessment.metric));
  const settled: readonly Settled[] = [
    ...fresh,
    ...settleScreen(screen, policy).filter(({ assessment }) => !settledAnew.has(assessment.metric)),
  ];
  const reasons = missingReasons(missing);
  const loosening = readLoosening(input, 'confirm');
  const panel = judgePanel(input, 'confirm');
  const verdict = settleVerdict(input, {
    evidence,
    settled: reasons.length > 0 ? settled.map(undecided) : settled,
    limits: reasons.length > 0 ? new Map() : checkLimits(evidence, policy),
    missing,
    reasons: reasons.length > 0 ? reasons : [...panel, ...loosening.reasons],
    notes: drift,
  });
  const later = looks.find((draws) => draws > round.draws);
  const isOpen = verdict.verdict === 'inconclusive' && reasons.length === 0 && hasUndecided(verdict);
  if (later === undefined) return verdict;
  if (isOpen) return nextRound({ ...round, draws: later }, 'next-look');
  // A failure is read with the models that newly stand apart, and those show in two draws.
  const lacksOutliers = verdict.verdict === 'fail' && verdict.metrics.newOutliers?.why === 'one-draw';
  return lacksOutliers ? nextRound({ ...round, draws: later }, 'outliers') : verdict;
}

/** Today's base answers are the confirmation's own: one with the other they would count twice. */
function withoutToday(before: StageRows): StageRows {
  const { today, ...others } = before;
  return today === undefined ? before : others;
}

/** Head draws that the screen took before the confirmation began. */
function screenedDraws(input: DecisionInput): number {
  let draws = 1;
  for (const { stage, arm, draw } of input.cells) {
    if (stage === 'screen' && arm === 'head') draws = Math.max(draws, draw);
  }
  return draws;
}
