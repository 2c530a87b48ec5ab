import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/core/random.ts';
import { CallError } from '../../../src/models/model.ts';
import { createTransport, type Fetch } from '../../../src/models/transport/transport.ts';
import { DEFAULT_LIMITS } from '../../../src/models/transport/transport-limits.ts';
import { createJumpingClock } from '../../support/clocks.ts';
import { testProvider } from '../../support/test-provider.ts';

interface Limit {
  /** Requests a second. */
  readonly rate: number;
  /** Requests that a full bucket holds. */
  readonly burst: number;
  /** What a refusal says: nothing, or when there is room for one. */
  readonly says?: 'when';
  /** Instead of a bucket: so many in each minute of the clock. */
  readonly window?: number;
}

/** A server that takes requests by a limit, on a clock that jumps. */
function startLimited(limit: Limit, { concurrency = 50, latencyMs = 400 } = {}) {
  const clock = createJumpingClock();
  const seen = { requests: 0, taken: 0, inFlight: 0, mostInFlight: 0 };
  let tokens = limit.burst;
  let at = 0;
  let minute = -1;
  const take = (): boolean => {
    const now = clock.monotonic();
    if (limit.window !== undefined) {
      if (Math.floor(now / 60_000) !== minute) tokens = limit.window;
      minute = Math.floor(now / 60_000);
    } else {
      tokens = Math.min(limit.burst, tokens + ((now - at) / 1000) * limit.rate);
      at = now;
    }
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const fetch: Fetch = async () => {
    seen.requests += 1;
    const isTaken = take();
    const waitS = Math.ceil((1 - tokens) / limit.rate);
    if (isTaken) seen.taken += 1;
    seen.inFlight += 1;
    seen.mostInFlight = Math.max(seen.mostInFlight, seen.inFlight);
    await clock.sleep(isTaken ? latencyMs : 30);
    seen.inFlight -= 1;
    const headers = { 'content-type': 'application/json', ...(limit.says === 'when' && { 'retry-after': `${waitS}` }) };
    return new Response('{}', { status: isTaken ? 200 : 429, headers });
  };
  const provider = testProvider('openai', 'https://models.example.com/v1', { concurrency });
  const transport = createTransport(provider, { fetch, clock, random: createRandom('test') }, DEFAULT_LIMITS);
  const call = (model = 'm') =>
    transport.fetchFor(model)('https://models.example.com/v1/chat/completions', { method: 'POST', body: '{}' });
  return { clock, seen, call };
}

async function callAll({ clock, seen, call }: ReturnType<typeof startLimited>, calls: number) {
  const answers = await Promise.all(Array.from({ length: calls }, () => call().catch((error: unknown) => error)));
  const answered = answers.filter((answer) => answer instanceof Response).length;
  return { answered, seconds: clock.monotonic() / 1000, wasted: 1 - seen.taken / seen.requests };
}

describe('a server that admits so many calls a second: all are answered in the time that takes', () => {
  test.each<[name: string, limit: Limit, calls: number, mostSeconds: number, mostWasted: number]>([
    ['5/s', { rate: 5, burst: 5 }, 200, 46, 0.08],
    ['2/s', { rate: 2, burst: 2 }, 80, 46, 0.15],
    ['80/s', { rate: 80, burst: 80 }, 2000, 28, 0.05],
    ['80/s, hardly a burst', { rate: 80, burst: 4 }, 2000, 31, 0.05],
    ['5/s, saying when', { rate: 5, burst: 5, says: 'when' }, 200, 46, 0.08],
    ['2/s after a burst of a minute', { rate: 2, burst: 120 }, 240, 69, 0.11],
    ['one in two seconds', { rate: 0.5, burst: 1 }, 30, 80, 0.35],
    ['60 a minute, by the clock', { rate: 1, burst: 60, window: 60 }, 150, 185, 0.25],
  ])('%s', async (_, limit, calls, mostSeconds, mostWasted) => {
    const { answered, seconds, wasted } = await callAll(startLimited(limit), calls);
    expect(answered).toBe(calls);
    expect(seconds).toBeLessThan(mostSeconds);
    expect(wasted).toBeLessThan(mostWasted);
  });
});

test('what was learned is kept: later calls meet hardly a refusal', async () => {
  const server = startLimited({ rate: 5, burst: 5 });
  await callAll(server, 100);
  const before = { ...server.seen };
  const from = server.clock.monotonic();
  await callAll(server, 100);
  const refused = server.seen.requests - before.requests - (server.seen.taken - before.taken);
  expect(refused).toBeLessThanOrEqual(3);
  expect((server.clock.monotonic() - from) / 1000).toBeLessThan(23);
});

test('all models of a provider together never have more requests under way than its places', async () => {
  const { call, seen } = startLimited({ rate: 10_000, burst: 10_000 }, { concurrency: 5 });
  await Promise.all(Array.from({ length: 40 }, (_, index) => call(`m${index % 4}`)));
  expect(seen.mostInFlight).toBe(5);
});

test('at a vendor, who limits each, a model that is refused takes no place from another', async () => {
  const clock = createJumpingClock();
  let slow = 0;
  const fetch: Fetch = async (_, init) => {
    const isSlow = init?.body === '"slow"';
    // Every second request is refused.
    const status = isSlow && (slow += 1) % 2 === 0 ? 429 : 200;
    await clock.sleep(100);
    return new Response('{}', { status, headers: { 'content-type': 'application/json', 'retry-after': '2' } });
  };
  const provider = testProvider('openai', 'https://api.openai.com/v1', { concurrency: 2 });
  const transport = createTransport(provider, { fetch, clock, random: createRandom('test') }, DEFAULT_LIMITS);
  const all = async (model: string): Promise<number> => {
    const body = JSON.stringify(model);
    const url = 'https://api.openai.com/v1/chat/completions';
    await Promise.all(Array.from({ length: 20 }, () => transport.fetchFor(model)(url, { method: 'POST', body })));
    return clock.monotonic();
  };
  const [slowMs, quickMs] = await Promise.all([all('slow'), all('quick')]);
  expect(slowMs).toBeGreaterThan(20_000);
  expect(quickMs).toBeLessThan(2500);
});

test('more places are kept than an eager start fills, within a second', async () => {
  const { call, seen, clock } = startLimited({ rate: 10_000, burst: 10_000 }, { concurrency: 50, latencyMs: 5000 });
  await Promise.all(Array.from({ length: 100 }, () => call()));
  expect(seen.mostInFlight).toBe(50);
  expect(clock.monotonic()).toBeLessThanOrEqual(12_000);
});

describe('a limit that is none of a minute', () => {
  test('is waited for as long as the patience lasts, then told, by all that wait', async () => {
    const { call, clock, seen } = startLimited({ rate: 1e-9, burst: 0 }, { concurrency: 8 });
    const errors = await Promise.all(Array.from({ length: 8 }, () => call().catch((error: unknown) => error)));
    for (const error of errors) expect((error as CallError).kind).toBe('rate_limited');
    expect(clock.monotonic()).toBeGreaterThan(DEFAULT_LIMITS.patienceMs);
    expect(clock.monotonic()).toBeLessThan(1.2 * DEFAULT_LIMITS.patienceMs);
    // One attempt each half a minute, and the requests that were under way at the first refusal.
    expect(seen.requests).toBeLessThan(40);
  });

  test('and is told at once where the server names a time beyond it', async () => {
    const { call, clock, seen } = startLimited({ rate: 0.001, burst: 0, says: 'when' });
    await expect(call()).rejects.toMatchObject({ kind: 'rate_limited', attempts: 1, status: 429 });
    expect(seen.requests).toBe(1);
    // Requests that wait behind it fail at once, too, without another call to the provider.
    const others = await Promise.all(Array.from({ length: 8 }, () => call().catch((error: unknown) => error)));
    for (const error of others) expect((error as CallError).kind).toBe('rate_limited');
    expect(clock.monotonic()).toBeLessThan(1000);
  });
});

test('models that share a server of one limit learn one rate', async () => {
  const server = startLimited({ rate: 5, burst: 5 });
  const models = ['m', 'n', 'judge'];
  await Promise.all(Array.from({ length: 150 }, (_, index) => server.call(models[index % 3])));
  const { requests, taken } = server.seen;
  expect(server.clock.monotonic() / 1000).toBeLessThan(33);
  expect(1 - taken / requests).toBeLessThan(0.08);
});
