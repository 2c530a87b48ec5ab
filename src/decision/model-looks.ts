// A change of models: many scenarios with one answer a side, looked at as they come in, stopped where it is decided.
import { holm } from '../stats/holm.ts';
import { normalCdf } from '../stats/normal.ts';
import { sequentialBounds, spendEvenly, spendLate } from '../stats/group-sequential.ts';
import { assessAll, isBelowMargin, type Assessment } from './assess.ts';
import { FAIL_SHARE, MODEL_FAIL_ERROR, MODEL_LOOKS, MODEL_PASS_ERROR, MODEL_SCENARIOS } from './bounds.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Round } from './round.ts';
import type { StageRows } from './stage-rows.ts';

/** One look: what it rests on and how far its bounds reach. */
export interface ModelLook {
  readonly round: Round;
  /** One-sided level at which it fails, before Holm. */
  readonly level: number;
  /** Normal standard errors that a pass keeps between the change and the margin. */
  readonly reach: number;
}

/** What of a policy says how to look. */
type LookPolicy = Pick<DecisionPolicy, 'selection' | 'actions' | 'limits'>;

/** Scenarios between two looks. */
function stepOf({ selection }: LookPolicy): number {
  return Math.ceil((selection.modelScenarios ?? MODEL_SCENARIOS) / MODEL_LOOKS);
}

/**
 * How many of a bank's scenarios a change of models is looked at on; undefined where there are no more than one look takes. So few
 * cannot bound what models differ by, and answers stored of the base are the better use of them: screen and confirmation. The same
 * where a limit or an outlier may fail, which one answer a side cannot show.
 */
export function scenariosForModels(policy: LookPolicy, available: number): number | undefined {
  const { actions, limits, selection } = policy;
  const needsDraws = actions.newOutliers === 'fail' || Object.keys(limits).length > 0;
  if (needsDraws || available <= stepOf(policy)) return undefined;
  return Math.min(selection.modelScenarios ?? MODEL_SCENARIOS, available);
}

/**
 * Two models differ scenario by scenario, which more draws of the same ones do not average: so scenarios come before draws. Looks
 * are equal steps through the scenarios there are; draws are added only where they run out. What a look knows grows as
 * scenarios / (1 + 1 / draws), as though answers varied by draw as much as models do by scenario (simulated: 0.14 to 0.12).
 * Undefined for so few scenarios that there is nothing to look at twice, see `scenariosForModels`.
 */
export function modelLooks(policy: LookPolicy, available: number): readonly ModelLook[] | undefined {
  const { selection } = policy;
  const most = scenariosForModels(policy, available);
  if (most === undefined) return undefined;
  const step = stepOf(policy);
  const steps = Array.from({ length: Math.ceil(most / step) }, (_, look) => Math.min(most, (look + 1) * step));
  const again = Array.from({ length: 2 * selection.replicates.confirm - 1 }, (_, index) => index + 2).filter(
    (draws) => draws * most <= step * MODEL_LOOKS,
  );
  const rounds = [
    ...steps.map((scenarios): Round => ({ stage: 'confirm', draws: 1, scenarios })),
    ...again.map((draws): Round => ({ stage: 'confirm', draws, scenarios: most })),
  ];
  const knows = ({ scenarios, draws }: Round): number => scenarios / (1 + 1 / draws);
  const { fail, pass } = boundsOf(rounds.map((round) => knows(round) / knows(rounds.at(-1)!)));
  return rounds.map((round, look) => ({ round, level: normalCdf(-fail[look]!), reach: pass[look]! }));
}

interface LookBounds {
  readonly fail: readonly number[];
  readonly pass: readonly number[];
}

/** Bounds cost a tenth of a second, and a check asks for the same ones after every round. */
const known = new Map<string, LookBounds>();

function boundsOf(shares: readonly number[]): LookBounds {
  const place = shares.join(' ');
  const found = known.get(place) ?? {
    fail: sequentialBounds(shares, spendEvenly(MODEL_FAIL_ERROR)),
    pass: sequentialBounds(shares, spendLate(MODEL_PASS_ERROR)),
  };
  known.set(place, found);
  return found;
}

/** One metric at a look. */
export interface Looked {
  readonly assessment: Assessment;
  readonly adjustedP: number;
  readonly status: 'pass' | 'fail' | 'inconclusive';
}

/** The blocking metrics at one look: both verdicts survive the worst that missing cells could hide. */
export function readModelLook(
  evidence: StageRows,
  { level, reach }: ModelLook,
  policy: DecisionPolicy,
): readonly Looked[] {
  const blocking = assessAll(evidence, policy).filter(({ metric }) => policy.actions[metric] === 'fail');
  const shown = holm(blocking.map(({ p }) => p));
  const hardest = holm(blocking.map(({ againstFail }) => againstFail.p));
  return blocking.map((assessment, index) => {
    const rise = assessment.againstFail.change?.value ?? 0;
    const isFailed = hardest[index]! <= level && rise >= FAIL_SHARE * assessment.margin;
    const status = isFailed ? 'fail' : isBelowMargin(assessment, reach) ? 'pass' : 'inconclusive';
    return { assessment, adjustedP: shown[index]!, status };
  });
}
