// What fresh answers of both sides decide: a pass, a failure, another look, or that it stays open.
import { readConfirmation } from './confirm.ts';
import { nextRound, type Decision, type DecisionInput, type Reason } from './decision.ts';
import { copyNotes } from './copies.ts';
import { findDrift } from './drift.ts';
import { confirmRows, pooledRows, screenRows, type StageRows } from './stage-rows.ts';
import { checkLimits } from './limits.ts';
import { readLoosening } from './loosening.ts';
import { countMissing, missingReasons } from './missing.ts';
import type { Round } from './round.ts';
import { levelAt, looksOf } from './looks.ts';
import { settleVerdict, reportedOnly, undecided, hasUndecided, type Settled } from './settle.ts';
import { judgePanel } from './judge-panel.ts';

/** The verdict on fresh draws of both sides, or one more look at more of them while that could still change it. */
export function decideConfirmation(input: DecisionInput, round: Round): Decision {
  const { policy } = input;
  const evidence = confirmRows(input, round);
  const drift = input.unscreened
    ? []
    : findDrift(screenRows(input, { draws: 1, scenarios: round.scenarios }), evidence, policy);
  const isAhead = round.today !== undefined;
  const confirmed = readConfirmation(evidence, {
    policy,
    all: isAllTrusted(input, { evidence, drift }) ? pooledRows(input, round) : undefined,
    level: isAhead ? undefined : levelAt(policy, round.draws, { after: input.unscreened ? 'unscreened' : 'screened' }),
  });
  const missing = countMissing(evidence);
  const settled: readonly Settled[] = [
    ...confirmed.map((one): Settled => ({ ...one, stage: 'confirm' })),
    ...reportedOnly(evidence, policy),
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
  const { today: _, ...behind } = round;
  const later = looksOf(policy).find((draws) => draws > round.draws);
  if (later === undefined) return verdict;
  const isOpen = verdict.verdict === 'inconclusive' && reasons.length === 0 && hasUndecided(verdict);
  if (isOpen && !isAhead && !input.unscreened) return nextRound({ ...round, today: round.scenarios }, 'next-base');
  if (isOpen) return nextRound({ ...behind, draws: later }, 'next-look');
  // A failure is reported with the models that newly stand apart, which takes two draws to see.
  const lacksOutliers = verdict.verdict === 'fail' && verdict.metrics.newOutliers?.why === 'one-draw';
  return lacksOutliers ? nextRound({ ...behind, draws: later }, 'outliers') : verdict;
}

/**
 * Whether a pass may rest on stored draws beside fresh ones: not where the base's of today contradict them, nor where there were
 * none, nor where the head's are copies of one answer (with `target` rulings are compared, which are no copies).
 */
function isAllTrusted(
  { unscreened, kind }: DecisionInput,
  { evidence, drift }: { readonly evidence: StageRows; readonly drift: readonly Reason[] },
): boolean {
  if (unscreened === true || drift.length > 0) return false;
  return kind === 'target' || copyNotes(evidence).length === 0;
}
