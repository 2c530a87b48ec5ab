import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareAnthropic } from '../../../src/models/anthropic/anthropic-request.ts';
import type { Completion, CompletionRequest } from '../../../src/models/model.ts';
import {
  answerPlainly,
  createLiveModel,
  EVERY_ROLE,
  VERDICT_FORMAT,
  type LiveOptions,
} from '../../support/live-models.ts';
import {
  startProviderServer,
  type Answerer,
  type ProviderServer,
  type WireRequest,
} from '../../support/provider-servers.ts';
import { TEST_KEY } from '../../support/test-provider.ts';

let server: ProviderServer;
beforeAll(async () => {
  server = await startProviderServer('anthropic', answerPlainly);
});
afterAll(() => server.close());

function live(answerer: Answerer, params: LiveOptions['params'] & object = {}, baseUrl = server.baseUrl) {
  const before = server.requests.length;
  server.answer((request, index) => answerer(request, index - before));
  const { model, request } = createLiveModel({ kind: 'anthropic', baseUrl, params });
  return {
    ask: (overrides: Partial<CompletionRequest> = {}): Promise<Completion> =>
      model.complete(request(overrides), { signal: new AbortController().signal }),
    seen: (): readonly WireRequest[] => server.requests.slice(before),
  };
}

const text = (words: string) => ({ type: 'text', text: words });
const refuse = (message: string) => ({ status: 400, error: { type: 'invalid_request_error', message } });

describe('what is sent', () => {
  test('model, messages, an output cap, version and key, and nothing that is the gate’s own', async () => {
    const { ask, seen } = live(answerPlainly);
    await ask({ draw: 'pool:3' });
    expect(seen()[0]!.body).toEqual({
      model: 'anthropic-model',
      // A server on this machine: a small model there must not write on and on.
      max_tokens: 4096,
      messages: [{ role: 'user', content: [text('Say something.')] }],
    });
    expect(seen()[0]).toMatchObject({
      path: '/v1/messages',
      headers: { authorization: `Bearer ${TEST_KEY}`, 'anthropic-version': '2026-10-21' },
    });
  });

  test('a base URL may end in /v1 or not', async () => {
    const { ask, seen } = live(answerPlainly, {}, `${server.baseUrl}/v1/`);
    await ask();
    expect(seen()[0]!.path).toBe('/v1/messages');
  });

  test('other servers of the protocol get sampling parameters, unless they refuse one', async () => {
    const { ask, seen } = live(({ body }) => ('top_k' in body ? refuse('top_k is not supported') : { text: 'fine' }), {
      temperature: 0,
      topP: 0.9,
      top_k: 5,
    });
    expect((await ask()).adapted).toEqual(['top_k dropped']);
    expect(seen().at(-1)!.body).toMatchObject({ temperature: 0, top_p: 0.9 });
  });

  test('the vendor takes no sampling parameters: they are left out and recorded; the others go where they belong', () => {
    const params = {
      temperature: 0,
      topP: 0.9,
      top_k: 5,
      maxTokens: 77,
      effort: 'low',
      thinking: { type: 'disabled' },
    };
    const { request } = createLiveModel({ kind: 'anthropic', baseUrl: 'https://api.anthropic.com', params });
    const { body, adapted } = prepareAnthropic(request(), { learned: new Set(), vendor: true, local: false });
    expect(adapted).toEqual(['temperature dropped', 'topP dropped', 'top_k dropped']);
    const { messages, ...rest } = body;
    expect(messages).toHaveLength(1);
    expect(rest).toEqual({
      model: 'anthropic-model',
      max_tokens: 77,
      output_config: { effort: 'low' },
      thinking: { type: 'disabled' },
    });
  });

  test('every role: a system prompt, tools with identifiers, turns of one role together', async () => {
    const { ask, seen } = live(answerPlainly);
    const { adapted } = await ask({ messages: EVERY_ROLE });
    const { body } = seen()[0]!;
    expect(body['system']).toEqual([text('the system prompt'), text('the developer prompt')]);
    const call = (id: string) => ({ type: 'tool_use', id, name: 'tool', input: {} });
    const result = (id: string, content: string) => ({ type: 'tool_result', tool_use_id: id, content });
    expect(body['messages']).toEqual([
      { role: 'user', content: [text('first question')] },
      { role: 'assistant', content: [text('let me look'), call('call00001'), call('call00002')] },
      { role: 'user', content: [result('call00001', 'first result'), result('call00002', 'second result')] },
      { role: 'assistant', content: [text('I looked')] },
      { role: 'user', content: [text('second question'), text('and a third')] },
    ]);
    expect(body).toMatchObject({ tools: [{ name: 'tool' }], tool_choice: { type: 'none' } });
    expect(adapted).toEqual(['developer -> system']);
  });

  test.each([
    [1, [{ system: [0] }]],
    [2, [{ system: [0] }, { system: [1] }]],
    [3, [{ system: [0] }, { turn: [0, 0] }]],
    [5, [{ system: [0] }, { turn: [2, 0] }]],
    [9, [{ system: [0] }, { turn: [4, 1] }]],
    [0, []],
  ] as const)(
    'with %i shared messages cache breakpoints are on the first and the last of them, and nowhere else',
    async (shared, where) => {
      const { ask, seen } = live(answerPlainly);
      await ask({ messages: EVERY_ROLE, sharedMessages: shared });
      const body = seen()[0]!.body as {
        system: Record<string, unknown>[];
        messages: { content: Record<string, unknown>[] }[];
      };
      const marked = [
        ...body.system.flatMap((block, index) => ('cache_control' in block ? [{ system: [index] }] : [])),
        ...body.messages.flatMap(({ content }, turn) =>
          content.flatMap((block, index) => ('cache_control' in block ? [{ turn: [turn, index] }] : [])),
        ),
      ];
      expect(marked).toEqual(where);
    },
  );

  test('a conversation that does not begin with the user gets a beginning', async () => {
    const { ask, seen } = live(answerPlainly);
    const { adapted } = await ask({
      messages: [
        { role: 'assistant', content: 'Hello.' },
        { role: 'user', content: 'Hi.' },
      ],
    });
    expect(seen()[0]!.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(adapted).toEqual(['user turn added']);
  });

  test('a system message between turns stays there, or goes to the prompt where the server refuses it', async () => {
    const messages = [
      ...EVERY_ROLE.slice(2, 3),
      { role: 'system', content: 'late rule' },
      ...EVERY_ROLE.slice(7),
    ] as const;
    const kept = live(answerPlainly);
    expect(await kept.ask({ messages })).toMatchObject({ adapted: [] });
    expect(kept.seen()[0]!.messages.map(({ role }) => role)).toEqual(['user', 'system', 'user', 'user']);

    const hoisted = live(({ messages: sent }) =>
      sent.slice(1).some(({ role }) => role === 'system')
        ? refuse('messages.1.role: Input should be user or assistant')
        : { text: 'fine' },
    );
    expect(await hoisted.ask({ messages })).toMatchObject({ text: 'fine', adapted: ['system turn -> system prompt'] });
    expect(hoisted.seen()[1]!.messages[0]).toEqual({ role: 'system', content: 'late rule' });
  });
});

describe('what comes back', () => {
  test('cached tokens count as input', async () => {
    const usage = { input: 1000, cached: 800, cacheWrite: 50, output: 30 };
    const { ask } = live(() => ({ text: 'hello', model: 'anthropic-model-20261101', usage }));
    expect(await ask()).toEqual({
      text: 'hello',
      finish: 'stop',
      returnedModel: 'anthropic-model-20261101',
      usage: { inputTokens: 1000, cachedInputTokens: 800, cacheWriteTokens: 50, outputTokens: 30 },
      adapted: [],
    });
  });

  test.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['max_tokens', 'length'],
    ['pause_turn', 'unfinished'],
    ['a_reason_of_next_year', 'unfinished'],
    ['model_context_window_exceeded', 'length'],
    ['refusal', 'refusal'],
  ])('stop_reason %s is %s', async (finish, expected) => {
    const { ask } = live(() => ({ text: 'words', finish }));
    expect(await ask()).toMatchObject({ finish: expected, text: 'words' });
  });

  test.each([
    [
      'a call of a tool after it',
      { content: [text('Let me look.'), { type: 'tool_use', id: 'a', name: 'x', input: {} }] },
    ],
    ['an error of a gateway beside it', { content: [text('Step one')], error: { type: 'overloaded_error' } }],
  ])('words with %s are no whole answer, though the turn is said to have ended', async (_, said) => {
    const { ask } = live(() => ({ raw: JSON.stringify({ ...said, model: 'm', stop_reason: 'end_turn' }) }));
    expect(await ask()).toMatchObject({ finish: 'unfinished' });
  });

  test('an empty end_turn is asked once more; a second one is no answer, and both are paid', async () => {
    const once = live((_, index) => ({ text: index === 0 ? null : 'now' }));
    expect(await once.ask()).toMatchObject({ text: 'now' });
    const twice = live(() => ({ text: null }));
    expect(await twice.ask()).toMatchObject({ finish: 'unfinished', ending: 'the answer is empty', text: '' });
    expect(twice.seen()).toHaveLength(2);
  });
});

describe('JSON by a schema', () => {
  const format = VERDICT_FORMAT;
  const hasSchema = ({ schema }: WireRequest) => schema !== undefined;

  test('is asked for in output_config, beside the effort', async () => {
    const { ask, seen } = live(answerPlainly, { reasoningEffort: 'high' });
    expect(await ask({ format })).toMatchObject({ text: '{"verdict":"yes"}', adapted: [] });
    expect(seen()[0]!.body['output_config']).toEqual({
      effort: 'high',
      format: { type: 'json_schema', schema: format.schema },
    });
  });

  test.each<[string, Answerer]>([
    [
      'refuses schemas',
      (request) =>
        hasSchema(request) ? refuse('output_config: Extra inputs are not permitted') : { text: '{"verdict":"no"}' },
    ],
    ['ignores them', (request) => ({ text: hasSchema(request) ? 'Yes.' : '{"verdict":"no"}' })],
  ])('a server that %s is found out once', async (_, answerer) => {
    const { ask, seen } = live(answerer);
    for (let calls = 0; calls < 2; calls += 1) {
      expect(await ask({ format })).toMatchObject({ text: '{"verdict":"no"}', adapted: ['json_schema -> plain'] });
    }
    expect(seen().map(hasSchema)).toEqual([true, false, false]);
    expect(seen()[1]!.messages.at(-1)!.content).toMatch(/^Say something\.\n\nReply with one JSON object/);
  });
});
