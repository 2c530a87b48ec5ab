// Whether one model rejects more than another, or more on one arm than on the other: tested scenario by scenario.
import { mean } from 'simple-statistics';
import type { Interval } from '../stats/estimate.ts';
import { holm } from '../stats/holm.ts';
import { meanInterval, testMean } from '../stats/t-test.ts';
import { REJECTIONS, type ResponseType } from '../core/study-words.ts';
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import { pairResponses } from './pair-responses.ts';
import { typesByModel } from '../analysis/evidence/response-types.ts';
import type { StudyRows } from '../analysis/evidence/study-data.ts';

export interface RejectionShift {
  /** Two models on one arm, or one model on base and head. */
  readonly kind: 'models' | 'arms';
  readonly from: string;
  readonly to: string;
  /** Scenarios on which both sides have a typed response; of the arms, in one draw of both. */
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
export function testModelShifts(rows: StudyRows): readonly RejectionShift[] {
  const shares = [...rejectionShares(rows)].sort(([one], [other]) => (one < other ? -1 : 1));
  const pairs = shares.flatMap((from, index) => shares.slice(index + 1).map((to) => [from, to] as const));
  return adjust(pairs.flatMap(([[from, before], [to, after]]) => compare({ kind: 'models', from, to }, before, after)));
}

/**
 * Each model on the arm before and the arm under study, on the draws in which both arms have a typed response of it: a
 * model that answers alike on both has a change of exactly zero.
 */
export function testArmShifts(before: StudyRows, rows: StudyRows): readonly RejectionShift[] {
  const paired = new Map<string, { readonly from: TypesByScenario; readonly to: TypesByScenario }>();
  for (const { scenario, ...pair } of pairResponses(before, rows)) {
    const [earlier, later] = [pair.before.responseType, pair.after.responseType];
    if (earlier === undefined || later === undefined) continue;
    const { model } = pair.after;
    const own = paired.get(model) ?? { from: new Map(), to: new Map() };
    paired.set(model, own);
    addToList(own.from, scenario, earlier);
    addToList(own.to, scenario, later);
  }
  return adjust(
    [...paired].flatMap(([model, { from, to }]) =>
      compare(
        { kind: 'arms', from: model, to: model },
        [...from.values()].map(shareOfRejections),
        [...to.values()].map(shareOfRejections),
      ),
    ),
  );
}

type TypesByScenario = Map<string, ResponseType[]>;

/** By scenario, in an order that both sides share, the share of typed responses that are rejections. */
type Shares = readonly (number | undefined)[];

function rejectionShares(rows: StudyRows): ReadonlyMap<string, Shares> {
  const shares = new Map<string, (number | undefined)[]>();
  let scenario = 0;
  for (const draws of rows.values()) {
    for (const [model, types] of typesByModel(draws)) {
      const own = shares.get(model) ?? Array.from({ length: rows.size }, () => undefined);
      shares.set(model, own);
      own[scenario] = shareOfRejections(types);
    }
    scenario += 1;
  }
  return shares;
}

function shareOfRejections(types: readonly ResponseType[]): number {
  return types.filter((type) => REJECTIONS.has(type)).length / types.length;
}

function compare(
  sides: Pick<RejectionShift, 'kind' | 'from' | 'to'>,
  before: Shares,
  after: Shares,
): readonly UnadjustedShift[] {
  const [from, to]: [number[], number[]] = [[], []];
  for (const [index, share] of after.entries()) {
    const earlier = before[index];
    if (share === undefined || earlier === undefined) continue;
    from.push(earlier);
    to.push(share);
  }
  if (from.length === 0) return [];
  const differences = from.map((share, index) => to[index]! - share);
  const test = testMean(differences);
  const shift = {
    ...sides,
    scenarios: from.length,
    fromShare: mean(from),
    toShare: mean(to),
    change: mean(differences),
  };
  if (test.status === 'defined') {
    const { lower, upper } = meanInterval(test, 0.95);
    return [{ ...shift, interval: { lower: Math.max(-1, lower), upper: Math.min(1, upper) }, p: test.pTwoSided }];
  }
  // Where all differences are equal there is no t test, but the sign-flip test still gives a p.
  return [{ ...shift, p: shift.change === 0 ? 1 : Math.min(1, 2 ** (1 - from.length)) }];
}

function adjust(shifts: readonly UnadjustedShift[]): readonly RejectionShift[] {
  const adjusted = holm(shifts.map(({ p }) => p));
  return shifts
    .map((shift, index) => ({ ...shift, adjusted: adjusted[index]! }))
    .sort((a, b) => a.p - b.p || (a.from + a.to < b.from + b.to ? -1 : 1));
}
