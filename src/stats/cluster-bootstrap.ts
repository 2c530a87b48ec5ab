// The cluster bootstrap: an interval for any statistic of clusters, by drawing whole clusters again.
import { quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { createRandom } from '../core/random.ts';
import type { Estimate, Interval } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';

export interface BootstrapOptions {
  readonly seed: string;
  /** Resamples, default 1,999. */
  readonly samples?: number;
  /** Two-sided confidence, default 0.95. */
  readonly confidence?: number;
}

/** The statistic of the clusters as given (`value`) with its bootstrap error and percentile interval. */
export type Bootstrap = Estimate<{
  standardError: number;
  interval: Interval;
  /** Resamples on which the statistic was undefined; the interval rests on the others. */
  undefinedSamples: number;
}>;

/**
 * Draws as many clusters as there are, with replacement, and takes the statistic of each such sample: percentile interval
 * (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, 13.3; clusters as in A. C. Davison and D. V.
 * Hinkley, Bootstrap Methods, 1997, 3.8). Too narrow for fewer than about 20 clusters. Undefined where the statistic is,
 * with fewer than two clusters, or where fewer than two resamples have a value. The mean of 1, 2, 3 ranges from 1 to 3.
 */
export function clusterBootstrap<Cluster>(
  clusters: readonly Cluster[],
  statistic: (sample: readonly Cluster[]) => Estimate,
  options: BootstrapOptions,
): Bootstrap {
  const whole = statistic(clusters);
  if (whole.status === 'undefined') return whole;
  if (clusters.length < 2) return undefinedEstimate('one-unit');
  const samples = options.samples ?? 1_999;
  const random = createRandom(options.seed);
  const found: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const estimate = statistic(clusters.map(() => clusters[random.below(clusters.length)]!));
    if (estimate.status === 'defined') found.push(estimate.value);
  }
  if (found.length < 2) return undefinedEstimate('no-variation');
  found.sort((a, b) => a - b);
  const tail = (1 - (options.confidence ?? 0.95)) / 2;
  return {
    status: 'defined',
    value: whole.value,
    standardError: sampleStandardDeviation(found),
    interval: { lower: quantileSorted(found, tail), upper: quantileSorted(found, 1 - tail) },
    undefinedSamples: samples - found.length,
  };
}
