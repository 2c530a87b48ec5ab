// Spare capacity at half the price: asked first, and whatever becomes of it no answer is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CallError, type Completion } from '../../../src/models/model.ts';
import { AT_FLEX_PRICE } from '../../../src/models/openai/flex.ts';
import { createLiveModel } from '../../support/live-models.ts';
import {
  startProviderServer,
  type Answer,
  type ProviderServer,
  type WireRequest,
} from '../../support/provider-servers.ts';
import { testProvider } from '../../support/test-provider.ts';

let server: ProviderServer;
beforeAll(async () => {
  server = await startProviderServer('openai', () => ({ text: 'yes' }));
});
afterAll(() => server.close());

/** A model whose spare capacity answers so; in the usual way it always answers. */
function flexible(spare: (request: WireRequest) => Answer) {
  const before = server.requests.length;
  const isSpare = ({ body }: WireRequest): boolean => body['service_tier'] === 'flex';
  server.answer((request) => (isSpare(request) ? spare(request) : { text: 'asked as usual' }));
  const { model, request } = createLiveModel({
    kind: 'openai',
    baseUrl: server.baseUrl,
    provider: { ...testProvider('openai', server.baseUrl), flex: true },
  });
  return {
    ask: (): Promise<Completion> => model.complete(request(), { signal: new AbortController().signal }),
    /** In which ways it was asked so far. */
    ways: (): readonly string[] => server.requests.slice(before).map((sent) => (isSpare(sent) ? 'spare' : 'usual')),
  };
}

test('an answer that came by it says so, and was asked once', async () => {
  const { ask, ways } = flexible(() => ({ text: 'cheaper' }));
  expect(await ask()).toMatchObject({ text: 'cheaper', adapted: [AT_FLEX_PRICE] });
  expect(ways()).toEqual(['spare']);
});

test.each<[string, Answer]>([
  ['has no room', { status: 429, error: { code: 'resource_unavailable', message: 'No flex capacity right now.' } }],
  ['fails', { status: 500, error: { message: 'internal error' } }],
  ['breaks off', { fault: 'reset' }],
])(
  'where it %s the call goes the usual way, at the usual price, and the next one is tried again',
  async (_, answer) => {
    let isBusy = true;
    const { ask, ways } = flexible(() => (isBusy ? answer : { text: 'cheaper' }));
    expect(await ask()).toMatchObject({ text: 'asked as usual', adapted: [] });
    expect(ways().at(-1)).toBe('usual');
    isBusy = false;
    expect(await ask()).toMatchObject({ text: 'cheaper' });
  },
);

test('a server that says so unasked is reckoned at the usual price', async () => {
  const choices = [{ finish_reason: 'stop', message: { role: 'assistant', content: 'yes' } }];
  const raw = JSON.stringify({ choices, service_tier: 'flex', usage: { prompt_tokens: 1, completion_tokens: 1 } });
  server.answer(() => ({ raw }));
  const { model, request } = createLiveModel({ kind: 'openai', baseUrl: server.baseUrl });
  const completion = await model.complete(request(), { signal: new AbortController().signal });
  expect(completion).toMatchObject({ text: 'yes', adapted: [] });
});

test('many that are declined at once are all answered: neither pace nor breaker of the usual calls hears of it', async () => {
  const { ask } = flexible(() => ({ status: 429, error: { message: 'try again later' } }));
  const answers = await Promise.all(Array.from({ length: 40 }, ask));
  expect(answers.map(({ text }) => text)).toEqual(Array.from({ length: 40 }, () => 'asked as usual'));
});

test('a model that has none is asked for it once', async () => {
  const { ask, ways } = flexible(() => ({
    status: 400,
    error: { type: 'invalid_request_error', message: 'The service tier is not available for this model.' },
  }));
  for (let turn = 1; turn <= 3; turn += 1) expect(await ask()).toMatchObject({ text: 'asked as usual' });
  expect(ways()).toEqual(['spare', 'usual', 'usual', 'usual']);
});

test('a refused key is refused in either way, and is not tried twice', async () => {
  const { ask, ways } = flexible(() => ({ status: 401, error: { message: 'no such key' } }));
  await expect(ask()).rejects.toThrow(CallError);
  expect(ways()).toEqual(['spare']);
});
