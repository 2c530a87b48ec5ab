// Holm and Benjamini-Hochberg: the 15 p-values of Benjamini and Hochberg 1995, table in section 3.2.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { holm } from '../../src/stats/holm.ts';

const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('Benjamini-Hochberg reports four of the fifteen at 5 %', () => {
  const adjusted = benjaminiHochberg(published);
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(4);
  const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765, 0.486];
  for (const [index, p] of expected.entries()) expect(adjusted[index]).toBeCloseTo(p, 7);
});

test('Holm rejects three of the fifteen at 5 %', () => {
  const adjusted = holm(published);
  expect(adjusted.filter((p) => p <= 0.05)).toHaveLength(3);
  const expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1];
  for (const [index, p] of expected.entries()) expect(adjusted[index]).toBeCloseTo(p, 12);
});

test.each([
  [holm, [0.01, 0.04, 0.03], [0.03, 0.06, 0.06]],
  [benjaminiHochberg, [0.01, 0.04, 0.03], [0.03, 0.04, 0.04]],
])('%o keeps the order given', (adjust, given, expected) => {
  for (const [index, p] of adjust(given).entries()) expect(p).toBeCloseTo(expected[index]!, 12);
});

test.each([holm, benjaminiHochberg])('%o: nothing in, nothing out; one p is itself', (adjust) => {
  expect(adjust([])).toEqual([]);
  expect(adjust([0.2])).toEqual([0.2]);
});

test('Holm decides as the step-down procedure does, Benjamini-Hochberg as the step-up', () => {
  const family = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(family, (percents) => {
      const ps = percents.map((percent) => percent / 100);
      const sorted = ps.toSorted((a, b) => a - b);
      // A level between the values p can take times m, so that no decision hangs on rounding.
      const level = 0.0512345;
      const stop = sorted.findIndex((p, rank) => p > level / (ps.length - rank));
      const last = sorted.findLastIndex((p, rank) => p <= ((rank + 1) * level) / ps.length);
      expect(holm(ps).filter((p) => p <= level)).toHaveLength(stop === -1 ? ps.length : stop);
      expect(benjaminiHochberg(ps).filter((p) => p <= level)).toHaveLength(last + 1);
    }),
  );
});
