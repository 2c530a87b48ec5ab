// An edit that makes one clause read two ways: the metric, its clause, and what the report says of both.
import { expect, test } from 'vitest';
import { BLOCKING_METRICS } from '../../src/analysis/metrics.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Verdict } from '../../src/decision/decision.ts';
import type { DecisionPolicy } from '../../src/decision/policy.ts';
import type { Arm, Cell } from '../../src/evaluation/cell.ts';
import { readingFindings } from '../../src/report/build/reading-findings.ts';
import { SIMULATED_POLICY as POLICY } from '../../bench/decision/run-gate.ts';
import { buildCell } from '../support/cells.ts';

const SCENARIOS = Array.from({ length: 32 }, (_, index) => `s${String(index).padStart(2, '0')}`);
const MODELS = ['m0', 'm1', 'm2', 'm3'];

/** Judges rest on the scenario's clause; on the head those who rest on `torn` part over every other answer. */
function cellsOf(how: { readonly torn: boolean; readonly cited?: boolean }): readonly Cell[] {
  const cells: Cell[] = [];
  for (const stage of ['screen', 'confirm'] as const) {
    for (const arm of ['base', 'head'] satisfies Arm[]) {
      const draws = stage === 'screen' && arm === 'base' ? 4 : stage === 'screen' ? 1 : 2;
      for (const [index, scenario] of SCENARIOS.entries()) {
        const clause = index % 2 === 0 ? 'torn' : 'plain';
        for (let draw = 1; draw <= draws; draw += 1) {
          for (const [at, model] of MODELS.entries()) {
            const isOdd = (index / 2 + at + draw) % 2 < 1;
            const parts = how.torn && arm === 'head' && clause === 'torn' && isOdd;
            const cites = [0, 1, 2].map(() => (how.cited === false ? [] : [clause]));
            cells.push(buildCell({ stage, arm, scenario, draw, model, rulings: parts ? 'ccn' : 'ccc', cites }));
          }
        }
      }
    }
  }
  return cells;
}

function judge(cells: readonly Cell[], actions: Partial<DecisionPolicy['actions']>): Verdict {
  const decision = decide({
    kind: 'target',
    policy: { ...POLICY, actions: { ...POLICY.actions, judgeAgreement: 'report', ...actions } },
    round: { stage: 'confirm', draws: 2, scenarios: SCENARIOS.length },
    order: SCENARIOS,
    links: new Map(SCENARIOS.map((scenario, index) => [scenario, [index % 2 === 0 ? 'torn' : 'plain']])),
    models: MODELS,
    judges: ['judge-1', 'judge-2', 'judge-3'],
    cells,
    untested: [],
  });
  if (decision.status !== 'verdict') throw new Error(`no verdict: ${JSON.stringify(decision)}`);
  return decision;
}

test('it fails where the policy says so, and the clause that parts is named, the other is not', () => {
  const verdict = judge(cellsOf({ torn: true }), { interpretation: 'fail' });
  // Half of the answers of half of the scenarios, two of three pairs each.
  expect(verdict).toMatchObject({ verdict: 'fail', metrics: { interpretation: { status: 'fail', base: 0 } } });
  expect(verdict.metrics.interpretation!.head).toBeCloseTo(1 / 6, 12);
  const byId = Object.fromEntries(verdict.clauses.map((clause) => [clause.id, clause.interpretation]));
  expect(byId['torn']).toMatchObject({ status: 'changed', base: 0, scenarios: 16 });
  expect(byId['torn']!.head).toBeCloseTo(1 / 3, 12);
  expect(byId['plain']).toMatchObject({ status: 'no-effect-seen', change: 0 });
});

test('by default it is reported, with the finding that names the changed clause', () => {
  const cells = cellsOf({ torn: true });
  const verdict = judge(cells, {});
  expect(verdict).toMatchObject({ verdict: 'pass', metrics: { interpretation: { status: 'report' } } });
  const changes = ['torn', 'plain'].map((id) => ({ kind: 'edited', id, head: undefined, base: undefined }) as never);
  const heads = cells.filter(({ stage }) => stage === 'confirm');
  expect(readingFindings({ verdict, cells: heads, changes })).toMatchObject([
    { code: 'readTwoWays', clause: 'torn', severity: 'warning', args: { base: 0, scenarios: 16 } },
  ]);
});

test('an unchanged reading passes, also where it blocks', () => {
  expect(judge(cellsOf({ torn: false }), { interpretation: 'fail' })).toMatchObject({
    verdict: 'pass',
    metrics: { interpretation: { status: 'pass', base: 0, head: 0 } },
  });
});

test('judges who cite nothing say nothing of any clause: that is no pass', () => {
  const verdict = judge(cellsOf({ torn: true, cited: false }), { interpretation: 'fail' });
  expect(verdict.metrics.interpretation).toEqual({
    status: 'not-applicable',
    why: 'no-shared-clauses',
    scenarios: 0,
  });
  expect(verdict.notes).toMatchObject([
    { code: 'void-option', args: { option: 'actions.interpretation', why: 'no-shared-clauses' } },
  ]);
  expect(BLOCKING_METRICS).toContain('interpretation');
});

test('ten scenarios that all judges call ambiguous are a finding, on both sides too', () => {
  const cells = SCENARIOS.slice(0, 10).flatMap((scenario) =>
    (['base', 'head'] as const).map((arm) =>
      buildCell({ arm, scenario, rulings: 'aaa', cites: [['vague'], ['vague'], []] }),
    ),
  );
  const verdict = judge(cellsOf({ torn: false }), {});
  const of = (given: readonly Cell[]): unknown => readingFindings({ verdict, cells: given, changes: [] });
  expect(of(cells)).toMatchObject([
    {
      code: 'ambiguousRulings',
      severity: 'notice',
      args: { scenarios: 10, before: 10, tested: 10, clauses: ['vague'], examples: ['s00', 's01', 's02'] },
    },
  ]);
  const isNew = cells.map((cell) => (cell.arm === 'base' ? buildCell({ ...cell, rulings: 'ccc', scores: {} }) : cell));
  expect(of(isNew)).toMatchObject([{ code: 'ambiguousRulings', severity: 'notice', args: { before: 0 } }]);
  const ambiguity = { p: 0.001, adjustedP: 0.004, isSure: true };
  const tested = { ...verdict, findings: { ...verdict.findings, ambiguity } };
  expect(readingFindings({ verdict: tested, cells: isNew, changes: [] })).toMatchObject([{ severity: 'warning' }]);
});
