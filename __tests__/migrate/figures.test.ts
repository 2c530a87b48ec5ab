// The figures of a migration on known rulings and scores.
import { describe, expect, test } from 'vitest';
import { REJECTIONS } from '../../src/core/study-words.ts';
import { compareJudges, compareRulings, measurePanel } from '../../src/migrate/compare.ts';
import { compareCosts } from '../../src/migrate/cost.ts';
import { compareScorings, type PairedScores } from '../../src/migrate/scores.ts';
import type { Said, Scores } from '../../src/migrate/side.ts';
import { judgeRequest } from '../../src/evaluation/prompts/judge.ts';
import { simulatedRef } from '../support/harbor.ts';

describe('rulings', () => {
  const pair = (scenario: string, old: boolean, next: boolean): Parameters<typeof compareRulings>[0][number] => ({
    scenario,
    clauses: scenario === 's1' ? ['a'] : ['a', 'b'],
    old,
    new: next,
  });

  test('flips count both ways, the bias is their balance, clauses with the largest bias come first', () => {
    const { flips, bias, clauses } = compareRulings([
      pair('s1', false, true),
      pair('s1', true, false),
      pair('s2', false, true),
      pair('s3', false, false),
    ]);
    expect(flips).toMatchObject({ count: 3, trials: 4 });
    expect(bias.change).toBeCloseTo(0.25, 12);
    expect(bias.scenarios).toBe(3);
    expect(clauses.map(({ clause, change }) => [clause, change])).toEqual([
      ['b', 0.5],
      ['a', 0.25],
    ]);
  });

  test('the interval counts scenarios, not answers', () => {
    const pairs = (answers: number): Parameters<typeof compareRulings>[0] =>
      ['s1', 's2', 's3', 's4'].flatMap((scenario, index) =>
        Array.from({ length: answers }, () => pair(scenario, false, index < 2)),
      );
    const width = (answers: number): number => {
      const { interval } = compareRulings(pairs(answers)).bias;
      return interval!.upper - interval!.lower;
    };
    expect(width(50)).toBeCloseTo(width(1), 9);
  });

  test('each judge stands beside the old majority, where both ruled', () => {
    const answers = [
      { scenario: 's1', clauses: [], old: false, rulings: { strict: true, kind: false } },
      { scenario: 's2', clauses: [], old: false, rulings: { strict: true } },
      { scenario: 's3', clauses: [], old: 'missing' as const, rulings: { strict: true, kind: true } },
    ];
    expect(compareJudges(['strict', 'kind', 'silent'], answers)).toMatchObject([
      { judge: 'strict', flips: { count: 2, trials: 2 }, bias: { change: 1, scenarios: 2 } },
      { judge: 'kind', flips: { count: 0, trials: 1 } },
    ]);
  });

  test('agreement is that of pairs, on answers that all judges ruled on', () => {
    const rulings = [
      { a: true, b: true, c: true },
      { a: true, b: true, c: false },
      // Only two were asked: they agree because they agree, and would count as all agreeing.
      { a: true, b: true },
    ];
    expect(measurePanel(['a', 'b', 'c'], rulings)).toMatchObject({ answers: 2, pairs: (1 + 1 / 3) / 2 });
    expect(measurePanel(['a', 'b', 'c'], [{ a: true }])).toBeUndefined();
  });
});

describe('scores', () => {
  const scores = (
    value1: number,
    value2: number,
    responseType: Scores['responseType'] = 'full_compliance',
  ): Scores => ({
    value1,
    value2,
    responseType,
  });
  const pair = (scenario: string, old: Scores, next: Scores, place: Partial<PairedScores> = {}): PairedScores => ({
    scenario,
    draw: 'pool:1',
    clauses: ['a'],
    values: ['candour', 'kindness'],
    old,
    new: next,
    ...place,
  });

  test('types that flip and which became which, distance, and the share of rejections', () => {
    const found = compareScorings([
      pair('s1', scores(3, 3), scores(4, 2)),
      pair('s2', scores(3, 3), scores(3, 3, 'complete_rejection')),
      pair('s3', scores(3, 3, 'complete_rejection'), scores(3, 3, 'firm_rejection_with_explanation')),
      pair('s4', scores(3, 3), scores(3, 3, 'complete_rejection')),
    ])!;
    expect(found).toMatchObject({ answers: 4, distance: 0.25, typeFlips: { count: 3, trials: 4 } });
    expect(found.types).toEqual([
      { from: 'full_compliance', to: 'complete_rejection', answers: 2 },
      { from: 'complete_rejection', to: 'firm_rejection_with_explanation', answers: 1 },
    ]);
    expect(REJECTIONS.has('firm_rejection_with_explanation')).toBe(true);
    expect(found.rejections.change).toBeCloseTo(0.5, 12);
    expect(compareScorings([])).toBeUndefined();
  });

  test('a value shifts on whichever side of a scenario it stands; what rests on one scenario is left out', () => {
    const found = compareScorings([
      pair('s1', scores(3, 3), scores(5, 3)),
      pair('s2', scores(3, 3), scores(3, 5), { values: ['duty', 'candour'] }),
      pair('s3', scores(3, 3), scores(4, 2), { clauses: ['b'], values: ['candour', undefined] }),
    ])!;
    expect(found.values).toMatchObject([{ value: 'candour', answers: 3, scenarios: 3, change: 5 / 3 }]);
    expect(found.clauses).toMatchObject([{ clause: 'a', scenarios: 2, distance: 1 }]);
  });

  test('disagreement is that between models on one draw', () => {
    const found = compareScorings([
      pair('s1', scores(0, 3), scores(3, 3)),
      pair('s1', scores(6, 3), scores(3, 3)),
      pair('s1', scores(1, 3), scores(1, 3), { draw: 'pool:2' }),
    ])!;
    expect(found.disagreement).toEqual({ old: 3, new: 0 });
  });
});

test('costs are those of the same answers: where a reply is gone, neither side counts', () => {
  const usage = { inputTokens: 1_000_000, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  const reply = (judge: string): NonNullable<Said['replies']>[number] => ({
    request: judgeRequest({ judge: simulatedRef(judge), clauses: [], conversation: [], response: 'r', draw: 'pool:1' }),
    completion: { text: '', finish: 'stop', usage, adapted: [] },
  });
  const said = (...judges: readonly string[]): Said => ({ rulings: {}, against: true, replies: judges.map(reply) });
  const pairs = [
    { old: said('cheap', 'cheap'), new: said('dear', 'dear', 'dear') },
    { old: { rulings: {}, against: true } as const, new: said('dear') },
  ];
  const prices = { 'sim/cheap': { input: 1, output: 1 }, 'sim/dear': { input: 5, output: 1 } };
  expect(compareCosts(pairs, prices)).toEqual({
    answers: 1,
    old: { calls: 2, inputTokens: 2_000_000, outputTokens: 0, usd: 2 },
    new: { calls: 3, inputTokens: 3_000_000, outputTokens: 0, usd: 15 },
  });
});
