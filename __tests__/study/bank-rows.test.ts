// Rows of a bank as numbers: the same rows, in the same order, however often they are gone through.
import { expect, test } from 'vitest';
import { filterRows, groupByScenario, type StudyRow } from '../../src/analysis/evidence/study-data.ts';
import { createBankRows } from '../../src/study/bank-rows.ts';
import { response, ruledBy } from '../support/study-rows.ts';

const one = response('p/a', { rulings: ruledBy('ccn'), scores: [1, null], type: 'full_compliance' });
const other = response('p/b', { rulings: ruledBy('nnn') });
const row = (scenario: string, parts: Partial<StudyRow> = {}): StudyRow => ({
  scenario,
  draw: '',
  clauses: ['x'],
  topics: [],
  disagreements: { all: 1.2345, openai: 0.1 },
  responses: [one, other],
  ...parts,
});
const rows = [
  row('c', { value1: 'v', value2: 'w', topics: ['t', 'u'] }),
  row('a', { disagreements: {}, responses: [other] }),
  row('b', { clauses: [], disagreements: { openai: 3 } }),
  ...Array.from({ length: 2000 }, (_, index) => row(`d${index}`, { disagreements: { all: index / 7 } })),
];

test('they are what was added, by scenario', () => {
  const kept = createBankRows();
  for (const each of rows) kept.add(each);
  const read = kept.read();
  const expected = groupByScenario(rows);
  expect(read.size).toBe(expected.size);
  expect([...read]).toEqual([...expected]);
  expect([...read.values()]).toEqual([...expected.values()]);
  expect(read.get('b')).toEqual([rows[2]]);
  expect(read.get('z')).toBeUndefined();
  const high = ({ disagreements }: StudyRow): boolean => (disagreements['all'] ?? 0) > 1;
  expect([...filterRows(read, high)]).toEqual([...filterRows(expected, high)]);
  expect(filterRows(read, high).size).toBe([...filterRows(expected, high)].length);
});

test('a scenario that comes twice has two rows', () => {
  const kept = createBankRows();
  for (const scenario of ['b', 'a', 'b']) kept.add(row(scenario));
  const read = kept.read();
  expect(read.size).toBe(2);
  expect([...read].map(([scenario, draws]) => [scenario, draws.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
