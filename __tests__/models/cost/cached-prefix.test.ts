// Plans count shared beginnings as the providers' caches bill them: in full once, then at the cached price.
import { expect, test } from 'vitest';
import { createUsageMeter } from '../../../src/models/cost/cached-prefix.ts';
import { costOf } from '../../../src/models/cost/prices.ts';
import type { CompletionRequest, ModelRef } from '../../../src/models/model.ts';

function ref(kind: 'openai' | 'anthropic', model: string): ModelRef {
  return { id: `p/${model}`, kind, origin: 'https://example.com', model, params: {} };
}

function request(model: ModelRef, sharedTokens: number): CompletionRequest {
  return {
    model,
    messages: [
      // Four characters a token, less the four that a message takes beside its text.
      { role: 'system', content: 'x'.repeat((sharedTokens - 4) * 4) },
      { role: 'user', content: 'y'.repeat(400) },
    ],
    sharedMessages: 1,
    draw: 'd',
  };
}

test.each([
  ['openai', 'gpt-5', 1023, 0],
  ['openai', 'gpt-5', 1024, 1024],
  ['openai', 'gpt-5', 1200, 1152],
  ['anthropic', 'claude-sonnet-5', 2047, 0],
  ['anthropic', 'claude-sonnet-5', 2048, 2048],
  ['anthropic', 'claude-haiku-4-5-20251001', 4095, 0],
  ['anthropic', 'claude-haiku-4-5-20251001', 4096, 4096],
  ['anthropic', 'claude-opus-4-1-20250805', 1024, 1024],
  ['anthropic', 'claude-someday', 4095, 0],
] as const)('%s %s: of %i shared tokens %i are read from the cache the second time', (kind, model, shared, cached) => {
  const meter = createUsageMeter();
  const first = meter(request(ref(kind, model), shared));
  const second = meter(request(ref(kind, model), shared));
  expect(first.cachedInputTokens).toBe(0);
  expect(first.cacheWriteTokens).toBe(kind === 'anthropic' ? cached : 0);
  expect([second.cachedInputTokens, second.cacheWriteTokens]).toEqual([cached, 0]);
});

test('another model, or another beginning, pays for its own', () => {
  const meter = createUsageMeter();
  meter(request(ref('openai', 'gpt-5'), 2000));
  expect(meter(request(ref('openai', 'gpt-5-mini'), 2000)).cachedInputTokens).toBe(0);
  expect(meter(request(ref('openai', 'gpt-5'), 3000)).cachedInputTokens).toBe(0);
});

test('instructions that are long enough are read by questions that differ in what follows them', () => {
  const meter = createUsageMeter();
  const begin = (clauses: string): CompletionRequest => {
    const [system, question] = request(ref('anthropic', 'claude-sonnet-5'), 5000).messages;
    const messages = [system!, { role: 'user' as const, content: clauses.repeat(796 * 4) }, question!];
    return { ...request(ref('anthropic', 'claude-sonnet-5'), 5000), messages, sharedMessages: 2 };
  };
  const used = [begin('a'), begin('b'), begin('a')].map(meter);
  expect(used.map(({ cachedInputTokens }) => cachedInputTokens)).toEqual([0, 5000, 5800]);
  expect(used.map(({ cacheWriteTokens }) => cacheWriteTokens)).toEqual([5800, 800, 0]);
});

test('a hundred questions about one beginning cost about a tenth of what they would without a cache', () => {
  const model = ref('anthropic', 'claude-sonnet-5');
  const price = { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 };
  const meter = createUsageMeter();
  let [cached, plain] = [0, 0];
  for (let call = 0; call < 100; call += 1) {
    const usage = { ...meter(request(model, 50_000)), outputTokens: 0 };
    cached += costOf(usage, price) as number;
    plain += costOf({ ...usage, cachedInputTokens: 0, cacheWriteTokens: 0 }, price) as number;
  }
  // Written once at 1.25 times the price, read 99 times at a tenth: 50,000 x (2.5 + 99 x 0.2) and 100 x 104 x 2 millionths.
  expect(cached).toBeCloseTo(0.05 * (2.5 + 99 * 0.2) + 0.0208, 6);
  expect(plain).toBeCloseTo(0.1 * 50.104 * 2, 6);
});
