import { expect, test } from 'vitest';
import { groupAlike, groupScenarios } from '../../src/scenarios/scenario-groups.ts';
import { scenarioOf } from './scenario-builders.ts';

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

test('scenarios of one check that ask the very same are a group, that of the first of them that has one', () => {
  const groups = groupAlike([
    scenarioOf('a', { query: 'May I?' }),
    scenarioOf('b', { query: 'May I?', group: 'mine' }),
    scenarioOf('c', { query: 'May I?', group: 'yours' }),
    scenarioOf('d', { query: 'Must I?' }),
    scenarioOf('e', { query: 'Must I?' }),
    scenarioOf('f', { query: 'Must we?' }),
  ]);
  expect(groups.get('a')).toBe(groups.get('b'));
  expect(groups.get('c')).not.toBe(groups.get('b'));
  expect(groups.get('d')).toBe(groups.get('e'));
  expect(groups.get('d')).not.toBe(groups.get('a'));
  expect(groups.has('f')).toBe(false);
});
