// Did the models or judges themselves move since the base was stored? Reported, never blamed on the change.
import { relabellingTest } from '../stats/relabelling.ts';
import type { Reason } from './decision.ts';
import type { StageRows } from './stage-rows.ts';
import { readDraws } from './stage-draws.ts';
import type { DecisionPolicy } from './policy.ts';

const DRIFT_LEVEL = 0.05;

/** Stored base draws against fresh base draws of the same scenarios: two-sided relabelling test of non-compliance. */
export function findDrift(screen: StageRows, confirm: StageRows, policy: DecisionPolicy): readonly Reason[] {
  const fresh = new Map(readDraws(confirm, 'nonCompliance', 'observed').map((unit) => [unit.scenario, unit.base]));
  const units = readDraws(screen, 'nonCompliance', 'observed').map(({ scenario, stored }) => ({
    base: stored ?? [],
    head: fresh.get(scenario) ?? [],
  }));
  const seed = `${policy.seed}\ndrift`;
  const up = relabellingTest(units, { seed });
  const down = relabellingTest(
    units.map(({ base, head }) => ({ base: head, head: base })),
    { seed },
  );
  if (up.status === 'undefined' || down.status === 'undefined') return [];
  const p = Math.min(1, 2 * Math.min(up.p, down.p));
  if (p > DRIFT_LEVEL) return [];
  return [{ code: 'drift', args: { change: up.value, p, scenarios: up.units }, severity: 'notice' }];
}
