// The webhook: what it says and when, where it may go, and that nothing it does can fail a night.
import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createWebhookMessage, sendWebhook, type WebhookMessage } from '../../../src/nightly/io/webhook.ts';
import type { Alarm } from '../../../src/nightly/decision/record.ts';
import { nightReport } from '../../support/night-report.ts';
import { close, listen } from '../../support/provider-servers.ts';

const alarm = { kind: 'model', id: 'openai/x', since: '2026-11-25', change: 0.2, p: 0.0001 } as const;

const report = nightReport;

const SINCE =
  'since the anchor. It stands since 2026-11-24; chance alone would do this less than once in 1,000 times (p < 0.001).';

test('one key while the same alarms stand, another for others; the end names what it ends', () => {
  const first = createWebhookMessage(report(), 'spec-gate.yml')!;
  const next = createWebhookMessage(
    report({ date: '2026-11-26', alarms: [{ ...alarm, change: 0.3 }] }),
    'spec-gate.yml',
  )!;
  expect(first).toMatchObject({ action: 'trigger', severity: 'critical' });
  expect(next.dedupeKey).toBe(first.dedupeKey);
  expect(
    createWebhookMessage(report({ alarms: [{ ...alarm, since: '2026-12-01' }] }), 'spec-gate.yml')!.dedupeKey,
  ).not.toBe(first.dedupeKey);
  expect(createWebhookMessage(report(), 'other.yml')!.dedupeKey).not.toBe(first.dedupeKey);
  const gone = createWebhookMessage(report({ status: 'steady', alarms: [], closed: [alarm] }), 'spec-gate.yml');
  expect(gone).toMatchObject({ action: 'resolve', severity: 'info', dedupeKey: first.dedupeKey });
  expect(
    createWebhookMessage(report({ status: 'judge-drift', alarms: [{ ...alarm, kind: 'judge' }] }), 'c')?.severity,
  ).toBe('warning');
});

test('what stood before there were endpoints keeps its key; each endpoint has its own; figures and order change none', () => {
  const since = { since: '2026-11-25', p: 0 } as const;
  const keyOf = (...alarms: readonly Alarm[]): string => createWebhookMessage(report({ alarms }), 'c')!.dedupeKey;
  expect(keyOf({ ...alarm, endpoint: 'nonCompliance' })).toBe(keyOf(alarm));
  const refuses: Alarm = { ...alarm, endpoint: 'rejections' };
  const parts: Alarm = { kind: 'panel', endpoint: 'disagreement', change: 0.3, ...since };
  const together: Alarm = { kind: 'panel', endpoint: 'frequentNonCompliance', change: 0.3, ...since };
  const scores: Alarm = { kind: 'classifier', id: 'openai/x', change: 0, shift: [1, 1], ...since };
  const judge: Alarm = { kind: 'judge', id: 'openai/x', change: 0, ...since };
  const each = [alarm, refuses, parts, together, scores, judge].map((one) => keyOf(one));
  expect(new Set(each).size).toBe(each.length);
  expect(keyOf(parts, { ...refuses, change: 0.5, p: 0.01 })).toBe(keyOf(refuses, { ...parts, change: 0.1 }));
});

test.each([
  ['a model that refuses more', 'regressed', { ...alarm, endpoint: 'rejections' }, 'critical', 'openai/x refuses more'],
  [
    'the panel',
    'regressed',
    { kind: 'panel', endpoint: 'disagreement', since: '2026-11-25', change: 0.3, p: 0 },
    'critical',
    'models disagree more',
  ],
  [
    'the classifier',
    'classifier-drift',
    { kind: 'classifier', id: 'openai/x', since: '2026-11-25', change: 0, shift: [1, 1], p: 0 },
    'warning',
    'openai/x scores differently',
  ],
] as const)('%s: severity, and what is gone when it is', (_name, status, one, severity, phrase) => {
  const alarms = [one as Alarm];
  const told = createWebhookMessage(report({ status, alarms }), 'c')!;
  expect(told).toMatchObject({ action: 'trigger', severity });
  expect(told.title).toContain(phrase);
  expect(told.alarms).toHaveLength(1);
  const gone = createWebhookMessage(report({ status: 'steady', alarms: [], closed: alarms }), 'c')!;
  expect(gone).toMatchObject({ action: 'resolve', dedupeKey: told.dedupeKey, title: `No longer so: ${phrase}` });
});

test('what a pager reads, word for word: every name whole', () => {
  const since = { since: '2026-11-24', p: 0.0004 } as const;
  const alarms: readonly Alarm[] = [
    { kind: 'model', id: 'sim/alder', endpoint: 'rejections', change: 0.21, ...since },
    { kind: 'model', id: 'sim/birch', endpoint: 'rejections', change: 0.18, ...since },
    { kind: 'panel', endpoint: 'disagreement', change: 0.31, ...since },
  ];
  expect(createWebhookMessage(report({ alarms }), 'c')).toMatchObject({
    title: 'Regression: sim/alder, sim/birch refuse more; models disagree more than at the anchor',
    alarms: [
      `sim/alder: rejections (soft, firm or complete) +21 points ${SINCE}`,
      `sim/birch: rejections (soft, firm or complete) +18 points ${SINCE}`,
      `All models: disagreement +0.31 on the 0-6 scale ${SINCE}`,
    ],
    advice: expect.stringMatching(/^If the change is meant, accept it/) as string,
  });
  expect(createWebhookMessage(report({ status: 'steady', alarms: [], closed: alarms }), 'c')!.title).toBe(
    'No longer so: sim/alder refuses more; sim/birch refuses more; models disagree more',
  );
});

test.each(['steady', 'anchored', 'incomplete'] as const)(
  'a night that is %s and closes nothing tells nobody',
  (status) => {
    expect(createWebhookMessage(report({ status, alarms: [] }), 'spec-gate.yml')).toBeUndefined();
  },
);

let server: Server | undefined;
afterEach(async () => {
  if (server !== undefined) await close(server);
  server = undefined;
});

const message = createWebhookMessage(report(), 'spec-gate.yml')!;

async function send(
  url: string | undefined,
  more: Partial<Parameters<typeof sendWebhook>[1]> = {},
): Promise<string | undefined> {
  const env = url === undefined ? {} : { HOOK: url };
  return sendWebhook(message, { urlEnv: 'HOOK', allowPrivate: ['127.0.0.1'], env, fetch: globalThis.fetch, ...more });
}

async function start(status: number, headers: Record<string, string> = {}): Promise<{ url: string; bodies: string[] }> {
  const bodies: string[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status, headers).end();
    });
  });
  return { url: `${await listen(server)}/hook/secret-token`, bodies };
}

test('posts the message as JSON', async () => {
  const { url, bodies } = await start(204);
  expect(await send(url)).toBeUndefined();
  expect(JSON.parse(bodies[0]!) as WebhookMessage).toEqual(message);
});

test.each([
  ['an error', 500, {}],
  ['a redirect', 302, { location: 'http://127.0.0.1:1/' }],
])('%s is said without the address', async (_name, status, headers) => {
  const { url } = await start(status, headers);
  const problem = await send(url);
  expect(problem).toMatch(/was not told \(HOOK\)/);
  expect(problem).not.toContain('secret-token');
});

test.each([
  ['no variable', undefined, /not set/],
  ['no URL', 'hook', /not a URL/],
  ['plain http', 'http://example.com/secret-token', /must be https/],
  ['a metadata address', 'https://169.254.169.254/secret-token', /metadata address/],
  ['a user name', 'https://me:pw@example.com/secret-token', /user name/],
])('%s is refused before anything is sent', async (_name, url, expected) => {
  const fetch = (): never => {
    throw new Error('sent');
  };
  const problem = await send(url, { fetch });
  expect(problem).toMatch(expected);
  expect(problem).not.toContain('secret-token');
  expect(problem).not.toContain('pw');
});
