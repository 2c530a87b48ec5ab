// Recordings: what is written can be repeated, what was not recorded is named, what was altered is refused.
import { describe, expect, it, test } from 'vitest';
import type { Completion, CompletionRequest, ModelRef } from '../../src/models/model.ts';
import { createRecordedModel, parseRecordings, recordingKey, serializeRecording } from '../../src/models/recorded.ts';
import { EVERY_ROLE } from '../support/live-models.ts';
import { describeModelContract } from '../support/model-contract.ts';

const live: ModelRef = { id: 'lab/gpt', kind: 'openai', origin: 'https://api.example.com', model: 'gpt', params: {} };
const replay: ModelRef = { id: 'tape/gpt', kind: 'recorded', origin: 'recorded:', model: 'gpt', params: {} };
const options = { signal: new AbortController().signal };

const ask = (content: string, rest: Partial<CompletionRequest> = {}): CompletionRequest => ({
  model: live,
  messages: [{ role: 'user', content }],
  sharedMessages: 0,
  draw: 'pool:1',
  ...rest,
});
const completion: Completion = {
  text: '{"text":"a line\\u2028break and \\"quotes\\""}',
  finish: 'stop',
  returnedModel: 'gpt-2026',
  usage: { inputTokens: 9, cachedInputTokens: 4, cacheWriteTokens: 0, outputTokens: 3 },
  adapted: ['temperature'],
};

function record(...requests: readonly CompletionRequest[]): string {
  return requests.map((request) => `${serializeRecording(request, completion)}\n`).join('');
}

const replayed = ask('hello', { model: replay });
const required = ['text'];
const subject = {
  plain: replayed,
  formatted: ask('rate it', { model: replay, format: { name: 'value_scores', schema: { required } } }),
  conversation: { ...replayed, messages: EVERY_ROLE },
};
describeModelContract('recorded', () => {
  const { plain, formatted, conversation } = subject;
  const text = `${record(formatted)}${[plain, conversation].map((one) => `${serializeRecording(one, { ...completion, text: 'hello' })}\n`).join('')}`;
  const recordings = parseRecordings({ file: 'tape.jsonl', text });
  return { model: createRecordedModel(replay, { recordings, file: 'tape.jsonl' }), ...subject };
});

it('repeats a live answer under another provider of the same model, field by field', async () => {
  const recordings = parseRecordings({ file: 'tape.jsonl', text: record(ask('hello')) });
  const model = createRecordedModel(replay, { recordings, file: 'tape.jsonl' });
  expect(await model.complete(ask('hello', { model: replay }), options)).toEqual(completion);
});

it('names the model, the scenario, the draw and the file of a miss', async () => {
  const model = createRecordedModel(replay, {
    recordings: new Map(),
    file: 'tape.jsonl',
    describe: () => 'scenario "attic"',
  });
  const miss = model.complete(ask('never asked'), options);
  await expect(miss).rejects.toThrow('tape.jsonl  tape/gpt has no recorded answer to scenario "attic" (draw pool:1)');
  await expect(miss).rejects.toMatchObject({ name: 'UserError' });
});

test.each<[string, Partial<CompletionRequest>, boolean]>([
  ['provider and origin', { model: replay }, true],
  ['shared messages', { sharedMessages: 1 }, true],
  ['draw', { draw: 'pool:2' }, false],
  ['format', { format: { name: 'judgment', schema: {} } }, false],
  ['messages', { messages: [{ role: 'system', content: 'hello' }] }, false],
  ['model name', { model: { ...live, model: 'gpt-mini' } }, false],
  ['version', { model: { ...live, version: 'ckpt-2' } }, false],
  ['parameters', { model: { ...live, params: { temperature: 1 } } }, false],
])('whether another %s is the same request', (_, change, isSame) => {
  expect(recordingKey(ask('hello', change)) === recordingKey(ask('hello'))).toBe(isSame);
});

describe('a damaged recording', () => {
  const good = serializeRecording(ask('hello'), completion);
  const read = (text: string) => () => parseRecordings({ file: 'tape.jsonl', text });

  test.each([
    ['a torn line', `${good}\n${good.slice(0, 80)}`, 'tape.jsonl:2  not JSON'],
    ['an altered answer', good.replace('a line', 'a lie'), 'tape.jsonl:1  the checksum does not match'],
    ['another shape', '\n{"key":"x"}', 'tape.jsonl:2  not a recorded answer: key'],
    [
      'two answers to one request',
      `${good}\n${serializeRecording(ask('hello'), { ...completion, text: 'no' })}`,
      'tape.jsonl:2  another answer to the same request',
    ],
  ])('%s is refused with its line', (_, text, message) => {
    expect(read(text)).toThrow(message);
  });

  it('names every bad line at once', () => {
    expect(read('x\ny')).toThrow(/tape\.jsonl:1 [^]*tape\.jsonl:2 /);
  });

  it('takes the same answer twice', () => {
    expect(read(`${good}\r\n\n${good}`)().size).toBe(1);
  });
});
