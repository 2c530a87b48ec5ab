// What each look at a change of models decides.
import { nextRound, type Decision, type DecisionInput } from './decision.ts';
import { asOnlyLook, modelLooks, readModelLook } from './model-looks.ts';
import { copyNotes } from './copies.ts';
import { testFindings } from './findings/test-findings.ts';
import { confirmRows } from './stage-rows.ts';
import { checkLimits } from './limits.ts';
import { countMissing, missingReasons } from './missing.ts';
import type { Round } from './round.ts';
import { settleGrounds, reportedOnly, undecided, hasUndecided, type Settled } from './settle.ts';
import { judgePanel } from './judge-panel.ts';

/** Looks at a change of models; nothing stored is held against it, so drift since then cannot pass for the change. */
export function decideModels(input: DecisionInput, round: Round | undefined): Decision {
  const { policy } = input;
  const looks = modelLooks(policy, input.order.length);
  if (round === undefined) return nextRound(looks[0]!.round, 'start');
  const at = looks.findIndex(({ round: own }) => own.scenarios === round.scenarios && own.draws === round.draws);
  const planned = looks[at];
  if (planned === undefined) throw new RangeError(`no look of a change of models: ${round.draws} x ${round.scenarios}`);
  const evidence = confirmRows(input, round);
  const isCopied = copyNotes(evidence).some(({ args }) => args['counted'] === 'once');
  const look = isCopied ? asOnlyLook(planned) : planned;
  const missing = countMissing(evidence);
  const settled: readonly Settled[] = [
    ...readModelLook(evidence, look, policy).map((one): Settled => ({ ...one, stage: 'confirm' })),
    ...reportedOnly(evidence, policy),
  ];
  const reasons = missingReasons(missing);
  const panel = judgePanel(input, 'confirm');
  const settlement = settleGrounds(input, {
    evidence,
    settled: reasons.length > 0 ? settled.map(undecided) : settled,
    limits: reasons.length > 0 ? new Map() : checkLimits(evidence, policy),
    missing,
    reasons: reasons.length > 0 ? reasons : panel,
    notes: [],
    look,
  });
  const later = looks[at + 1]?.round;
  const isOpen = settlement.verdict === 'inconclusive' && reasons.length === 0 && hasUndecided(settlement);
  if (!isOpen || later === undefined || isCopied) return { ...settlement, ...testFindings(evidence, input) };
  return nextRound(later, later.scenarios > round.scenarios ? 'extend' : 'undecided');
}
