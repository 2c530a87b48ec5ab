// Scenarios that share what moves them (a value pair, a section, a source) are no independent evidence: the group is the unit.
import type { Change, ScenarioDraws } from '../decision/change.ts';
import { clusteredMean } from '../stats/clustered-error.ts';

/**
 * Fewer groups than this are not taken for a sample: their error would rest on too few numbers to be one. What they share
 * then stays in the claim about these prompts.
 */
const LEAST_CLUSTERS = 10;

/**
 * The change with the error of its groups where that is the larger, and their number as its `scenarios`. A scenario without
 * a group is one of its own. As it was where groups are few, or every scenario has its own.
 */
export function byCluster(
  change: Change,
  units: readonly ScenarioDraws[],
  groupOf: ReadonlyMap<string, string>,
): Change {
  const clusters = new Map<string, number[]>();
  for (const { scenario, base, head } of units) {
    if (base.length === 0 || head.length === 0) continue;
    const group = groupOf.get(scenario);
    const place = JSON.stringify(group === undefined ? { scenario } : { group });
    clusters.set(place, [...(clusters.get(place) ?? []), meanOf(head) - meanOf(base)]);
  }
  if (clusters.size < LEAST_CLUSTERS || clusters.size === change.scenarios) return change;
  const clustered = clusteredMean([...clusters.values()]);
  if (clustered.status === 'undefined') return change;
  const standardError = Math.max(change.standardError, clustered.standardError);
  return { ...change, standardError, scenarios: clusters.size };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
