import { expect, test } from 'vitest';
import { listCellTasks } from '../../src/evaluation/cell-task.ts';
import type { PlannedCall } from '../../src/evaluation/plan.ts';
import { planCalls } from '../../src/evaluation/plan.ts';
import { selectControls } from '../../src/evaluation/controls/select-controls.ts';
import { listSavings } from '../../src/gate/plan-savings.ts';
import { USUAL_OUTPUT } from '../../src/gate/usual-cost.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { clause, comparison, completion, modelRef, scenario, spec } from '../support/scripted-models.ts';

const base = spec(clause('help', 'Help.'), clause('care', 'Take care. '.repeat(200)));
const head = spec(clause('help', 'Help a lot.'), clause('care', 'Take care. '.repeat(200)));
const changes = diffSpec(base, head);

test('what a plan is spared: stored answers, judges after the first two, and nothing that costs nothing', () => {
  const subject = comparison({ base, head });
  const scenarios = Array.from({ length: 10 }, (_, index) => scenario(`s${index}`, ['help']));
  const tasks = listCellTasks(subject, { stage: 'screen', scenarios, draws: { base: 1, head: 1 } });
  const prices = Object.fromEntries(
    ['m1', 'm2', 'j1', 'j2', 'j3'].map((name) => [modelRef(name).id, { input: 1, output: 1 }]),
  );
  const store = createMemoryStore();
  const cold = planCalls(subject, tasks, store);
  const spared = cold.filter(({ optional }) => optional);
  expect(listSavings(cold, prices)).toEqual([
    { by: 'agreeing-judges', calls: spared.length, usd: expect.closeTo(usdOf(spared), 9) as number },
  ]);
  const [first] = cold;
  store.put(requestKey(first!.request), { completion: completion('an answer') });
  expect(listSavings(planCalls(subject, tasks, store), prices)[0]).toMatchObject({ by: 'store', calls: 1 });
  expect(listSavings([], prices)).toEqual([]);
});

test('of prompts that begin alike all but the first are cheaper where the provider keeps beginnings', () => {
  const model = { ...modelRef('gpt-5'), kind: 'openai' as const, origin: 'https://api.openai.com', model: 'gpt-5' };
  const calls = ['one', 'other'].map((question): PlannedCall => ({
    request: {
      model,
      messages: [
        { role: 'system', content: 'x'.repeat(4 * 2048) },
        { role: 'user', content: question },
      ],
      sharedMessages: 1,
      draw: 'pool:1',
    },
    purpose: 'judge',
    stored: false,
    optional: false,
  }));
  // 2,052 tokens with what a message takes beside its text, of which 2,048 are kept; at 1.25 and 0.125 dollars a million.
  expect(listSavings(calls, {})).toEqual([]);
  expect(listSavings([...calls, ...calls, ...calls], {})).toEqual([
    { by: 'prompt-caches', calls: 0, usd: expect.closeTo((5 * 2048 * 1.125) / 1e6, 9) as number },
  ]);
});

test('canaries of plain rules stand beside what is touched, also where judges read the whole spec', () => {
  const subject = { ...comparison({ base, head, changes }), judgeContext: 'full' as const };
  const canaries = selectControls(subject, { labelled: [], seed: 'seed' }).filter(({ role }) => role === 'canary');
  expect(canaries.length).toBeGreaterThan(0);
  for (const { shown } of canaries) {
    expect(shown.base.slice(1).map(({ text }) => text)).toEqual(['Help.']);
    expect(shown.head.slice(1).map(({ text }) => text)).toEqual(['Help a lot.']);
  }
});

/** At a dollar a million tokens, in and out: prompts at four characters a token, and a ruling of usual length. */
function usdOf(calls: readonly PlannedCall[]): number {
  const tokens = calls.map(({ request }) => {
    const schema = Math.ceil(JSON.stringify(request.format!.schema).length / 4);
    return request.messages.reduce(
      (sum, { content }) => sum + Math.ceil(content.length / 4) + 4,
      schema + USUAL_OUTPUT.judge,
    );
  });
  return tokens.reduce((sum, one) => sum + one, 0) / 1e6;
}
