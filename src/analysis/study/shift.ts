// Whether one model rejects more than another, or more on one arm than on the other: tested scenario by scenario.
import { mean } from 'simple-statistics';
import { REJECTIONS } from '../../core/study-words.ts';
import type { Interval } from '../../stats/estimate.ts';
import { holm } from '../../stats/holm.ts';
import { meanInterval, testMean } from '../../stats/t-test.ts';
import { typesOf } from './response-types.ts';
import { groupByScenario, modelsOf, type StudyRow } from './study-data.ts';

export interface RejectionShift {
  /** Two models on one arm, or one model on base and head. */
  readonly kind: 'models' | 'arms';
  readonly from: string;
  readonly to: string;
  /** Scenarios on which both sides have a typed response. */
  readonly scenarios: number;
  /** Mean share of rejections of either side over those scenarios. */
  readonly fromShare: number;
  readonly toShare: number;
  /** `to` minus `from`. */
  readonly change: number;
  /** 95 % t interval; absent where all differences are equal. */
  readonly interval?: Interval;
  /** Two-sided paired t test over scenarios; where all differences are equal, the sign-flip test (2^(1 - n), or 1 for zero). */
  readonly p: number;
  /** Holm's adjustment over the family of the same kind. */
  readonly adjusted: number;
}

type UnadjustedShift = Omit<RejectionShift, 'adjusted'>;

/** Every pair of models, the most certain first. Models without common typed scenarios have no row. */
export function testModelShifts(rows: readonly StudyRow[]): readonly RejectionShift[] {
  const shares = new Map(modelsOf(rows).map((model) => [model, rejectionShares(rows, model)]));
  const models = [...shares.keys()];
  const pairs = models.flatMap((from, index) => models.slice(index + 1).map((to) => ({ from, to })));
  return adjust(
    pairs.flatMap(({ from, to }) => compare({ kind: 'models', from, to }, shares.get(from)!, shares.get(to)!)),
  );
}

/** Each model on the arm before and the arm under study. */
export function testArmShifts(before: readonly StudyRow[], rows: readonly StudyRow[]): readonly RejectionShift[] {
  return adjust(
    modelsOf(rows).flatMap((model) =>
      compare({ kind: 'arms', from: model, to: model }, rejectionShares(before, model), rejectionShares(rows, model)),
    ),
  );
}

/** Scenario -> share of the model's typed responses that are rejections. */
function rejectionShares(rows: readonly StudyRow[], model: string): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const [scenario, draws] of groupByScenario(rows)) {
    const types = draws.flatMap(({ responses }) => typesOf(responses, model));
    if (types.length > 0) shares.set(scenario, mean(types.map((type) => Number(REJECTIONS.has(type)))));
  }
  return shares;
}

function compare(
  sides: Pick<RejectionShift, 'kind' | 'from' | 'to'>,
  from: ReadonlyMap<string, number>,
  to: ReadonlyMap<string, number>,
): readonly UnadjustedShift[] {
  const common = [...from.keys()].filter((scenario) => to.has(scenario));
  if (common.length === 0) return [];
  const differences = common.map((scenario) => to.get(scenario)! - from.get(scenario)!);
  const test = testMean(differences);
  const shift = {
    ...sides,
    scenarios: common.length,
    fromShare: mean(common.map((scenario) => from.get(scenario)!)),
    toShare: mean(common.map((scenario) => to.get(scenario)!)),
    change: mean(differences),
  };
  if (test.status === 'defined') {
    const { lower, upper } = meanInterval(test, 0.95);
    return [{ ...shift, interval: { lower: Math.max(-1, lower), upper: Math.min(1, upper) }, p: test.pTwoSided }];
  }
  // No spread, no t: the sign-flip test still has an answer where all differences are the same.
  return [{ ...shift, p: shift.change === 0 ? 1 : Math.min(1, 2 ** (1 - common.length)) }];
}

function adjust(shifts: readonly UnadjustedShift[]): readonly RejectionShift[] {
  const adjusted = holm(shifts.map(({ p }) => p));
  return shifts
    .map((shift, index) => ({ ...shift, adjusted: adjusted[index]! }))
    .sort((a, b) => a.p - b.p || (a.from + a.to < b.from + b.to ? -1 : 1));
}
