// Whether a judge has changed: exact tests on the same answers.
import { describe, expect, test } from 'vitest';
import { testJudge } from '../../../src/nightly/decision/judges.ts';
import type { RejudgedCell } from '../../../src/nightly/decision/record.ts';
import { cell, record } from '../../support/night-record.ts';

describe('a judge', () => {
  /** 60 answers; `now` and `again` say whether each is ruled against, by index. */
  const judged = (
    now: (index: number) => boolean,
    again: (index: number) => boolean = first,
  ): ReturnType<typeof testJudge> => {
    const places = Array.from({ length: 60 }, (_, index) => ({ scenario: `s${index}`, model: 'm', draw: 1 }));
    const sentinels = places.map(({ scenario }) => scenario);
    const ruled = (rule: (index: number) => boolean): RejudgedCell[] =>
      places.map((place, index) => ({
        ...place,
        from: '2026-01-01',
        against: rule(index),
        rulings: { j: rule(index) },
      }));
    const cells = places.map((place, index) => cell({ ...place, rulings: { j: first(index) } }));
    return testJudge('j', record('2026-01-01', { sentinels, cells, rejudged: ruled(again) }), ruled(now));
  };
  const first = (index: number): boolean => index % 3 === 0;

  test('that rules as before has p 1', () => {
    expect(judged(first)).toEqual({ judge: 'j', answers: 60, bias: 0, flips: 0, p: 1 });
  });

  test('that turns ten answers one way is biased: exact McNemar 2 / 2^10, doubled for two tests', () => {
    const test10 = judged((index) => first(index) || (index % 3 === 1 && index < 30))!;
    expect(test10.bias).toBeCloseTo(10 / 60, 12);
    // One-sided noise: 1 / 2^10; the smaller of both doubled.
    expect(test10.p).toBeCloseTo(2 / 1024, 12);
  });

  test('that became a coin without a bias shows in its turned answers', () => {
    // Ten turn each way: McNemar on the rulings sees nothing.
    const coin = judged((index) => (index < 30 && index % 3 !== 2 ? !first(index) : first(index)))!;
    expect(coin.bias).toBe(0);
    expect(coin.flips).toBeCloseTo(20 / 60, 12);
    expect(coin.p).toBeCloseTo(2 / 2 ** 20, 12);
  });

  test('that contradicts itself as often as it did in the anchor night has not changed', () => {
    const noisy = judged(
      (index) => (index % 10 === 0 ? !first(index) : first(index)),
      (index) => (index % 10 === 5 ? !first(index) : first(index)),
    )!;
    expect(noisy.flips).toBe(0);
    expect(noisy.p).toBeGreaterThan(0.5);
  });
});
