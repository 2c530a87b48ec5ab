// What a check can show before it is paid for: how likely each verdict is for a rise of any size.
import { normalCdf, normalDensity, normalQuantile } from '../stats/normal.ts';
import { CHECK_REACH, FAIL_SHARE, LEADING_SHARE } from './bounds.ts';
import { studentReach } from './change.ts';
import { levelAt, looksOf } from './looks.ts';
import { FEWEST_MODELS } from './void-options.ts';

/**
 * Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
 * at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
 */
export const USUAL_RETEST_FLIPS = 0.15;

/** The probability of finding an effect that "would show" means. */
const POWER = 0.8;

/**
 * How unevenly a rise is spread over answers: 0 raises each a little, 1 turns some wholly and others not at all. Fitted
 * to the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
 */
export const UNEVENNESS = 0.3;

export interface PowerDesign {
  readonly models: number;
  readonly scenarios: number;
  /** Groups of scenarios that count as one unit each, where scenarios move together. */
  readonly units?: number;
  /** The policy's fresh draws a side, see `looksOf`. */
  readonly draws: number;
  /** Metrics that can block: Holm allows for all of them. */
  readonly blocking: number;
  /** The metric's share of the error, see `errorShares`; without it, that of non-compliance. */
  readonly share?: number;
  readonly margin: number;
  /** Share of rulings that flip by chance; the usual share without. */
  readonly flips?: number;
}

export interface VerdictChances {
  readonly fail: number;
  readonly pass: number;
  /** Draws a side that are made on average before it is decided. */
  readonly draws: number;
}

/**
 * The chances of both verdicts on one metric that truly rose by `rise`, over the looks of a confirmation without a screen (confirm.ts;
 * one with a screen shows a little more, since its level is higher): each look fails where the estimate is significant after Holm
 * and at least half the margin, else passes where the upper bound is under the margin, else is followed by the next.
 *
 * A pair of rulings of one answer differs by chance in `flips` of cases, so that its difference (-1, 0 or 1) has that variance;
 * draws and models average it. An effect varies from answer to answer by UNEVENNESS x r (1 - r), which draws do not average. The
 * estimates are normal, and a later one holds an earlier one: cov(X1, X2) = var X2. So what is undecided is carried from look to
 * look by Simpson's rule (Armitage, McPherson and Rowe, J. R. Statist. Soc. A 132 (1969) 235-244).
 */
export function chancesOf(design: PowerDesign, rise: number): VerdictChances {
  const { models, scenarios, draws, flips = USUAL_RETEST_FLIPS } = design;
  const policy = { selection: { scenarios, extendTo: scenarios, replicates: { base: 1, confirm: draws } } };
  const between = (UNEVENNESS * rise * (1 - rise)) / models / scenarios;
  const within = flips / models / scenarios;
  const chances = { fail: 0, pass: 0, draws: 0 };
  // One scenario says nothing of others like it: all its draws are asked, and nothing is decided.
  if (scenarios < FEWEST_SCENARIOS) return { ...chances, draws: looksOf(policy).at(-1) ?? 0 };
  // Before anything is seen there is one undecided estimate, of which nothing is known.
  let undecided: readonly Undecided[] = [{ estimate: rise, chance: 1 }];
  let before: { readonly draws: number; readonly variance: number } | undefined;
  for (const look of looksOf(policy)) {
    const variance = between + within / look;
    const slope = before === undefined ? 0 : variance / before.variance;
    const spread = Math.sqrt(Math.max(1e-18, variance * (1 - slope)));
    const bound = bounds(design, {
      error: Math.sqrt(variance),
      // The variance of relabelling k draws a side. It contains the rise itself, less of it the more draws there are.
      relabelled: Math.sqrt(within / look + (between + rise ** 2 / scenarios) / (2 * look - 1)),
      level: levelAt(policy, look, { after: 'unscreened' }),
    });
    // With three models or more one draw cannot fail: outliers take two (decide-confirmation.ts).
    const waits = look === 1 && models >= FEWEST_MODELS;
    const fails = waits ? Math.max(bound.fail, rise) + FAR * spread : bound.fail;
    const passes = Math.min(bound.pass, fails);
    chances.draws += undecided.reduce((total, { chance }) => total + chance, 0) * (look - (before?.draws ?? 0));
    for (const { estimate, chance } of undecided) {
      const mean = rise + slope * (estimate - rise);
      chances.fail += chance * (1 - normalCdf((fails - mean) / spread));
      chances.pass += chance * normalCdf((passes - mean) / spread);
    }
    undecided = carryOn(undecided, { from: passes, to: fails }, (x, { estimate }) => {
      const mean = rise + slope * (estimate - rise);
      return normalDensity((x - mean) / spread) / spread;
    });
    before = { draws: look, variance };
  }
  return chances;
}

/** Fewer have no spread to reckon with. */
const FEWEST_SCENARIOS = 2;

/** An estimate between both bounds and the chance that it stands for. */
interface Undecided {
  readonly estimate: number;
  readonly chance: number;
}

/** Points of Simpson's rule between the bounds of a look, and where nothing is left to integrate (in standard deviations). */
const INTERVALS = 40;
const FAR = 6;

function carryOn(
  undecided: readonly Undecided[],
  { from, to }: { readonly from: number; readonly to: number },
  density: (x: number, given: Undecided) => number,
): readonly Undecided[] {
  if (to <= from) return [];
  const width = (to - from) / INTERVALS;
  return Array.from({ length: INTERVALS + 1 }, (_, index) => {
    const estimate = from + index * width;
    const factor = index === 0 || index === INTERVALS ? 1 : index % 2 === 1 ? 4 : 2;
    const height = undecided.reduce((total, given) => total + given.chance * density(estimate, given), 0);
    return { estimate, chance: (factor * width * height) / 3 };
  });
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

/**
 * How often an edit without an effect must pass for a margin to count as carried: below it most checks would stay
 * undecided.
 */
export const LEAST_PASSES = 0.9;

/**
 * The margin that evidence of this size can carry: the least, in whole points from the design's own on, at which an edit without an
 * effect passes in 9 of 10 checks. Four models on 12 scenarios at 5 points: 9. Undefined where none of 50 points or less does.
 */
export function carriedMargin(design: PowerDesign): number | undefined {
  for (let points = Math.ceil(100 * design.margin - 1e-9); points <= 50; points += 1) {
    if (chancesOf({ ...design, margin: points / 100 }, 0).pass >= LEAST_PASSES) return points / 100;
  }
  return undefined;
}

/** The largest number of scenarios that is tried. */
const MOST_SCENARIOS = 100_000;

/** The fewest scenarios with which an edit without an effect passes in 9 of 10 checks at the design's margin. */
export function scenariosToPass(design: PowerDesign): number {
  const { scenarios: own, units = own } = design;
  const passesWith = (scenarios: number): boolean =>
    chancesOf({ ...design, scenarios, units: Math.max(2, Math.round((scenarios * units) / own)) }, 0).pass >=
    LEAST_PASSES;
  let [low, high] = [1, MOST_SCENARIOS];
  while (high - low > 1) {
    const middle = Math.floor(Math.sqrt(low * high)) + (high - low < 4 ? 1 : 0);
    const at = Math.min(high - 1, Math.max(low + 1, middle));
    if (passesWith(at)) high = at;
    else low = at;
  }
  return high;
}

/** The two limits of a look: it fails from the first estimate on, and passes below the second. */
function bounds(
  { margin, blocking, scenarios, units = scenarios, share = blocking > 1 ? LEADING_SHARE : 1 }: PowerDesign,
  { error, relabelled, level }: { readonly error: number; readonly relabelled: number; readonly level: number },
): { readonly fail: number; readonly pass: number } {
  const reach = normalQuantile(1 - level * share);
  return {
    fail: Math.max(FAIL_SHARE * margin, reach * relabelled),
    pass: margin - studentReach(CHECK_REACH, units - 1) * error,
  };
}
