// An order of scenarios that a seed decides and the bank's line order does not.
import { sha256 } from '../../core/canonical-json.ts';
import type { Scenario } from '../scenario.ts';

/** Sorted by the hash of seed and id. */
export function orderBySeed<Row extends Pick<Scenario, 'id'>>(scenarios: readonly Row[], seed: string): readonly Row[] {
  return scenarios
    .map((scenario) => ({ scenario, key: sha256(`${seed}\n${scenario.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ scenario }) => scenario);
}
