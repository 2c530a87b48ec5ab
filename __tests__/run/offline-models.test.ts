// Which models answer without a network, and what a recording that lacks an answer says about it.
import { expect, test } from 'vitest';
import type { OfflineProvider } from '../../src/run/load-project.ts';
import { createOfflineModels } from '../../src/run/offline-models.ts';
import { respondRequest } from '../../src/evaluation/prompts/respond.ts';
import { judgeRequest } from '../../src/evaluation/prompts/judge.ts';
import type { CompletionRequest, Model, ModelRef } from '../../src/models/model.ts';
import { parseRecordings, serializeRecording } from '../../src/models/recorded.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { harborBank, harborWorld } from '../support/harbor.ts';
import { completion, scenario } from '../support/scripted-models.ts';

const tape = { id: 'tape/org/m', kind: 'recorded', origin: 'recorded:', model: 'org/m', params: {} } as const;
const options = { signal: new AbortController().signal };

const attic = scenario('attic', []);
const briefed: Scenario = {
  ...scenario('briefed', []),
  messages: [
    { role: 'system', content: 'You work at a library.' },
    { role: 'user', content: 'Where are the maps?' },
  ],
};

function openTape(recorded: readonly CompletionRequest[] = []): Model {
  const text = recorded.map((request) => serializeRecording(request, completion('on tape'))).join('\n');
  const recordings = parseRecordings({ file: 'tape.jsonl', text });
  const offline = new Map<string, OfflineProvider>([['tape', { kind: 'recorded', file: 'tape.jsonl', recordings }]]);
  return createOfflineModels(offline, [attic, briefed])(tape)!;
}

test('a recorded provider repeats its file', async () => {
  const request = respondRequest({ ref: tape }, attic, 'pool:1');
  expect((await openTape([request]).complete(request, options)).text).toBe('on tape');
});

test('a simulated provider answers from its world', async () => {
  const scenarios = harborBank();
  const offline = new Map<string, OfflineProvider>([['sim', { kind: 'simulated', world: await harborWorld() }]]);
  const ref: ModelRef = { id: 'sim/aspen', kind: 'simulated', origin: 'simulated:', model: 'aspen', params: {} };
  const model = createOfflineModels(offline, scenarios)(ref)!;
  const { text } = await model.complete(respondRequest({ ref }, scenarios[0]!, 'pool:1'), options);
  expect(text).not.toBe('');
});

test('a live provider is nobody here', () => {
  const live: ModelRef = { id: 'lab/m', kind: 'openai', origin: 'https://lab.test', model: 'm', params: {} };
  expect(createOfflineModels(new Map(), [attic])(live)).toBeUndefined();
});

test.each<[string, Scenario, Parameters<typeof respondRequest>[0]]>([
  ['a plain one', attic, { ref: tape }],
  ['behind the spec as its system prompt', attic, { ref: tape, system: 'Be brief.', spec: '# The spec' }],
  ['with a system message of its own', briefed, { ref: tape }],
  ['with both', briefed, { ref: tape, system: 'Be brief.' }],
])('a miss names the scenario: %s', async (_, asked, respondent) => {
  const request = respondRequest(respondent, asked, 'pool:3');
  await expect(openTape().complete(request, options)).rejects.toThrow(
    `tape.jsonl  tape/org/m has no recorded answer to scenario ${asked.id} (draw pool:3)`,
  );
});

test('a miss of a judge says that it was a judgment', async () => {
  const request = judgeRequest({
    judge: tape,
    clauses: [],
    conversation: attic.messages,
    response: 'r',
    draw: 'pool:1',
  });
  await expect(openTape().complete(request, options)).rejects.toThrow('no recorded answer to judgment (draw pool:1)');
});

test('a miss of a conversation from nobody knows where says so', async () => {
  const request = respondRequest({ ref: tape }, scenario('stranger', []), 'pool:1');
  await expect(openTape().complete(request, options)).rejects.toThrow('a conversation that is not in the bank');
});
