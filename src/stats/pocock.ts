// Pocock's boundary: looking several times at growing data with the chance of any false alarm kept at the level.
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';

export interface PocockDesign {
  /** Looks at equal steps of evidence, 1 to 20. */
  readonly looks: number;
  /** Chance of crossing at any look when nothing changed. */
  readonly level: number;
  readonly sides: 1 | 2;
}

/** Width of the steps of integration, in standard deviations of one look; errors stay below 1e-6. */
const STEP = 0.1;
/** Below this many standard deviations nothing of the one-sided walk is left. */
const FLOOR = -8.5;

/**
 * The constant every look's z is held against (`z`) and the p that is called significant at each look (`nominal`, with the
 * design's sides). S. J. Pocock, Biometrika 64 (1977) 191-199, by the recursive integration of P. Armitage, C. K.
 * McPherson and B. C. Rowe, J. R. Statist. Soc. A 132 (1969) 235-244. Two-sided 0.05: two looks 0.0294, five 0.0158.
 * One-sided 0.05, two looks: z 1.875, nominal 0.0304.
 */
export function pocockBoundary(design: PocockDesign): { readonly z: number; readonly nominal: number } {
  const { looks, level, sides } = design;
  if (!Number.isInteger(looks) || looks < 1 || looks > 20) throw new RangeError(`looks must be 1 to 20: ${looks}`);
  if (!(level > 0 && level < 0.5)) throw new RangeError(`level must lie between 0 and 0.5: ${level}`);
  // The answer lies between a single look and Bonferroni.
  let low = normalQuantile(1 - level / sides);
  let high = normalQuantile(1 - level / sides / looks);
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (crossingChance(middle, { looks, sides }) > level) low = middle;
    else high = middle;
  }
  const z = (low + high) / 2;
  return { z, nominal: sides * normalCdf(-z) };
}

/**
 * P(some look's z passes `bound`) under no change. The sum of k standard normal steps walks on; its density inside the
 * boundary is carried from look to look.
 */
export function crossingChance(
  bound: number,
  { looks, sides }: { readonly looks: number; readonly sides: 1 | 2 },
): number {
  let grid = continuation(bound, { look: 1, sides });
  let density = grid.points.map(normalDensity);
  for (let look = 2; look <= looks; look += 1) {
    const previous = grid;
    const mass = density.map((value, index) => value * previous.weights[index]!);
    grid = continuation(bound, { look, sides });
    density = grid.points.map((point) => {
      let total = 0;
      for (let index = 0; index < mass.length; index += 1) {
        total += mass[index]! * normalDensity(point - previous.points[index]!);
      }
      return total;
    });
  }
  return 1 - density.reduce((total, value, index) => total + value * grid.weights[index]!, 0);
}

interface Grid {
  readonly points: readonly number[];
  /** Simpson's rule. */
  readonly weights: readonly number[];
}

/** Where the sum of `look` steps goes on: |z| (or z) below the bound. */
function continuation(bound: number, { look, sides }: { readonly look: number; readonly sides: 1 | 2 }): Grid {
  const end = bound * Math.sqrt(look);
  const start = sides === 2 ? -end : FLOOR * Math.sqrt(look);
  const intervals = 2 * Math.ceil((end - start) / (2 * STEP));
  const width = (end - start) / intervals;
  const points = Array.from({ length: intervals + 1 }, (_, index) => start + index * width);
  const weights = points.map((_, index) => (width / 3) * simpsonFactor(index, intervals));
  return { points, weights };
}

function simpsonFactor(index: number, intervals: number): number {
  if (index === 0 || index === intervals) return 1;
  return index % 2 === 1 ? 4 : 2;
}
