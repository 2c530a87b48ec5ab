// What a check can show before it is paid for: how likely each verdict is for a rise of any size.
import { normalCdf, normalDensity, normalQuantile } from '../stats/normal.ts';
import { CONFIRM_REACH, FAIL_SHARE, UNSCREENED_LEVEL } from './bounds.ts';

/**
 * Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
 * at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
 */
export const USUAL_RETEST_FLIPS = 0.15;

/** The chance of finding an effect that "would show" stands for. */
const POWER = 0.8;

/**
 * How unevenly a rise lies over answers: 0 is a little of it in each, 1 is some that turn wholly and others not at all. Fitted to
 * the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
 */
export const UNEVENNESS = 0.3;

export interface PowerDesign {
  readonly models: number;
  readonly scenarios: number;
  /** Draws of either side at the first look of a confirmation; the second has twice as many. */
  readonly draws: number;
  /** Metrics that can block: Holm allows for all of them. */
  readonly blocking: number;
  readonly margin: number;
  /** Share of rulings that flip by chance; the usual share without. */
  readonly flips?: number;
}

export interface VerdictChances {
  readonly fail: number;
  readonly pass: number;
}

/**
 * The chances of both verdicts on one metric that truly rose by `rise`, over the two looks of a confirmation without a screen
 * (confirm.ts; one with a screen shows a little more, since its level is higher): it
 * fails where the estimate is significant at the look's level after Holm and at least half the margin, else passes where the
 * upper bound is under the margin, else is looked at again with twice the draws.
 *
 * A pair of rulings of one answer differs by chance in `flips` of cases, so that its difference (-1, 0 or 1) has that variance;
 * draws and models average it. An effect varies from answer to answer by UNEVENNESS x r (1 - r), which draws do not average. The
 * two estimates are normal with that covariance; the first is integrated over by Simpson's rule.
 */
export function chancesOf(design: PowerDesign, rise: number): VerdictChances {
  const { models, scenarios, draws, flips = USUAL_RETEST_FLIPS } = design;
  const between = (UNEVENNESS * rise * (1 - rise)) / models / scenarios;
  const within = flips / (models * draws) / scenarios;
  const first = { mean: rise, error: Math.sqrt(between + within) };
  const shared = between + within / 2;
  const second = Math.sqrt(shared);
  // Of the second look given the first, which it holds: var X2 = cov(X1, X2) = between + within / 2.
  const slope = shared / (between + within);
  const rest = Math.sqrt(Math.max(1e-18, shared - slope * shared));
  const one = bounds(design, first.error);
  const two = bounds(design, second);
  const fail = 1 - normalCdf((one.fail - rise) / first.error);
  const passes = Math.min(one.pass, one.fail);
  const pass = normalCdf((passes - rise) / first.error);
  const again = (read: (mean: number) => number): number =>
    one.fail <= one.pass
      ? 0
      : integrate(one.pass, one.fail, (x) => {
          const density = normalDensity((x - rise) / first.error) / first.error;
          return density * read(rise + slope * (x - rise));
        });
  return {
    fail: fail + again((mean) => 1 - normalCdf((two.fail - mean) / rest)),
    pass: pass + again((mean) => normalCdf((Math.min(two.pass, two.fail) - mean) / rest)),
  };
}

/** The smallest rise that fails in 8 of 10 checks; 1 where none does. */
export function smallestRiseShown(design: PowerDesign): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (chancesOf(design, middle).fail >= POWER) high = middle;
    else low = middle;
  }
  return high;
}

/** Estimates from which a look fails, and below which it passes if it does not. */
function bounds({ margin, blocking }: PowerDesign, error: number): { readonly fail: number; readonly pass: number } {
  const reach = normalQuantile(1 - UNSCREENED_LEVEL / Math.max(1, blocking));
  return { fail: Math.max(FAIL_SHARE * margin, reach * error), pass: margin - CONFIRM_REACH * error };
}

function integrate(from: number, to: number, height: (x: number) => number): number {
  const intervals = 60;
  const width = (to - from) / intervals;
  let total = 0;
  for (let index = 0; index <= intervals; index += 1) {
    const factor = index === 0 || index === intervals ? 1 : index % 2 === 1 ? 4 : 2;
    total += factor * height(from + index * width);
  }
  return (total * width) / 3;
}
