import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '../../../src/core/clock.ts';
import { createRandom } from '../../../src/core/random.ts';
import { CallError } from '../../../src/models/model.ts';
import { retryAfterMs } from '../../../src/models/transport/retry-after.ts';
import type { ProviderConfig } from '../../../src/models/provider.ts';
import type { Lookup } from '../../../src/models/transport/resolved-host.ts';
import { createRetryBudget } from '../../../src/models/transport/retry-budget.ts';
import { createTransport, type Fetch, type Transport } from '../../../src/models/transport/transport.ts';
import { DEFAULT_LIMITS, type TransportLimits } from '../../../src/models/transport/transport-limits.ts';
import { createJumpingClock, createTurningClock, realClock } from '../../support/clocks.ts';
import {
  close,
  listen,
  startProviderServer,
  type Answer,
  type ProviderServer,
} from '../../support/provider-servers.ts';
import { TEST_KEY, testProvider } from '../../support/test-provider.ts';

/** Longer than a loaded machine takes: what a test waits to run out goes by a clock of its own. */
const SMALL: TransportLimits = {
  attemptMs: 60_000,
  callMs: 100_000,
  idleMs: 40_000,
  maxBytes: 100_000,
  backoffMs: 5,
  patienceMs: 0,
};
const PROMPT = 'Tell me, in the words of the spec, what a secret prompt looks like to a server.';
const send = (transport: Transport, url: string, signal?: AbortSignal) =>
  transport.fetchFor('m')(url, {
    method: 'POST',
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content: PROMPT }] }),
    ...(signal && { signal }),
  });

async function errorOf(promise: Promise<unknown>): Promise<CallError> {
  const error: unknown = await promise.then(
    () => new Error('it was answered'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof CallError) return error;
  throw error;
}

let server: ProviderServer;
beforeAll(async () => {
  server = await startProviderServer('openai', () => ({ text: 'fine' }));
});
afterAll(() => server.close());

function loopbackTransport(limits: Partial<TransportLimits> = {}, clock: Clock = realClock): Transport {
  const ports = { fetch: globalThis.fetch, clock, random: createRandom('test') };
  return createTransport(testProvider('openai', server.baseUrl), ports, { ...SMALL, ...limits });
}

let scripts = 0;

/**
 * A path of its own, so that requests of an earlier test that arrive late are not taken for this one's. Answers each
 * request with the next of the list, the last one ever after.
 */
function script(...answers: readonly Answer[]) {
  scripts += 1;
  const path = `/v1/script-${scripts}`;
  const requests = () => server.requests.filter((request) => request.path === path);
  const state: { onRequest: () => unknown } = { onRequest: () => undefined };
  server.answer((request) => {
    if (request.path !== path) return { status: 418 };
    state.onRequest();
    return answers[Math.min(requests().length, answers.length) - 1]!;
  });
  return { url: server.origin + path, requests, state };
}

const openaiError = (status: number, error: Record<string, unknown>): Answer => ({ status, error });

describe('faults: what kind of error, after how many requests', () => {
  test.each<[name: string, answer: Answer, kind: string, attempts: number]>([
    ['no headers', { fault: 'no-headers' }, 'timeout', 3],
    ['a stalled body', { fault: 'stall' }, 'timeout', 3],
    ['a dripping body', { fault: 'drip' }, 'timeout', 3],
    ['a reset before headers', { fault: 'reset' }, 'network', 3],
    ['a reset in the body', { fault: 'reset-mid-body' }, 'network', 3],
    ['JSON cut off with 200', { fault: 'cut' }, 'bad_response', 2],
    ['a login page with 200', { fault: 'html' }, 'bad_response', 2],
    ['JSON that is no object', { fault: 'array' }, 'bad_response', 2],
    ['bytes that are not UTF-8', { fault: 'not-utf8' }, 'bad_response', 2],
    ['no body', { fault: 'no-body' }, 'empty', 2],
    ['a body over the byte cap', { fault: 'huge' }, 'bad_response', 1],
    ['408', { status: 408 }, 'timeout', 3],
    ['409', { status: 409 }, 'server', 3],
    ['429', { status: 429 }, 'rate_limited', 1],
    ['500', { status: 500 }, 'server', 3],
    ['502', { status: 502 }, 'server', 3],
    ['503', { status: 503 }, 'server', 3],
    ['504', { status: 504 }, 'server', 3],
    ['529', { status: 529 }, 'server', 3],
    ['429 without money', openaiError(429, { type: 'insufficient_quota', code: 'insufficient_quota' }), 'quota', 1],
    [
      '429 at the spend limit',
      openaiError(429, { type: 'rate_limit_error', details: { error_code: 'enforced_spend_limit_reached' } }),
      'quota',
      1,
    ],
    ['402', { status: 402 }, 'quota', 1],
    [
      '400 with an empty balance',
      openaiError(400, { type: 'invalid_request_error', message: 'Your credit balance is too low to access the API.' }),
      'quota',
      1,
    ],
    ['400', openaiError(400, { type: 'invalid_request_error', param: 'temperature' }), 'bad_request', 1],
    ['401', { status: 401 }, 'auth', 1],
    ['403', { status: 403 }, 'forbidden', 1],
    ['404', { status: 404 }, 'not_found', 1],
    ['410', { status: 410 }, 'not_found', 1],
    ['413', { status: 413 }, 'too_large', 1],
    ['422', { status: 422 }, 'bad_request', 1],
    ['400 over the context', openaiError(400, { code: 'context_length_exceeded' }), 'too_large', 1],
    [
      '400 over the context, Anthropic',
      openaiError(400, { message: 'prompt is too long: 210000 tokens' }),
      'too_large',
      1,
    ],
  ])('%s', async (_, answer, kind, attempts) => {
    const { url, requests } = script(answer);
    const transport =
      kind === 'timeout'
        ? loopbackTransport({ attemptMs: 10_000, idleMs: 6000 }, createTurningClock())
        : loopbackTransport();
    const error = await errorOf(send(transport, url));
    expect(error).toMatchObject({ kind, attempts });
    expect(requests()).toHaveLength(attempts);
  });

  test('a closed port: three attempts, then network', async () => {
    const other = createServer();
    const origin = await listen(other);
    await close(other);
    const ports = { fetch: globalThis.fetch, clock: realClock, random: createRandom('test') };
    const error = await errorOf(send(createTransport(testProvider('openai', origin), ports, SMALL), `${origin}/v1`));
    expect(error).toMatchObject({ kind: 'network', attempts: 3 });
    expect(error.message).toMatch(/ECONNREFUSED/);
  });

  const byTurns = () => loopbackTransport({ idleMs: 6000 }, createTurningClock());
  test.each<[string, readonly Answer[], () => Transport]>([
    ['a reset in the body', [{ fault: 'reset-mid-body' }], loopbackTransport],
    ['two server errors', [{ status: 503 }, { status: 529 }], loopbackTransport],
    ['a cut-off body', [{ fault: 'cut' }], loopbackTransport],
    ['a stall', [{ fault: 'stall' }], byTurns],
  ])('an answer after %s is taken whole', async (_, faults, create) => {
    const { url, requests } = script(...faults, { text: 'fine' });
    const transport = create();
    const response = await send(transport, url);
    expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'fine' } }] });
    expect(requests()).toHaveLength(faults.length + 1);
    expect(transport.counts()).toEqual({ requests: faults.length + 1, retries: faults.length });
  });

  test('the total deadline ends a body that keeps dripping within the idle limit', async () => {
    const { url } = script({ fault: 'drip' });
    // The body would drip for ever: that this ends at all is the deadline's doing.
    const error = await errorOf(send(loopbackTransport({ attemptMs: 150, callMs: 160 }), url));
    expect(error.kind).toBe('timeout');
  });
});

test('a silence within a body has a deadline of its own', async () => {
  const { url, requests } = script({ fault: 'stall' });
  const limits = { attemptMs: 50_000, callMs: 500_000, idleMs: 6000 };
  const error = await errorOf(send(loopbackTransport(limits, createTurningClock()), url));
  expect(error.message).toMatch(/within 6 s \(3 attempts\)/);
  expect(requests()).toHaveLength(3);
});

describe('stopping', () => {
  test.each<[string, Answer]>([
    ['while the headers are out', { fault: 'no-headers' }],
    ['while the body stalls', { fault: 'stall' }],
    ['while it waits to retry', { status: 429, headers: { 'retry-after': '9' } }],
  ])('%s', async (_, answer) => {
    const { url, requests, state } = script(answer);
    const abort = new AbortController();
    const clock = createTurningClock();
    state.onRequest = () => void clock.sleep(3000).then(() => abort.abort());
    const limits = { idleMs: 15_000, attemptMs: 15_000, patienceMs: 90_000 };
    const call = errorOf(send(loopbackTransport(limits, clock), url, abort.signal));
    expect(await call).toMatchObject({ kind: 'aborted' });
    expect(requests()).toHaveLength(1);
  });

  test('before the first byte, and in the queue, sends nothing', async () => {
    const { url, requests } = script({ text: 'fine' });
    expect(await errorOf(send(loopbackTransport(), url, AbortSignal.abort()))).toMatchObject({ kind: 'aborted' });
    expect(requests()).toHaveLength(0);
  });
});

/** A transport over a function instead of a network, on a clock that jumps. */
function scripted(
  responses: (index: number) => Response | Promise<Response>,
  {
    lookup,
    config = {},
    ...limits
  }: Partial<TransportLimits> & { lookup?: Lookup; config?: Partial<ProviderConfig> } = {},
) {
  const clock = createJumpingClock();
  const state = { requests: 0 };
  const fetch: Fetch = async () => responses(state.requests++);
  const provider = testProvider('openai', 'https://models.example.com/v1', { concurrency: 4, ...config });
  const transport = createTransport(
    provider,
    { fetch, clock, random: createRandom('test'), ...(lookup && { lookup }) },
    { ...DEFAULT_LIMITS, ...limits },
  );
  return {
    clock,
    state,
    counts: () => transport.counts(),
    call: () => send(transport, 'https://models.example.com/v1/chat/completions'),
  };
}

const json = (status: number, headers: Record<string, string> = {}) =>
  new Response('{}', { status, headers: { 'content-type': 'application/json', ...headers } });

describe('Retry-After', () => {
  const inSeconds = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000).toUTCString();
  test.each<[name: string, headers: Record<string, string>, ms: number | undefined]>([
    ['1 second', { 'retry-after': '1' }, 1000],
    ['90 seconds', { 'retry-after': '90' }, 90_000],
    ['half a second', { 'retry-after': '0.5' }, 500],
    ['a day', { 'retry-after': '86400' }, 86_400_000],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['zero', { 'retry-after': '0' }, undefined],
    ['a date', { 'retry-after': inSeconds(30) }, 30_000],
    ['a date in the past', { 'retry-after': inSeconds(-30) }, undefined],
    ["a date by the server's skewed clock", { 'retry-after': inSeconds(3630), date: inSeconds(3600) }, 30_000],
    ['garbage', { 'retry-after': 'soon' }, undefined],
    ['an exponent', { 'retry-after': '1e9' }, undefined],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
    ['milliseconds before seconds', { 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    ['garbage before seconds', { 'retry-after-ms': 'x', 'retry-after': '2' }, 2000],
    ['nothing', {}, undefined],
  ])('reads %s', (_, headers, ms) => {
    expect(retryAfterMs(new Headers(headers), Date.UTC(2026, 10, 23))).toBe(ms);
  });

  test.each<[name: string, headers: Record<string, string>, slept: number[]]>([
    ['1 second', { 'retry-after': '1' }, [1000]],
    ['90 seconds', { 'retry-after': '90' }, [90_000]],
    ['milliseconds', { 'retry-after-ms': '2500' }, [2500]],
  ])('is kept: %s', async (_, headers, slept) => {
    const { call, clock } = scripted((index) => (index === 0 ? json(429, headers) : json(200)));
    await call();
    expect(clock.slept).toEqual(slept);
  });

  test('beyond the deadline, gives up at once', async () => {
    const { call, clock, state } = scripted(() => json(429, { 'retry-after': '86400' }));
    expect(await errorOf(call())).toMatchObject({ kind: 'rate_limited', attempts: 1, status: 429 });
    expect(state.requests).toBe(1);
    expect(clock.slept).toEqual([]);
  });

  test.each(['-5', 'soon', '0'])('%s leaves it to the backoff: below 1 s, then below 2 s, never 0', async (value) => {
    const { call, clock } = scripted(() => json(503, { 'retry-after': value }));
    await errorOf(call());
    const [first, second] = clock.slept as [number, number];
    expect(clock.slept).toHaveLength(2);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(1000);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThan(2000);
  });
});

describe('a provider that does not answer', () => {
  test('is left alone after five failed calls, asked once after 30 s, and used again when it answers', async () => {
    let broken = true;
    const { call, clock, state } = scripted(() => json(broken ? 500 : 200));
    for (let calls = 0; calls < 5; calls += 1) await errorOf(call());
    expect(state.requests).toBe(15);
    const refused = await errorOf(call());
    expect(refused).toMatchObject({ kind: 'server', attempts: 0 });
    expect(state.requests).toBe(15);
    await clock.sleep(30_000);
    await errorOf(call());
    expect(state.requests).toBe(18);
    expect(await errorOf(call())).toMatchObject({ attempts: 0 });
    broken = false;
    await clock.sleep(30_000);
    await call();
    await call();
    expect(state.requests).toBe(20);
  });

  test('requests that it refuses for themselves do not count', async () => {
    const { call, state } = scripted((index) => json(index % 2 === 0 ? 400 : 404));
    for (let calls = 0; calls < 12; calls += 1) await errorOf(call());
    expect(state.requests).toBe(12);
  });

  test.each([
    ['quota', 402],
    ['auth', 401],
  ])('is never asked again after %s', async (kind, status) => {
    const { call, clock, state } = scripted(() => json(status));
    await errorOf(call());
    await clock.sleep(3_600_000);
    expect(await errorOf(call())).toMatchObject({ kind, attempts: 0, status });
    expect(state.requests).toBe(1);
  });
});

test('a refusal of one request ends a row of failures', async () => {
  const { call, state } = scripted((index) => json(index === 12 ? 400 : 500));
  for (let calls = 0; calls < 9; calls += 1) await errorOf(call());
  expect(state.requests).toBe(25);
});

test('a fetch that ignores its signal does not outlast the deadline', async () => {
  const { call, clock } = scripted(() => new Promise<Response>(() => undefined), { attemptMs: 1000, backoffMs: 0 });
  expect(await errorOf(call())).toMatchObject({ kind: 'timeout', attempts: 3 });
  expect(clock.monotonic()).toBe(3000);
});

test('connections are kept for the next call', async () => {
  const { url } = script({ text: 'fine' });
  const transport = loopbackTransport();
  await send(transport, url);
  const before = server.connections();
  for (let calls = 0; calls < 20; calls += 1) await send(transport, url);
  // Not exactly none: a call may begin while the connection of the one before is still being given back.
  expect(server.connections() - before).toBeLessThan(5);
});

test('an exception that is neither a refusal nor a broken connection is a bug and stays one', async () => {
  const { call } = scripted(() => {
    throw new RangeError('mine');
  });
  await expect(call()).rejects.toThrow(RangeError);
});

describe('where a name leads', () => {
  const leadsTo =
    (...addresses: readonly string[]): Lookup =>
    () =>
      Promise.resolve(addresses);

  test.each([
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.7',
    '169.254.169.254',
    '168.63.129.16',
    '127.0.0.1',
    '0.0.0.0',
    '::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::10.0.0.5',
  ])('to %s, be it beside a public address: nothing is sent, and the way out is named', async (address) => {
    const { call, state } = scripted(() => json(200), { lookup: leadsTo('203.0.113.5', address) });
    const error = await errorOf(call());
    expect(error).toMatchObject({ kind: 'origin', attempts: 0 });
    expect(error.message).toContain(`models.example.com leads to ${address}`);
    expect(error.message).toContain('allowPrivate: ["models.example.com"]');
    expect(state.requests).toBe(0);
  });

  test.each(['203.0.113.5', '2001:db8::1', '64:ff9b::203.0.113.5', '64:ff9b::808:808'])(
    'to %s: it is asked, and looked up once for all calls',
    async (address) => {
      const asked: string[] = [];
      const lookup: Lookup = (host) => {
        asked.push(host);
        return leadsTo(address)(host);
      };
      const { call } = scripted(() => json(200), { lookup });
      await Promise.all([call(), call()]);
      await call();
      expect(asked).toEqual(['models.example.com']);
    },
  );

  test('a name that cannot be resolved now is looked up again: the request tells by itself', async () => {
    const answers = [[], undefined, ['10.0.0.1']] as const;
    let asked = 0;
    const lookup: Lookup = async () => answers[asked++] ?? Promise.reject(new Error('EAI_AGAIN'));
    const { call, state } = scripted(() => json(200), { lookup });
    await call();
    await call();
    expect(await errorOf(call())).toMatchObject({ kind: 'origin' });
    expect(state.requests).toBe(2);
  });

  test('where the policy names it, or no secret goes along, nobody looks', async () => {
    let asked = 0;
    const lookup: Lookup = (host) => {
      asked += 1;
      return leadsTo('10.0.0.1')(host);
    };
    for (const config of [{ allowPrivate: ['Models.example.com'] }, { apiKeyEnv: undefined }]) {
      const { call } = scripted(() => json(200), { lookup, config });
      await call();
    }
    expect(asked).toBe(0);
  });
});

describe('the retry budget', () => {
  /** The first attempt of every second call fails, so that failures never come in a row and the breaker stays closed. */
  function flaky(headers: Record<string, string> = {}) {
    let calls = 0;
    let isFirst = true;
    const { call, ...rest } = scripted(() => {
      const fails = isFirst && calls % 2 === 0;
      isFirst = false;
      return fails ? json(503, headers) : json(200);
    });
    const next = () => {
      calls += 1;
      isFirst = true;
      return call();
    };
    return { ...rest, call: next };
  }

  async function countAnswered({ call }: { call: () => Promise<unknown> }, calls: number): Promise<number> {
    let answered = 0;
    for (let index = 0; index < calls; index += 1) {
      const response = await call().catch(() => undefined);
      answered += response === undefined ? 0 : 1;
    }
    return answered;
  }

  test('where one call in two fails, retries come to the burst and a fifth of the calls', async () => {
    const subject = flaky();
    const answered = await countAnswered(subject, 500);
    const { retries } = subject.counts();
    expect(retries).toBeGreaterThan(115);
    expect(retries).toBeLessThanOrEqual(20 + 0.2 * 500);
    expect(answered).toBe(250 + retries);
  });

  test('a failure in ten is always retried, and all that is under way in a short outage', async () => {
    const rare = scripted((index) => (index % 11 === 5 ? json(503) : json(200)));
    expect(await countAnswered(rare, 500)).toBe(500);
    const outage = scripted((index) => (index < 4 ? json(503) : json(200)));
    const calls = await Promise.all(Array.from({ length: 4 }, () => outage.call()));
    expect(calls).toHaveLength(4);
  });

  test.each([
    [4, 20],
    [20, 40],
  ])(
    'with %d places it holds %d retries, however good the times were, and five calls earn one',
    (concurrency, most) => {
      const budget = createRetryBudget({ concurrency });
      const spendAll = (): number => {
        let spent = 0;
        while (budget.spend()) spent += 1;
        return spent;
      };
      for (let calls = 0; calls < 1000; calls += 1) budget.began();
      expect(spendAll()).toBe(most);
      for (let calls = 0; calls < 5; calls += 1) budget.began();
      expect([spendAll(), spendAll()]).toEqual([1, 0]);
    },
  );

  test('a server that says when to come back is asked again when it said', async () => {
    const subject = flaky({ 'retry-after': '2' });
    expect(await countAnswered(subject, 100)).toBe(100);
    expect(subject.clock.slept).toEqual(Array.from({ length: 50 }, () => 2000));
  });

  test('an empty budget ends a call with its failure at the first attempt', async () => {
    const subject = flaky();
    await countAnswered(subject, 100);
    const errors: unknown[] = [];
    for (let index = 0; index < 10; index += 1) await subject.call().catch((error: unknown) => errors.push(error));
    const failed = errors.filter((error) => error instanceof CallError);
    expect(failed.length).toBeGreaterThan(0);
    for (const error of failed) expect(error).toMatchObject({ kind: 'server', attempts: 1, status: 503 });
  });
});

test('529 shrinks how much is asked at once; a 500 does not', async () => {
  const most = async (status: number): Promise<number> => {
    let running = 0;
    let peak = 0;
    let index = 0;
    const clock: Clock = { ...realClock, sleep: (ms, signal) => realClock.sleep(Math.min(ms, 50), signal) };
    const fetch: Fetch = async () => {
      const now = index++;
      running += 1;
      if (now >= 16) peak = Math.max(peak, running);
      await realClock.sleep(3);
      running -= 1;
      return json(now < 8 ? status : 200);
    };
    const provider = testProvider('openai', 'https://models.example.com/v1', { concurrency: 8 });
    const transport = createTransport(
      provider,
      { fetch, clock, random: createRandom('x') },
      { ...SMALL, callMs: 9000 },
    );
    await Promise.all(Array.from({ length: 20 }, () => send(transport, 'https://models.example.com/v1')));
    return peak;
  };
  expect(await most(529)).toBeLessThan(8);
  expect(await most(500)).toBe(8);
});

describe('keys and origins', () => {
  let evil: Awaited<ReturnType<typeof startProviderServer>>;
  beforeAll(async () => {
    evil = await startProviderServer('openai', () => ({ text: 'thank you' }));
  });
  afterAll(() => evil.close());

  test('another origin is refused before anything is sent', async () => {
    for (const target of [
      evil.baseUrl,
      server.origin.replace('http:', 'https:'),
      'http://localhost:1',
      'file:///etc/passwd',
    ]) {
      expect(await errorOf(send(loopbackTransport(), target))).toMatchObject({ kind: 'origin', attempts: 0 });
    }
    expect(evil.requests).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed and not retried', async (status) => {
    const { url, requests } = script({ status, headers: { location: `${evil.baseUrl}/chat/completions` } });
    const error = await errorOf(send(loopbackTransport(), url));
    expect(error).toMatchObject({ kind: 'origin', attempts: 1 });
    expect(requests()).toHaveLength(1);
    expect(evil.requests).toEqual([]);
  });

  test('a redirect to the same origin is not followed either', async () => {
    const { url, requests } = script({ status: 307, headers: { location: '/v1/elsewhere' } });
    expect(await errorOf(send(loopbackTransport(), url))).toMatchObject({ kind: 'origin' });
    expect(requests()).toHaveLength(1);
  });

  test.each([
    ['openai', undefined],
    ['anthropic', '2026-10-21'],
  ] as const)(
    'only our own headers and those of its protocol are sent, whatever the SDK adds: %s',
    async (kind, own) => {
      const { url, requests } = script({ text: 'fine' });
      const ports = { fetch: globalThis.fetch, clock: realClock, random: createRandom('test') };
      await createTransport(testProvider(kind, server.baseUrl), ports, SMALL).fetchFor('m')(url, {
        method: 'POST',
        body: '{}',
        headers: {
          authorization: 'Bearer other',
          'x-api-key': 'other',
          'x-evil': '1',
          cookie: 'a=b',
          'anthropic-version': '2026-10-21',
        },
      });
      const { headers } = requests()[0]!;
      expect(headers['authorization']).toBe(`Bearer ${TEST_KEY}`);
      expect(headers['anthropic-version']).toBe(own);
      expect(Object.keys(headers).filter((name) => name.startsWith('x-') || name === 'cookie')).toEqual([]);
    },
  );

  test.each([400, 401, 403, 404, 422, 429, 500])(
    'an error (%i) that echoes the key and the prompt shows neither',
    async (status) => {
      const base64 = Buffer.from(TEST_KEY).toString('base64');
      const { url } = script({
        status,
        error: { type: TEST_KEY, code: base64, message: `bad key ${TEST_KEY} for: ${PROMPT}\n::error::x` },
      });
      const error = await errorOf(send(loopbackTransport(), url));
      const shown = `${error.message} ${error.stack} ${JSON.stringify(error.cause)}`;
      expect(shown).not.toContain(TEST_KEY);
      expect(shown).not.toContain(base64);
      expect(shown).not.toContain(PROMPT.slice(0, 40));
      expect(shown).not.toMatch(/Bearer|::error/);
      expect(error.message).toContain(String(status));
    },
  );

  test('what the provider says about a parameter is kept, in one short line', async () => {
    const { url } = script(
      openaiError(400, {
        type: 'invalid_request_error',
        param: 'temperature',
        message: `Unsupported\nvalue ${'x'.repeat(5000)}`,
      }),
    );
    const error = await errorOf(send(loopbackTransport(), url));
    expect(error.message).toMatch(/invalid_request_error temperature: Unsupported value x+/);
    expect(error.message.length).toBeLessThan(500);
  });
});
