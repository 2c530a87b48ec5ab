// A number that may not exist: what every statistic that can meet 0/0 returns instead of NaN, 0 or 1.

/**
 * Why a number is undefined:
 * `no-units` nothing to count · `one-unit` no spread can be seen in a single unit · `no-pairs` no unit has two ratings ·
 * `one-category` every rating is the same, so chance agreement is certain · `no-variation` every value is the same ·
 * `uninformative-judge` sensitivity + specificity <= 1, the judge's rulings carry no information.
 */
export type UndefinedReason =
  | 'no-units'
  | 'one-unit'
  | 'no-pairs'
  | 'one-category'
  | 'no-variation'
  | 'uninformative-judge';

export interface UndefinedEstimate {
  readonly status: 'undefined';
  readonly reason: UndefinedReason;
}

/** Either a value with what belongs to it (`Details`), or the reason there is none. */
export type Estimate<Details extends object = object> =
  | ({ readonly status: 'defined'; readonly value: number } & Readonly<Details>)
  | UndefinedEstimate;

/** A two-sided interval, ends included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** A standard error with the interval it gives at the confidence asked for. */
export type StandardError = Estimate<{ interval: Interval }>;

/** The value, or undefined. `valueOf(undefinedEstimate('no-units'))` is undefined. */
export function valueOf(estimate: Estimate): number | undefined {
  return estimate.status === 'defined' ? estimate.value : undefined;
}

/** The answer where there is no number. */
export function undefinedEstimate(reason: UndefinedReason): UndefinedEstimate {
  return { status: 'undefined', reason };
}
