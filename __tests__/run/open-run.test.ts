// One run's limits against a loopback provider: minutes, dollars of the day and week, unknown prices, no live calls.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { UserError } from '../../src/core/errors.ts';
import { loadProject, type Project } from '../../src/run/load-project.ts';
import { openRun, type Run, type RunOptions } from '../../src/run/open-run.ts';
import { expectedPrices } from '../../src/run/run-prices.ts';
import { openSegmentStore, type SegmentStore } from '../../src/io/store/segment-store.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { realClock } from '../support/clocks.ts';
import { startProviderServer, type ProviderServer } from '../support/provider-servers.ts';
import { completion } from '../support/scripted-models.ts';

/** A Wednesday. */
const NOW = Date.parse('2026-11-25T12:00:00Z');
const PRICES = { 'lab/m': '{ input: 0, output: 1 }', 'lab/j': '{ input: 0, output: 1 }' };
/** A call's answer costs this many dollars: half a million tokens at a dollar a million. */
const USD_A_CALL = 0.5;

let folder = '';
let server: ProviderServer;
let opened: Run[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-run-'));
  opened = [];
  server = await startProviderServer('openai', () => ({ text: 'an answer', usage: { input: 9, output: 500_000 } }));
});
afterEach(async () => {
  for (const run of opened) run.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface ConfigParts {
  readonly budget?: string;
  readonly prices?: Readonly<Record<string, string>>;
  readonly flex?: 'unattended' | 'always';
}

function load({ budget = '{}', prices = PRICES, flex }: ConfigParts = {}): Promise<Project> {
  const tier = flex === undefined ? '' : `, flex: ${flex}`;
  const lines = Object.entries(prices).map(([id, price]) => `  ${id}: ${price}`);
  const config = [
    'spec: spec.md',
    'bank: bank.jsonl',
    'providers:',
    `  lab: { kind: openai, baseUrl: "${server.baseUrl}", apiKeyEnv: LAB_KEY, allowPrivate: ["127.0.0.1"]${tier} }`,
    `  other: { kind: openai, baseUrl: "${server.origin}/v2", apiKeyEnv: LAB_KEY, allowPrivate: ["127.0.0.1"] }`,
    // Half a million tokens at most: what a call sets aside is what it costs.
    'models: [{ id: lab/m, params: { maxTokens: 500000 } }, { id: other/m, params: { maxTokens: 500000 } }]',
    'judges: [lab/j, lab/j2, lab/j3]',
    `budget: ${budget}`,
    ...(lines.length === 0 ? [] : ['prices:', ...lines]),
  ];
  writeFileSync(join(folder, 'spec-gate.yml'), `${config.join('\n')}\n`);
  writeFileSync(join(folder, 'spec.md'), '# Kindness {#kind}\n\nBe kind.\n');
  writeFileSync(join(folder, 'bank.jsonl'), '{"id":"s","query":"q","clauses":["kind"]}\n');
  return loadProject({ kind: 'worktree', root: folder }, 'spec-gate.yml');
}

/** A clock that a test moves on; waiting is the machine's own. */
function createHandClock(): Clock & { pass: (minutes: number) => void } {
  let elapsed = 0;
  return {
    now: () => NOW + elapsed,
    monotonic: () => elapsed,
    sleep: (ms, signal) => realClock.sleep(ms, signal),
    pass: (minutes) => {
      elapsed += minutes * 60_000;
    },
  };
}

const openStore = (): SegmentStore => openSegmentStore(join(folder, 'store'), { now: new Date(NOW) });

function open(project: Project, options: Partial<RunOptions> = {}): Run {
  const run = openRun({
    project,
    store: openStore(),
    progress: { update: () => {}, finish: () => {} },
    signal: new AbortController().signal,
    clock: createHandClock(),
    env: { LAB_KEY: 'sk-lab-0123456789' },
    ...options,
  });
  opened.push(run);
  return run;
}

let drawn = 0;
function question({ panel }: Project, model = 'lab/m'): CompletionRequest {
  drawn += 1;
  const { ref } = panel.models.find((one) => one.ref.id === model)!;
  return { model: ref, messages: [{ role: 'user', content: 'q' }], sharedMessages: 0, draw: `pool:${drawn}` };
}

async function askTimes(run: Run, project: Project, times: number): Promise<readonly string[]> {
  const answers = await Promise.all(Array.from({ length: times }, () => run.ask(question(project))));
  return answers.map((answer) => (answer.status === 'answered' ? 'answered' : answer.reason));
}

const count = (statuses: readonly string[], status: string): number => statuses.filter((one) => one === status).length;

describe('spare capacity', () => {
  test.each([
    ['unattended', true, 0.5],
    ['unattended', false, 1],
    ['always', false, 0.5],
    [undefined, true, 1],
  ] as const)('flex: %s where nobody waits: %s, costs %f of the price', async (flex, unattended, share) => {
    const project = await load({ budget: '{ usd: 1.1 }', ...(flex !== undefined && { flex }) });
    const run = open(project, { unattended });
    // A budget counts what was paid: at half the price there is room for a third call.
    const third = share < 1 ? 'answered' : 'aborted';
    for (const status of ['answered', 'answered', third]) expect(await askTimes(run, project, 1)).toEqual([status]);
    expect(run.close().usd).toBe((share < 1 ? 3 : 2) * share * USD_A_CALL);
    expect(server.requests.every(({ body }) => (body['service_tier'] === 'flex') === share < 1)).toBe(true);
    expect(expectedPrices(project, { attended: !unattended })['lab/m']?.output).toBe(share);
  });
});

describe('minutes', () => {
  test('begin with the first live call, and end the run', async () => {
    const project = await load({ budget: '{ minutes: 10 }' });
    const clock = createHandClock();
    const run = open(project, { clock });
    clock.pass(60);
    expect(await askTimes(run, project, 1)).toEqual(['answered']);
    clock.pass(9.9);
    expect(await askTimes(run, project, 1)).toEqual(['answered']);
    expect(run.stopped()).toBeUndefined();
    clock.pass(0.1);
    expect(await askTimes(run, project, 3)).toEqual(['aborted', 'aborted', 'aborted']);
    expect(run.stopped()).toEqual({ kind: 'budget', budget: 'minutes', allowed: 10 });
    expect(server.requests).toHaveLength(2);
    expect(run.close()).toMatchObject({ stopped: 'budget', calls: { made: 2, failed: 3 }, usd: 2 * USD_A_CALL });
  });
});

describe('dollars', () => {
  test('of the run are met exactly, however many calls are asked at once', async () => {
    const project = await load({ budget: '{ usd: 2 }' });
    const run = open(project);
    expect(count(await askTimes(run, project, 20), 'answered')).toBe(4);
    expect(run.stopped()).toEqual({ kind: 'budget', budget: 'usd', allowed: 2 });
    expect(run.close().usd).toBe(2);
  });

  // The store holds $3 of Monday, $1 of Wednesday (today) and $100 of last Sunday.
  test.each([
    ['neither cap: the run has its own', '{ usd: 4 }', 4],
    ['what is left of the day', '{ usd: 4, dayUsd: 2.5 }', 1.5],
    ['what is left of the week, from Monday', '{ usd: 4, weekUsd: 6 }', 2],
    ['the least of all', '{ usd: 4, dayUsd: 1.5, weekUsd: 6 }', 0.5],
    ['the run, where more is left', '{ usd: 1, dayUsd: 50, weekUsd: 50 }', 1],
    ['nothing, where the day is spent', '{ usd: 4, dayUsd: 1 }', 0],
    ['nothing, where more than the week is spent', '{ usd: 4, weekUsd: 3 }', 0],
  ])('%s', async (_, budget, allowed) => {
    const paid = { '2026-11-22T23:59:59Z': 100, '2026-11-23T00:00:00Z': 3, '2026-11-25T01:00:00Z': 1 };
    const earlier = openStore();
    for (const [at, usd] of Object.entries(paid)) {
      earlier.put(sha256(at), { completion: completion('a'), paid: { at, usd } });
    }
    earlier.close();
    const project = await load({ budget });
    const run = open(project);
    expect(count(await askTimes(run, project, 12), 'answered')).toBe(allowed / USD_A_CALL);
    expect(run.stopped()).toEqual({ kind: 'budget', budget: 'usd', allowed });
    expect(server.requests).toHaveLength(allowed / USD_A_CALL);
  });

  test("what one run paid is missing from the next one's day", async () => {
    const project = await load({ budget: '{ usd: 2, dayUsd: 3 }' });
    const first = open(project);
    expect(count(await askTimes(first, project, 9), 'answered')).toBe(4);
    first.close();
    expect(count(await askTimes(open(project), project, 9), 'answered')).toBe(2);
  });
});

describe('a price that nobody knows', () => {
  const refused = async (project: Project): Promise<UserError> => {
    const thrown: unknown = await open(project)
      .ask(question(project, 'other/m'))
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(UserError);
    return thrown as UserError;
  };

  test('is refused before anything is sent, for every model at once, with the lines that would mend it', async () => {
    const project = await load();
    const { problems } = await refused(project);
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual(['other/m', 'lab/j2', 'lab/j3']);
    expect(server.requests).toEqual([]);
    // The hint's own words, with prices filled in, are a config that runs.
    const entries = problems.map(({ hint }) => /prices: \{ (\S+): (\{.*?\}) \}/.exec(hint!)!.slice(1));
    const prices = Object.fromEntries(entries.map(([id, price]) => [id!, price!.replaceAll('...', '1')]));
    const mended = await load({ prices: { ...PRICES, ...prices } });
    const answer = await open(mended).ask(question(mended, 'other/m'));
    expect(answer.status).toBe('answered');
  });

  test('is taken where the config allows it, and said to be unknown', async () => {
    const project = await load({ budget: '{ allowUnknownPrices: true }' });
    const run = open(project);
    expect((await run.ask(question(project, 'other/m'))).status).toBe('answered');
    expect(run.close().usd).toBe('unknown');
  });

  test('ends the run: nothing else is asked after it', async () => {
    const project = await load();
    const run = open(project);
    await expect(run.ask(question(project, 'other/m'))).rejects.toThrow(UserError);
    await expect(run.ask(question(project, 'other/m'))).rejects.toThrow(UserError);
    await expect(run.ask(question(project))).rejects.toThrow(UserError);
    expect(server.requests).toEqual([]);
  });
});

describe.each(['asked', 'fork'] as const)('without live calls (%s)', (offline) => {
  test('what is stored is answered; the rest is missing, and every provider that lacks it is named', async () => {
    const project = await load();
    const known = question(project);
    const online = open(project);
    await online.ask(known);
    online.close();
    const run = open(project, { offline, env: {} });
    expect((await run.ask(known)).status).toBe('answered');
    expect(run.stopped()).toBeUndefined();
    for (const model of ['other/m', 'lab/m', 'lab/m']) {
      expect(await run.ask(question(project, model))).toMatchObject({ status: 'missing', reason: 'aborted' });
    }
    expect(run.stopped()).toMatchObject({ kind: 'no-keys', providers: ['lab', 'other'], fork: offline === 'fork' });
    expect(server.requests).toHaveLength(1);
    expect(run.close()).toMatchObject({ calls: { made: 0, stored: 1, failed: 3 }, usd: 0 });
  });
});

describe('the end of a run', () => {
  test('a quota stops its provider and is the reason that is told', async () => {
    const project = await load();
    server.answer(() => ({ status: 429, error: { type: 'insufficient_quota', code: 'insufficient_quota' } }));
    const run = open(project);
    expect(await askTimes(run, project, 1)).toEqual(['quota']);
    expect(await askTimes(run, project, 5)).toEqual(Array(5).fill('quota'));
    expect(server.requests).toHaveLength(1);
    expect(run.stopped()).toEqual({ kind: 'quota', provider: 'lab' });
    expect(run.close().stopped).toBe('quota');
  });

  test('a signal weighs more than any other reason', async () => {
    const project = await load({ budget: '{ calls: 1 }' });
    const kill = new AbortController();
    const run = open(project, { signal: kill.signal });
    await askTimes(run, project, 2);
    expect(run.stopped()).toEqual({ kind: 'budget', budget: 'calls', allowed: 1 });
    kill.abort();
    expect(run.stopped()).toEqual({ kind: 'signal' });
    expect(await askTimes(run, project, 1)).toEqual(['aborted']);
    expect(run.close().stopped).toBe('signal');
    expect(server.requests).toHaveLength(1);
  });
});
