import { expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { createRandom } from '../../src/core/random.ts';
import { createModels } from '../../src/models/create.ts';
import type { Model, ModelRef } from '../../src/models/model.ts';
import { realClock } from '../support/clocks.ts';
import { testProvider } from '../support/test-provider.ts';

const provider = testProvider('openai', 'https://models.example.com/v1');
const ref = (overrides: Partial<ModelRef> = {}): ModelRef => ({
  id: 'test-openai/m',
  kind: 'openai',
  origin: provider.origin,
  model: 'm',
  params: {},
  ...overrides,
});

/** Models whose every request is counted and fails. */
function setUp(offline?: (ref: ModelRef) => Model | undefined) {
  const requests: string[] = [];
  const models = createModels({
    clock: realClock,
    random: createRandom('create'),
    ...(offline && { offline }),
    fetch: (url) => {
      requests.push(url);
      return Promise.resolve(Response.json({}, { status: 402 }));
    },
  });
  return { models, requests };
}
const ask = (model: Model) =>
  model.complete(
    { model: model.ref, messages: [{ role: 'user', content: 'q' }], sharedMessages: 0, draw: 'pool:0' },
    { signal: new AbortController().signal },
  );

test('models of one provider share its transport: what one learns about money, all know', async () => {
  const { models, requests } = setUp();
  const [a, b] = [
    models.create(ref(), provider),
    models.create(ref({ model: 'other', id: 'test-openai/other' }), provider),
  ];
  await expect(ask(a)).rejects.toMatchObject({ kind: 'quota', attempts: 1 });
  await expect(ask(b)).rejects.toMatchObject({ kind: 'quota', attempts: 0 });
  expect(requests).toEqual(['https://models.example.com/v1/chat/completions']);
  expect(models.counts()).toEqual({ 'test-openai': { requests: 1, retries: 0 } });
});

test('the same reference is the same model; creating one sends nothing', () => {
  const { models, requests } = setUp();
  const one = ref();
  expect(models.create(one, provider)).toBe(models.create(one, provider));
  expect(requests).toEqual([]);
});

test.each([
  ['another origin', ref({ origin: 'https://evil.example' })],
  ['another kind', ref({ kind: 'anthropic' })],
  ['an offline kind', ref({ kind: 'recorded', origin: 'recorded:' })],
])('a reference of %s than its provider is refused', (_, other) => {
  expect(() => setUp().models.create(other, provider)).toThrow(/no provider of kind/);
});

test.each(['stream', 'n', 'messages', 'response_format', 'tools'])('the parameter %s cannot be set', (name) => {
  const create = () => setUp().models.create(ref({ params: { [name]: 1 } }), provider);
  expect(create).toThrow(UserError);
  expect(create).toThrow(`the parameter ${name} cannot be set`);
});

test('offline models come first and need no provider', () => {
  const offlineRef = ref({ kind: 'simulated', origin: 'simulated:x' });
  const offline: Model = { ref: offlineRef, complete: () => Promise.reject(new Error('not asked')) };
  const { models } = setUp((asked) => (asked.kind === 'simulated' ? offline : undefined));
  expect(models.create(offlineRef)).toBe(offline);
  expect(models.create(ref(), provider)).not.toBe(offline);
});
