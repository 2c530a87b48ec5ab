// Which scenarios the writers may see and which their edits are tested on: a writer that only learned its examples fails on the rest.
import { sha256 } from '../core/canonical-json.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export interface Halves {
  readonly training: readonly Scenario[];
  readonly heldOut: readonly Scenario[];
}

/**
 * Half of the groups each, by the hash of seed and group; the odd one is held out. Framings of one question stay
 * together: a writer that saw one of them in effect saw all.
 */
export function splitHalves(scenarios: readonly Scenario[], seed: string): Halves {
  const groups = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    const group = groupOf(scenario);
    groups.set(group, [...(groups.get(group) ?? []), scenario]);
  }
  const order = [...groups].map(([group, members]) => ({ members, key: sha256(`${seed}\n${group}`) }));
  order.sort((a, b) => (a.key < b.key ? -1 : 1));
  const training = order.slice(0, Math.floor(order.length / 2));
  return {
    training: training.flatMap(({ members }) => members),
    heldOut: order.slice(training.length).flatMap(({ members }) => members),
  };
}

/** Framings carry their nudge at the end of their id, as the bank's writers and importers give it. */
function groupOf({ id, nudge }: Scenario): string {
  const end = nudge === undefined ? '' : `_${nudge}`;
  return end !== '' && id.endsWith(end) ? id.slice(0, -end.length) : id;
}
