// Rows of the report by scenario and model, from cells counted by hand.
import { expect, test } from 'vitest';
import { reportModels } from '../../../src/report/build/report-models.ts';
import { reportScenarios } from '../../../src/report/build/report-scenarios.ts';
import { buildCell } from '../../support/cells.ts';
import { modelRef, scenario } from '../../support/scripted-models.ts';

const cells = [
  buildCell({ scenario: 's1', model: 'm1', rulings: 'nnc', scores: { value1: 0 } }),
  buildCell({ scenario: 's1', model: 'm2', rulings: 'ccc', scores: { value1: 6 } }),
  buildCell({ scenario: 's1', model: 'm1', arm: 'head', rulings: 'nnn', scores: 'missing' }),
  buildCell({ scenario: 's1', model: 'm2', arm: 'head', rulings: 'nna', scores: { value1: 6 } }),
  buildCell({ scenario: 's2', model: 'm1', rulings: 'ccc' }),
  buildCell({ scenario: 's2', model: 'm2', rulings: 'n-c' }),
  buildCell({ scenario: 's2', model: 'm1', arm: 'head', rulings: 'cc-' }),
];
const scenarios = [scenario('s2', ['b']), scenario('s1', ['a', 'b'])];
const evidence = { scenarios, models: ['m1', 'm2'], cells, stage: 'screen', disclosure: 'ids' } as const;

test('scenarios: shares of what was ruled, models by majority, the largest rise first', () => {
  const [first, second] = reportScenarios(evidence);
  expect(first).toMatchObject({
    scenario: 's1',
    base: 0.5,
    head: 1,
    problematicModels: { base: ['m1'], head: ['m1', 'm2'] },
    disagreement: { base: 3 },
    missing: 0,
  });
  // One of two models is missing on s2's base, and a model without a score says nothing about disagreement.
  expect(second).toMatchObject({ scenario: 's2', base: 0, head: 0, missing: 1 });
  expect(first!.disagreement.head).toBeUndefined();
});

test('what may not be shown is not there', () => {
  for (const row of reportScenarios(evidence)) {
    expect(row.query).toBeUndefined();
    expect(row.examples).toBeUndefined();
  }
  const [shown] = reportScenarios({ ...evidence, disclosure: 'full' });
  expect(shown?.query).toBe('question s1');
  expect(shown?.examples?.length).toBeGreaterThan(0);
});

test('models: both sides of each slot, and what is missing', () => {
  const slots = ['m1', 'm2'].map((id) => ({
    id,
    base: { ref: { ...modelRef(id), id } },
    head: { ref: { ...modelRef(id), id } },
  }));
  expect(reportModels(slots, { cells, outliers: [] })).toMatchObject([
    { model: 'm1', base: 0.5, head: 0.5, missing: 0 },
    { model: 'm2', base: 0, head: 1, missing: 1 },
  ]);
});
