// A plan's sums: calls that look alike cost what so many single ones cost.
import { expect, test } from 'vitest';
import { costOf } from '../../src/models/cost/prices.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { createPlanTally } from '../../src/writing/call-plan.ts';

const PRICE = { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 };

const request: CompletionRequest = {
  model: {
    id: 'p/claude-sonnet-5',
    kind: 'anthropic',
    origin: 'https://example.com',
    model: 'claude-sonnet-5',
    params: {},
  },
  messages: [
    { role: 'system', content: 'x'.repeat(20_000) },
    { role: 'user', content: 'y'.repeat(400) },
  ],
  sharedMessages: 1,
  draw: 'd',
};
const call = { step: 'judgment', request, stored: false, certain: true, replyTokens: 100 };

test('twelve calls at once are priced as twelve one after another: the first writes what they share, the others read it', () => {
  const priceOf = (_request: CompletionRequest, usage: Parameters<typeof costOf>[0]) => costOf(usage, PRICE);
  const [one, other] = [createPlanTally(priceOf), createPlanTally(priceOf)];
  for (let index = 0; index < 12; index += 1) one.add(call);
  other.add({ ...call, times: 12 });
  const { least, most } = other.read();
  expect(most).toEqual({ calls: 12, inputTokens: 12 * 5108, outputTokens: 1200, usd: least.usd });
  expect(most.usd).toBeCloseTo(one.read().most.usd as number, 12);
  // 5,004 tokens are shared: written once at 2.5, read eleven times at 0.2, beside 104 of its own each, in millionths.
  expect(most.usd).toBeCloseTo((5004 * (2.5 + 11 * 0.2) + 12 * 104 * 2 + 1200 * 10) / 1e6, 12);
  other.add({ ...call, stored: true, times: 5 });
  expect(other.read().stored).toBe(5);
});
