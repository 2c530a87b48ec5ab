// An interval for a statistic of responses that come in scenarios, by leaving groups of scenarios out.
import { mean } from 'simple-statistics';
import type { Estimate, Interval } from '../stats/estimate.ts';
import { undefinedEstimate } from '../stats/estimate.ts';
import { studentTQuantile } from '../stats/student-t.ts';

export type Jackknife = Estimate<{ interval: Interval; standardError: number }>;

/** Enough for a stable t quantile (2.02 with 40). */
const MOST_GROUPS = 40;

/** The group, counted from 0, of each cluster in a fixed order: 40 groups, or a group each where there are fewer. */
export function groupOf(cluster: number): number {
  return cluster % MOST_GROUPS;
}

/**
 * The statistic with its delete-a-group jackknife error and 95 % t interval, upper end at most 1 (P. S. Kott, "The
 * delete-a-group jackknife", J. Off. Stat. 17, 2001, 521-526). `groups` is what the statistic needs of each group.
 * Undefined where the statistic is, with one group, or where it is undefined without some group. The mean of 0.1, 0.2,
 * 0.3: error 0.0577.
 */
export function jackknife<Summary>(
  groups: readonly Summary[],
  statistic: (groups: readonly Summary[]) => Estimate,
): Jackknife {
  const whole = statistic(groups);
  if (whole.status === 'undefined') return whole;
  const count = groups.length;
  if (count < 2) return undefinedEstimate('one-unit');
  const without: number[] = [];
  for (let group = 0; group < count; group += 1) {
    const rest = statistic(groups.filter((_, index) => index !== group));
    if (rest.status === 'undefined') return rest;
    without.push(rest.value);
  }
  const centre = mean(without);
  const squares = without.reduce((total, value) => total + (value - centre) ** 2, 0);
  const standardError = Math.sqrt(((count - 1) / count) * squares);
  const reach = studentTQuantile(0.975, count - 1) * standardError;
  const interval = { lower: whole.value - reach, upper: Math.min(1, whole.value + reach) };
  return { status: 'defined', value: whole.value, standardError, interval };
}
