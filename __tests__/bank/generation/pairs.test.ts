import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  comparableValue,
  haveOneStem,
  isNearSynonym,
  SYNONYM_FLOOR,
} from '../../../src/bank/generation/near-synonym.ts';
import { drawPairs } from '../../../src/bank/generation/pairs.ts';
import { parseValues } from '../../../src/scenarios/values/parse-values.ts';
import { cosineSimilarity } from '../../../src/scenarios/selection/lexical-vector.ts';
import type { Value } from '../../../src/scenarios/values/value.ts';
import { fixture } from '../../support/harbor.ts';
import { workSince } from '../../support/own-work.ts';

const named = (...names: readonly string[]): readonly Value[] => names.map((name) => ({ name }));

test.each([
  ['honesty', 'intellectual honesty'],
  ['honesty', 'being honest'],
  ['transparency', 'Transparent reasoning'],
  ['child safety', 'safety of children'],
  ['colour', 'COLOUR'],
  ['well-being', 'wellbeing'],
  ['neighbourliness', 'neighborliness'],
  ['cooperation', 'cooperative spirit'],
  ['creativity', 'creative expression'],
  ['responsibility', 'responsible use'],
])('"%s" and "%s" are near-synonyms', (a, b) => {
  expect(isNearSynonym(comparableValue({ name: a }), comparableValue({ name: b }))).toBe(true);
});

test.each([
  ['honesty', 'kindness'],
  ['privacy', 'transparency'],
  ['personal autonomy', 'public safety'],
  ['respect for elders', 'respect for facts'],
  ['brevity', 'completeness'],
  ['loyalty', 'royalty'],
])('"%s" and "%s" are a choice', (a, b) => {
  expect(isNearSynonym(comparableValue({ name: a }), comparableValue({ name: b }))).toBe(false);
});

test.each([
  ['honesty', 'honest', true],
  ['cooperation', 'cooperative', true],
  ['law', 'law', true],
  ['law', 'lawful', false],
  ['city', 'civic', false],
  ['competence', 'completeness', false],
])('"%s" and "%s" have one stem: %s', (a, b, expected) => {
  expect(haveOneStem(a, b)).toBe(expected);
  expect(haveOneStem(b, a)).toBe(expected);
});

test('the shipped names without a common stem stay below the floor of likeness', async () => {
  const values = (await parseValues({ file: 'values.yml', text: fixture('values.yml') })).map(comparableValue);
  const alike = values.flatMap((a, index) =>
    values
      .slice(0, index)
      .filter((b) => !a.words.some((word) => b.words.some((other) => haveOneStem(word, other))))
      .map((b) => cosineSimilarity(a.vector, b.vector)),
  );
  expect(Math.max(...alike)).toBeLessThan(SYNONYM_FLOOR);
});

const WORDS = ['honest', 'honesty', 'care', 'privacy', 'private', 'law', 'order', 'freedom', 'free', 'speech', 'peace'];
const valueList = fc.uniqueArray(
  fc.record({
    name: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    category: fc.constantFrom('a', 'b', 'c'),
  }),
  { selector: ({ name }) => name, minLength: 2, maxLength: 25 },
);

test('every pair is a choice, comes once, and none is missing', () => {
  fc.assert(
    fc.property(valueList, fc.string(), (values, seed) => {
      const pairs = [...drawPairs(values, { seed })];
      for (const { value1, value2 } of pairs) {
        expect(isNearSynonym(comparableValue(value1), comparableValue(value2))).toBe(false);
        expect(value1.category).not.toBe(value2.category);
      }
      const keys = pairs.map(({ value1, value2 }) => [value1.name, value2.name].sort().join('|'));
      expect(new Set(keys).size).toBe(keys.length);
      let all = 0;
      for (const [index, a] of values.entries()) {
        for (const b of values.slice(0, index)) {
          if (a.category !== b.category && !isNearSynonym(comparableValue(a), comparableValue(b))) all += 1;
        }
      }
      expect(keys).toHaveLength(all);
    }),
    { numRuns: 60 },
  );
});

test('one seed gives one order, another seed another, and both values come first about as often', async () => {
  const values = await parseValues({ file: 'values.yml', text: fixture('values.yml') });
  const first = [...drawPairs(values, { seed: 'a' })];
  expect(first).toEqual([...drawPairs(values, { seed: 'a' })]);
  expect(first.slice(0, 50)).not.toEqual([...drawPairs(values, { seed: 'b' })].slice(0, 50));
  const rank = new Map(values.map(({ name }, index) => [name, index]));
  const turned = first.filter(({ value1, value2 }) => rank.get(value1.name)! > rank.get(value2.name)!).length;
  // 4.5 standard errors of a fair coin.
  expect(Math.abs(turned / first.length - 0.5)).toBeLessThan(2.25 / Math.sqrt(first.length));
});

test('pairs hold one of the values asked for', () => {
  const values = named('honesty', 'kindness', 'privacy', 'courage', 'brevity');
  const pairs = [...drawPairs(values, { seed: 's', among: ['Kindness'] })];
  expect(pairs).toHaveLength(4);
  expect(pairs.every(({ value1, value2 }) => [value1.name, value2.name].includes('kindness'))).toBe(true);
});

test('the list of 3,307 values gives 1,000 pairs without going through all 5.5 million', () => {
  const values = Array.from({ length: 3307 }, (_, index) => ({ name: `v${index.toString(36)}` }));
  const before = process.cpuUsage();
  const pairs = drawPairs(values, { seed: 's' });
  for (let taken = 0; taken < 1000; taken += 1) expect(pairs.next().done).toBe(false);
  expect(workSince(before)).toBeLessThan(2000);
});
