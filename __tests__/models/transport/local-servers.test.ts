// Servers of one's own: slow, small, still loading. They are waited for as long as what they are asked takes.
import { createServer } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchWithPatience } from '../../../src/io/fetch-over-http.ts';
import { readBody } from '../../../src/models/transport/read-body.ts';
import { failureOfException } from '../../../src/models/transport/failure.ts';
import { timeAllowed } from '../../../src/models/transport/time-allowed.ts';
import { createLiveModel } from '../../support/live-models.ts';
import { answerPlainly, VERDICT_FORMAT } from '../../support/live-models.ts';
import {
  close,
  listen,
  startProviderServer,
  type Answerer,
  type ProviderServer,
} from '../../support/provider-servers.ts';

let server: ProviderServer;
beforeAll(async () => {
  server = await startProviderServer('openai', answerPlainly);
});
afterAll(() => server.close());

const live = (answerer: Answerer) => {
  const before = server.requests.length;
  server.answer((request, index) => answerer(request, index - before));
  const { model, request } = createLiveModel({
    kind: 'openai',
    baseUrl: server.baseUrl,
    fetch: fetchWithPatience,
    limits: { backoffMs: 1 },
  });
  return {
    ask: (overrides = {}) => model.complete(request(overrides), { signal: new AbortController().signal }),
    seen: () => server.requests.slice(before),
  };
};

describe('the time an attempt may take', () => {
  const sent = JSON.stringify({ max_tokens: 100, messages: 'x'.repeat(4000) });
  const pace = { read: 10, write: 20 };

  test('grows with what is sent and with what may come, at a server of one’s own only', () => {
    expect(timeAllowed({ attemptMs: 1000, sent, underWay: 1 })).toBe(1000);
    const own = timeAllowed({ attemptMs: 1000, pace, sent, underWay: 1 });
    expect(own).toBeCloseTo(1000 + (sent.length / 4) * 10 + 100 * 20);
    expect(timeAllowed({ attemptMs: 1000, pace, sent: sent.replace('100', '900'), underWay: 1 })).toBe(own + 800 * 20);
  });

  test('is as long again for each request that may be served before it', () => {
    const one = timeAllowed({ attemptMs: 1000, pace, sent, underWay: 1 });
    expect(timeAllowed({ attemptMs: 1000, pace, sent, underWay: 4 })).toBe(4 * one);
  });
});

test('a server that is still loading is waited for, longer than any failure is retried', async () => {
  const loading = { raw: JSON.stringify({ error: { code: 503, message: 'Loading model' } }), rawStatus: 503 };
  const headers = { 'retry-after-ms': '5' };
  const { ask, seen } = live((_, index) => (index < 8 ? { ...loading, headers } : { text: 'ready' }));
  expect(await ask()).toMatchObject({ text: 'ready' });
  expect(seen()).toHaveLength(9);
});

test('an unavailable server that is not loading is tried three times', async () => {
  const { ask, seen } = live(() => ({ status: 503, error: { message: 'no' } }));
  await expect(ask()).rejects.toMatchObject({ kind: 'server' });
  expect(seen()).toHaveLength(3);
});

test('replies on this machine have a cap: less under a schema, more in words, and none over the user’s own', async () => {
  const { ask, seen } = live(({ schema }) => ({ text: schema === undefined ? '{"verdict":"no"}' : 'prose' }));
  await ask({ format: VERDICT_FORMAT });
  await ask();
  await ask({ mostTokens: 12 });
  expect(seen().map(({ body }) => body['max_tokens'])).toEqual([1024, 1024, 4096, 12].slice(0, seen().length));
});

describe('plain http without a limit of Node’s own', () => {
  test('sends what fetch sends and reads what fetch reads', async () => {
    const { ask, seen } = live(answerPlainly);
    expect(await ask()).toMatchObject({ text: 'A plain answer.' });
    expect(seen()[0]).toMatchObject({ path: '/v1/chat/completions', headers: { 'content-type': 'application/json' } });
  });

  test.each(['reset', 'reset-mid-body', 'cut', 'no-body'] as const)(
    'a fault (%s) is one the transport knows',
    async (fault) => {
      const { ask } = live(() => ({ fault }));
      await expect(ask()).rejects.toMatchObject({ kind: expect.stringMatching(/^(network|bad_response|empty)$/) });
    },
  );

  test('a redirect is not followed', async () => {
    const { ask, seen } = live(() => ({ raw: '', rawStatus: 302, headers: { location: 'http://127.0.0.1:1/' } }));
    await expect(ask()).rejects.toMatchObject({ kind: 'origin' });
    expect(seen()).toHaveLength(1);
  });

  test('an abort ends it with its own reason', async () => {
    server.answer(() => ({ fault: 'no-headers' }));
    const stop = new AbortController();
    const asked = fetchWithPatience(`${server.baseUrl}/x`, { headers: {}, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  test('nobody there is a network failure', async () => {
    const error: unknown = await fetchWithPatience('http://127.0.0.1:1/v1', {
      headers: {},
      signal: new AbortController().signal,
    }).catch((thrown: unknown) => thrown);
    expect(failureOfException(error)).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['identity', (bytes: Buffer) => bytes],
  ])('a body that comes as %s, which nobody asked for', async (encoding, pack) => {
    const gateway = createServer((_, response) => {
      const packed = pack(Buffer.from('{"héllo":1}'.repeat(5000)));
      response.writeHead(200, { 'content-encoding': encoding });
      // In two pieces.
      response.write(packed.subarray(0, 20));
      response.end(packed.subarray(20));
    });
    const origin = await listen(gateway);
    try {
      const read = (maxBytes: number): Promise<string> =>
        fetchWithPatience(origin, { headers: {}, signal: new AbortController().signal }).then((received) =>
          readBody(received, { maxBytes, heard: () => {} }),
        );
      expect(await read(1e6)).toBe('{"héllo":1}'.repeat(5000));
      await expect(read(1000)).rejects.toThrow('longer than 1000 bytes');
    } finally {
      await close(gateway);
    }
  });

  test('a packed body that breaks off is a broken connection', async () => {
    const gateway = createServer((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync('{"a":1}'.repeat(5000)).subarray(0, 60));
    });
    const origin = await listen(gateway);
    try {
      const received = await fetchWithPatience(origin, { headers: {}, signal: new AbortController().signal });
      const error: unknown = await readBody(received, { maxBytes: 1e6, heard: () => {} }).catch(
        (thrown: unknown) => thrown,
      );
      expect(failureOfException(error)).toMatchObject({ kind: 'network' });
    } finally {
      await close(gateway);
    }
  });
});
