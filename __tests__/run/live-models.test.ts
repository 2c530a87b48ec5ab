// Before the first live call: keys, addresses, Node. Nothing here is contacted.
import { expect, test } from 'vitest';
import { UserError, type Problem } from '../../src/core/errors.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { resolvePanel } from '../../src/config/resolve-models.ts';
import { createLiveModels, liveProviders, type LiveModels, type LivePorts } from '../../src/run/live-models.ts';
import type { Project } from '../../src/run/load-project.ts';
import { lookUpHost } from '../../src/io/look-up-host.ts';
import type { ModelRef } from '../../src/models/model.ts';
import { realClock } from '../support/clocks.ts';

const KEYS = { OPENAI_API_KEY: 'sk-o', CLAUDE_KEY: 'sk-c', INTERNAL_KEY: 'sk-i' };
const PROVIDERS = `
  openai: { kind: openai }
  claude: { kind: anthropic, apiKeyEnv: CLAUDE_KEY, concurrency: 3 }
  internal: { kind: openai, baseUrl: "https://models.example.com/v1", apiKeyEnv: INTERNAL_KEY }
  unused: { kind: openai, baseUrl: "https://unused.example.com/v1", apiKeyEnv: UNUSED_KEY }
  local: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" }
  sim: { kind: simulated, world: world.yml }`;

function projectOf({ models = '[internal/candidate, sim/aspen]', providers = PROVIDERS } = {}): Project {
  const text = `spec: spec.md\nproviders:${providers}\nmodels: ${models}\njudges: [openai/gpt-5, claude/sonnet, openai/gpt-4o]\n`;
  const config = parseConfig({ file: 'spec-gate.yml', text });
  const panel = resolvePanel(config, { systems: new Map(), offlineHashes: new Map() });
  return { config, panel } as unknown as Project;
}

function open(project: Project, ports: Partial<LivePorts> = {}): LiveModels {
  const fetch = (): Promise<Response> => Promise.reject(new Error('nothing is to be contacted'));
  const lookup = (): Promise<readonly string[]> => Promise.resolve(['203.0.113.5']);
  return createLiveModels(project, { env: KEYS, clock: realClock, nodeVersion: '24.0.0', fetch, lookup, ...ports });
}

function problemsOf(project: Project, ports: Partial<LivePorts>): readonly Problem[] {
  try {
    open(project, ports).modelFor(project.panel.judges[0]!);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

const refOf = (project: Project, id: string): ModelRef =>
  [...project.panel.models.map(({ ref }) => ref), ...project.panel.judges].find((ref) => ref.id === id)!;

test('every missing key is named at once, with its provider; those of providers nobody asks are not', () => {
  const problems = problemsOf(projectOf(), { env: { CLAUDE_KEY: '  ' } });
  expect(problems.map(({ message }) => message)).toEqual([
    'provider openai: the environment variable OPENAI_API_KEY is not set',
    'provider claude: the environment variable CLAUDE_KEY is not set',
    'provider internal: the environment variable INTERNAL_KEY is not set',
  ]);
});

test('a Node that is too old is told together with the keys that are missing', () => {
  const problems = problemsOf(projectOf(), { env: { ...KEYS, CLAUDE_KEY: '' }, nodeVersion: '20.20.2' });
  expect(problems.map(({ message }) => message).join('\n')).toMatch(
    /Node 22 or newer; this is 20\.20\.2\n.*CLAUDE_KEY/,
  );
  expect(problemsOf(projectOf(), { nodeVersion: '22.0.0' })).toEqual([]);
});

test('one key for two places is refused', () => {
  const providers = PROVIDERS.replace('INTERNAL_KEY', 'CLAUDE_KEY');
  const [problem] = problemsOf(projectOf({ providers }), {});
  expect(problem!.message).toMatch(/CLAUDE_KEY would be sent to two places: .*anthropic.*models\.example\.com/);
});

test('keys are read when the first model is made, and only once', () => {
  const read: string[] = [];
  const env = new Proxy<Record<string, string>>(KEYS, {
    get: (target, name) => {
      read.push(String(name));
      return target[String(name)];
    },
  });
  const project = projectOf();
  const live = open(project, { env });
  const request = { messages: [], sharedMessages: 0, draw: 'pool:1', model: refOf(project, 'claude/sonnet') };
  expect(live.placesOf(request)).toEqual({ provider: 'claude', concurrency: 3 });
  expect(live.placesOf({ ...request, model: refOf(project, 'openai/gpt-5') }).concurrency).toBe(8);
  expect(live.retries()).toBe(0);
  expect(read).toEqual([]);
  live.modelFor(refOf(project, 'claude/sonnet'));
  expect(read).toEqual(expect.arrayContaining(Object.keys(KEYS)));
  const before = read.length;
  live.modelFor(refOf(project, 'openai/gpt-5'));
  expect(read).toHaveLength(before);
});

test('a name that leads into a private network is not asked', async () => {
  const project = projectOf();
  const live = open(project, { lookup: () => Promise.resolve(['10.0.0.5']) });
  const model = live.modelFor(refOf(project, 'internal/candidate'));
  const request = { messages: [], sharedMessages: 0, draw: 'pool:1', model: model.ref };
  await expect(model.complete(request, { signal: new AbortController().signal })).rejects.toMatchObject({
    kind: 'origin',
    message: expect.stringContaining('models.example.com leads to 10.0.0.5') as string,
  });
});

test('the system tells where a name leads', async () => {
  const addresses = await lookUpHost('localhost');
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) expect(['127.0.0.1', '::1']).toContain(address);
});

test('the same reference is the same model', () => {
  const project = projectOf();
  const live = open(project);
  const ref = refOf(project, 'openai/gpt-5');
  expect(live.modelFor(ref)).toBe(live.modelFor(ref));
});

test('only providers that somebody is asked at are live', () => {
  expect(liveProviders(projectOf()).map(({ name }) => name)).toEqual(['openai', 'claude', 'internal']);
});

const PROXY = { HTTPS_PROXY: 'http://proxy.example.com:3128' };
test.each<[string, Readonly<Record<string, string>>, RegExp | undefined]>([
  ['Node told to use the proxy', { ...PROXY, NODE_USE_ENV_PROXY: '1' }, /NODE_USE_ENV_PROXY would lead its key/],
  ['the proxy in small letters', { http_proxy: 'http://p', NODE_USE_ENV_PROXY: '1' }, /NODE_USE_ENV_PROXY/],
  ['by Node options', { ...PROXY, NODE_OPTIONS: '--enable-source-maps --use-env-proxy' }, /NODE_OPTIONS would lead/],
  ['certificates that are not checked', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /NODE_TLS_REJECT_UNAUTHORIZED is 0/],
  ['a proxy that Node does not use', PROXY, undefined],
  ['no proxy to use', { NODE_USE_ENV_PROXY: '1', NODE_OPTIONS: '--max-old-space-size=4096' }, undefined],
])('no key goes to others than its endpoint: %s', (_, env, refusal) => {
  const problems = problemsOf(projectOf(), { env: { ...KEYS, ...env } });
  expect(problems.length).toBe(refusal === undefined ? 0 : 3);
  for (const { message } of problems) expect(message).toMatch(refusal!);
});

test('where there is no key there is nothing to keep', () => {
  const project = projectOf({ models: '[local/llama]' });
  const keyless = { ...project, panel: { ...project.panel, judges: [refOf(project, 'local/llama')] } };
  expect(problemsOf(keyless, { env: { ...PROXY, NODE_USE_ENV_PROXY: '1' } })).toEqual([]);
});
