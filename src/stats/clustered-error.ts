// The mean of values that come in clusters (the cells of a scenario), with an error that does not count them as independent.
import { mean, sum } from 'simple-statistics';
import type { Estimate } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';

/** The mean over all values (`value`) with its errors; feed it to `meanInterval`. */
export type ClusteredMean = Estimate<{
  /** Miller's clustered error with the finite-cluster correction C / (C - 1) on the variance. */
  standardError: number;
  /** The same without the correction, as the paper prints it: too small for few clusters. */
  uncorrected: number;
  /** Clusters minus one. */
  degreesOfFreedom: number;
}>;

/**
 * E. Miller, "Adding Error Bars to Evals", arXiv:2411.00640 (2024), section 2.2; the correction as in inspect_ai's `stderr`.
 * Empty clusters are left out. Undefined with fewer than two clusters; where all cluster sums agree with the mean the error
 * is 0, which shows no certainty. [[1,1,0],[0,0,0],[1,1,1],[1,0]]: mean 0.5455, error 0.2270, uncorrected 0.1966.
 */
export function clusteredMean(clusters: readonly (readonly number[])[]): ClusteredMean {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  if (filled.length === 0) return undefinedEstimate('no-units');
  if (filled.length === 1) return undefinedEstimate('one-unit');
  const values = filled.flat();
  const value = mean(values);
  const squares = filled.map((cluster) => sum(cluster.map((item) => item - value)) ** 2);
  const uncorrected = Math.sqrt(sum(squares)) / values.length;
  const degreesOfFreedom = filled.length - 1;
  const standardError = uncorrected * Math.sqrt(filled.length / degreesOfFreedom);
  return { status: 'defined', value, standardError, uncorrected, degreesOfFreedom };
}
