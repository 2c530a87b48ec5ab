// The smallest effect that a number of scenarios can show.
import { normalQuantile } from './normal.ts';

/** What is known of the noise, per scenario, and what is asked of the test. */
export interface ComparisonDesign {
  /** Variance over scenarios of the true difference between the arms (Miller's omega squared). */
  readonly betweenVariance: number;
  /** Variance of one draw within a scenario, and the draws averaged, in each arm. Without it, no noise within. */
  readonly base?: ArmNoise;
  readonly head?: ArmNoise;
  /** Level of the test, default 0.05. */
  readonly level?: number;
  /** Default 2. */
  readonly sides?: 1 | 2;
  /** Chance of seeing the effect, default 0.8. */
  readonly power?: number;
}

interface ArmNoise {
  readonly variance: number;
  readonly draws: number;
}

/**
 * The mean difference that `scenarios` show with the design's power; Infinity without scenarios: E. Miller, arXiv:2411.00640
 * (2024), section 5, (z_level + z_power) sqrt((omega^2 + sA^2 / KA + sB^2 / KB) / n). His example with 198 scenarios: one
 * draw 0.1327, ten draws 0.0757.
 */
export function minimumDetectableEffect(scenarios: number, design: ComparisonDesign): number {
  if (scenarios === 0) return Number.POSITIVE_INFINITY;
  return reach(design) * Math.sqrt(varianceOfDifference(design) / scenarios);
}

function varianceOfDifference({ betweenVariance, base, head }: ComparisonDesign): number {
  return betweenVariance + meanNoise(base) + meanNoise(head);
}

function meanNoise(arm: ArmNoise | undefined): number {
  return arm === undefined ? 0 : arm.variance / arm.draws;
}

function reach({ level = 0.05, sides = 2, power = 0.8 }: ComparisonDesign): number {
  return normalQuantile(1 - level / sides) + normalQuantile(power);
}
