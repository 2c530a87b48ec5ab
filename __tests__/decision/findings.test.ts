import { describe, expect, test } from 'vitest';
import { findFailingModels, countFlips } from '../../src/analysis/scenario-flips.ts';
import { pairedCells } from '../../src/analysis/paired-cells.ts';
import { acrossNights } from '../../src/decision/findings/across-nights.ts';
import { testFamily } from '../../src/decision/findings/test-family.ts';
import { testFindings } from '../../src/decision/findings/test-findings.ts';
import { confirmRows } from '../../src/decision/stage-rows.ts';
import type { Arm, Cell } from '../../src/evaluation/cell.ts';
import { SIMULATED_POLICY } from '../../bench/decision/run-gate.ts';

describe('one family', () => {
  test('at most a tenth of what is told is chance: Benjamini-Hochberg over everything that was looked at', () => {
    const tested = testFamily([0.001, 0.03, 0.2, 0.9].map((p) => ({ p, smallestP: 0 })));
    expect(tested.map(({ isSure }) => isSure)).toEqual([true, true, false, false]);
    expect(tested[1]!.adjustedP).toBeCloseTo(0.06, 12);
    expect(
      testFamily(Array.from({ length: 30 }, () => ({ p: 0.02, smallestP: 0 })).concat({ p: 0.5, smallestP: 0 }))[0]!
        .isSure,
    ).toBe(true);
    expect(
      testFamily([{ p: 0.02, smallestP: 0 }, ...Array.from({ length: 30 }, () => ({ p: 0.5, smallestP: 0 }))])[0]!
        .isSure,
    ).toBe(false);
  });

  test('what could not reach the rate, however its outcomes lay, costs the others nothing (Tarone 1990)', () => {
    const mute = Array.from({ length: 40 }, () => ({ p: 0.25, smallestP: 0.25 }));
    const [spoken] = testFamily([{ p: 0.02, smallestP: 0.001 }, ...mute]);
    expect(spoken).toEqual({ p: 0.02, adjustedP: 0.02, isSure: true });
    expect(testFamily(mute).every(({ isSure, adjustedP }) => !isSure && adjustedP === 1)).toBe(true);
  });
});

test('on a screen what moves every scenario alike may be the night: the wider test must speak as well', () => {
  const units = Array.from({ length: 12 }, (_, index) => {
    const base = [0, 0.5, 0, 0.5];
    return { scenario: `s${index}`, base, head: [0.5], stored: base };
  });
  const own = { p: 0.0001, smallestP: 0 };
  expect(acrossNights({ stage: 'confirm' }, units, { own, flip: 0.25, sides: 1 })).toEqual(own);
  expect(acrossNights({ stage: 'screen' }, units, { own, flip: 0.25, sides: 1 }).p).toBeGreaterThan(0.1);
});

interface Place {
  readonly scenario: number;
  readonly arm: Arm;
  readonly draw: number;
}

/** Two models, three judges; `ruled` says what each judge rules and cites. */
function cellsOf(
  scenarios: number,
  ruled: (place: Place) => readonly (readonly ['compliant' | 'non-compliant', string])[],
): readonly Cell[] {
  const cells: Cell[] = [];
  for (let scenario = 0; scenario < scenarios; scenario += 1)
    for (const arm of ['base', 'head'] as const)
      for (const draw of [1, 2])
        for (const model of ['m1', 'm2']) {
          const judgments = ruled({ scenario, arm, draw }).map(([ruling, clause], index) => ({
            status: 'ruled' as const,
            judge: `j${index}`,
            ruling,
            clauses: [clause],
            reasoning: '',
          }));
          const against = judgments.filter(({ ruling }) => ruling === 'non-compliant').length;
          cells.push({
            scenario: `s${scenario}`,
            model,
            arm,
            stage: 'confirm',
            draw,
            response: '',
            judgments,
            audited: true,
            problematic: against > 1,
          });
        }
  return cells;
}

function findingsOf(cells: readonly Cell[], reworded?: ReadonlySet<string>) {
  const scenarios = [...new Set(cells.map(({ scenario }) => scenario))];
  const input = {
    kind: 'prompt' as const,
    policy: SIMULATED_POLICY,
    round: { stage: 'confirm', draws: 2, scenarios: scenarios.length } as const,
    order: scenarios,
    links: new Map(scenarios.map((scenario) => [scenario, ['honesty']])),
    models: ['m1', 'm2'],
    judges: ['j0', 'j1', 'j2'],
    cells,
    untested: [],
    ...(reworded === undefined ? {} : { reworded }),
  };
  return testFindings(confirmRows(input, input.round), input).findings;
}

const TORN = [
  ['non-compliant', 'honesty'],
  ['compliant', 'kindness'],
  ['compliant', 'kindness'],
] as const;
const CALM = [
  ['compliant', 'honesty'],
  ['compliant', 'honesty'],
  ['compliant', 'honesty'],
] as const;

describe('clauses that pull apart', () => {
  test('are sure where the head tears judges on half of the scenarios, and chance where both sides do as often', () => {
    const planted = findingsOf(
      cellsOf(12, ({ scenario, arm }) => (arm === 'head' && scenario % 2 === 0 ? TORN : CALM)),
    );
    expect(planted.conflicts).toMatchObject([{ clauses: ['honesty', 'kindness'], isSure: true }]);
    const noise = findingsOf(cellsOf(12, ({ scenario, draw }) => ((scenario + draw) % 3 === 0 ? TORN : CALM)));
    expect(noise.conflicts).toMatchObject([{ isSure: false }]);
  });

  test('an edit that only rewords clauses is asked about pairs with one of them', () => {
    const cells = cellsOf(12, ({ arm }) => (arm === 'head' ? TORN : CALM));
    expect(findingsOf(cells, new Set(['privacy'])).conflicts).toEqual([]);
    expect(findingsOf(cells, new Set(['kindness'])).conflicts).toHaveLength(1);
  });
});

describe('scenarios that got worse', () => {
  test('are counted on equal draws: a majority of four against one draw is no change', () => {
    // Of four base draws only the first is problematic, and so is the one head draw: on the draw that both have nothing moved.
    const cell = (arm: Arm, draw: number, problematic: boolean): Cell => ({
      ...cellsOf(1, () => CALM)[0]!,
      stage: 'screen',
      arm,
      draw,
      problematic,
    });
    const cells = [cell('base', 1, true), ...[2, 3, 4].map((draw) => cell('base', draw, false)), cell('head', 1, true)];
    expect(findFailingModels(pairedCells(cells)).get('s0')).toEqual({ base: ['m1'], head: ['m1'] });
    expect(countFlips(pairedCells(cells))).toEqual({ worse: 0, better: 0 });
    expect(countFlips(cells)).toEqual({ worse: 1, better: 0 });
  });
});
