// A second opinion: the protocols as another project's mock server speaks them.
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
