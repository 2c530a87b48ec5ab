// A change of models: looks at ever more scenarios, then at more draws of them, and stops where it is decided.
import { holm } from '../stats/holm.ts';
import { normalCdf, normalQuantile } from '../stats/normal.ts';
import { sequentialBounds, spendEvenly, spendLate, type Spending } from '../stats/group-sequential.ts';
import { assessAll, isBelowMargin, isBelowOnThese, type Assessment } from './assess.ts';
import { FAIL_SHARE, MODEL_DRAWS, MODEL_FAIL_ERROR, MODEL_LOOKS, MODEL_PASS_ERROR, MODEL_SCENARIOS } from './bounds.ts';
import type { DecisionPolicy } from './policy.ts';
import type { Round } from './round.ts';
import type { StageRows } from './stage-rows.ts';

/** One look: what it rests on and how far its bounds reach. */
export interface ModelLook {
  readonly round: Round;
  /** One-sided level at which a metric fails, before Holm's correction. */
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
 * How many of a bank's scenarios a change of models is looked at on. Where a limit or an outlier may fail, which takes several draws
 * to see, as many as an edit at most.
 */
export function scenariosForModels(policy: LookPolicy, available: number): number {
  const { actions, limits, selection } = policy;
  const needsDraws = actions.newOutliers === 'fail' || Object.keys(limits).length > 0;
  return Math.min(needsDraws ? selection.extendTo : (selection.modelScenarios ?? MODEL_SCENARIOS), available);
}

/** Whether there are so few scenarios that they are not split over looks: every look is then at all of them. */
export function isFewForModels(policy: LookPolicy, available: number): boolean {
  return scenariosForModels(policy, available) <= stepOf(policy);
}

/**
 * Two models differ scenario by scenario, which more draws of the same ones do not average: so scenarios come before draws, and what is
 * decided on one draw of many holds for scenarios like them. Where a bank has no more, further draws decide what is so on its own.
 */
export function modelLooks(policy: LookPolicy, available: number): readonly ModelLook[] {
  const most = scenariosForModels(policy, available);
  const step = stepOf(policy);
  if (isFewForModels(policy, available)) return drawLooks(most, Math.floor((step * MODEL_LOOKS) / most));
  const steps = Array.from({ length: Math.ceil(most / step) }, (_, look) => Math.min(most, (look + 1) * step));
  const shares = steps.map((scenarios) => scenarios / most);
  const { fail, pass } = boundsOf(shares, { name: 'late', spend: spendLate });
  const looks = steps.map((scenarios, look): ModelLook => {
    const round: Round = { stage: 'confirm', draws: 1, scenarios };
    return { round, level: normalCdf(-fail[look]!), reach: pass[look]! };
  });
  const isWholeBank = most === available && most < step * MODEL_LOOKS;
  return isWholeBank ? [...looks, ...drawLooks(most, Math.floor((step * MODEL_LOOKS) / most))] : looks;
}

/** Equal looks at all of these scenarios, from two draws a side on; two at least. */
function drawLooks(scenarios: number, affordable: number): readonly ModelLook[] {
  const last = Math.min(MODEL_DRAWS, Math.max(2, affordable));
  const draws = Array.from({ length: MODEL_LOOKS }, (_, look) => Math.ceil(((look + 1) * last) / MODEL_LOOKS));
  const looks = [...new Set(draws)].filter((count) => count > 1);
  const { fail, pass } = boundsOf(
    looks.map((count) => count / last),
    { name: 'even', spend: spendEvenly },
  );
  return looks.map((count, look) => ({
    round: { stage: 'confirm', draws: count, scenarios },
    level: normalCdf(-fail[look]!),
    reach: pass[look]!,
  }));
}

/** The same look as the only one: further draws would be the same answers again. */
export function asOnlyLook(look: ModelLook): ModelLook {
  return { ...look, level: MODEL_FAIL_ERROR, reach: normalQuantile(1 - MODEL_PASS_ERROR) };
}

interface LookBounds {
  readonly fail: readonly number[];
  readonly pass: readonly number[];
}

/** Computed bounds are kept: they cost a tenth of a second, and a check asks for the same ones after every round. */
const known = new Map<string, LookBounds>();

/** A failure spends its error about evenly, so that a bad model stops early. */
function boundsOf(
  shares: readonly number[],
  passes: { readonly name: string; readonly spend: (error: number) => Spending },
): LookBounds {
  const place = `${passes.name} ${shares.join(' ')}`;
  const found = known.get(place) ?? {
    fail: sequentialBounds(shares, spendEvenly(MODEL_FAIL_ERROR)),
    pass: sequentialBounds(shares, passes.spend(MODEL_PASS_ERROR)),
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
    const isPassed = isBelowOnThese(assessment, reach) ?? isBelowMargin(assessment, reach);
    return { assessment, adjustedP: shown[index]!, status: isFailed ? 'fail' : isPassed ? 'pass' : 'inconclusive' };
  });
}
