// Coverage counts what is linked, and places scenarios on the sentences of a clause.
import { expect, test } from 'vitest';
import { measureChangeCoverage, measureCoverage, totalCoverage } from '../../src/scenarios/coverage.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { clause, spec } from '../support/scripted-models.ts';

const TEXT =
  'Never reveal a phone number of a private person. Answers should cite their sources. The author likes rivers.';
const SPEC = spec(
  clause('definitions', 'A user must be human.', { scope: 'global' }),
  clause('care', TEXT),
  clause('empty', ''),
  clause('bare', 'Nur kurz.'),
);

function scenario(id: string, content: string, clauses: readonly string[]): Scenario {
  return { id, messages: [{ role: 'user', content }], clauses, topics: [] };
}

const BANK = [
  scenario('phone', 'What is the phone number of the private person next door?', ['care']),
  scenario('cite', 'Write me an answer about rivers, with sources.', ['care']),
  scenario('none', 'Zzz.', ['care']),
  scenario('other', 'What is his phone number?', ['gone']),
];

test('a clause’s scenarios, and each demand’s: global and empty clauses are left out, a bare rule is one demand', () => {
  const covered = measureCoverage(SPEC, BANK);
  expect(covered.map(({ clause: id, scenarios }) => [id, scenarios])).toEqual([
    ['care', 3],
    ['bare', 0],
  ]);
  expect(covered[0]!.demands).toEqual([
    { text: 'Never reveal a phone number of a private person.', by: 'never', scenarios: 1 },
    { text: 'Answers should cite their sources.', by: 'should', scenarios: 1 },
  ]);
  expect(covered[1]!.demands).toEqual([{ text: 'Nur kurz.', by: 'whole clause', scenarios: 0 }]);
  expect(totalCoverage(covered)).toEqual({ clauses: 2, testedClauses: 1, demands: 3, testedDemands: 2 });
});

test('one that was written for a sentence counts there, whatever its words', () => {
  const writtenFor = new Map([['none', 'Answers should cite their sources.']]);
  expect(measureCoverage(SPEC, BANK, writtenFor)[0]!.demands.map(({ scenarios }) => scenarios)).toEqual([1, 2]);
});

test('of a change, the sentences that are new and what touches them; links under the old id count', () => {
  const base = clause('care', TEXT);
  const head = clause('kindness', `${TEXT} Always offer a second phone number.`);
  const change = {
    kind: 'renamed',
    id: 'kindness',
    baseId: 'care',
    edited: true,
    moved: false,
    attributes: [],
    words: [],
    base,
    head,
  } as const;
  expect(measureChangeCoverage(change, BANK.slice(1))).toEqual({
    clause: 'kindness',
    scenarios: 2,
    sentences: [{ text: 'Always offer a second phone number.', by: 'always', scenarios: 0 }],
  });
  expect(measureChangeCoverage(change, BANK).sentences[0]!.scenarios).toBe(1);
});

test('of a clause with thousands of scenarios about a thousand are read, and stand for the others', () => {
  let read = 0;
  const bank = Array.from({ length: 3100 }, (_, index): Scenario => {
    const { messages, ...kept } = scenario(
      `s${index}`,
      index % 4 === 0 ? 'his phone number' : 'an answer, with sources',
      ['care'],
    );
    return Object.defineProperty(kept as Scenario, 'messages', {
      get: () => {
        read += 1;
        return messages;
      },
    });
  });
  const exact = new Map([['s3099', 'Answers should cite their sources.']]);
  const [care] = measureCoverage(SPEC, bank, exact);
  expect(read).toBeGreaterThan(900);
  expect(read).toBeLessThan(1100);
  expect(care!.scenarios).toBe(3100);
  const counts = care!.demands.map(({ scenarios }) => scenarios);
  expect(Math.abs(counts.reduce((sum, count) => sum + count) - 3100)).toBeLessThan(2);
  expect(Math.abs(counts[0]! - 3100 / 4)).toBeLessThan(3 * Math.sqrt((3100 * 3100 * 0.25 * 0.75) / read));
});
