// What writers see and what their edits are tested on never overlap, not even in another framing of one question.
import { expect, test } from 'vitest';
import { splitHalves } from '../../src/repair/halves.ts';
import type { Nudge, Scenario } from '../../src/scenarios/scenario.ts';

const scenarios = ['a', 'b', 'c', 'd', 'e'].flatMap((group) =>
  (['neutral', 'value1', 'value2'] as const).map((nudge: Nudge): Scenario => {
    return { id: `${group}_${nudge}`, nudge, messages: [], clauses: [], topics: [] };
  }),
);
const groups = (half: readonly Scenario[]): readonly string[] => [...new Set(half.map(({ id }) => id[0]!))].sort();

test('groups stay together, the odd one is held out, the order of the bank does not matter', () => {
  const { training, heldOut } = splitHalves(scenarios, 'seed');
  expect([groups(training).length, groups(heldOut).length]).toEqual([2, 3]);
  expect([...groups(training), ...groups(heldOut)].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  const again = splitHalves(scenarios.toReversed(), 'seed');
  expect(groups(again.training)).toEqual(groups(training));
});

test('another seed splits otherwise', () => {
  const splits = Array.from({ length: 10 }, (_, seed) => groups(splitHalves(scenarios, `${seed}`).training).join());
  expect(new Set(splits).size).toBeGreaterThan(3);
});
