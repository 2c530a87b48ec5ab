// Under a spec that models are trained towards the stored answers are scored once, for both sides, and no fresh one is.
import { expect, test } from 'vitest';
import { findContestedClauses } from '../../src/analysis/contested-clauses.ts';
import { listCellTasks } from '../../src/evaluation/cell-task.ts';
import { planCalls } from '../../src/evaluation/plan.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { loadProject, loadSpec } from '../../src/run/load-project.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { ROOT } from '../support/cli.ts';

async function prepare(limits: object): Promise<ReturnType<typeof prepareSpecCheck>> {
  const source = { kind: 'worktree', root: `${ROOT}/fixtures/harbor` } as const;
  const project = await loadProject(source, 'spec-gate.yml');
  const config = { ...project.config, limits };
  const side = { configFile: 'spec-gate.yml', config };
  const base = { ref: 'base', spec: await loadSpec(source, side) };
  const head = { ref: 'head', spec: await loadSpec(source, { ...side, patterns: ['head-conflict/spec.md'] }) };
  return prepareSpecCheck({ ...project, config }, { base, head });
}

test.each([
  ['one draw is enough for a level', {}, 1],
  ['a limit needs four', { disagreement: 1.5 }, 4],
] as const)('%s', async (_, limits, draws) => {
  const { subject } = await prepare(limits);
  const { comparison, selected } = subject;
  const scenarios = selected.map(({ scenario }) => scenario);
  const scored = (stage: 'screen' | 'confirm'): number => {
    const tasks = listCellTasks(comparison, { stage, scenarios, draws: { base: 4, head: 2 } });
    return planCalls(comparison, tasks, createMemoryStore()).filter(({ purpose }) => purpose === 'classify').length;
  };
  // One call an answer, though both sides hold it.
  expect(scored('screen')).toBe(draws * scenarios.length * comparison.slots.length);
  expect(scored('confirm')).toBe(0);
});

test('contested ground: the upper quarter of the clauses by the mean D of their scenarios', () => {
  const scenario = (clause: string, disagreement: number): Scenario =>
    ({ id: `${clause} ${disagreement}`, clauses: [clause], disagreement }) as unknown as Scenario;
  const of = (clause: string, ...levels: readonly number[]): readonly Scenario[] =>
    levels.map((level) => scenario(clause, level));
  const bank = [
    ...of('calm', 0.2, 0.4, 0.3),
    ...of('torn', 2, 1.8, 2.2),
    ...of('mild', 1, 1.1, 0.9),
    ...of('other', 0.5, 0.5, 0.5),
    // Two scenarios say little of a clause.
    ...of('rare', 3, 3),
  ];
  expect(findContestedClauses(bank)).toEqual([{ clause: 'torn', level: 2, scenarios: 3, rank: 1, of: 4 }]);
  expect(findContestedClauses(bank.slice(0, 9))).toEqual([]);
});
