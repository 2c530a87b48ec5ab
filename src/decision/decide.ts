// The decision: cheap evidence first, more only where it is needed, and a verdict that fails closed. Pure.
import type { Outlier } from '../analysis/outliers.ts';
import type { Stage } from '../evaluation/cell.ts';
import { assessAll } from './assess.ts';
import { readConfirmation } from './confirm.ts';
import type { Decision, DecisionInput, MetricName, NextReason, Reason, Verdict } from './decision.ts';
import { copyNotes } from './copies.ts';
import { findDrift } from './drift.ts';
import { modelLooks, readModelLook, type ModelLook } from './model-looks.ts';
import { panelReasons } from './judge-panel.ts';
import { confirmRows, screenRows, type StageRows } from './stage-rows.ts';
import { NOTHING_LOOKED_AT } from './findings/tested-findings.ts';
import { checkLimits } from './limits.ts';
import { readLoosening } from './loosening.ts';
import { countMissing, missingReasons } from './missing.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Round } from './round.ts';
import { SCREEN_DRAWS, TODAY_SHARE } from './bounds.ts';
import { levelOfLooks, looksOf } from './looks.ts';
import { readScreen, skipScreen, type ScreenResult } from './screen.ts';
import { listOutliers, settleVerdict, untestedReasons, type Settled } from './settle.ts';
import { statusOfGrounds } from './severity.ts';
import { unlikeLossReasons } from './unlike-losses.ts';

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
  const looks = input.kind === 'model' ? modelLooks(input.policy, input.order.length) : undefined;
  if (looks !== undefined) return decideModels(input, round, looks);
  if (round === undefined) return next(startRound(input.policy, input.order.length, input.unscreened), 'start');
  return round.stage === 'screen' ? decideScreen(input, round) : decideConfirmation(input, round);
}

function decideScreen(input: DecisionInput, round: Round): Decision {
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
      ? next({ ...round, today: Math.ceil(TODAY_SHARE * round.scenarios) }, 'today')
      : settleNow();
  }
  // More of what such a panel says would not make a pass.
  if (panel.some(({ severity }) => severity !== 'notice') && !suspicious) return settleNow();
  const confirm: Round = { stage: 'confirm', draws: looksOf(policy, input.kind)[0]!, scenarios: round.scenarios };
  const flagged = screen.flagged.map(({ metric }) => metric);
  if (suspicious) return next(confirm, 'suspicious', flagged);
  const wholeToday: Round = { ...round, today: round.scenarios };
  const isPartOfToday = (round.today ?? 0) < round.scenarios;
  // What half of the base does not show of the night, all of it may.
  if (round.today !== undefined && isPartOfToday) return next(wholeToday, 'today', flagged);
  const most = Math.min(policy.selection.extendTo, input.order.length);
  if (round.scenarios < most) return next({ ...round, scenarios: most }, 'extend', flagged);
  if (round.draws < SCREEN_DRAWS) return next({ ...round, draws: round.draws + 1 }, 'undecided', flagged);
  // Base answers of today are the cheaper half of a confirmation; with `target` they say nothing but of the night.
  const isHelped = input.kind !== 'target' || isOfOtherNights(evidence);
  if (isPartOfToday && isHelped) return next(wholeToday, 'today', flagged);
  return next(confirm, 'screen-exhausted', flagged);
}

/** Looks at a change of models; nothing stored is held against it, so drift since then cannot pass for the change. */
function decideModels(input: DecisionInput, round: Round | undefined, looks: readonly ModelLook[]): Decision {
  const { policy } = input;
  if (round === undefined) return next(looks[0]!.round, 'start');
  const at = looks.findIndex(({ round: own }) => own.scenarios === round.scenarios && own.draws === round.draws);
  const look = looks[at];
  if (look === undefined) throw new RangeError(`no look of a change of models: ${round.draws} x ${round.scenarios}`);
  const evidence = confirmRows(input, round);
  const missing = countMissing(evidence);
  const settled: readonly Settled[] = [
    ...readModelLook(evidence, look, policy).map((one): Settled => ({ ...one, stage: 'confirm' })),
    ...reportedOnly(evidence, policy),
  ];
  const reasons = missingReasons(missing);
  const panel = judgePanel(input, 'confirm');
  const verdict = settleVerdict(input, {
    evidence,
    settled: reasons.length > 0 ? settled.map(undecided) : settled,
    limits: reasons.length > 0 ? new Map() : checkLimits(evidence, policy),
    missing,
    reasons: reasons.length > 0 ? reasons : panel,
    notes: [],
    look,
  });
  const later = looks[at + 1]?.round;
  const isOpen = verdict.verdict === 'inconclusive' && reasons.length === 0 && hasUndecided(verdict);
  if (!isOpen || later === undefined) return verdict;
  return next(later, later.scenarios > round.scenarios ? 'extend' : 'undecided');
}

function decideConfirmation(input: DecisionInput, round: Round): Decision {
  const { policy } = input;
  const evidence = confirmRows(input, round);
  const before = input.unscreened ? undefined : screenRows(input, { ...round, draws: screenedDraws(input) });
  // A metric that stored answers of other nights would let pass is read on the fresh ones, too.
  const screen =
    before === undefined
      ? skipScreen(evidence, policy)
      : readScreen(withoutToday(before), policy, { mayPass: !isOfOtherNights(before) });
  const looks = looksOf(policy, input.kind);
  const drift = before === undefined ? [] : findDrift(before, evidence, policy);
  const confirmed = readConfirmation(evidence, screen, {
    policy,
    // Copies in the confirmation are the screen's answers again; with `target` it is their rulings that are compared, which are not.
    pooled:
      before === undefined || drift.length > 0 || (input.kind !== 'target' && copyNotes(evidence).length > 0)
        ? []
        : assessAll(withoutToday(before), policy),
    level: levelOfLooks(policy, screen.suspicious ? 'gated' : 'ungated', input.kind),
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
  if (isOpen) return next({ ...round, draws: later }, 'next-look');
  // A failure is read with the models that newly stand apart, and those show in two draws.
  const lacksOutliers = verdict.verdict === 'fail' && verdict.metrics.newOutliers?.why === 'one-draw';
  return lacksOutliers ? next({ ...round, draws: later }, 'outliers') : verdict;
}

/** Whether stored answers of other nights than the head's are what a pass would rest on. */
function isOfOtherNights({ nights }: StageRows): boolean {
  return nights !== undefined && nights.base.some((night) => night !== nights.head);
}

/** Today's base answers are the confirmation's own: one with the other they would count twice. */
function withoutToday(before: StageRows): StageRows {
  const { today, ...others } = before;
  return today === undefined ? before : others;
}

/** Every draw of the head has it so far, and none of the base. */
function mayBeNew({ draws: { base, head } }: Outlier): boolean {
  return base.seen === 0 && head.seen > 0 && head.seen === head.measured;
}

/** What only reports is read on the freshest evidence, whatever the screen said of it. */
function reportedOnly(evidence: StageRows, policy: DecisionPolicy): readonly Settled[] {
  const reported = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === 'report');
  return reported.map((assessment) => ({ assessment, status: 'report', stage: 'confirm' }));
}

/** With too little evidence nothing fails either. */
function undecided(settled: Settled): Settled {
  return settled.status === 'fail' ? { ...settled, status: 'inconclusive' } : settled;
}

function settleScreen(screen: ScreenResult, policy: DecisionPolicy): readonly Settled[] {
  const open = new Set(screen.open.map(({ metric }) => metric));
  return screen.assessments.map((assessment) => ({
    assessment,
    status:
      policy.actions[assessment.metric] === 'report' ? 'report' : open.has(assessment.metric) ? 'inconclusive' : 'pass',
    stage: 'screen',
  }));
}

/** Whether more draws could change the verdict: an untested clause stays untested. */
function hasUndecided(verdict: Verdict): boolean {
  const open = new Set(['metric-undecided', 'limit-undecided', 'clause-undecided']);
  return verdict.reasons.some(({ code }) => open.has(code));
}

/** What a stage says against the judges; nothing where nobody put them to the test. The canaries are asked in the screen. */
function judgePanel(input: DecisionInput, stage: Stage): readonly Reason[] {
  const { cells, controls, judges, labelled = 0, policy } = input;
  const own = cells.filter((cell) => cell.stage === stage);
  const unlike = unlikeLossReasons(own);
  if (controls === undefined) return unlike;
  const unproven = policy.actions.unprovenJudges ?? (labelled > 0 ? 'inconclusive' : 'report');
  return [...panelReasons({ cells: own, controls, judges }, unproven), ...unlike];
}

/** Head draws that the screen took before the confirmation began. */
function screenedDraws(input: DecisionInput): number {
  let draws = 1;
  for (const { stage, arm, draw } of input.cells) {
    if (stage === 'screen' && arm === 'head') draws = Math.max(draws, draw);
  }
  return draws;
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

function next(round: Round, reason: NextReason, flagged: readonly MetricName[] = []): Decision {
  return { status: 'next', round, reason, flagged };
}
