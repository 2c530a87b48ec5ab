// An interval for a statistic of responses that come in scenarios, by leaving groups of scenarios out.
import { mean } from 'simple-statistics';
import type { Estimate, Interval } from '../../stats/estimate.ts';
import { undefinedEstimate } from '../../stats/estimate.ts';
import { studentTQuantile } from '../../stats/student-t.ts';

export type Jackknife = Estimate<{ interval: Interval; standardError: number }>;

/** Enough for a stable t quantile (2.03 with 40), few enough for banks of a hundred thousand responses. */
const MOST_GROUPS = 40;

/**
 * The statistic of all units with its delete-a-group jackknife error and 95 % t interval, upper end at most 1 (P. S. Kott,
 * "The delete-a-group jackknife", J. Off. Stat. 17, 2001, 521-526). `clusters` are the units of each scenario in a fixed
 * order; they are dealt to 40 groups, or are a group each where there are fewer. Undefined where the statistic is, with one
 * cluster, or where it is undefined without some group. The mean of 1, 2, 3: error 0.577.
 */
export function jackknife<Unit>(
  clusters: readonly (readonly Unit[])[],
  statistic: (units: readonly Unit[]) => Estimate,
): Jackknife {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  const whole = statistic(filled.flat());
  if (whole.status === 'undefined') return whole;
  const groups = Math.min(MOST_GROUPS, filled.length);
  if (groups < 2) return undefinedEstimate('one-unit');
  const without: number[] = [];
  for (let group = 0; group < groups; group += 1) {
    const rest = statistic(filled.filter((_, index) => index % groups !== group).flat());
    if (rest.status === 'undefined') return rest;
    without.push(rest.value);
  }
  const centre = mean(without);
  const squares = without.reduce((total, value) => total + (value - centre) ** 2, 0);
  const standardError = Math.sqrt(((groups - 1) / groups) * squares);
  const reach = studentTQuantile(0.975, groups - 1) * standardError;
  const interval = { lower: whole.value - reach, upper: Math.min(1, whole.value + reach) };
  return { status: 'defined', value: whole.value, standardError, interval };
}
