import { expect, test } from 'vitest';
import { groupScenarios } from '../../src/scenarios/scenario-groups.ts';

test('the queries of one pair of values are a group whatever the order of the two; a named group comes first', () => {
  const groups = groupScenarios([
    { id: 'neutral', value1: 'Honesty', value2: 'kindness' },
    { id: 'nudged', value1: 'kindness ', value2: 'honesty' },
    { id: 'named', value1: 'honesty', value2: 'kindness', group: 'section 3' },
    { id: 'alone', value1: 'honesty' },
  ]);
  expect(groups.get('neutral')).toBe(groups.get('nudged'));
  expect(groups.get('named')).not.toBe(groups.get('neutral'));
  expect(groups.has('alone')).toBe(false);
});
