// The report of models that are new: shown beside the panel, and no ground of the verdict.
import { expect, test } from 'vitest';

import type { Cell } from '../../../src/evaluation/cell.ts';
import type { Verdict } from '../../../src/decision/decision.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Report } from '../../../src/report/report.ts';
import { buildCell } from '../../support/cells.ts';
import { clause, comparison, modelRef, scenario, spec } from '../../support/scripted-models.ts';

const TEXT = spec(clause('a', 'Be kind.'));
const PANEL = ['m1', 'm2', 'm3', 'm4'];

/** m1 stands apart by its first value, on the head only; m9, which is new, by its second. */
function answersOf(model: string, arm: Cell['arm']): readonly Cell[] {
  const value1 = model === 'm1' && arm === 'head' ? 6 : 2;
  const value2 = model === 'm9' ? 5 : 1;
  return [1, 2].map((draw) =>
    buildCell({ model: `test/${model}`, arm, draw, stage: 'confirm', scores: { value1, value2 } }),
  );
}

const DECIDED: Verdict = {
  status: 'verdict',
  verdict: 'fail',
  reasons: [{ code: 'new-outliers', args: { count: 1 }, severity: 'error' }],
  metrics: {},
  clauses: [],
  findings: { looked: 0, conflicts: [], outliers: [] },
  missing: { cells: 0, expected: 0, answered: {} },
  notes: [],
};

function reportOf(verdict: Verdict): Report {
  const cells = PANEL.flatMap((model) => [...answersOf(model, 'base'), ...answersOf(model, 'head')]);
  const added = { id: 'test/m9', base: { ref: modelRef('m9') }, head: { ref: modelRef('m9') } };
  const selected = [{ scenario: scenario('s1', ['a']), reason: { kind: 'linked', clauses: ['a'] }, rank: 0 }] as const;
  const side = { ref: 'main', specHash: 'x', clauses: 1, models: [] };
  return buildReport({
    comparison: comparison({ base: TEXT, head: TEXT, kind: 'model', models: PANEL }),
    base: side,
    head: side,
    policyHash: 'x',
    approvers: [],
    changes: [],
    selected,
    affected: selected,
    untested: [],
    verdict,
    rounds: [{ stage: 'confirm', draws: 2, scenarios: 1, outcome: 'fail' }],
    cells,
    needed: { calls: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, usd: 0 },
    disclosure: 'ids',
    seed: 'x',
    modelOrigins: new Map([['test/m1', 'same']]),
    added: { slots: [added], cells: answersOf('m9', 'head') },
  });
}

test('an outlier of a new model is listed, and not blamed on the change', () => {
  const report = reportOf(DECIDED);
  expect(report.outliers.map(({ model, status }) => [model, status])).toEqual([
    ['test/m1', 'new'],
    ['test/m9', 'new'],
  ]);
  expect(report.verdict.reasons.map(({ args }) => args['model'])).toEqual(['test/m1']);
});

test('a pass names what got worse and does not block', () => {
  const rejections = { status: 'report', change: 0.2, interval: [0.1, 0.3], margin: 0.1, scenarios: 1 } as const;
  const { verdict } = reportOf({ ...DECIDED, verdict: 'pass', reasons: [], metrics: { rejections } });
  expect(verdict.reasons.map(({ code, args }) => [code, args])).toEqual([
    ['withinMargins', { scenarios: 1, reported: ['rejections'] }],
  ]);
});
