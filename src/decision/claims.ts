// Two claims from one comparison: about these scenarios, whose draws alone vary, and about scenarios like them.
import { whereDefined } from '../core/where-defined.ts';
import { betaCdf } from '../stats/beta.ts';
import { normalQuantile } from '../stats/normal.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { DIFFERS_LEVEL } from './bounds.ts';
import { halfFlip, intervalAt, measureChange, scenarioTest, type Change, type ScenarioDraws } from './change.ts';
import { withinVariance } from './draw-noise.ts';
import { measureNight } from './nights.ts';
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
  /** Of the stage, see `bounds.ts`. */
  readonly reach: number;
  /** See `measureChange`. */
  readonly flip: number;
}

/**
 * `theseScenarios`: the draws' own noise and that of nights; absent where no scenario was drawn twice on either side, for then
 * noise is not told from spread. Where the exact test is sharper than the normal error its own error is taken (Miettinen,
 * Am. J. Epidemiol. 103 (1976) 226-235), so that interval and verdict agree. Two replaced models are different things, so that
 * there both claims rest on the spread over scenarios, or for others over groups of them.
 */
export function readClaims(
  units: readonly ScenarioDraws[],
  change: Change,
  { kind, p, reach, flip }: ClaimQuery,
): Claims {
  const like = { p: scenarioTest(change), ...whereDefined({ interval: intervalAt(change, reach) }) };
  const noise = kind === 'model' ? undefined : noiseOf(units, kind);
  if (noise === undefined) {
    const own = measureChange(units.map(alone), flip) ?? change;
    const interval = kind === 'model' ? intervalAt(own, reach) : sharperInterval(own, { p, reach });
    return { theseScenarios: { p, ...whereDefined({ interval }) }, scenariosLikeThem: like };
  }
  const own = Math.max(
    Math.sqrt(Math.max(0, noise.variance + measureNight(noise.units, flip).variance)),
    halfFlip(noise.units, flip),
  );
  const error = sharper(own, change.value, p);
  const half = reach * error;
  return {
    theseScenarios: { p, interval: [change.value - half, change.value + half] },
    scenariosLikeThem: like,
    ...(differsByScenario(noise) ? { differs: true } : {}),
  };
}

function sharper(error: number, change: number, p: number): number {
  return p < 0.5 && change > 0 ? Math.min(error, change / normalQuantile(1 - p)) : error;
}

/** One draw a side: the spread over scenarios, or the exact test's own error where that is sharper. */
function sharperInterval(
  change: Change,
  { p, reach }: Pick<ClaimQuery, 'p' | 'reach'>,
): readonly [number, number] | undefined {
  const wide = intervalAt(change, reach);
  if (wide === undefined) return undefined;
  const half = Math.min(wide[1] - change.value, reach * sharper(Number.POSITIVE_INFINITY, change.value, p));
  return [change.value - half, change.value + half];
}

interface Noise {
  /** Those with draws on both sides. */
  readonly units: readonly ScenarioDraws[];
  /** Of the mean change, from the draws' own noise alone. */
  readonly variance: number;
  /** Sum over scenarios of squared deviations, each in units of its draws' noise, with the degrees of freedom of both. */
  readonly heterogeneity: number;
  readonly freedom: number;
}

function noiseOf(draws: readonly ScenarioDraws[], kind: 'target' | 'prompt'): Noise | undefined {
  const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
  const arms =
    kind === 'target'
      ? units.map(({ base, head }) => [head.map((value, draw) => value - base[draw]!)])
      : units.map(({ base, head }) => [head, base]);
  const freedom = arms.flat().reduce((total, values) => total + Math.max(0, values.length - 1), 0);
  if (freedom === 0) return undefined;
  const single = withinVariance(arms.flat());
  const variances = arms.map((sides) => sides.reduce((total, values) => total + single / values.length, 0));
  const differences = units.map(({ base, head }) => meanOf(head) - meanOf(base));
  const centre = meanOf(differences);
  const heterogeneity = differences.reduce((total, one, index) => {
    const variance = variances[index]!;
    return variance === 0 ? total : total + (one - centre) ** 2 / variance;
  }, 0);
  const variance = variances.reduce((total, one) => total + one, 0) / units.length ** 2;
  return { units, variance, heterogeneity, freedom };
}

/** F test of the spread over scenarios against the draws' own (Cochran, Biometrics 10 (1954) 101-129). */
function differsByScenario({ heterogeneity, units, freedom }: Noise): boolean {
  if (units.length < 2 || heterogeneity === 0) return false;
  const [above, below] = [units.length - 1, freedom];
  const f = heterogeneity / above;
  return betaCdf(below / (below + above * f), below / 2, above / 2) <= DIFFERS_LEVEL;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
