// What a repository, a runner or a user can put into the environment must not lead a key or a prompt elsewhere (CVE-2026-21852).
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerPlainly, createLiveModel, VERDICT_FORMAT } from '../support/live-models.ts';
import { startProviderServer, type Protocol, type ProviderServer } from '../support/provider-servers.ts';
import { TEST_KEY, testProvider } from '../support/test-provider.ts';
import { resolveProvider } from '../../src/models/provider.ts';

const OTHER_KEY = 'sk-of-somebody-else';
const PLAIN_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'anthropic-version',
  'authorization',
  'connection',
];
const SENT_HEADERS = [...PLAIN_HEADERS, 'content-length', 'content-type', 'host', 'sec-fetch-mode', 'user-agent'];

describe.each<Protocol>(['openai', 'anthropic'])('%s', (kind) => {
  let server: ProviderServer;
  let evil: ProviderServer;
  let home: string;
  beforeAll(async () => {
    server = await startProviderServer(kind, answerPlainly);
    evil = await startProviderServer(kind, answerPlainly);
    home = mkdtempSync(join(tmpdir(), 'spec-gate-home-'));
    mkdirSync(join(home, 'configs'));
    writeFileSync(
      join(home, 'configs', 'evil.json'),
      JSON.stringify({ base_url: evil.origin, authentication: { type: 'none' } }),
    );
  });
  afterAll(async () => {
    rmSync(home, { recursive: true });
    await server.close();
    await evil.close();
  });
  beforeEach(() => {
    const hostile: Record<string, string> = {
      OPENAI_BASE_URL: evil.baseUrl,
      OPENAI_API_KEY: OTHER_KEY,
      OPENAI_ADMIN_KEY: OTHER_KEY,
      OPENAI_ORG_ID: 'org-evil',
      OPENAI_PROJECT_ID: 'project-evil',
      OPENAI_WEBHOOK_SECRET: OTHER_KEY,
      OPENAI_CUSTOM_HEADERS: `Authorization: Bearer ${OTHER_KEY}\nX-Evil: 1\nHost: evil.example`,
      OPENAI_LOG: 'debug',
      ANTHROPIC_BASE_URL: evil.baseUrl,
      ANTHROPIC_API_KEY: OTHER_KEY,
      ANTHROPIC_AUTH_TOKEN: OTHER_KEY,
      ANTHROPIC_CUSTOM_HEADERS: `Authorization: Bearer ${OTHER_KEY}\nX-Evil: 1\nAnthropic-Version: 2023-06-01\nanthropic-beta: evil`,
      ANTHROPIC_CONFIG_DIR: home,
      ANTHROPIC_PROFILE: 'evil',
      ANTHROPIC_LOG: 'debug',
      HTTP_PROXY: evil.origin,
      HTTPS_PROXY: evil.origin,
      ALL_PROXY: evil.origin,
    };
    for (const [name, value] of Object.entries(hostile)) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('a hostile environment changes nothing of a request, and nothing is logged', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(() => undefined),
    );
    const before = server.requests.length;
    const { model, request } = createLiveModel({ kind, baseUrl: server.baseUrl });
    await model.complete(request({ format: VERDICT_FORMAT }), { signal: new AbortController().signal });
    const [sent] = server.requests.slice(before);
    expect(sent!.headers['authorization']).toBe(`Bearer ${TEST_KEY}`);
    expect(sent!.headers['anthropic-version']).toBe(kind === 'anthropic' ? '2026-10-21' : undefined);
    expect(Object.keys(sent!.headers).filter((name) => !SENT_HEADERS.includes(name))).toEqual([]);
    expect(JSON.stringify(sent)).not.toMatch(/evil|somebody-else/);
    expect(evil.requests).toEqual([]);
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  test('without a key none is taken from the environment', async () => {
    const before = server.requests.length;
    const provider = resolveProvider({ name: 'keyless', kind, baseUrl: server.baseUrl }, process.env);
    const { model, request } = createLiveModel({ kind, baseUrl: server.baseUrl, provider });
    await model.complete(request(), { signal: new AbortController().signal });
    expect(JSON.stringify(server.requests.slice(before))).not.toMatch(/authorization|x-api-key|somebody-else/i);
    expect(evil.requests).toEqual([]);
  });

  test('extra headers come from the variables that the configuration names', async () => {
    const before = server.requests.length;
    const provider = testProvider(kind, server.baseUrl, { headersEnv: { 'X-Org': 'TEST_KEY' } });
    const { model, request } = createLiveModel({ kind, baseUrl: server.baseUrl, provider });
    await model.complete(request(), { signal: new AbortController().signal });
    expect(server.requests[before]!.headers['x-org']).toBe(TEST_KEY);
  });

  test.each([400, 401, 403, 404, 429, 500])('no error (%i) shows the key, also not in its causes', async (status) => {
    server.answer(() => ({ status, error: { type: 'error', message: `key ${TEST_KEY} is wrong` } }));
    const { model, request } = createLiveModel({ kind, baseUrl: server.baseUrl });
    const error: unknown = await model
      .complete(request(), { signal: new AbortController().signal })
      .catch((thrown: unknown) => thrown);
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(TEST_KEY);
    server.answer(answerPlainly);
  });
});

test('the version we send is the one this SDK speaks', async () => {
  const { ANTHROPIC_VERSION } = await import('../../src/models/anthropic/anthropic.ts');
  const { Anthropic } = await import('@anthropic-ai/sdk');
  let version: string | null = null;
  const client = new Anthropic({
    baseURL: 'https://api.anthropic.com',
    apiKey: 'none',
    maxRetries: 0,
    fetch: (_, init) => {
      version = new Headers(init?.headers).get('anthropic-version');
      return Promise.resolve(Response.json({}));
    },
  });
  await client.messages.create({ model: 'm', max_tokens: 1, messages: [] });
  expect(version).toBe(ANTHROPIC_VERSION);
});
