// Two claims from one comparison: about these very scenarios, where only draws vary, and about other scenarios like
// them.
import { whereDefined } from '../core/where-defined.ts';
import { betaCdf } from '../stats/beta.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { DIFFERS_LEVEL } from './bounds.ts';
import { intervalAt, measureChange, scenarioTest, type Change, type ScenarioDraws } from './change.ts';
import { errorOnThese, noiseOfDraws, type EffectNoise } from './effect-noise.ts';
import { alone } from './test-change.ts';

export interface Claim {
  /** One-sided, for "head is worse". */
  readonly p: number;
  readonly interval?: readonly [number, number];
}

export interface Claims {
  readonly theseScenarios: Claim;
  readonly scenariosLikeThem: Claim;
  /** The effect spreads over scenarios more than their draws explain, so it need not be the same on others. */
  readonly differs?: true;
}

export interface ClaimQuery {
  readonly kind: ComparisonKind;
  /** The decision's own test of these scenarios. */
  readonly p: number;
  /** How far the stage's bounds reach, in standard errors: see `bounds.ts`. */
  readonly reach: number;
  /** See `measureChange`. */
  readonly flip: number;
}

/**
 * `theseScenarios`: the draws' own noise and that of nights; absent where no scenario was drawn twice on either side, for then
 * noise is not told from spread. Where the exact test and the normal error would tell different stories the test's own error
 * is taken (Miettinen, Am. J. Epidemiol. 103 (1976) 226-235), so that interval and p agree. Two models that answer each scenario
 * once are different things (`model`), so that there both claims rest on the spread over scenarios, or for others over groups of them.
 */
export function readClaims(
  units: readonly ScenarioDraws[],
  change: Change,
  { kind, p, reach, flip }: ClaimQuery,
): Claims {
  const like = { p: scenarioTest(change), ...whereDefined({ interval: intervalAt(change, reach) }) };
  const noise = kind === 'model' ? undefined : noiseOfDraws(units, kind);
  if (noise === undefined) {
    const own = measureChange(units.map(alone), flip) ?? change;
    const interval = kind === 'model' ? intervalAt(own, reach) : sharperInterval(own, { p, reach });
    return { theseScenarios: { p, ...whereDefined({ interval }) }, scenariosLikeThem: like };
  }
  const error = agreeing(errorOnThese(noise, flip), { change: change.value, p, reach });
  const half = reach * error;
  return {
    theseScenarios: { p, interval: [change.value - half, change.value + half] },
    scenariosLikeThem: like,
    ...(differsByScenario(noise) && { differs: true }),
  };
}

/** That of the exact test (Miettinen); infinite where its p speaks of no rise. */
function errorOfTest(change: number, p: number): number {
  return p < 0.5 && change > 0 ? change / normalQuantile(1 - p) : Number.POSITIVE_INFINITY;
}

/**
 * The exact test's error where it is the sharper one, and where the normal interval excludes 0 though the test does not:
 * a rare outcome on few scenarios varies too little between its own draws to say how far chance could carry it.
 */
function agreeing(
  error: number,
  { change, p, reach }: { readonly change: number } & Pick<ClaimQuery, 'p' | 'reach'>,
): number {
  const ofTest = errorOfTest(change, p);
  const contradict = reach * error < change && Number.isFinite(ofTest) && reach * ofTest >= change;
  return contradict ? ofTest : Math.min(error, ofTest);
}

/** One draw a side: the spread over scenarios, or the exact test's own error where that is sharper. */
function sharperInterval(
  change: Change,
  { p, reach }: Pick<ClaimQuery, 'p' | 'reach'>,
): readonly [number, number] | undefined {
  const wide = intervalAt(change, reach);
  if (wide === undefined) return undefined;
  const half = Math.min(wide[1] - change.value, reach * errorOfTest(change.value, p));
  return [change.value - half, change.value + half];
}

/** F test of the spread over scenarios against the draws' own (Cochran, Biometrics 10 (1954) 101-129). */
function differsByScenario({ heterogeneity, units, freedom }: EffectNoise): boolean {
  if (units.length < 2 || heterogeneity === 0) return false;
  const [above, below] = [units.length - 1, freedom];
  const f = heterogeneity / above;
  return betaCdf(below / (below + above * f), below / 2, above / 2) <= DIFFERS_LEVEL;
}
