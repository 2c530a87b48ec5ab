// Nights: what models and judges are today moves every scenario alike, and a base of other nights cannot show it.
import { leastOf } from '../core/extremes.ts';
import { mean } from '../stats/mean.ts';
import { PRIOR_NIGHTS, USUAL_NIGHT } from './bounds.ts';
import type { DrawNights } from './label-nights.ts';
import { betweenNights, withinVariance } from './draw-noise.ts';

/** What of a scenario's draws tells nights apart, see `ScenarioDraws`. */
interface NightDraws {
  readonly base: readonly number[];
  readonly stored?: readonly number[];
  readonly nights?: DrawNights;
  readonly today?: readonly number[];
  readonly sameAnswers?: true;
}

/** What is taken off a change for its night and its base's luck, and what that adds to the variance of the change (less where it is taken off). */
export interface NightEffect {
  readonly shift: number;
  readonly variance: number;
}

/**
 * Zero where both sides were drawn on one night. Against stored answers the night's effect is taken as normal about 0 with the
 * variance that nights are known to have. Base answers of today show it, and the luck of the stored ones on the same scenarios,
 * with an error of their own: what they differ by is taken off by the share that makes the rest least uncertain (a linear
 * regression on a covariate with known moments; W. G. Cochran, Sampling Techniques, 3rd ed., 7.3; for a night alone it is the
 * shrunken mean). Without them all of it stays.
 */
export function measureNight(units: readonly NightDraws[], flip: number): NightEffect {
  const stored = units.flatMap((unit) => (unit.stored === undefined ? [] : [unit.stored]));
  if (stored.length === 0 || stored.length < units.length) return { shift: 0, variance: 0 };
  const variance = nightVariance(units, stored, flip);
  const today = units.flatMap(({ stored: base = [], today: fresh = [] }) =>
    base.length === 0 || fresh.length === 0 ? [] : [mean(fresh) - mean(base)],
  );
  if (today.length < 2) return { shift: 0, variance };
  const seen = mean(today);
  const error = today.reduce((total, one) => total + (one - seen) ** 2, 0) / (today.length - 1) / today.length;
  const shared = variance + luckOfStored(units, stored);
  const share = variance + error === 0 ? 0 : Math.min(1, shared / (variance + error));
  return { shift: share * seen, variance: variance - 2 * share * shared + share ** 2 * (variance + error) };
}

/** The variance that the stored draws' own noise gives to the mean over scenarios. */
function luckOfStored(units: readonly NightDraws[], stored: readonly (readonly number[])[]): number {
  if (units.some(({ sameAnswers }) => sameAnswers)) return 0;
  const filled = stored.filter((draws) => draws.length > 0);
  const within = withinVariance(filled);
  return filled.reduce((total, draws) => total + within / draws.length, 0) / Math.max(1, filled.length) ** 2;
}

/** Variance of the difference between one night and the mean of the stored nights. */
function nightVariance(units: readonly NightDraws[], stored: readonly (readonly number[])[], flip: number): number {
  const compared = leastOf(units.map(({ base }) => base.length));
  const [first] = units;
  if (first?.nights === undefined) return betweenNights(stored) * (1 + 1 / compared);
  // Head minus base, night by night: what was drawn on the head's own night has that in common with it.
  const weights = new Map([[first.nights.head, 1]]);
  for (const night of first.nights.base.slice(0, compared))
    weights.set(night, (weights.get(night) ?? 0) - 1 / compared);
  const weight = [...weights.values()].reduce((total, share) => total + share ** 2, 0);
  return weight < 1e-9 ? 0 : spreadOfNights(units, stored, flip) * weight;
}

/**
 * The variance of a night: what the stored ones differ by beyond the noise of their draws, drawn towards the usual size, the more
 * the fewer there are. With one night, where nothing can be seen, the usual size.
 */
function spreadOfNights(units: readonly NightDraws[], stored: readonly (readonly number[])[], flip: number): number {
  const within = withinVariance(stored);
  const usual = ((USUAL_NIGHT * within) / flip) ** 2;
  const nights = [...new Set(units.flatMap(({ nights: own }) => own?.base ?? []))];
  if (nights.length < 2) return usual;
  const means = nights.map((night) => {
    const values = units.flatMap(({ stored: own = [], nights: labels }) => {
      const ofNight = own.filter((_, draw) => labels?.base[draw] === night);
      return ofNight.length === 0 ? [] : [{ mean: mean(ofNight), noise: within / ofNight.length }];
    });
    const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
    return { mean: mean(values.map((one) => one.mean)), noise };
  });
  const centre = mean(means.map((one) => one.mean));
  const freedom = nights.length - 1;
  const seen = means.reduce((total, one) => total + (one.mean - centre) ** 2, 0) / freedom;
  const beyond = seen - mean(means.map(({ noise }) => noise));
  return Math.max(0, (PRIOR_NIGHTS * usual + freedom * beyond) / (PRIOR_NIGHTS + freedom));
}
