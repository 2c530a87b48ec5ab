// Pocock's boundary: his table, Armitage's inflation of repeated looks, and a simulated walk.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { crossingChance, pocockBoundary } from '../../src/stats/pocock.ts';

// Pocock 1977, table 1 (two-sided nominal levels); constants as in Jennison and Turnbull 2000, table 2.1.
test.each([
  [1, 0.05, 1.96],
  [2, 0.0294, 2.178],
  [3, 0.0221, 2.289],
  [4, 0.0182, 2.361],
  [5, 0.0158, 2.413],
  [10, 0.0106, 2.555],
])('two-sided 0.05, %d looks: nominal %d, z %d', (looks, nominal, z) => {
  const boundary = pocockBoundary({ looks, level: 0.05, sides: 2 });
  expect(boundary.nominal).toBeCloseTo(nominal, 4);
  expect(boundary.z).toBeCloseTo(z, 3);
});

test('one-sided 0.05, two looks: nominal 0.0304, z 1.875', () => {
  const boundary = pocockBoundary({ looks: 2, level: 0.05, sides: 1 });
  expect(boundary.nominal).toBeCloseTo(0.0304, 4);
  expect(boundary.z).toBeCloseTo(1.875, 3);
});

test('two-sided 0.01, five looks: z 2.986', () => {
  expect(pocockBoundary({ looks: 5, level: 0.01, sides: 2 }).z).toBeCloseTo(2.986, 3);
});

// Armitage, McPherson and Rowe 1969, table 2: what testing at 5 % each time really risks.
test.each([
  [1, 0.05],
  [2, 0.083],
  [3, 0.107],
  [4, 0.126],
  [5, 0.142],
  [10, 0.193],
])('%d looks at 5 %% each cross with chance %d', (looks, chance) => {
  expect(crossingChance(normalQuantile(0.975), { looks, sides: 2 })).toBeCloseTo(chance, 3);
});

describe('a seeded walk', () => {
  test('crosses as often as computed', () => {
    const random = createRandom('walk');
    const runs = 20_000;
    let crossed = 0;
    for (let run = 0; run < runs; run += 1) {
      const first = random.normal();
      const second = (first + random.normal()) / Math.SQRT2;
      if (first > 1.2 || second > 1.2) crossed += 1;
    }
    const chance = crossingChance(1.2, { looks: 2, sides: 1 });
    expect(Math.abs(crossed / runs - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / runs));
  });
});

test.each([
  { looks: 0, level: 0.05, sides: 2 as const },
  { looks: 2.5, level: 0.05, sides: 2 as const },
  { looks: 2, level: 0, sides: 1 as const },
  { looks: 2, level: 0.5, sides: 1 as const },
])('%j is no design', (design) => {
  expect(() => pocockBoundary(design)).toThrow(RangeError);
});
