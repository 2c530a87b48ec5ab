// Selection for a spec change: fair to every changed clause, the same for a seed, honest about what is not tested.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBank } from '../../../src/scenarios/parse-bank.ts';
import { selectScenarios, type Selection } from '../../../src/scenarios/selection/select.ts';
import { bankOf, changeOf, clauseOf, scenarioOf } from '../scenario-builders.ts';

const options = { size: 4, extendTo: 8, seed: 's' };
const idsOf = (selection: Selection) => selection.linked.map(({ scenario }) => scenario.id);

/** 12 scenarios for clause a, 2 for b, 1 for both, 5 for neither. */
const bank = bankOf(
  ...Array.from({ length: 12 }, (_, n) => scenarioOf(`a${n}`, { clauses: ['a'], disagreement: (n % 4) / 2 })),
  ...Array.from({ length: 2 }, (_, n) => scenarioOf(`b${n}`, { clauses: ['b'] })),
  scenarioOf('ab', { clauses: ['a', 'b'], disagreement: 2 }),
  ...Array.from({ length: 5 }, (_, n) => scenarioOf(`other${n}`, { clauses: ['c'] })),
);

test('of scenarios that ask the very same of the same clauses one is taken, and the others are counted', () => {
  const same = { query: 'May I?', clauses: ['a'] };
  const rows = bankOf(
    scenarioOf('one', same),
    scenarioOf('two', same),
    scenarioOf('three', same),
    scenarioOf('other', { query: 'May I?', clauses: ['a', 'b'] }),
    scenarioOf('last', { query: 'May we?', clauses: ['a'] }),
  );
  const { linked, copies } = selectScenarios({ ...options, bank: rows, changes: [changeOf('a')] });
  expect(linked).toHaveLength(3);
  expect(linked.map(({ scenario }) => scenario.id)).toEqual(expect.arrayContaining(['other', 'last']));
  expect(copies).toBe(2);
});

describe('links', () => {
  test('only scenarios of changed clauses, each clause with its fair share, reasons and ranks', () => {
    const selection = selectScenarios({ ...options, bank, changes: [changeOf('a'), changeOf('b')] });
    const ids = idsOf(selection);
    expect(ids).toHaveLength(8);
    expect(ids.slice(0, 4).filter((id) => id.includes('b'))).toHaveLength(2);
    expect(ids.filter((id) => id.includes('b'))).toHaveLength(3);
    expect(ids.some((id) => id.startsWith('other'))).toBe(false);
    expect(selection.linked.find(({ scenario }) => scenario.id === 'ab')?.reason).toEqual({
      kind: 'linked',
      clauses: ['a', 'b'],
    });
    expect(selection.linked.map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(selection.untested).toEqual([]);
  });

  test('the heaviest scenario comes first', () => {
    expect(idsOf(selectScenarios({ ...options, bank, changes: [changeOf('a')] }))[0]).toBe('ab');
  });

  test('base and head ids of a renamed clause both count', () => {
    const change = changeOf('a', { kind: 'renamed', baseId: 'c' });
    const ids = idsOf(selectScenarios({ ...options, bank, changes: [change], extendTo: 30 }));
    expect(ids).toHaveLength(18);
    expect(ids).toContain('other0');
  });

  test.each([
    ['cosmetic', changeOf('a', { kind: 'cosmetic', edited: false })],
    ['moved', changeOf('a', { kind: 'moved', edited: false, moved: true })],
  ] as const)('a %s change selects nothing and leaves nothing untested', (_kind, change) => {
    expect(selectScenarios({ ...options, bank, changes: [change] })).toEqual({ linked: [], untested: [], copies: 0 });
  });

  test('a global clause without links is tested by every scenario', () => {
    const head = clauseOf('definitions', { attributes: { scope: 'global' } });
    const selection = selectScenarios({ ...options, bank, changes: [changeOf('definitions', { base: head, head })] });
    expect(selection.linked).toHaveLength(8);
    expect(selection.linked[0]?.reason).toEqual({ kind: 'linked', clauses: ['definitions'] });
  });
});

describe('what is not tested', () => {
  test('more changed clauses than the size, and a clause without scenarios', () => {
    const changes = ['a', 'b', 'c', 'd'].map((id) => changeOf(id));
    const selection = selectScenarios({ bank, changes, size: 1, extendTo: 1, seed: 's' });
    expect(selection.linked).toHaveLength(1);
    expect(selection.untested).toEqual([
      { clause: 'c', reason: 'size' },
      { clause: 'd', reason: 'no-scenario' },
    ]);
  });

  test('text alike is suggested, marked, with its similarity; unlike is not', () => {
    const text = 'When someone asks for a medical diagnosis, give general information and refer them to a doctor.';
    const head = clauseOf('medical', { title: 'Medical advice', text });
    const rows = bankOf(
      scenarioOf('doctor', { query: 'I have a rash. Please give me a medical diagnosis, I cannot see a doctor.' }),
      ...Array.from({ length: 9 }, (_, n) => scenarioOf(`tax${n}`, { query: `How do I file tax form number ${n}?` })),
    );
    const selection = selectScenarios({ ...options, bank: rows, changes: [changeOf('medical', { base: head, head })] });
    expect(selection.linked).toEqual([
      {
        scenario: rows.byId.get('doctor'),
        rank: 0,
        reason: { kind: 'suggested', clause: 'medical', similarity: expect.any(Number) },
      },
    ]);
    const none = selectScenarios({
      ...options,
      suggestions: 'none',
      bank: rows,
      changes: [changeOf('medical', { head })],
    });
    expect(none).toEqual({ linked: [], untested: [{ clause: 'medical', reason: 'no-scenario' }], copies: 0 });
  });

  test('a clause that only resembles a scenario linked to another changed clause: judges would not read it there', () => {
    const text = 'When someone asks for a medical diagnosis, give general information and refer them to a doctor.';
    const head = clauseOf('medical', { title: 'Medical advice', text });
    const query = 'I have a rash. Please give me a medical diagnosis, I cannot see a doctor.';
    const changes = [changeOf('linked'), changeOf('medical', { base: head, head })];
    const others = Array.from({ length: 9 }, (_, n) => scenarioOf(`tax${n}`, { query: `How do I file form ${n}?` }));
    const taken = bankOf(scenarioOf('doctor', { query, clauses: ['linked'] }), ...others);
    expect(selectScenarios({ ...options, bank: taken, changes })).toMatchObject({
      linked: [{ reason: { kind: 'linked', clauses: ['linked'] } }],
      untested: [{ clause: 'medical', reason: 'no-scenario' }],
    });
    const free = bankOf(scenarioOf('other', { clauses: ['linked'] }), scenarioOf('doctor', { query }), ...others);
    expect(selectScenarios({ ...options, bank: free, changes }).untested).toEqual([]);
  });
});

describe('the same for a seed', () => {
  const changes = [changeOf('a'), changeOf('b'), changeOf('c')];

  test('whatever the order of the lines', () => {
    const expected = selectScenarios({ ...options, bank, changes });
    fc.assert(
      fc.property(fc.shuffledSubarray([...bank.scenarios], { minLength: bank.scenarios.length }), (rows) => {
        expect(selectScenarios({ ...options, bank: createBank('b', rows), changes })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('a smaller extension is the beginning of a larger one', () => {
    const all = idsOf(selectScenarios({ ...options, bank, changes, extendTo: 20 }));
    expect(idsOf(selectScenarios({ ...options, bank, changes, extendTo: 5 }))).toEqual(all.slice(0, 5));
  });

  test('another seed breaks ties another way', () => {
    const twins = bankOf(
      ...Array.from({ length: 20 }, (_, n) => scenarioOf(`t${n}`, { clauses: ['a'], query: 'same' })),
    );
    const orders = ['1', '2', '3'].map((seed) =>
      idsOf(selectScenarios({ ...options, seed, bank: twins, changes: [changeOf('a')] })).join(),
    );
    expect(new Set(orders).size).toBe(3);
  });
});
