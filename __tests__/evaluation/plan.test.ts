import { expect, test } from 'vitest';
import { listCellTasks } from '../../src/evaluation/cell-task.ts';
import { isAffected, shownClauses } from '../../src/evaluation/comparison.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { planCalls } from '../../src/evaluation/plan.ts';
import { sha256 } from '../../src/core/canonical-json.ts';
import { clause, comparison, completion, harness, judgmentReply, scenario, spec } from '../support/scripted-models.ts';
import type { CompletionRequest } from '../../src/models/model.ts';

const base = spec(clause('terms', 'Words.', { scope: 'global' }), clause('help', 'Help.'), clause('safe', 'Be safe.'));
const head = spec(
  clause('terms', 'Words.', { scope: 'global' }),
  clause('help', 'Help a lot.'),
  clause('safe', 'Be safe.'),
);
const subject = comparison({ base, head });
const scenarios = [scenario('s1', ['help']), scenario('s2', ['safe']), scenario('s3', ['help', 'safe'])];

function reply(request: CompletionRequest) {
  if (request.format === undefined)
    return completion(`answer to ${request.messages.at(-1)?.content} by ${request.model.model}`);
  const coin = Number.parseInt(sha256(JSON.stringify(request.messages) + request.model.model).slice(0, 4), 16) % 3;
  return judgmentReply(request, ['compliant', 'non-compliant', 'compliant'][coin]!, ['help']);
}

test('only scenarios that are shown a changed text are affected', () => {
  expect(scenarios.map((one) => isAffected(subject, one))).toEqual([true, false, true]);
  expect(shownClauses(subject, scenarios[0]!, 'head').map(({ id, text }) => [id, text])).toEqual([
    ['terms', 'Words.'],
    ['help', 'Help a lot.'],
  ]);
});

test('the plan brackets what a run makes, and names every stored answer afterwards', async () => {
  const tasks = listCellTasks(subject, { stage: 'screen', scenarios, draws: { base: 2, head: 2 } });
  const run = harness(reply);
  const before = planCalls(subject, tasks, run.store);
  const cells = await evaluate(subject, tasks, run.ask);
  const made = run.calls.length;
  expect(before.filter((call) => !call.optional).length).toBeLessThanOrEqual(made);
  expect(before.length).toBeGreaterThanOrEqual(made);
  const after = planCalls(subject, tasks, run.store);
  expect(after.filter((call) => call.stored)).toHaveLength(made);
  expect(after.filter((call) => !call.stored)).toEqual([]);
  const again = harness(reply, run.store);
  expect(await evaluate(subject, tasks, again.ask)).toEqual(cells);
  expect(again.calls).toEqual([]);
});

test('a target spec asks each model once per draw: both arms judge the same response', async () => {
  const tasks = listCellTasks(subject, { stage: 'screen', scenarios: [scenarios[0]!], draws: { base: 1, head: 1 } });
  const run = harness(reply);
  const cells = await evaluate(subject, tasks, run.ask);
  expect(run.calls.filter((request) => request.format === undefined)).toHaveLength(2);
  for (const model of ['test/m1', 'test/m2']) {
    const [one, other] = cells.filter((cell) => cell.model === model);
    expect(one?.response).toBe(other?.response);
  }
});

test('a cut-off answer is a missing cell; a silent refusal is behaviour and is judged', async () => {
  const tasks = listCellTasks(subject, { stage: 'screen', scenarios: [scenarios[0]!], draws: { base: 1, head: 0 } });
  const run = harness((request) => {
    if (request.format !== undefined) return judgmentReply(request, 'compliant');
    return completion('', { finish: request.model.model === 'm1' ? 'length' : 'refusal' });
  });
  const cells = await evaluate(subject, tasks, run.ask);
  expect(cells.find((cell) => cell.model === 'test/m1')).toMatchObject({
    problematic: 'missing',
    missingReason: 'length',
  });
  expect(cells.find((cell) => cell.model === 'test/m2')).toMatchObject({ problematic: false });
});
