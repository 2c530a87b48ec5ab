import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CallError, type Completion, type CompletionRequest } from '../../../src/models/model.ts';
import { resolveProvider } from '../../../src/models/provider.ts';
import type { SendRequest } from '../../../src/models/transport/attempt.ts';
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
  server = await startProviderServer('openai', answerPlainly);
});
afterAll(() => server.close());

/** Starts a fresh model against an answerer; `ask` gives the answer, `seen` the requests of this test. */
function live(answerer: Answerer, options: Partial<LiveOptions> = {}) {
  const before = server.requests.length;
  server.answer((request, index) => answerer(request, index - before));
  const { model, request } = createLiveModel({ kind: 'openai', baseUrl: server.baseUrl, ...options });
  return {
    ask: (overrides: Partial<CompletionRequest> = {}): Promise<Completion> =>
      model.complete(request(overrides), { signal: new AbortController().signal }),
    seen: (): readonly WireRequest[] => server.requests.slice(before),
  };
}

/** As `live`, but the model believes it talks to OpenAI itself. */
function liveVendor(answerer: Answerer, params: LiveOptions['params'] = {}) {
  const fetch: SendRequest = (input, init) =>
    globalThis.fetch(input.replace('https://api.openai.com/v1', server.baseUrl), init);
  return live(answerer, { baseUrl: 'https://api.openai.com/v1', params, fetch });
}

const refuse = (param: string | null, message: string, code = 'unsupported_parameter') => ({
  status: 400,
  error: { type: 'invalid_request_error', code, param, message },
});

describe('what is sent', () => {
  test.each(['', '/v1/', '/a/b'])(
    'is what the SDK by itself would send, to the same address, at a base of %j',
    async (path) => {
      const sent: { url: string; method?: string | undefined; body: unknown }[] = [];
      const record = (url: string, init: RequestInit): Promise<Response> => {
        sent.push({ url, method: init.method, body: init.body });
        const choices = [{ index: 0, finish_reason: 'stop', message: { content: '{"verdict":"yes"}' } }];
        return Promise.resolve(Response.json({ id: 'x', object: 'chat.completion', choices }));
      };
      const baseUrl = `http://127.0.0.1:1${path}`;
      const { model, request } = createLiveModel({ kind: 'openai', baseUrl, fetch: record });
      await model.complete(request({ format: VERDICT_FORMAT }), { signal: new AbortController().signal });
      const [ours, ...others] = sent;
      expect(others).toEqual([]);
      const client = new OpenAI({
        apiKey: 'key',
        baseURL: baseUrl,
        fetch: (url, init) => record(url instanceof Request ? url.url : String(url), init ?? {}),
      });
      await client.chat.completions.create(JSON.parse(ours!.body as string) as ChatCompletionCreateParamsNonStreaming);
      expect(sent[1]).toEqual(ours);
    },
  );

  test('model, messages, parameters and key, and nothing that is the gate’s own', async () => {
    const { ask, seen } = live(answerPlainly, { params: { temperature: 0.7, maxTokens: 300, reasoningEffort: 'low' } });
    await ask({ draw: 'pool:3', sharedMessages: 1 });
    expect(seen()[0]!.body).toEqual({
      model: 'openai-model',
      messages: [{ role: 'user', content: 'Say something.' }],
      temperature: 0.7,
      max_tokens: 300,
      reasoning_effort: 'low',
    });
    expect(seen()[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: `Bearer ${TEST_KEY}` } });
  });

  test('without a key no authorization is sent', async () => {
    const provider = resolveProvider({ name: 'keyless', kind: 'openai', baseUrl: server.baseUrl }, {});
    const { ask, seen } = live(answerPlainly, { provider });
    await ask();
    expect(seen()[0]!.headers['authorization']).toBeUndefined();
  });

  test('to OpenAI itself: developer, max_completion_tokens and store: false', async () => {
    const { ask, seen } = liveVendor(answerPlainly, { maxTokens: 300 });
    const { adapted } = await ask({ messages: EVERY_ROLE });
    expect(seen()[0]!.body).toMatchObject({ store: false, max_completion_tokens: 300 });
    expect(seen()[0]!.messages[1]).toEqual({ role: 'developer', content: 'the developer prompt' });
    expect(adapted).toEqual([]);
  });

  test('OpenAI is told which requests begin alike; other servers may not know the parameter', async () => {
    const keysOf = async ({ ask, seen }: ReturnType<typeof live>) => {
      for (const [rules, question] of ['rules a', 'rules a', 'rules b'].entries()) {
        const messages = [question, `question ${rules}`].map((content) => ({ role: 'user' as const, content }));
        await ask({ messages, sharedMessages: 1 });
      }
      await ask({ messages: [{ role: 'user', content: 'alone' }], sharedMessages: 0 });
      return seen().map(({ body }) => body['prompt_cache_key']);
    };
    const [first, second, third, alone] = await keysOf(liveVendor(answerPlainly));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(alone).toBeUndefined();
    expect(await keysOf(live(answerPlainly))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('elsewhere a developer message is a system message, and that is recorded', async () => {
    const { ask, seen } = live(answerPlainly);
    const { adapted } = await ask({ messages: EVERY_ROLE });
    expect(
      seen()[0]!
        .messages.map(({ role }) => role)
        .slice(0, 3),
    ).toEqual(['system', 'system', 'user']);
    expect(adapted).toEqual(['developer -> system']);
  });

  test('each tool message answers a call of the assistant message before it', async () => {
    const { ask, seen } = live(answerPlainly);
    await ask({ messages: EVERY_ROLE });
    const messages = seen()[0]!.body['messages'] as Record<string, unknown>[];
    const call = (id: string) => ({ id, type: 'function', function: { name: 'tool', arguments: '{}' } });
    expect(messages.slice(3, 7)).toEqual([
      { role: 'assistant', content: 'let me look', tool_calls: [call('call00001'), call('call00002')] },
      { role: 'tool', tool_call_id: 'call00001', content: 'first result' },
      { role: 'tool', tool_call_id: 'call00002', content: 'second result' },
      { role: 'assistant', content: 'I looked' },
    ]);
  });

  test('a tool message that follows a user gets an assistant message that called it', async () => {
    const { ask, seen } = live(answerPlainly);
    await ask({
      messages: [
        { role: 'user', content: 'q' },
        { role: 'tool', content: 'r' },
      ],
    });
    const messages = seen()[0]!.body['messages'] as Record<string, unknown>[];
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
  });
});

describe('what comes back', () => {
  test('text, the answering model, its fingerprint and all tokens', async () => {
    const usage = { input: 1000, cached: 800, cacheWrite: 50, output: 30 };
    const { ask } = live(() => ({ text: 'hello', model: 'openai-model-2026-11-01', usage }));
    expect(await ask()).toEqual({
      text: 'hello',
      finish: 'stop',
      returnedModel: 'openai-model-2026-11-01',
      fingerprint: 'fp_1',
      usage: { inputTokens: 1000, cachedInputTokens: 800, cacheWriteTokens: 50, outputTokens: 30 },
      adapted: [],
    });
  });

  test.each([
    ['a refusal', { refusal: 'I will not.' }, { finish: 'refusal', text: 'I will not.' }],
    ['a content filter', { text: '', finish: 'content_filter' }, { finish: 'content_filter', text: '' }],
    [
      'a filtered prompt, refused with 400',
      { status: 400, error: { code: 'content_filter', message: 'filtered' } },
      { finish: 'content_filter', text: '' },
    ],
  ] as const)('%s is an answer, not an error', async (_, answer, expected) => {
    const { ask, seen } = live(() => answer);
    expect(await ask({ format: VERDICT_FORMAT })).toMatchObject(expected);
    expect(seen()).toHaveLength(1);
  });

  test.each(['half an ans', ''])('a length stop (%j) is told as one', async (text) => {
    const { ask, seen } = live(() => ({ text, finish: 'length' }));
    expect(await ask()).toMatchObject({ finish: 'length', text });
    expect(seen()).toHaveLength(1);
  });

  test.each([[''], [null], ['  \n']])('an empty answer (%j) is asked once more; both are paid', async (text) => {
    const { ask, seen } = live((_, index) =>
      index === 0 ? { text, usage: { output: 900 } } : { text: 'now', usage: { output: 5 } },
    );
    expect(await ask()).toMatchObject({ text: 'now', usage: { outputTokens: 905 } });
    expect(seen()).toHaveLength(2);
  });

  test('a second empty answer is no answer, and both are paid', async () => {
    const { ask, seen } = live(() => ({ text: null, usage: { output: 900 } }));
    expect(await ask()).toMatchObject({
      finish: 'unfinished',
      ending: 'the answer is empty',
      usage: { outputTokens: 1800 },
    });
    expect(seen()).toHaveLength(2);
  });

  test('a server that counts no tokens gets an estimate, never zero', async () => {
    const { ask } = live(() => ({ text: 'x'.repeat(400), usage: 'none' }));
    const { usage, adapted } = await ask();
    expect(usage.outputTokens).toBe(100);
    expect(usage.inputTokens).toBeGreaterThan(3);
    expect(adapted).toEqual(['usage estimated']);
  });

  test('JSON of another protocol is a bad response', async () => {
    const { ask } = live(() => ({ raw: '{"hello":"world"}' }));
    await expect(ask()).rejects.toMatchObject({ kind: 'bad_response' });
  });

  test('a missing model is named', async () => {
    const { ask } = live(() => ({
      status: 404,
      error: { message: 'The model does not exist', code: 'model_not_found' },
    }));
    const error: unknown = await ask().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ kind: 'not_found', status: 404 });
    expect(String(error)).toMatch(/test\/openai-model: .*404 model_not_found/);
  });
});

describe('what is learned, once', () => {
  test('temperature and the output cap, from their refusals', async () => {
    const { ask, seen } = live(
      ({ body }) => {
        if ('temperature' in body)
          return refuse('temperature', "'temperature' does not support 0.7", 'unsupported_value');
        if ('max_tokens' in body) return refuse('max_tokens', "Use 'max_completion_tokens' instead.");
        return { text: 'fine' };
      },
      { params: { temperature: 0.7, maxTokens: 300 } },
    );
    const adapted = ['max_tokens -> max_completion_tokens', 'temperature dropped'];
    expect(await ask()).toMatchObject({ text: 'fine', adapted });
    expect(seen()).toHaveLength(3);
    expect(seen()[2]!.body).toMatchObject({ max_completion_tokens: 300 });
    expect(await ask()).toMatchObject({ adapted });
    expect(seen()).toHaveLength(4);
  });

  test('beside each other, every call ends well', async () => {
    const { ask } = live(
      ({ body }) => ('temperature' in body ? refuse('temperature', 'Unsupported value') : { text: 'fine' }),
      { params: { temperature: 0.7 } },
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(new Set(answers.map(({ adapted }) => adapted.join()))).toEqual(new Set(['temperature dropped']));
  });

  test('the name of the parameter in the message is enough', async () => {
    const { ask } = live(
      ({ body }) =>
        'seed' in body ? refuse(null, 'Unrecognized request argument supplied: seed', 'x') : { text: 'fine' },
      { params: { seed: 7 } },
    );
    expect(await ask()).toMatchObject({ adapted: ['seed dropped'] });
  });

  test.each([
    [
      'a value out of range',
      { temperature: 9 },
      refuse('temperature', 'Expected a value <= 2', 'decimal_above_max_value'),
    ],
    [
      'a wrong effort',
      { reasoning_effort: 'most' },
      refuse('reasoning_effort', 'Unsupported value', 'unsupported_value'),
    ],
    ['a refusal that goes on', { max_tokens: 5 }, refuse('max_tokens', 'not supported')],
  ])('%s stays an error', async (_, params, answer) => {
    const { ask, seen } = live(
      ({ body }) => ('max_completion_tokens' in body ? refuse('max_completion_tokens', 'unknown') : answer),
      {
        params,
      },
    );
    await expect(ask()).rejects.toMatchObject({ kind: 'bad_request', status: 400 });
    expect(seen().length).toBeLessThanOrEqual(3);
  });

  test('developer, where even OpenAI refuses it', async () => {
    const { ask } = liveVendor(({ messages }) =>
      messages.some(({ role }) => role === 'developer')
        ? refuse(
            'messages[1].role',
            "Unsupported value: 'messages[1].role' does not support 'developer' with this model.",
          )
        : { text: 'fine' },
    );
    expect(await ask({ messages: EVERY_ROLE })).toMatchObject({ text: 'fine', adapted: ['developer -> system'] });
  });
});

describe('JSON by a schema', () => {
  const format = VERDICT_FORMAT;

  test('is asked for strictly, by name', async () => {
    const { ask, seen } = live(answerPlainly);
    expect(await ask({ format })).toMatchObject({ text: '{"verdict":"yes"}', adapted: [] });
    expect(seen()[0]!.body['response_format']).toEqual({
      type: 'json_schema',
      json_schema: { name: 'verdict', strict: true, schema: format.schema },
    });
  });

  const kindOf = ({ body }: WireRequest) => (body['response_format'] as { type: string } | undefined)?.type ?? 'plain';
  const json = { text: '{"verdict":"no"}' };
  test.each<[name: string, answerer: Answerer, adapted: string[], kinds: string[]]>([
    [
      'a server without schemas',
      (request) =>
        kindOf(request) === 'json_schema'
          ? refuse('response_format', 'This response_format type is unavailable now')
          : json,
      ['json_schema -> json_object'],
      ['json_schema', 'json_object', 'json_object'],
    ],
    [
      'a server without any JSON mode',
      (request) => (kindOf(request) === 'plain' ? json : refuse(null, 'response_format is not supported')),
      ['json_schema -> json_object', 'json_object -> plain'],
      ['json_schema', 'json_object', 'plain', 'plain'],
    ],
    [
      'a server that ignores the schema: prose',
      (request) => (kindOf(request) === 'json_schema' ? { text: 'Yes, I think so.' } : json),
      ['json_schema -> json_object'],
      ['json_schema', 'json_object', 'json_object'],
    ],
    [
      'a server that ignores the schema: other JSON',
      (request) => (kindOf(request) === 'plain' ? json : { text: '{"answer":"yes"}' }),
      ['json_schema -> json_object', 'json_object -> plain'],
      ['json_schema', 'json_object', 'plain', 'plain'],
    ],
  ])('%s is found out once', async (_, answerer, adapted, kinds) => {
    const { ask, seen } = live(answerer);
    expect(await ask({ format })).toMatchObject({ text: json.text, adapted });
    expect(await ask({ format })).toMatchObject({ text: json.text, adapted });
    expect(seen().map(kindOf)).toEqual(kinds);
    expect(seen().at(-1)!.messages.at(-1)!.content).toMatch(
      /^Say something\.\n\nReply with one JSON object[^]*"verdict"/,
    );
  });

  test('a fence around the JSON is taken off, and that is recorded', async () => {
    const { ask, seen } = live(() => ({ text: '```json\n{"verdict":"no"}\n```' }));
    expect(await ask({ format })).toMatchObject({ text: '{"verdict":"no"}', adapted: ['fence removed'] });
    expect(seen()).toHaveLength(1);
  });

  test('prose to the last is given to the caller as it is', async () => {
    const { ask, seen } = live(() => ({ text: 'I would rather not say.' }));
    expect(await ask({ format })).toMatchObject({ text: 'I would rather not say.', finish: 'stop' });
    expect(seen()).toHaveLength(3);
  });

  test('a request without a schema is not touched by what was learned for one', async () => {
    const { ask, seen } = live((request) =>
      kindOf(request) === 'plain' ? { text: 'prose' } : refuse('response_format', 'not supported'),
    );
    await ask({ format });
    expect(await ask()).toMatchObject({ text: 'prose', adapted: [] });
    expect(seen().at(-1)!.messages).toEqual([{ role: 'user', content: 'Say something.' }]);
  });
});
