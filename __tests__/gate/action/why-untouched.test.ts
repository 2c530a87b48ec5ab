// What is said of a change that compares nothing.
import { expect, test } from 'vitest';
import { whyUntouched } from '../../../src/gate/action/why-untouched.ts';
import { bankOf, scenarioOf } from '../../scenarios/scenario-builders.ts';

const many = (name: string, count: number, clause: string) =>
  Array.from({ length: count }, (_, n) => scenarioOf(`${name}${n}`, { clauses: [clause] }));
const bank = bankOf(...many('a', 10, 'a'), ...many('b', 4, 'b'));

test('nothing of what the gate is about', () => {
  expect(whyUntouched({ bank }, { added: [] })).toBe(
    'this change touches neither the spec, the models, the bank nor the policy',
  );
});

test('scenarios that it adds, and the clauses that are tested mostly by them from then on', () => {
  expect(whyUntouched({ bank }, { added: many('new', 3, 'a') })).toMatch(
    /^this change adds 3 scenarios to the bank, on which/,
  );
  expect(whyUntouched({ bank }, { added: [...many('new', 3, 'a'), ...many('more', 5, 'b')] })).toContain(
    'adds 8 scenarios to the bank (5 of the 9 of `b`), on which',
  );
  expect(whyUntouched({ bank }, { added: many('bad', 1, '`\n@octo ##[error]') })).toContain('(1 of the 1 of a clause)');
  const wide = ['c', 'd', 'e', 'f', 'g'].flatMap((clause) => many(clause, 1, clause));
  expect(whyUntouched({ bank }, { added: wide })).toContain('1 of the 1 of `e` and most of 2 other clauses');
});

test('labelled items where there were none: they say what judges are held to, and which violations are watched', () => {
  const labelled = '.spec-gate/labelled.jsonl';
  expect(whyUntouched({ bank }, { added: [], labelled })).toMatch(
    /^this change adds the first labelled items, on which/,
  );
  expect(whyUntouched({ bank }, { added: many('new', 1, 'a'), labelled })).toMatch(
    /^this change adds 1 scenario to the bank, and the first labelled items, on which later changes are measured/,
  );
});
