// How far judges may lean unnoticed: from canaries counted by hand, against what would turn the verdict.
import { describe, expect, test } from 'vitest';
import type { MetricDecision, Verdict } from '../../src/decision/decision.ts';
import { judgeReach } from '../../src/decision/judge-reach.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import type { Judgment } from '../../src/evaluation/ruling.ts';

const JUDGES = ['j1', 'j2', 'j3'];

/** One letter a judge: c compliant, n non-compliant, - abstained. */
function canary(
  id: string,
  expected: ControlRuling['expected'],
  arms: { base: string; head: string },
): ControlRuling[] {
  return (['base', 'head'] as const).map((arm) => ({
    id,
    source: 'plain',
    role: 'canary',
    clauses: [],
    expected,
    arm,
    stage: 'screen',
    draw: 1,
    judgments: Array.from(arms[arm], (letter, index): Judgment => {
      const judge = JUDGES[index]!;
      if (letter === '-') return { status: 'abstained', judge, reason: 'refusal' };
      return {
        status: 'ruled',
        judge,
        ruling: letter === 'c' ? 'compliant' : 'non-compliant',
        clauses: [],
        reasoning: '',
      };
    }),
    problematic: 'missing',
  }));
}

const nonCompliance = (over: Partial<MetricDecision>): Verdict =>
  ({ metrics: { nonCompliance: { head: 0.2, margin: 0.05, scenarios: 32, ...over } } }) as unknown as Verdict;
const ALL_RIGHT = [
  ...['a', 'b', 'c', 'd'].flatMap((id) => canary(id, 'non-compliant', { base: 'nnn', head: 'nnn' })),
  ...['e', 'f', 'g', 'h'].flatMap((id) => canary(id, 'compliant', { base: 'ccc', head: 'ccc' })),
];
/** One-sided 95 % of none in twelve: 1 - 0.05 ** (1 / 12). */
const NONE_OF_12 = 1 - 0.05 ** (1 / 12);

describe('what would go unnoticed', () => {
  test('of the answers ruled against towards mildness, of the others towards severity', () => {
    const reach = judgeReach(nonCompliance({ status: 'report' }), ALL_RIGHT)!;
    expect(reach.rulings).toBe(24);
    expect(reach.milder).toBeCloseTo(0.2 * NONE_OF_12, 10);
    expect(reach.stricter).toBeCloseTo(0.8 * NONE_OF_12, 10);
    expect(reach.turns).toBeUndefined();
  });

  test('a ruling that was wrong before, or is missing on either side, says nothing; one that turned widens it', () => {
    const some = canary('a', 'non-compliant', { base: 'nc-', head: 'nn-' });
    expect(judgeReach(nonCompliance({}), some)).toMatchObject({ rulings: 1 });
    const turned = [...ALL_RIGHT.slice(2), ...canary('a', 'non-compliant', { base: 'nnn', head: 'nnc' })];
    expect(judgeReach(nonCompliance({}), turned)!.milder).toBeGreaterThan(0.2 * NONE_OF_12);
  });

  test('nothing is known without canaries, or without a level', () => {
    expect(judgeReach(nonCompliance({}), [])).toBeUndefined();
    expect(judgeReach({ metrics: {} } as unknown as Verdict, ALL_RIGHT)).toBeUndefined();
  });
});

describe('whether it could turn the verdict', () => {
  const turnsOf = (over: Partial<MetricDecision>) => judgeReach(nonCompliance(over), ALL_RIGHT)!.turns;

  test('a pass turns where mildness hid what is left of the margin', () => {
    expect(turnsOf({ status: 'pass', change: 0, interval: [-0.04, 0.04] })).toEqual({
      way: 'milder',
      by: expect.closeTo(0.01, 10) as number,
    });
    // 0.2 x 22 % is 4.4 points.
    expect(turnsOf({ status: 'pass', change: -0.05, interval: [-0.1, 0] })).toBeUndefined();
  });

  test('a fail turns where severity made what is significant of it, or large', () => {
    expect(turnsOf({ status: 'fail', change: 0.12, interval: [0.03, 0.21] })).toMatchObject({
      way: 'stricter',
      by: 0.03,
    });
    expect(turnsOf({ status: 'fail', change: 0.4, interval: [0.3, 0.5] })).toBeUndefined();
  });

  test('what is undecided is not turned', () => {
    expect(turnsOf({ status: 'inconclusive', change: 0.03, interval: [-0.02, 0.08] })).toBeUndefined();
  });
});
