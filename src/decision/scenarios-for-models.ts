// How large a bank a change of models needs, so that what is decided holds for other scenarios like its own.
import { normalQuantile } from '../stats/normal.ts';
import { MODEL_PASS_ERROR } from './bounds.ts';
import { LEAST_PASSES } from './power.ts';

/**
 * Variance of the difference of two models' answers to one scenario, one each: standard deviation 51 points, as two unlike models of
 * the simulated panel have it (bench/README.md, "A change of models"); 35 points of it stay however often they are asked.
 */
export const USUAL_MODEL_VARIANCE = 0.26;

/** What six looks ask of the last one beyond a single look. */
const PRICE_OF_LOOKS = 0.1;

/**
 * Scenarios, asked once a side, with which a model that fails as often as the one before it passes 9 times in 10, to the next fifty:
 * 1,000 at a margin of 5 points, 250 at 10.
 */
export function scenariosForOthers(margin: number, variance: number = USUAL_MODEL_VARIANCE): number {
  const reach = normalQuantile(1 - MODEL_PASS_ERROR) + PRICE_OF_LOOKS + normalQuantile(LEAST_PASSES);
  return 50 * Math.ceil((variance * (reach / margin) ** 2) / 50);
}
