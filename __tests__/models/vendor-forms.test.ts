// What vendors really send, each in its own form: endings, refusals, errors and bookkeeping. The forms are those of the vendors' documentation and of public reports.
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswerLine, writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { endingOf } from '../../src/models/finish.ts';
import type { Completion, CompletionRequest } from '../../src/models/model.ts';
import { createPromptMeter, cutOffWords, leastTokens } from '../../src/models/prompt-read.ts';
import { remedyOf } from '../../src/models/remedy.ts';
import { findReply } from '../../src/models/structured-reply.ts';
import { limitResetMs } from '../../src/models/transport/retry-after.ts';
import { createLiveModel, VERDICT_FORMAT, type LiveOptions } from '../support/live-models.ts';
import {
  startProviderServer,
  type Answerer,
  type ProviderServer,
  type WireRequest,
} from '../support/provider-servers.ts';

let server: ProviderServer;
beforeAll(async () => {
  server = await startProviderServer('openai', () => ({ text: 'fine' }));
});
afterAll(() => server.close());

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

const raw = (body: unknown, rawStatus = 200, headers = {}) => ({ raw: JSON.stringify(body), rawStatus, headers });
const reply = (more: object = {}, choice: object = {}) => ({
  model: 'm',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Words.' }, ...choice }],
  usage: { prompt_tokens: 9, completion_tokens: 2 },
  ...more,
});

describe('how an answer ended', () => {
  test.each([
    ['stop', 'stop'],
    ['STOP', 'stop'],
    ['FINISH_REASON_STOP', 'stop'],
    ['end_turn', 'stop'],
    ['eos', 'stop'],
    ['COMPLETE', 'stop'],
    [undefined, 'stop'],
    [null, 'stop'],
    ['length', 'length'],
    ['MAX_TOKENS', 'length'],
    ['max-tokens', 'length'],
    ['model_length', 'length'],
    ['content_filter', 'content_filter'],
    ['SAFETY', 'content_filter'],
    ['content_filter: PROHIBITED_CONTENT', 'content_filter'],
    ['guardrail_intervened', 'content_filter'],
    ['sensitive', 'content_filter'],
    ['refusal', 'refusal'],
    ['error', 'unfinished'],
    ['insufficient_system_resource', 'unfinished'],
    ['tool_calls', 'unfinished'],
    ['OTHER', 'unfinished'],
    ['UNEXPECTED_TOOL_CALL', 'unfinished'],
    ['timeout', 'unfinished'],
    ['SAFETY_BLOCKED', 'content_filter'],
    ['policy_violation', 'content_filter'],
    ['max_new_tokens', 'length'],
    ['ERROR_LIMIT', 'length'],
    ['IMAGE_RECITATION', 'content_filter'],
    ['blocked', 'content_filter'],
    ['REASON_STOP', 'stop'],
    ['REASON_MAX_CONTEXT', 'length'],
    ['MALFORMED_MODEL_OUTPUT', 'unfinished'],
    ['USER_CANCEL', 'unfinished'],
    ['PROMPT_REJECTED', 'content_filter'],
    // Of whom or what is not said: no answer, rather than one that declines.
    ['request_rejected', 'unfinished'],
    ['quota_denied', 'unfinished'],
    [{ type: 'stop', matched: 151645 }, 'stop'],
    [{ type: 'length', length: 20 }, 'length'],
    ['a word of next year', 'unfinished'],
    [7, 'unfinished'],
  ])('%s is %s', (reason, finish) => {
    expect(endingOf(reason).finish).toBe(finish);
  });

  test.each([
    ['stop', 'SAFETY', 'content_filter'],
    ['stop', 'refusal', 'refusal'],
    ['stop', 'MAX_TOKENS', 'length'],
    ['stop', 'natural_end', 'stop'],
    ['stop', 'insufficient_system_resource', 'unfinished'],
    ['stop', 'FINISH_REASON_UNSPECIFIED', 'unfinished'],
    ['content_filter', 'OTHER', 'unfinished'],
    ['content_filter', 'SAFETY', 'content_filter'],
    ['length', 'stop', 'length'],
    ['error', 'end_turn', 'unfinished'],
  ])("a router's %s in front of the upstream's %s is %s", async (finish_reason, native, finish) => {
    const { ask } = live(() => raw(reply({}, { finish_reason, native_finish_reason: native })));
    expect((await ask()).finish).toBe(finish);
    // As LiteLLM's proxy writes it.
    const fields = { native_finish_reason: native };
    const proxied = live(() => raw(reply({}, { finish_reason, provider_specific_fields: fields })));
    expect((await proxied.ask()).finish).toBe(finish);
  });

  test('a word that no table has is kept, on one line; it never makes a whole answer', () => {
    expect(endingOf('NEW_\u0007WORD')).toEqual({ finish: 'unfinished', word: 'NEW_ WORD' });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (word) => {
        const { finish } = endingOf(`x${word}x`);
        expect(finish === 'stop').toBe(false);
      }),
    );
  });

  test.each([
    ['no finish reason', { finish_reason: undefined }],
    ['no message but a text (legacy completions)', { message: undefined, text: 'Words.' }],
  ])('%s is a whole answer', async (_what, choice) => {
    const { ask } = live(() => raw(reply({}, choice)));
    expect(await ask()).toMatchObject({ text: 'Words.', finish: 'stop' });
  });

  test('a broken-off answer is asked once more, then given as what it is, with all that was paid', async () => {
    const { ask, seen } = live(() => raw(reply({}, { finish_reason: 'error' })));
    expect(await ask()).toMatchObject({ finish: 'unfinished', ending: 'error', usage: { outputTokens: 4 } });
    expect(seen()).toHaveLength(2);
  });

  test('words before a call of a tool are no whole answer, though the server says stop', async () => {
    const calls = [{ id: 'a', type: 'function', function: { name: 'search', arguments: '{}' } }];
    const { ask } = live(() => raw(reply({}, { message: { content: 'Let me look.', tool_calls: calls } })));
    expect(await ask()).toMatchObject({ finish: 'unfinished', ending: 'tool_calls' });
    const none = live(() => raw(reply({}, { message: { content: 'Words.', tool_calls: [] } })));
    expect(await none.ask()).toMatchObject({ finish: 'stop' });
  });

  test('thoughts alone are no answer, and who reads of it is told what helps', async () => {
    const { ask } = live(() => raw(reply({}, { message: { content: '', reasoning_content: 'I weigh it.' } })));
    const { finish, ending } = await ask();
    expect([finish, ending]).toEqual(['unfinished', 'only thoughts came, and no answer']);
    expect(remedyOf(finish, ending)).toBe('thoughts');
  });

  test.each([
    ['thoughts that never end', '<think>I weigh this against that'],
    ['thoughts and nothing after them', '<think>I weigh it.</think>\n\n'],
  ])('%s are no answer either', async (_, content) => {
    const { ask } = live(() => raw(reply({}, { message: { content } })));
    expect(await ask()).toMatchObject({ finish: 'unfinished', ending: 'only thoughts came, and no answer' });
  });

  test.each(['<think>I weigh it.</think>\n\nYes.', 'Yes. <think> is a tag.', '<thinking-cap/> Yes.'])(
    'an answer stands as it came: %j',
    async (content) => {
      const { ask } = live(() => raw(reply({}, { message: { content } })));
      expect(await ask()).toMatchObject({ finish: 'stop', text: content });
    },
  );

  // Parts as Mistral's and Databricks' documentation and gateways of the Responses API have them.
  test.each([
    ['thinking', { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }],
    ['reasoning', { type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] }],
    ['reasoning with its text as answers have theirs', { type: 'reasoning_text', text: 'hm' }],
    ['thoughts with their text as answers have theirs', { type: 'thought', text: 'hm' }],
  ])('a part of %s is not what was said', async (_, thoughts) => {
    const said = live(() => raw(reply({}, { message: { content: [thoughts, { type: 'text', text: 'Yes' }, '.'] } })));
    expect(await said.ask()).toMatchObject({ finish: 'stop', text: 'Yes.' });
    const none = live(() => raw(reply({}, { message: { content: [thoughts] } })));
    expect(await none.ask()).toMatchObject({ finish: 'unfinished', text: '' });
  });

  test('an error beside the beginning of an answer makes it none, though nothing says how it ended', async () => {
    const beginning = { finish_reason: null, message: { content: 'Step one: ' } };
    const { ask } = live(() => raw(reply({ error: { code: 502, message: 'upstream gone' } }, beginning)));
    expect(await ask()).toMatchObject({ finish: 'unfinished', ending: 'upstream gone' });
  });

  test.each([
    ['flags (MiniMax)', { output_sensitive: true }, {}],
    ['kinds of content (Azure)', {}, { content_filter_results: { violence: { filtered: true } } }],
  ])('nothing, and %s that tell of a filter, is a refusal', async (_, more, choice) => {
    const nothing = live(() => raw(reply(more, { ...choice, message: { content: '' } })));
    expect(await nothing.ask()).toMatchObject({ finish: 'content_filter' });
    const words = live(() => raw(reply(more, choice)));
    expect(await words.ask()).toMatchObject({ finish: 'stop', text: 'Words.' });
  });

  test('an answer that a gateway parsed is the JSON it was', async () => {
    const { ask } = live(() => raw(reply({}, { message: { content: { verdict: 'yes' } } })));
    expect(await ask()).toMatchObject({ finish: 'stop', text: '{"verdict":"yes"}' });
  });

  test('an upstream that failed midway and works the second time is no loss (OpenRouter)', async () => {
    const { ask } = live((_, index) =>
      raw(index === 0 ? reply({}, { error: { code: 502, message: 'upstream gone' } }) : reply()),
    );
    expect(await ask()).toMatchObject({ finish: 'stop', text: 'Words.' });
  });
});

describe('refusals by policy are answers', () => {
  test.each<[name: string, status: number, body: unknown]>([
    [
      'Azure',
      400,
      {
        error: {
          message: 'The prompt triggered the content management policy.',
          code: 'content_filter',
          param: 'prompt',
        },
      },
    ],
    [
      'OpenAI',
      400,
      { error: { message: 'Invalid prompt: flagged as violating our usage policy.', code: 'invalid_prompt' } },
    ],
    [
      'DashScope',
      400,
      { error: { message: 'Input data may contain inappropriate content.', code: 'data_inspection_failed' } },
    ],
    [
      'DeepSeek',
      400,
      { error: { message: 'Content Exists Risk', type: 'invalid_request_error', code: 'invalid_request_error' } },
    ],
    [
      'xAI',
      403,
      { code: 'The caller does not have permission', error: 'Content violates usage guidelines. Failed check: X' },
    ],
    [
      'xAI, which names team and key in the next sentence',
      403,
      {
        code: 'permission-denied',
        error:
          'Content violates usage guidelines. Team: t, API key ID: k, Model: m, Failed check: SAFETY_CHECK_TYPE_BIO',
      },
    ],
    ['a code that no table has', 400, { error: { message: 'No.', code: 'cyber_policy_violation' } }],
    ['Cohere', 422, { message: 'blocked output: the generated text was deemed toxic' }],
    [
      'Databricks',
      400,
      {
        error_code: 'BAD_REQUEST',
        message: '{"input_guardrail":[{"flagged":true}],"finishReason":"input_guardrail_triggered"}',
      },
    ],
    [
      'OpenRouter',
      403,
      {
        error: {
          code: 403,
          message: 'Input was flagged by moderation',
          metadata: { reasons: ['violence'], flagged_input: '' },
        },
      },
    ],
    ['a gateway, within a 200', 200, { error: { code: 'content_filter', message: 'blocked' } }],
    ['Gemini, no choice and a blocked prompt', 200, { choices: [], promptFeedback: { blockReason: 'SAFETY' } }],
    ['Gemini, a choice without content', 200, reply({}, { finish_reason: 'SAFETY', message: { role: 'assistant' } })],
  ])('%s', async (_, status, body) => {
    const { ask, seen } = live(() => raw(body, status));
    expect(await ask()).toMatchObject({ finish: 'content_filter', text: '' });
    expect(seen()).toHaveLength(1);
  });

  test('a refusal in a part of its own', async () => {
    const message = { role: 'assistant', content: [{ type: 'refusal', refusal: 'I will not.' }] };
    const { ask } = live(() => raw(reply({}, { message })));
    expect(await ask()).toMatchObject({ finish: 'refusal', text: 'I will not.' });
  });

  test.each([
    'Your account was deactivated for violating our usage policies.',
    'This API key may not be used in your region under our usage policy.',
    'Your account is suspended. Reason: violation of our usage policies.',
    'Request blocked by a policy of this network',
    'Request not allowed',
  ])('what is about the key or the account is not one: %s', async (message) => {
    const { ask } = live(() => raw({ error: { message } }, 403));
    await expect(ask()).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test.each([
    [400, 'guardrail_not_found', 'no guardrail gr-1'],
    [403, 'content_filter_unavailable', 'try again'],
    [400, 'invalid_request_error', 'content filter settings are not supported'],
    [400, 'invalid_request_error', 'Invalid value. See our usage policies.'],
  ])('nor is the trouble of a filter, or a request that is wrong: %i %s', async (status, code, message) => {
    const { ask } = live(() => raw({ error: { code, message } }, status));
    await expect(ask()).rejects.toMatchObject({ kind: expect.stringMatching(/bad_request|forbidden/) });
  });

  test('a key that is refused for every request is a rejected key; one that was taken once never is', async () => {
    const never = live(() => raw({ error: { message: 'no' } }, 403));
    const kinds = [];
    for (let n = 0; n < 4; n += 1) kinds.push(await never.ask().catch((error: { kind: string }) => error.kind));
    expect(kinds).toEqual(['forbidden', 'forbidden', 'auth', 'auth']);
    expect(never.seen()).toHaveLength(3);
    const once = live((_, index) => (index === 0 ? { text: 'yes' } : raw({ error: { message: 'no' } }, 403)));
    await once.ask();
    for (let n = 0; n < 4; n += 1) await expect(once.ask()).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a 200 that is none', () => {
  test('an error inside is the failure it names, and is tried again', async () => {
    const { ask, seen } = live((_, index) =>
      index === 0 ? raw({ error: { message: 'Provider returned error', code: 502 } }) : { text: 'fine' },
    );
    expect(await ask()).toMatchObject({ text: 'fine' });
    expect(seen()).toHaveLength(2);
  });

  test('no choice at all is asked once more', async () => {
    const { ask } = live((_, index) => raw(index === 0 ? { choices: [] } : reply()));
    expect(await ask()).toMatchObject({ text: 'Words.' });
  });

  test('JSON is JSON, whatever it is called; a page is none', async () => {
    const { ask } = live(() => raw(reply(), 200, { 'content-type': 'text/plain; charset=utf-8' }));
    expect(await ask()).toMatchObject({ text: 'Words.' });
    const page = live(() => ({ fault: 'html' }));
    await expect(page.ask()).rejects.toMatchObject({ kind: 'bad_response', message: expect.stringMatching(/a page/) });
  });
});

describe('bookkeeping never costs an answer', () => {
  const odd = fc.oneof(
    fc.constant(undefined),
    fc.constant(null),
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.constant({ cached_tokens: -3 }),
    fc.constant([1]),
  );

  test('whatever usage, fingerprint and model are: the words are kept, and what is written is read again', async () => {
    let body: unknown;
    const { ask } = live(() => ({ raw: JSON.stringify(body) }));
    await fc.assert(
      fc.asyncProperty(odd, odd, odd, odd, odd, async (input, output, details, fingerprint, model) => {
        const usage = { prompt_tokens: input, completion_tokens: output, prompt_tokens_details: details };
        body = reply({ usage, system_fingerprint: fingerprint, model });
        const completion = await ask();
        expect(completion.text).toBe('Words.');
        const line = writeAnswerLine('0'.repeat(64), { completion });
        expect(readAnswerLine(line).status).toBe('answer');
      }),
      { numRuns: 60 },
    );
  });

  test('what is absent is estimated, what is there is kept', async () => {
    const { ask } = live(() => raw(reply({ usage: { prompt_tokens: 12, total_tokens: 12 } })));
    expect(await ask()).toMatchObject({ usage: { inputTokens: 12, outputTokens: 2 }, adapted: ['usage estimated'] });
  });
});

describe('what a server does not take is found out by leaving it out', () => {
  const SYSTEM = [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello.' },
  ] as const;
  const refused = (message: string) => raw({ message }, 400);

  test.each<[name: string, refuses: (request: WireRequest) => boolean, adapted: string]>([
    ['the system role', ({ messages }) => messages.some(({ role }) => role === 'system'), 'system -> user turn'],
    ['a seed', ({ body }) => 'seed' in body, 'seed dropped'],
    ['the schema', ({ schema }) => schema !== undefined, 'json_schema -> json_object'],
  ])('%s, though the words name nothing', async (_, refuses, adapted) => {
    const { ask, seen } = live(
      (request) => (refuses(request) ? refused('Bad request.') : { text: '{"verdict":"no"}' }),
      { params: { seed: 7 } },
    );
    const request = { messages: SYSTEM, format: VERDICT_FORMAT };
    expect((await ask(request)).adapted).toEqual([adapted]);
    const found = seen().length;
    expect((await ask(request)).adapted).toEqual([adapted]);
    expect(seen()).toHaveLength(found + 1);
  });

  test('two of them together', async () => {
    const { ask } = live(
      ({ schema, messages }) =>
        schema !== undefined || messages.some(({ role }) => role === 'system')
          ? refused('No.')
          : { text: '{"verdict":"no"}' },
      {},
    );
    expect(await ask({ messages: SYSTEM, format: VERDICT_FORMAT })).toMatchObject({ text: '{"verdict":"no"}' });
  });

  test('two turns of one role become one where a template wants them to alternate, also under a 500', async () => {
    const messages = [
      { role: 'user', content: 'One.' },
      { role: 'user', content: 'Two.' },
    ] as const;
    const { ask, seen } = live(({ messages: sent }) =>
      sent.length > 1
        ? raw(
            { error: { code: 500, message: 'Jinja Exception: Conversation roles must alternate user/assistant' } },
            500,
          )
        : { text: 'fine' },
    );
    expect(await ask({ messages })).toMatchObject({ text: 'fine', adapted: ['turns of one role merged'] });
    expect(seen().at(-1)!.messages).toEqual([{ role: 'user', content: 'One.\n\nTwo.' }]);
  });

  test('the gate’s own requests are one system and one user turn from the first', async () => {
    const { ask, seen } = live(() => ({ text: '{"verdict":"no"}' }));
    await ask({ messages: [...SYSTEM, { role: 'user', content: 'More.' }], format: VERDICT_FORMAT });
    expect(seen()[0]!.messages).toEqual([SYSTEM[0], { role: 'user', content: 'Hello.\n\nMore.' }]);
  });

  test('a refusal of something the server has taken before is about what was asked: nothing is left out', async () => {
    const { ask, seen } = live(
      ({ messages }) => (/forbidden/.test(messages.at(-1)!.content) ? refused('No.') : { text: '{"verdict":"no"}' }),
      { params: { seed: 7 } },
    );
    await ask({ messages: SYSTEM, format: VERDICT_FORMAT });
    await expect(
      ask({ messages: [SYSTEM[0], { role: 'user', content: 'forbidden' }], format: VERDICT_FORMAT }),
    ).rejects.toMatchObject({ kind: 'bad_request' });
    expect(seen()).toHaveLength(2);
  });

  test('an output cap of the gate’s own that does not fit the window is left out', async () => {
    const { ask } = live(({ body }) =>
      'max_tokens' in body
        ? refused("'max_tokens' is too large: 4096. This model's maximum context length is 2048 tokens")
        : { text: 'fine' },
    );
    expect(await ask()).toMatchObject({ text: 'fine', adapted: ['output cap dropped'] });
  });

  test.each([
    ['llama.cpp', 'request (9000 tokens) exceeds the available context size (4096 tokens), try increasing it'],
    ['OpenAI', "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."],
    ['Anthropic', 'prompt is too long: 210000 tokens > 200000 maximum'],
    ['vLLM', 'The prompt (total length 9000) is too long to fit into the model (context length 4096)'],
    ['Gemini', 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).'],
  ])('a prompt that does not fit is told as one: %s', async (_, message) => {
    const { ask } = live(() => raw({ error: { message, code: 400 } }, 400), { params: { maxTokens: 9 } });
    await expect(ask()).rejects.toMatchObject({
      kind: 'too_large',
      message: expect.stringContaining(message.slice(0, 20)),
    });
  });

  test('a reply under a schema that is cut off is asked for in words', async () => {
    const { ask, seen } = live(({ schema, body }) =>
      schema === undefined && !('response_format' in body)
        ? { text: '{"verdict":"yes"}' }
        : { text: '{"verdict": "          ', finish: 'length' },
    );
    expect(await ask({ format: VERDICT_FORMAT })).toMatchObject({ text: '{"verdict":"yes"}', finish: 'stop' });
    expect(await ask({ format: VERDICT_FORMAT })).toMatchObject({ text: '{"verdict":"yes"}' });
    expect(seen()).toHaveLength(3);
  });

  test('a path that is not there is not a retired model, and is named', async () => {
    const { ask } = live(() => ({
      raw: '404 page not found',
      rawStatus: 404,
      headers: { 'content-type': 'text/plain' },
    }));
    await expect(ask()).rejects.toMatchObject({
      kind: 'wrong_path',
      message: expect.stringContaining('/v1/chat/completions'),
    });
  });
});

describe('where the reply is in what came', () => {
  const JSON_REPLY = '{"a":1}';
  test.each([
    ['as it is', JSON_REPLY],
    ['in a fence', '```json\n{"a":1}\n```'],
    ['in a fence in capitals', '```JSON\n{"a":1}\n```'],
    ['in a fence with CRLF', '```json\r\n{"a":1}\r\n```\r\n'],
    ['in a fence of tildes', '~~~\n{"a":1}\n~~~'],
    ['after thoughts', '<think>I weigh {this}.</think>\n\n{"a":1}'],
    ['after thoughts whose beginning the template wrote', 'I weigh it.\n</think>\n{"a":1}'],
    ['after the marks of gpt-oss', '<|channel|>final <|constrain|>json<|message|>{"a":1}'],
    ['after thoughts, in a fence', '<THINKING>Hm.</THINKING>\n```json\n{"a":1}\n```'],
    ['after a channel', '<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>{"a":1}'],
    ['before a mark of the chat template', '{"a":1}<|im_end|>\n</s>'],
    ['after thoughts of LongCat', '<longcat_think>{"a":2}</longcat_think>{"a":1}'],
    [
      'after thoughts and in a frame of Cohere',
      '<|START_THINKING|>Hm.<|END_THINKING|><|START_RESPONSE|>{"a":1}<|END_RESPONSE|>',
    ],
    ['in a frame of its own', '<answer>\n{"a":1}\n</answer>'],
    ['in a frame around a fence', '<think>Hm.</think><response>```json\n{"a":1}\n```</response>'],
    ['in a fence of one line', '```json{"a":1}```'],
    ['before the mark of DeepSeek', '{"a":1}<｜end▁of▁sentence｜>'],
    ['in a fence before such a mark', '```json\n{"a":1}\n```<end_of_turn>'],
  ])('%s', (_, text) => {
    expect(JSON.parse(findReply(text).text)).toEqual({ a: 1 });
  });

  test('a reply that speaks of tags is not cut, prose around an object stays', () => {
    const text = '{"reasoning":"it wrote </think>{}"}';
    expect(findReply(text).text).toBe(text);
    for (const prose of [
      'Here: {"a":1}',
      '<b>Here</b>: {"a":1}',
      '{"a":1}</answer>{"a":2}',
      '```the answer says {"a":1}```',
      '```{"a":1}',
    ]) {
      expect(findReply(prose).text).toBe(prose);
    }
  });

  test('white space without end, as models that go astray write it, is read as fast as anything', () => {
    const space = ' '.repeat(3000);
    for (const text of ['```', '```json', '{"a":'].map((begin) => `${begin}${space}x`)) {
      expect(findReply(text).removed).toEqual([]);
    }
  }, 1000);
});

describe('a prompt that was cut off', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

  test('fewer tokens than words cannot be', () => {
    expect(cutOffWords([{ role: 'user', content: words(900) }], 32)).toMatch(/32 tokens .* at least 900/);
    expect(cutOffWords([{ role: 'user', content: words(900) }], 1200)).toBeUndefined();
    expect(cutOffWords([{ role: 'user', content: words(20) }], 1)).toBeUndefined();
    expect(leastTokens('我们应该如何安全地做这件事情')).toBeGreaterThan(2);
  });

  test('a third that is missing is noticed by what shorter prompts came to', () => {
    const prose = (count: number) => [{ role: 'user' as const, content: words(count) }];
    const meter = createPromptMeter();
    // Nothing is known yet: 1,500 words in 1,100 tokens may be a dense tokenizer.
    expect(meter.cutOff(prose(1500), 1100)).toBeUndefined();
    expect(meter.cutOff(prose(300), 430)).toBeUndefined();
    expect(meter.cutOff(prose(1500), 1100)).toMatch(/1100 tokens of a prompt of about 2150: it was cut off/);
    expect(meter.cutOff(prose(1500), 1900)).toBeUndefined();
    // Code has more tokens a word than prose: prose after it is not cut off.
    const code = createPromptMeter();
    expect(code.cutOff(prose(100), 190)).toBeUndefined();
    expect(code.cutOff(prose(1500), 1950)).toBeUndefined();
  });

  test('makes the answer none, and is not asked again', async () => {
    const { ask, seen } = live(() => raw(reply({ usage: { prompt_tokens: 32, completion_tokens: 4 } })));
    expect(await ask({ messages: [{ role: 'user', content: words(900) }] })).toMatchObject({
      finish: 'unfinished',
      ending: expect.stringMatching(/it was cut off/),
    });
    expect(seen()).toHaveLength(1);
  });

  test('a server that counts only one side of its tokens is not believed', async () => {
    const { ask } = live(() => raw(reply({ usage: { prompt_tokens: 12 } })));
    expect(await ask({ messages: [{ role: 'user', content: words(900) }] })).toMatchObject({ finish: 'stop' });
  });
});

test('a countdown of what is used up says how long to wait', () => {
  const headers = new Headers({
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '1m30s',
    'x-ratelimit-remaining-tokens': '500',
    'x-ratelimit-reset-tokens': '6m0s',
  });
  expect(limitResetMs(headers, 0)).toBe(90_000);
  const dated = new Headers({
    'anthropic-ratelimit-input-tokens-remaining': '0',
    'anthropic-ratelimit-input-tokens-reset': '2026-11-28T00:00:20Z',
  });
  expect(limitResetMs(dated, Date.parse('2026-11-28T00:00:00Z'))).toBe(20_000);
  expect(limitResetMs(new Headers(), 0)).toBeUndefined();
  const together = (ratelimit: string) => limitResetMs(new Headers({ ratelimit }), 0);
  expect(together('"minute";r=0;t=20, "day";r=9;t=900')).toBe(20_000);
  expect(together('limit=10, remaining=0, reset=30')).toBe(30_000);
  expect(together('"a";r=0, "b";t=20')).toBeUndefined();
  expect(together('r=0 '.repeat(4000))).toBeUndefined();
});

test('when a limit comes back is read by the clock of the server that says so', () => {
  const headers = new Headers({
    date: 'Mon, 30 Nov 2026 00:00:00 GMT',
    'anthropic-ratelimit-requests-remaining': '0',
    'anthropic-ratelimit-requests-reset': '2026-11-30T00:00:20Z',
  });
  expect(limitResetMs(headers, Date.parse('2026-11-28T00:00:00Z'))).toBe(20_000);
});

test.each([
  ['"minute";r=0;t=20, "day";r=9;t=900', 20_000],
  ['"minute";r=3;t=20, "day";r=0;t=900', 900_000],
  ['limit=10, remaining=0, reset=20', 20_000],
  ['"minute";r=3;t=20', undefined],
])('limits in one header, as the IETF has them: %s', (value, wait) => {
  expect(limitResetMs(new Headers({ ratelimit: value }), 0)).toBe(wait);
});

test.each([
  ['Cerebras, seconds', 'x-ratelimit-remaining-tokens-minute', 'x-ratelimit-reset-tokens-minute', '20'],
  ['a gateway, seconds', 'ratelimit-remaining', 'ratelimit-reset', '20'],
  ['a gateway, seconds since 1970', 'x-ratelimit-remaining', 'x-ratelimit-reset', '1795946420'],
  ['OpenRouter, milliseconds since 1970', 'x-ratelimit-remaining', 'x-ratelimit-reset', '1795946420000'],
])('%s: how long a used up limit takes', (_, remaining, reset, value) => {
  const now = Date.parse('2026-11-29T10:00:00Z');
  expect(limitResetMs(new Headers({ [remaining]: '0', [reset]: value }), now)).toBe(20_000);
  expect(limitResetMs(new Headers({ [remaining]: '3', [reset]: value }), now)).toBeUndefined();
});
