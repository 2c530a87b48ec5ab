// How much of a change over scenarios the draws' own noise explains.
import { mean } from '../stats/mean.ts';
import { halfFlip, type ScenarioDraws } from './change.ts';
import { withinVariance } from './draw-noise.ts';
import { measureNight } from './nights.ts';

export interface EffectNoise {
  /** The scenarios with draws on both sides. */
  readonly units: readonly ScenarioDraws[];
  /** Variance of the mean change that comes from draws alone. */
  readonly variance: number;
  /** Sum over scenarios of squared deviations, each in units of its draws' noise, with the degrees of freedom of both. */
  readonly heterogeneity: number;
  readonly freedom: number;
}

/** Undefined where no scenario was drawn twice on either side: then noise is not told from spread. */
export function noiseOfDraws(draws: readonly ScenarioDraws[], kind: 'target' | 'prompt'): EffectNoise | undefined {
  const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
  const arms =
    kind === 'target'
      ? units.map(({ base, head }) => [head.map((value, draw) => value - base[draw]!)])
      : units.map(({ base, head }) => [head, base]);
  const freedom = arms.flat().reduce((total, values) => total + Math.max(0, values.length - 1), 0);
  if (freedom === 0) return undefined;
  const single = withinVariance(arms.flat());
  const variances = arms.map((sides) => sides.reduce((total, values) => total + single / values.length, 0));
  const differences = units.map(({ base, head }) => mean(head) - mean(base));
  const centre = mean(differences);
  const heterogeneity = differences.reduce((total, one, index) => {
    const variance = variances[index]!;
    return variance === 0 ? total : total + (one - centre) ** 2 / variance;
  }, 0);
  const variance = variances.reduce((total, one) => total + one, 0) / units.length ** 2;
  return { units, variance, heterogeneity, freedom };
}

/** The standard error of the mean change on these very scenarios, whatever others like them would show; never zero. */
export function errorOnThese({ units, variance }: EffectNoise, flip: number): number {
  return Math.max(Math.sqrt(Math.max(0, variance + measureNight(units, flip).variance)), halfFlip(units, flip));
}
