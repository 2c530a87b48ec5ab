// A second opinion: the protocols as another project's mock server speaks them.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLiveModel, EVERY_ROLE, VERDICT_FORMAT } from '../support/live-models.ts';
import type { TransportLimits } from '../../src/models/transport/transport-limits.ts';
import type { Protocol } from '../support/provider-servers.ts';
import { describeModelContract } from '../support/model-contract.ts';

const mock = new LLMock({ port: 0 });
const usage = { prompt_tokens: 120, completion_tokens: 7, input_tokens: 120, output_tokens: 7 };

beforeAll(async () => {
  mock.onMessage('Rule on it.', { content: '{"verdict":"no"}', usage });
  mock.onMessage('Be cut off.', { content: 'half an ans', finishReason: 'length', usage });
  mock.onMessage('Go too fast.', { error: { message: 'Slow down', type: 'rate_limit_error' }, status: 429 });
  mock.onMessage(/.*/s, { content: 'A plain answer.', usage });
  await mock.start();
});
afterAll(() => mock.stop());

describe.each<Protocol>(['openai', 'anthropic'])('%s against aimock', (kind) => {
  const baseUrl = () => (kind === 'openai' ? `${mock.url}/v1` : mock.url);
  const subject = (limits: Partial<TransportLimits> = {}) =>
    createLiveModel({ kind, baseUrl: baseUrl(), params: { maxTokens: 100 }, limits });
  const ask = (content: string, limits: Partial<TransportLimits> = {}) => {
    const { model, request } = subject(limits);
    const options = { signal: new AbortController().signal };
    return model.complete(request({ messages: [{ role: 'user', content }] }), options);
  };

  describeModelContract(`${kind} over aimock`, () => {
    const { model, request } = subject();
    return {
      model,
      plain: request(),
      formatted: request({ messages: [{ role: 'user', content: 'Rule on it.' }], format: VERDICT_FORMAT }),
      conversation: request({ messages: EVERY_ROLE, sharedMessages: 2 }),
    };
  });

  test('its usage is read', async () => {
    expect((await ask('Hello.')).usage).toEqual({
      inputTokens: 120,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 7,
    });
  });

  test('its length stop is one', async () => {
    expect(await ask('Be cut off.')).toMatchObject({ finish: 'length', text: 'half an ans' });
  });

  test('its 429 asks for a second of rest, which is more than a call of half a second has', async () => {
    await expect(ask('Go too fast.', { callMs: 500 })).rejects.toMatchObject({ kind: 'rate_limited', attempts: 1 });
    expect(mock.getRequests().at(-1)?.path).toMatch(/\/(chat\/completions|messages)$/);
  });
});

describe('a server that answers only piece by piece', () => {
  const inFront = (takes: (body: { stream?: boolean }) => boolean, cut?: number) =>
    createServer((request, response) => {
      void (async () => {
        const body = (await json(request)) as { stream?: boolean };
        if (!takes(body)) {
          // DashScope's words (QwQ).
          const message =
            'This model only support stream mode, please enable the stream parameter to access the model. ';
          response.writeHead(400, { 'content-type': 'application/json' });
          response.end(
            JSON.stringify({ error: { code: 'invalid_parameter_error', message, type: 'invalid_request_error' } }),
          );
          return;
        }
        const reply = await fetch(`${mock.url}${request.url}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...body, stream: true, stream_options: { include_usage: true } }),
        });
        const text = await reply.text();
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(cut === undefined ? text : text.slice(0, cut));
      })();
    });
  const ask = async (server: Server, content: string) => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const limits = { backoffMs: 1 };
    const { model, request } = createLiveModel({ kind: 'openai', baseUrl: `http://127.0.0.1:${port}/v1`, limits });
    try {
      const options = { signal: new AbortController().signal };
      const first = await model.complete(request({ messages: [{ role: 'user', content }] }), options);
      const second = await model.complete(request({ messages: [{ role: 'user', content }] }), options);
      return [first, second] as const;
    } finally {
      server.close();
    }
  };

  test('whether asked to or not: read as an answer that came whole', async () => {
    const [whole] = await ask(
      inFront(() => true),
      'Hello.',
    );
    expect(whole).toMatchObject({
      text: 'A plain answer.',
      finish: 'stop',
      usage: { inputTokens: 120, outputTokens: 7 },
    });
    expect(whole.adapted).toEqual([]);
  });

  test('where it must be asked to, it is, once that is known', async () => {
    const [first, second] = await ask(
      inFront(({ stream }) => stream === true),
      'Be cut off.',
    );
    expect(first).toMatchObject({ text: 'half an ans', finish: 'length', adapted: ['streamed'] });
    expect(second).toMatchObject({ text: 'half an ans', adapted: ['streamed'] });
  });

  test('a stream that breaks off is no answer', async () => {
    await expect(
      ask(
        inFront(() => true, 400),
        'Hello.',
      ),
    ).rejects.toMatchObject({
      kind: 'bad_response',
      message: expect.stringContaining('breaks off'),
    });
  });
});
