// Seeding adds a draw a night, and a check compares with what is there.
import { expect, test } from 'vitest';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { roundTasks } from '../../src/gate/check.ts';
import { drawsToFill, readStoredDraws, withStoredDraws } from '../../src/gate/stored-draws.ts';
import { listCellTasks, type CellTask } from '../../src/evaluation/cell-task.ts';
import type { Comparison } from '../../src/evaluation/comparison.ts';
import { planCalls } from '../../src/evaluation/plan.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { judgesTask } from '../../src/evaluation/evaluate.ts';
import { judgeRequest } from '../../src/evaluation/prompts/judge.ts';
import { respondRequest } from '../../src/evaluation/prompts/respond.ts';
import { createAnswerIndex, type AnswerStore } from '../../src/evaluation/store.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { completion } from '../support/scripted-models.ts';
import { harborSpec } from '../support/harbor.ts';
import { openHarbor } from '../support/harbor-run.ts';

const HOUR = 3_600_000;
const NIGHT = Date.UTC(2026, 10, 3, 2);

/** The example's change with models that are asked over the network. */
async function liveSubject() {
  const { project } = await openHarbor();
  const [base, head] = [await harborSpec('spec.md'), await harborSpec('head-harmless/spec.md')];
  const { subject } = prepareSpecCheck(project, { base: { ref: 'main', spec: base }, head: { ref: 'pr', spec: head } });
  const slots = subject.comparison.slots.map((slot) => {
    const live = { ...slot.base, ref: { ...slot.base.ref, kind: 'openai' as const } };
    return { ...slot, base: live, head: live };
  });
  return { ...subject, comparison: { ...subject.comparison, slots } };
}

/** The first draws, answers and first rulings, one night after another from NIGHT on. */
function storeOf(
  comparison: Comparison,
  scenarios: Parameters<typeof readStoredDraws>[1]['scenarios'],
  draws: number,
  others: readonly CellTask[] = [],
) {
  const index = createAnswerIndex();
  const range = { stage: 'screen', scenarios, draws: { base: draws, head: 0 } } as const;
  for (const task of [...listCellTasks(comparison, range), ...others]) {
    const at = new Date(NIGHT + (task.draw - 1) * 24 * HOUR).toISOString();
    const put = (request: CompletionRequest): void => {
      index.add(requestKey(request), { completion: completion('said'), paid: { at, usd: 0 } });
    };
    put(respondRequest(task.slot[task.arm], task.scenario, task.answerName));
    const panel = judgesTask(comparison, task, 'said');
    for (const judge of panel.judges) put(judgeRequest({ ...panel, judge }));
  }
  return { get: index.get } as AnswerStore;
}

test('a seeding adds one draw a night, none twice in one night, and ends where all are there', async () => {
  const { comparison, selected } = await liveSubject();
  const scenarios = selected.map(({ scenario }) => scenario);
  const filled = (draws: number, hours: number): number => {
    const stored = readStoredDraws(comparison, { scenarios, wanted: 4, store: storeOf(comparison, scenarios, draws) });
    return drawsToFill(stored, { wanted: 4, now: NIGHT + hours * HOUR });
  };
  expect(filled(0, 0)).toBe(1);
  expect(filled(1, 2)).toBe(1);
  expect(filled(1, 20)).toBe(2);
  expect(filled(3, 49)).toBe(3);
  expect(filled(3, 72)).toBe(4);
  expect(filled(4, 200)).toBe(4);
  // Written by a clock that was a year ahead.
  expect(filled(1, -365 * 24)).toBe(2);
});

test('a draw that was begun is finished on the same night, and one answer that never comes holds nothing up', async () => {
  const { comparison, selected } = await liveSubject();
  const scenarios = selected.map(({ scenario }) => scenario);
  const half = storeOf(comparison, scenarios.slice(0, Math.ceil(scenarios.length / 2)), 1);
  expect(readStoredDraws(comparison, { scenarios, wanted: 4, store: half })).toEqual({ draws: 0 });
  const many = Array.from({ length: 20 }, (_, index) => ({
    ...scenarios[0]!,
    id: `s${index}`,
    messages: [{ role: 'user' as const, content: `${index}` }],
  }));
  const lacking = storeOf(comparison, many.slice(1), 2);
  expect(readStoredDraws(comparison, { scenarios: many, wanted: 4, store: lacking })?.draws).toBe(2);
});

test('models that have no nights are filled at once', async () => {
  const { project } = await openHarbor();
  const spec = await harborSpec('spec.md');
  const { subject } = prepareSpecCheck(project, { base: { ref: 'main', spec }, head: { ref: 'pr', spec } });
  const store = { get: () => undefined } as unknown as AnswerStore;
  const stored = readStoredDraws(subject.comparison, { scenarios: project.bank.scenarios, wanted: 4, store });
  expect(stored).toBeUndefined();
  expect(drawsToFill(stored, { wanted: 4, now: NIGHT })).toBe(4);
});

test('a check asks for the base draws that are there while a seeding goes on, for two at least; where none is it does not screen', async () => {
  const subject = await liveSubject();
  const affected = subject.selected;
  const scenarios = affected.map(({ scenario }) => scenario);
  const asked = (draws: number): number => {
    const partly = withStoredDraws(subject, storeOf(subject.comparison, scenarios, draws));
    const tasks = roundTasks(partly, affected, { stage: 'screen', draws: 1, scenarios: scenarios.length });
    return Math.max(...tasks.flatMap(({ arm, draw }) => (arm === 'base' ? [draw] : [])));
  };
  expect([1, 2, 3, 4].map(asked)).toEqual([2, 2, 3, 4]);
  const isUnscreened = (draws: number, own: typeof subject): boolean =>
    withStoredDraws(own, storeOf(subject.comparison, scenarios, draws)).unscreened === true;
  expect([0, 1, 4].map((draws) => isUnscreened(draws, subject))).toEqual([true, false, false]);
  const limited = { ...subject, policy: { ...subject.policy, limits: { nonCompliance: 0.4 } } };
  expect(isUnscreened(0, limited)).toBe(false);
});

test('after a seeding of answers alone a check of live models asks both sides for rulings, and up to its second draw no model', async () => {
  const { comparison, selected, ...subject } = await liveSubject();
  const scenarios = selected.map(({ scenario }) => scenario);
  const index = createAnswerIndex();
  for (const task of listCellTasks(comparison, { stage: 'screen', scenarios, draws: { base: 1, head: 0 } })) {
    const request = respondRequest(task.slot[task.arm], task.scenario, task.answerName);
    index.add(requestKey(request), { completion: completion('said') });
  }
  const own = withStoredDraws({ comparison, selected, ...subject }, { get: index.get } as AnswerStore);
  expect(own.unscreened).toBe(true);
  const asked = (draws: number): readonly string[] => {
    const tasks = roundTasks(own, own.selected, { stage: 'confirm', draws, scenarios: 4 });
    const calls = planCalls(comparison, tasks, { get: index.get } as AnswerStore);
    return [...new Set(calls.flatMap(({ purpose, stored }) => (stored ? [] : [purpose])))];
  };
  expect(asked(2)).toEqual(['judge']);
  expect(asked(3)).toEqual(['judge', 'respond']);
});

test('a check that was begun without a screen goes on so when the base was seeded since; one that screened screens', async () => {
  const subject = await liveSubject();
  const scenarios = subject.selected.map(({ scenario }) => scenario);
  const { comparison } = subject;
  const headOf = (stage: 'screen' | 'confirm') =>
    listCellTasks(comparison, { stage, scenarios, draws: { base: 0, head: 1 } });
  const isUnscreened = (others: readonly CellTask[]): boolean =>
    withStoredDraws(subject, storeOf(comparison, scenarios, 4, others)).unscreened === true;
  expect(isUnscreened([])).toBe(false);
  expect(isUnscreened(headOf('confirm'))).toBe(true);
  expect(isUnscreened([...headOf('confirm'), ...headOf('screen')])).toBe(false);
});

test('answers that a confirmation left behind are no stored draw: their rulings are not the pool’s', async () => {
  const { comparison, selected } = await liveSubject();
  const scenarios = selected.map(({ scenario }) => scenario);
  const whole = storeOf(comparison, scenarios, 2);
  const isAnswer = new Set(
    listCellTasks(comparison, { stage: 'screen', scenarios, draws: { base: 2, head: 0 } }).map((task) =>
      requestKey(respondRequest(task.slot.base, task.scenario, task.answerName)),
    ),
  );
  const answers = { get: (key: string) => (isAnswer.has(key) ? whole.get(key) : undefined) } as AnswerStore;
  const drawsIn = (store: AnswerStore) => readStoredDraws(comparison, { scenarios, wanted: 4, store })?.draws;
  expect([drawsIn(whole), drawsIn(answers)]).toEqual([2, 0]);
});
