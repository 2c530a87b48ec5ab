// A rise taken apart into the text and the answers: the parts are known by construction, and sum to the rise.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitChange } from '../../src/decision/split-change.ts';
import type { CrossRuling } from '../../src/evaluation/cross-judge.ts';
import { buildCell } from '../support/cells.ts';

/** One answer of an arm with its rulings under its own text and under the other one: `n` against, `-` missing. */
const ruling = (scenario: string, arm: 'base' | 'head', own: string, other: string, draw = 1): CrossRuling => ({
  cell: buildCell({ scenario, arm, draw, rulings: own.repeat(3) }),
  problematic: other === '-' ? 'missing' : other === 'n',
});

const six = (make: (scenario: string) => readonly CrossRuling[]): readonly CrossRuling[] =>
  Array.from({ length: 6 }, (_, index) => make(`s${index}`)).flat();

describe('the parts', () => {
  test.each([
    // The same answers break the new text, and met the old one.
    ['a stricter text', 'cn', 'nc', 1, 0],
    // The new answers break either text, the old ones neither.
    ['worse answers', 'cc', 'nn', 0, 1],
    // Old answers break the new text, new answers break both: half of it each.
    ['both', 'cn', 'nn', 0.5, 0.5],
    // A laxer text that makes answers worse by the old one.
    ['they cancel out', 'cc', 'cn', -0.5, 0.5],
    ['nothing', 'cc', 'cc', 0, 0],
  ])('%s', (_, base, head, standard, behaviour) => {
    const split = splitChange(
      six((scenario) => [ruling(scenario, 'base', base[0]!, base[1]!), ruling(scenario, 'head', head[0]!, head[1]!)]),
    );
    expect(split).toMatchObject({ standard: { change: standard }, behaviour: { change: behaviour }, scenarios: 6 });
  });

  test('always sum to the change', () => {
    const letter = fc.constantFrom('c', 'n');
    const answers = fc.array(fc.tuple(letter, letter, letter, letter), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(answers, (rows) => {
        const split = splitChange(
          rows.flatMap(([a, b, c, d], index) => [ruling(`s${index}`, 'base', a, b), ruling(`s${index}`, 'head', c, d)]),
        )!;
        const change = rows.reduce((sum, [a, , c]) => sum + Number(c === 'n') - Number(a === 'n'), 0) / rows.length;
        expect(split.standard.change + split.behaviour.change).toBeCloseTo(change, 12);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

test('an answer without both rulings is left out, a scenario without both arms too, and nothing is undefined', () => {
  const split = splitChange([
    ruling('a', 'base', 'c', 'n'),
    ruling('a', 'base', 'n', '-', 2),
    ruling('a', 'head', 'n', 'c'),
    ruling('b', 'head', 'n', 'n'),
  ]);
  expect(split).toMatchObject({ standard: { change: 1 }, scenarios: 1 });
  expect(split!.standard.interval).toBeUndefined();
  expect(splitChange([ruling('a', 'base', 'c', 'n')])).toBeUndefined();
});
