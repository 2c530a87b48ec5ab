import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { createRandom } from '../../src/core/random.ts';

test.each([1, 2, 3, 7, 70, 1_000_003, 2 ** 31, 2 ** 31 + 1, 3_000_000_000, 2 ** 32])(
  'whole numbers below %d are those of the library that the generator is from',
  (bound) => {
    const state = [0, 8, 16, 24].map((start) => Number.parseInt(sha256('seed').slice(start, start + 8), 16) | 0);
    const theirs = xoroshiro128plusFromState(state);
    const ours = createRandom('seed');
    for (let draw = 0; draw < 1000; draw += 1) expect(ours.below(bound)).toBe(uniformInt(theirs, 0, bound - 1));
  },
);
