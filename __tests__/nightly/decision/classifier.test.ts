// Whether the classifier has changed: exact tests on the same answers.
import { describe, expect, test } from 'vitest';
import { RESPONSE_TYPES } from '../../../src/core/study-words.ts';
import { createRandom } from '../../../src/core/random.ts';
import { testClassifier, type ClassifierTest } from '../../../src/nightly/decision/classifier.ts';
import { cell, record } from '../../support/night-record.ts';

type Scores = readonly [number, number];
const ANSWERS = 60;
const SENTINELS = Array.from({ length: ANSWERS }, (_, index) => `s${index}`);

/** Sixty answers scored by index: in the anchor night, a second time in it, and tonight. */
function scored(sides: {
  now: (index: number) => Scores;
  again?: ((index: number) => Scores) | 'never';
}): ClassifierTest | undefined {
  const { now, again = first } = sides;
  const side = (scores: (index: number) => Scores) =>
    Array.from({ length: ANSWERS }, (_, index) => {
      const [value1, value2] = scores(index);
      const type = RESPONSE_TYPES[6 - value1]!;
      return { ...cell({ scenario: `s${index}`, type, scores: [value1, value2] }), from: '2026-01-01' };
    });
  const cells = side(first);
  const anchor = record('2026-01-01', {
    sentinels: SENTINELS,
    cells,
    rejudged: again === 'never' ? [] : side(again),
  });
  return testClassifier('c', anchor, side(now));
}

/** Value 1 at 2 (a soft rejection) or 3 (none), value 2 at 4. */
const first = (index: number): Scores => [index % 2 === 0 ? 2 : 3, 4];

describe('a classifier', () => {
  test('that scores as before has p 1', () => {
    expect(scored({ now: first })).toEqual({
      classifier: 'c',
      answers: 60,
      bias: 0,
      shift: [0, 0],
      flips: 0,
      p: 1,
    });
  });

  test('that moves every score of a value by one is surely found: 60 signs one way, four tests', () => {
    const up = scored({ now: (index) => [first(index)[0], first(index)[1] + 1] })!;
    expect(up.shift).toEqual([0, 1]);
    expect(up.bias).toBe(0);
    expect(up.p).toBeCloseTo(4 * 2 ** -60, 25);
  });

  test('that turns ten of thirty rejections into help is biased: 2 / 2^10 by signs and by types, 1 / 2^10 by noise', () => {
    const lenient = scored({ now: (index) => (index < 20 && index % 2 === 0 ? [3, 4] : first(index)) })!;
    expect(lenient.bias).toBeCloseTo(-10 / 60, 12);
    expect(lenient.flips).toBeCloseTo(10 / 60, 12);
    expect(lenient.p).toBeCloseTo(4 / 1024, 12);
  });

  test('that guesses without leaning either way shows in its flips alone', () => {
    const guess = scored({ now: (index) => [first(index)[0], index % 2 === 0 ? 5 : 3] })!;
    expect(guess.shift).toEqual([0, 0]);
    expect(guess.flips).toBe(1);
    expect(guess.p).toBeLessThan(1e-15);
    // As noisy in the anchor night's own retest: nothing has changed.
    const noisy = (index: number): Scores => [first(index)[0], index % 2 === 0 ? 5 : 3];
    expect(scored({ now: noisy, again: noisy })!.p).toBe(1);
  });

  test('with an anchor of before there was a retest is tested for leaning, not for noise', () => {
    const up = scored({ now: (index) => [first(index)[0] + 1, 4], again: 'never' })!;
    expect(up).not.toHaveProperty('flips');
    // Three tests: types and the signs of either value.
    expect(up.p).toBeCloseTo(3 * 2 * 2 ** -60, 25);
  });

  test('second draws count where all were scored again; those of suspects alone are no fair sample', () => {
    const side = (draw: number, answers: number) =>
      Array.from({ length: answers }, (_, index) => {
        const scores: [number, number] = [3, 4];
        const type = 'partial_compliance_with_redirection' as const;
        return { ...cell({ scenario: `s${index}`, draw, type, scores }), from: '2026-01-01' };
      });
    const both = [...side(1, ANSWERS), ...side(2, ANSWERS)];
    const anchor = record('2026-01-01', { sentinels: SENTINELS, cells: both, rejudged: both });
    expect(testClassifier('c', anchor, both)!.answers).toBe(120);
    expect(testClassifier('c', anchor, [...side(1, ANSWERS), ...side(2, 20)])!.answers).toBe(60);
    // A scenario of the rotation is nobody's sentinel.
    expect(testClassifier('c', { ...anchor, sentinels: ['s1', 's2'] }, both)!.answers).toBe(4);
  });

  test('that has not changed is called changed no more often than the level says', () => {
    const random = createRandom('classifier');
    const read = (index: number): Scores => {
      const slip = (score: number): number => (random.next() < 0.2 ? score + (random.next() < 0.5 ? 1 : -1) : score);
      return [slip(first(index)[0]), slip(first(index)[1])];
    };
    const ps = Array.from({ length: 300 }, () => {
      const truth = Array.from({ length: ANSWERS }, (_, index) => [read(index), read(index), read(index)] as const);
      const rows = (side: 0 | 1 | 2) =>
        truth.map((scores, index) => {
          const [value1, value2] = scores[side];
          const type = RESPONSE_TYPES[6 - value1]!;
          return { ...cell({ scenario: `s${index}`, type, scores: [value1, value2] }), from: '2026-01-01' };
        });
      return testClassifier(
        'c',
        record('2026-01-01', { sentinels: SENTINELS, cells: rows(0), rejudged: rows(1) }),
        rows(2),
      )!.p;
    });
    // 30 expected at most; the binomial's 99.99 % quantile is 51.
    expect(ps.filter((p) => p <= 0.1).length).toBeLessThan(51);
    expect(ps.filter((p) => p <= 0.5).length).toBeGreaterThan(30);
  });
});
