// How many times one share is another, with the score interval: sound for small counts, and without a patch for zeros.
import { whereDefined } from '../core/where-defined.ts';
import type { UndefinedReason } from '../stats/estimate.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { Share } from '../stats/wilson.ts';

/** `value` and `upper` are absent where they are infinite: no case in the group below the line. */
export type ShareRatio =
  | { readonly status: 'defined'; readonly value?: number; readonly lower: number; readonly upper?: number }
  | { readonly status: 'undefined'; readonly reason: UndefinedReason };

/** Ratios are looked for between these ends; a bound beyond is 0 or infinite. */
const LARGEST = 1e6;

/**
 * The ratio of two independent shares, `of` over `to`, with the score interval of P. A. R. Koopman, "Confidence intervals
 * for the ratio of two binomial proportions", Biometrics 40 (1984) 513-517: all ratios that the score test does not
 * reject. Zero cases above the line give 0 with a lower end of 0; zero below, no upper end; zero in both says nothing, and
 * is undefined. Counts may be fractions of effective trials. His example, 36 of 40 over 16 of 80: 4.5, from 2.94 to 7.15.
 */
export function ratioOfShares({ of, to }: { readonly of: Share; readonly to: Share }, confidence = 0.95): ShareRatio {
  if (of.trials === 0 || to.trials === 0) return { status: 'undefined', reason: 'no-units' };
  if (of.count === 0 && to.count === 0) return { status: 'undefined', reason: 'no-variation' };
  const z = normalQuantile((1 + confidence) / 2);
  const value = to.count === 0 ? undefined : of.count / of.trials / (to.count / to.trials);
  const lower = of.count === 0 ? 0 : findRatio((ratio) => scoreOf(ratio, of, to) < z);
  const upper = to.count === 0 ? LARGEST : findRatio((ratio) => scoreOf(ratio, of, to) < -z);
  return {
    status: 'defined',
    lower: lower <= 1 / LARGEST ? 0 : lower,
    ...whereDefined({ value }),
    ...(upper < LARGEST && { upper }),
  };
}

/** The smallest ratio that passes; the score falls as the ratio grows. Bisection on the logarithm. */
function findRatio(passes: (ratio: number) => boolean): number {
  let low = -Math.log(LARGEST);
  let high = Math.log(LARGEST);
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (passes(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}

/** The score statistic of the hypothesis that the shares have this ratio; shares restricted to it by maximum likelihood. */
function scoreOf(ratio: number, of: Share, to: Share): number {
  const a = (of.trials + to.trials) * ratio;
  const b = -(of.trials * ratio + of.count + to.trials + to.count * ratio);
  const c = of.count + to.count;
  const below = (-b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
  const above = Math.min(1, ratio * below);
  const variance = (above * (1 - above)) / of.trials + (ratio * ratio * below * (1 - below)) / to.trials;
  const distance = of.count / of.trials - (ratio * to.count) / to.trials;
  if (variance <= 0) return distance === 0 ? 0 : distance * Number.POSITIVE_INFINITY;
  return distance / Math.sqrt(variance);
}
