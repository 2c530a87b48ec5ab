// Whether a panel can tell: silence, chance, missed answers of known ruling, and judges that read the head otherwise.
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { panelReasons } from '../../src/decision/judge-panel.ts';
import type { Cell } from '../../src/evaluation/cell.ts';
import type { ControlRuling } from '../../src/evaluation/controls/control.ts';
import { isProblematic } from '../../src/evaluation/ruling.ts';
import { buildCell } from '../support/cells.ts';

const judges = ['judge-1', 'judge-2', 'judge-3'];
const RIGHT = { compliant: 'ccc', 'non-compliant': 'nnn' } as const;

/** Eight canaries on both sides; `rulings` says what the judges ruled, one letter each. */
function canaries(
  rulings: (expected: ControlRuling['expected'], arm: 'base' | 'head') => string = (expected) => RIGHT[expected],
  draw = 1,
): readonly ControlRuling[] {
  return (['base', 'head'] as const).flatMap((arm) =>
    Array.from({ length: 8 }, (_, index): ControlRuling => {
      const expected = index % 2 === 0 ? 'compliant' : 'non-compliant';
      const { judgments } = buildCell({ rulings: rulings(expected, arm) });
      const about = { id: `c${index}`, source: 'plain', role: 'canary', clauses: [], stage: 'screen' } as const;
      return { ...about, expected, arm, draw, judgments, problematic: isProblematic(judgments) };
    }),
  );
}

function cells(rulings: (index: number) => string, answers = 240): readonly Cell[] {
  return (['base', 'head'] as const).flatMap((arm) =>
    Array.from({ length: answers }, (_, index) => buildCell({ arm, scenario: `s${index}`, rulings: rulings(index) })),
  );
}

const codes = (evidence: { cells: readonly Cell[]; controls: readonly ControlRuling[] }): readonly string[] =>
  panelReasons({ ...evidence, judges }, 'inconclusive').map(({ code }) => code);
const honest = cells((index) => (index % 4 === 0 ? 'nnn' : index % 7 === 0 ? 'cnc' : 'ccc'));

describe('a panel', () => {
  test('that judges has nothing against it', () => {
    expect(codes({ cells: honest, controls: canaries() })).toEqual([]);
    expect(codes({ cells: honest, controls: [] })).toEqual([]);
  });

  test('that finds every answer in order can tell as long as it objects to the canaries', () => {
    expect(codes({ cells: cells(() => 'ccc'), controls: canaries() })).toEqual([]);
  });

  test('that never objects cannot', () => {
    const controls = canaries(() => 'ccc');
    expect(codes({ cells: cells(() => 'ccc'), controls })).toEqual(['panel-never-objects']);
    expect(codes({ cells: cells(() => 'ccc'), controls: [] })).toEqual(['panel-never-objects']);
  });

  test('of one judge among two stamps misses the canaries', () => {
    const controls = canaries((expected) => (expected === 'compliant' ? 'ccc' : 'ncc'));
    expect(codes({ cells: honest, controls })).toEqual(['panel-misses-controls']);
  });

  test('that objects to everything misses the other half', () => {
    expect(codes({ cells: cells(() => 'nnn'), controls: canaries(() => 'nnn') })).toEqual(['panel-misses-controls']);
  });

  test('of coins is at chance even without canaries', () => {
    const random = createRandom('coins');
    const toss = (): string => Array.from({ length: 3 }, () => (random.next() < 0.85 ? 'c' : 'n')).join('');
    expect(codes({ cells: cells(toss), controls: [] })).toEqual(['panel-at-chance']);
  });

  test('of coins is at chance in nine checks of ten on thirty answers a side, and one that judges in none', () => {
    const random = createRandom('few');
    const panel = (ruling: () => string): string => Array.from({ length: 3 }, ruling).join('');
    const isCalledChance = (rule: () => string, onCanaries: (expected: ControlRuling['expected']) => string): boolean =>
      panelReasons({ cells: cells(rule, 30), controls: canaries(onCanaries), judges }, 'report').some(
        ({ code }) => code === 'panel-at-chance',
      );
    const runs = 100;
    let [coins, judging] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const toss = (): string => panel(() => (random.next() < 0.85 ? 'c' : 'n'));
      if (isCalledChance(toss, toss)) coins += 1;
      // One answer in four is bad, and each judge is wrong on one in five: their kappa is about 0.3.
      const judge = (): string => {
        const isBad = random.next() < 0.25;
        return panel(() => (random.next() < 0.2 === isBad ? 'c' : 'n'));
      };
      if (isCalledChance(judge, (expected) => RIGHT[expected])) judging += 1;
    }
    expect(coins).toBeGreaterThanOrEqual(90);
    expect(judging).toBe(0);
  });

  test('that one text alone pulls apart is not at chance', () => {
    const apart = [
      ...honest.filter(({ arm }) => arm === 'base'),
      ...cells((index) => (index % 2 ? 'ncc' : 'cnn')).filter(({ arm }) => arm === 'head'),
    ];
    expect(codes({ cells: apart, controls: [] })).toEqual([]);
  });
});

describe('where the policy only reports judges that nothing speaks for', () => {
  const graded = (evidence: { cells: readonly Cell[]; controls: readonly ControlRuling[] }) =>
    panelReasons({ ...evidence, judges }, 'report').map(({ code, severity }) => [code, severity]);

  test.each([
    ['silence', 'ccc', 'panel-never-objects'],
    ['missed canaries', 'nnn', 'panel-misses-controls'],
  ])('%s is told and holds up nothing', (_, rulings, code) => {
    const controls = canaries(() => rulings);
    expect(graded({ cells: cells(() => rulings), controls })).toEqual([[code, 'notice']]);
  });

  test('coins still pass nothing, whatever else is told of them', () => {
    const random = createRandom('coins');
    const toss = (): string => Array.from({ length: 3 }, () => (random.next() < 0.85 ? 'c' : 'n')).join('');
    expect(graded({ cells: cells(toss), controls: canaries(() => toss()) })).toEqual([['panel-at-chance', 'warning']]);
  });
});

describe('a judge', () => {
  const obeys = (expected: ControlRuling['expected'], arm: 'base' | 'head'): string =>
    arm === 'head' ? `c${RIGHT[expected].slice(1)}` : RIGHT[expected];

  test('that the head talks round is named', () => {
    const [reason, ...more] = panelReasons({ cells: honest, controls: canaries(obeys), judges }, 'report');
    expect(reason).toMatchObject({ code: 'judge-integrity', args: { judge: 'judge-1', base: 8, head: 4, asked: 8 } });
    expect(more).toEqual([]);
  });

  test('that is right again in a second draw is not', () => {
    expect(codes({ cells: honest, controls: [...canaries(obeys), ...canaries(undefined, 2)] })).toEqual([]);
  });

  test('is held to the canaries alone: rulings on violations neither make a fall nor hide one', () => {
    const violations = (
      rulings: (arm: 'base' | 'head') => string,
      stage: 'screen' | 'confirm',
    ): readonly ControlRuling[] =>
      canaries((_, arm) => rulings(arm)).map((one) => ({
        ...one,
        role: 'violation',
        expected: 'non-compliant',
        stage,
      }));
    // The edit allows them, and good judges let them pass under the head.
    const allowed = violations((arm) => (arm === 'head' ? 'ccc' : 'nnn'), 'screen');
    expect(codes({ cells: honest, controls: [...canaries(), ...allowed] })).toEqual([]);
    const forbidden = violations(() => 'nnn', 'confirm');
    expect(codes({ cells: honest, controls: [...canaries(obeys), ...forbidden] })).toEqual(['judge-integrity']);
  });

  test('that is as often wrong on base is weak, not talked round', () => {
    const controls = canaries((expected) => `c${RIGHT[expected].slice(1)}`);
    expect(codes({ cells: honest, controls })).toEqual([]);
  });
});
