import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBudget, type BudgetCaps } from '../../../src/models/cost/budget.ts';
import { worstCost, worstUsage } from '../../../src/models/cost/estimate-cost.ts';
import {
  addSpending,
  parseLedger,
  runCap,
  serializeLedger,
  spendingAt,
  type Ledger,
} from '../../../src/models/cost/ledger.ts';
import type { CompletionRequest, ModelRef } from '../../../src/models/model.ts';
import { addCosts, costOf, priceOf, type Cost } from '../../../src/models/cost/prices.ts';
import { createJumpingClock } from '../../support/clocks.ts';

const ref = (overrides: Partial<ModelRef> = {}): ModelRef => ({
  id: 'openai/gpt-4o',
  kind: 'openai',
  origin: 'https://api.openai.com',
  model: 'gpt-4o',
  params: {},
  ...overrides,
});
const usage = { inputTokens: 1_000_000, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };

describe('prices', () => {
  // OpenAI's and Anthropic's price pages of 2025: dollars per million tokens.
  test.each([
    ['https://api.openai.com', 'gpt-4o', 2.5, 10],
    ['https://api.openai.com', 'gpt-4o-2024-08-06', 2.5, 10],
    ['https://api.openai.com', 'o3', 2, 8],
    ['https://api.openai.com', 'gpt-4.1-mini', 0.4, 1.6],
    ['https://api.anthropic.com', 'claude-opus-4-20250514', 15, 75],
    ['https://api.anthropic.com', 'claude-sonnet-4-20250514', 3, 15],
    ['https://api.anthropic.com', 'claude-haiku-4-5', 1, 5],
    ['https://api.x.ai', 'grok-4', 3, 15],
  ])('%s %s', (origin, model, input, output) => {
    expect(priceOf(ref({ origin, model }))).toMatchObject({ input, output });
  });

  test.each([
    ['a model that is not in the table', { model: 'gpt-6-rosalind' }],
    ['a mini of one that is', { model: 'gpt-4o-mini' }],
    ['the same name at another origin', { origin: 'https://models.example.com' }],
    ['a name out of the prototype', { model: 'constructor' }],
    ['an origin out of the prototype', { origin: '__proto__' }],
  ])('%s is unknown', (_, overrides) => {
    const price = priceOf(ref(overrides));
    expect(price).toBe('unknown');
    expect(costOf(usage, price)).toBe('unknown');
  });

  test('the configuration comes first, and offline models are free', () => {
    const own = { input: 7, output: 8 };
    expect(priceOf(ref(), { 'openai/gpt-4o': own })).toBe(own);
    expect(costOf(usage, priceOf(ref({ kind: 'simulated', origin: 'simulated:' })))).toBe(0);
  });

  test('cached and written tokens have their own price, or the plain one', () => {
    const mixed = {
      inputTokens: 1_000_000,
      cachedInputTokens: 800_000,
      cacheWriteTokens: 100_000,
      outputTokens: 10_000,
    };
    expect(costOf(mixed, { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 })).toBeCloseTo(
      0.3 + 0.24 + 0.375 + 0.15,
      12,
    );
    expect(costOf(mixed, { input: 3, output: 15 })).toBeCloseTo(3.15, 12);
  });

  test('a sum with an unknown part is unknown', () => {
    expect(addCosts([1, 2.5])).toBe(3.5);
    expect(addCosts([1, 'unknown', 2])).toBe('unknown');
    expect(addCosts([])).toBe(0);
  });
});

describe('the worst case of a request', () => {
  const request: CompletionRequest = {
    model: ref({ params: { maxTokens: 1000 } }),
    messages: [{ role: 'user', content: 'x'.repeat(4000) }],
    sharedMessages: 0,
    draw: 'pool:1',
  };

  test('a fourth of the characters in, and the output cap out', () => {
    expect(worstUsage(request)).toMatchObject({ inputTokens: 1004, outputTokens: 1000 });
    expect(worstUsage({ ...request, model: ref() }).outputTokens).toBe(8192);
    expect(worstCost(request, { input: 1000, output: 1000 })).toBeCloseTo(2.004, 12);
    expect(worstCost(request, 'unknown')).toBe('unknown');
  });

  test('covers writing the shared prefix to the cache', () => {
    const price = { input: 1000, cacheWrite: 1250, output: 0 };
    expect(worstCost({ ...request, sharedMessages: 1 }, price)).toBeCloseTo(1.255, 12);
  });
});

const caps = (overrides: Partial<BudgetCaps> = {}): BudgetCaps => ({
  calls: 1e9,
  usd: 1e9,
  minutes: 1e9,
  allowUnknownPrices: false,
  ...overrides,
});

describe('a budget', () => {
  /** As many calls at once as there are, each of which pays after a turn of the event loop. */
  const runAll = async (calls: number, budget: ReturnType<typeof createBudget>, cost: { worst: Cost; real: Cost }) => {
    const results = await Promise.all(
      Array.from({ length: calls }, async () => {
        const room = budget.reserve(cost.worst);
        if (room.status === 'stopped') return room.by;
        await new Promise((resolve) => setImmediate(resolve));
        room.settle(cost.real);
        return 'paid';
      }),
    );
    return results.reduce<Record<string, number>>((sum, result) => ({ ...sum, [result]: (sum[result] ?? 0) + 1 }), {});
  };

  test('of 10 calls stops at exactly 10 of 100 at once', async () => {
    const budget = createBudget(caps({ calls: 10 }), createJumpingClock());
    expect(await runAll(100, budget, { worst: 0, real: 0 })).toEqual({ paid: 10, calls: 90 });
    expect(budget.spent().calls).toBe(10);
  });

  test('of 1 dollar lets exactly ten calls of at most 10 cents run at once', async () => {
    const budget = createBudget(caps({ usd: 1 }), createJumpingClock());
    expect(await runAll(100, budget, { worst: 0.1, real: 0.1 })).toEqual({ paid: 10, usd: 90 });
    expect(budget.spent()).toEqual({ calls: 10, usd: 1, reservedUsd: 0, unpricedCalls: 0 });
  });

  test('gives back what a call did not use, and all of what a failed one set aside', () => {
    const budget = createBudget(caps({ usd: 1 }), createJumpingClock());
    const first = budget.reserve(0.9);
    expect(budget.reserve(0.2)).toEqual({ status: 'stopped', by: 'usd' });
    if (first.status === 'reserved') first.settle(0.3);
    const second = budget.reserve(0.7);
    if (second.status === 'reserved') second.release();
    expect(budget.reserve(0.7)).toMatchObject({ status: 'reserved' });
    expect(budget.spent()).toMatchObject({ calls: 3, usd: 0.3, reservedUsd: 0.7 });
  });

  test('counts only the first end of a reservation', () => {
    const budget = createBudget(caps(), createJumpingClock());
    const room = budget.reserve(1);
    if (room.status === 'reserved') {
      room.settle(0.5);
      room.settle(0.5);
      room.release();
    }
    expect(budget.spent()).toMatchObject({ usd: 0.5, reservedUsd: 0 });
  });

  test('ends with its minutes', async () => {
    const clock = createJumpingClock();
    const budget = createBudget(caps({ minutes: 2 }), clock);
    await clock.sleep(119_999);
    expect(budget.reserve(0)).toMatchObject({ status: 'reserved' });
    await clock.sleep(1);
    expect(budget.reserve(0)).toEqual({ status: 'stopped', by: 'minutes' });
  });

  test('refuses an unknown price unless that is allowed, and then counts such calls', () => {
    expect(createBudget(caps(), createJumpingClock()).reserve('unknown')).toEqual({
      status: 'stopped',
      by: 'unknown-price',
    });
    const budget = createBudget(caps({ allowUnknownPrices: true }), createJumpingClock());
    const room = budget.reserve('unknown');
    if (room.status === 'reserved') room.settle('unknown');
    expect(budget.spent()).toEqual({ calls: 1, usd: 0, reservedUsd: 0, unpricedCalls: 1 });
  });

  test('a budget of nothing stops everything', () => {
    expect(createBudget(caps({ calls: 0 }), createJumpingClock()).reserve(0)).toMatchObject({ by: 'calls' });
    expect(createBudget(caps({ usd: 0 }), createJumpingClock()).reserve(0.000001)).toMatchObject({ by: 'usd' });
    expect(createBudget(caps({ minutes: 0 }), createJumpingClock()).reserve(0)).toMatchObject({ by: 'minutes' });
  });

  test('never has more settled and set aside than its cap, whatever the order', () => {
    const step = fc.record({
      worst: fc.double({ min: 0, max: 3, noNaN: true }),
      used: fc.double({ min: 0, max: 1, noNaN: true }),
      late: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 0, max: 10 }), (steps, usd) => {
        const budget = createBudget(caps({ usd }), createJumpingClock());
        const later: (() => void)[] = [];
        for (const { worst, used, late } of steps) {
          const room = budget.reserve(worst);
          if (room.status === 'stopped') continue;
          const settle = () => room.settle(worst * used);
          if (late) later.push(settle);
          else settle();
          const spent = budget.spent();
          expect(spent.usd + spent.reservedUsd).toBeLessThanOrEqual(usd + 1e-9);
        }
        for (const settle of later) settle();
        expect(budget.spent().usd).toBeLessThanOrEqual(usd + 1e-9);
        expect(budget.spent().reservedUsd).toBe(0);
      }),
    );
  });
});

describe('the ledger', () => {
  const monday = Date.UTC(2026, 10, 23, 12);
  const day = 86_400_000;
  const spend = (ledger: Ledger, at: number, usd: number) => addSpending(ledger, { at, usd, calls: 1 });

  test('sums a day and the week from Monday, in UTC', () => {
    let ledger = spend([], monday - day, 100);
    ledger = spend(ledger, monday, 1);
    ledger = spend(ledger, monday + 1000, 2);
    ledger = spend(ledger, monday + 6 * day, 4);
    expect(spendingAt(ledger, monday)).toEqual({ dayUsd: 3, weekUsd: 3 });
    expect(spendingAt(ledger, monday + 6 * day)).toEqual({ dayUsd: 4, weekUsd: 7 });
    expect(spendingAt(ledger, monday + 7 * day)).toEqual({ dayUsd: 0, weekUsd: 0 });
    expect(spendingAt(ledger, monday - day)).toEqual({ dayUsd: 100, weekUsd: 100 });
    expect(ledger.map((entry) => [entry.day, entry.calls])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 2],
      ['2026-11-29', 1],
    ]);
  });

  test.each([
    [20, {}, 20],
    [20, { dayUsd: 30 }, 20],
    [20, { dayUsd: 12 }, 9],
    [20, { weekUsd: 5 }, 2],
    [20, { dayUsd: 12, weekUsd: 5 }, 2],
    [20, { dayUsd: 1 }, 0],
  ])('a run of %d dollars under %j, after 3, may spend %d', (usd, limits, left) => {
    expect(runCap(spend([], monday, 3), { at: monday, usd, caps: limits })).toBe(left);
  });

  test('forgets days long past, and survives its file', () => {
    const ledger = spend(spend([], monday - 60 * day, 1), monday, 2);
    expect(ledger).toHaveLength(1);
    expect(parseLedger(serializeLedger(ledger))).toEqual(ledger);
  });

  test.each([
    '',
    '{}',
    '[]',
    '{"schema":"spec-gate/ledger@1","days":[{"day":"2026-11-23","usd":-5,"calls":0}]}',
    'null',
  ])('a file of %j is none', (text) => expect(parseLedger(text)).toBeUndefined());
});
