// One-sample t test over scenario-level differences: the scenario is the unit, never the scenario x model cell.
import { mean, sampleVariance } from 'simple-statistics';
import type { Estimate, Interval } from './estimate.ts';
import { undefinedEstimate } from './estimate.ts';
import { studentTCdf, studentTQuantile } from './student-t.ts';

/** The mean of the differences (`value`) and how surprising it is if the true mean is zero. */
export type MeanTest = Estimate<{
  /** Sample standard deviation (n - 1) over the square root of n. */
  standardError: number;
  degreesOfFreedom: number;
  t: number;
  /** One-sided: probability of a mean this high or higher. */
  pGreater: number;
  pTwoSided: number;
}>;

/**
 * Tests whether the mean of `differences` (one a scenario) is zero (Student 1908; paired differences as in
 * Miller, arXiv:2411.00640, 4.2). Undefined without two differences or where all are equal: zero spread in a sample
 * says nothing about chance. Student's sleep data (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2) have mean 0.75,
 * t 1.3257, two-sided p 0.2176.
 */
export function testMean(differences: readonly number[]): MeanTest {
  const n = differences.length;
  if (n === 0) return undefinedEstimate('no-units');
  if (n === 1) return undefinedEstimate('one-unit');
  // Compared as values: equal decimals can leave a variance of about 1e-33.
  if (differences.every((difference) => difference === differences[0])) return undefinedEstimate('no-variation');
  const value = mean(differences);
  const standardError = Math.sqrt(sampleVariance(differences) / n);
  const degreesOfFreedom = n - 1;
  const t = value / standardError;
  const pGreater = studentTCdf(-t, degreesOfFreedom);
  const pTwoSided = Math.min(1, 2 * studentTCdf(-Math.abs(t), degreesOfFreedom));
  return { status: 'defined', value, standardError, degreesOfFreedom, t, pGreater, pTwoSided };
}

/**
 * The two-sided interval at `confidence` (0 to 1) for a mean, its standard error and degrees of freedom. Its ends are
 * one-sided bounds at (1 + confidence) / 2: for a one-sided 95 % bound ask for 0.9. Sleep data at 0.95: -0.5298 to 2.0298.
 */
export function meanInterval(
  test: { readonly value: number; readonly standardError: number; readonly degreesOfFreedom: number },
  confidence: number,
): Interval {
  const reach = studentTQuantile((1 + confidence) / 2, test.degreesOfFreedom) * test.standardError;
  return { lower: test.value - reach, upper: test.value + reach };
}
