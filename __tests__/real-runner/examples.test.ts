// The shipped workflows with the built Action under act, an independent runner: one repository's story from the first seed on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAct } from '../support/runner/act.ts';
import { accessOf } from '../support/runner/cache-service.ts';
import { dispatchEvent, pullRequestEvent, pushEvent, scheduleEvent, type Started } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  HARMLESS,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';
import { unpack } from '../support/runner/left-behind.ts';
import { onDay } from '../support/runner/on-day.ts';
import { KEYS, liveConfig, startSimulatedServers, type SimulatedServers } from '../support/simulated-servers.ts';
import { writeActions, type ActionFolders } from './actions.ts';
import { runAct, type ActRun } from './run-act.ts';

/** Milliseconds a workflow may take, on a busy machine. */
const LONG = 300_000;
/** The names that the examples give their secrets. */
const NAMES = { ALPHA_KEY: 'OPENAI_API_KEY', BETA_KEY: 'GEMINI_API_KEY', GAMMA_KEY: 'ANTHROPIC_API_KEY' } as const;
const SECRETS = Object.fromEntries(
  Object.entries(NAMES).map(([ours, theirs]) => [theirs, KEYS[ours as keyof typeof KEYS]]),
);

const act = findAct();
let temp: string;
let gated: GatedRepository;
let servers: SimulatedServers;
let actions: ActionFolders;

beforeAll(async () => {
  if (act === undefined) throw new Error('act is not here: `npm run test:real-runner` says how to get it');
  temp = mkdtempSync(join(tmpdir(), 'real-runner-'));
  servers = await startSimulatedServers('independent');
  const nightly = 'nightly: { sentinels: 5, rotation: 1 }\n';
  const config = Object.entries(NAMES).reduce(
    (text, [ours, theirs]) => text.replaceAll(ours, theirs),
    `${liveConfig(harborConfig(), servers)}${nightly}`,
  );
  gated = await createGatedRepository({ 'spec-gate.yml': config });
  // What a checkout may fetch by its id.
  gated.git.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  // Every change here branches off main's tip, which a checkout of one commit cannot tell.
  gated.server.github.mergeBase = gated.base;
  actions = writeActions(temp);
});
afterAll(async () => {
  await gated.close();
  await servers.close();
  rmSync(temp, { recursive: true, force: true });
});

interface Options {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Told extends ActRun {
  /** Requests that the models' servers got. */
  readonly asked: number;
}

async function run(workflow: string, started: Started, { secrets = SECRETS, env = {} }: Options = {}): Promise<Told> {
  const { server, git } = gated;
  const ref = started.env['GITHUB_REF'] ?? '';
  const access = accessOf(ref, ref.startsWith('refs/pull/') ? { base: 'refs/heads/main' } : {});
  const before = servers.requests().length;
  const ran = await runAct({
    act: act!,
    workflow,
    started,
    actions,
    origin: git.path,
    temp,
    secrets: { ...secrets, GITHUB_TOKEN: 'ghs_double' },
    env: {
      GITHUB_API_URL: server.origin,
      GITHUB_GRAPHQL_URL: `${server.origin}/graphql`,
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `${server.origin}/`,
      ACTIONS_RUNTIME_TOKEN: server.cache.tokenFor(access),
      ...env,
    },
  });
  return { ...ran, asked: servers.requests().length - before };
}

const seed = (): Promise<Told> =>
  run('seed-store.yml', pushEvent(gated.server.github, { before: '0'.repeat(40), after: gated.base }));
const check = (number: number, options?: Options): Promise<Told> =>
  run('gate-spec-pull-requests.yml', pullRequestEvent(gated.server.github, { number }), options);
const night = (date: string): Promise<Told> =>
  run('nightly.yml', scheduleEvent(gated.server.github, gated.base), { env: onDay(date) });
const approve = (number: number): Promise<Told> => {
  const head = gated.server.github.pulls.get(number)!.head.sha;
  const inputs = { 'pull-request': String(number), 'head-sha': head };
  return run('approve-fork.yml', dispatchEvent(gated.server.github, { sha: gated.base, inputs }));
};
const title = (number: number): string => gated.comments(number)[0]?.split('\n')[0] ?? '';

let harmful = 0;

test('seed: the default branch fills the store', { timeout: LONG }, async () => {
  const told = await seed();
  expect(told.log).toContain('stored answers: saved as spec-gate-v2-base-');
  expect([told.exitCode, told.asked > 100]).toEqual([0, true]);
  expect(gated.server.cache.entries.map(({ scope }) => scope)).toEqual(['refs/heads/main']);
});

test('a harmless edit passes, with the seed’s answers', { timeout: LONG }, async () => {
  const number = gated.open(HARMLESS);
  const told = await check(number);
  expect([told.exitCode, title(number)]).toEqual([0, expect.stringMatching(/^### ✅ Spec Gate: /)]);
});

test('a harmful one fails, with a comment and annotations; a re-run asks nobody', { timeout: LONG }, async () => {
  harmful = gated.open(CONFLICT);
  const told = await check(harmful);
  expect([told.exitCode, title(harmful)]).toEqual([1, expect.stringMatching(/^### ❌ Spec Gate: /)]);
  expect(told.log).toMatch(/error file=spec\.md|::error.*spec\.md|spec\.md/);
  const before = gated.comments(harmful);
  const again = await check(harmful);
  expect([again.exitCode, again.asked]).toEqual([1, 0]);
  expect(gated.comments(harmful)).toHaveLength(before.length);
});

test(
  'a fork gets no keys and no verdict; a maintainer’s run does both, and then the fork’s finds it',
  { timeout: LONG },
  async () => {
    const number = gated.open(
      { 'spec.md': CONFLICT['spec.md'].replace('Half an answer', 'Half of an answer') },
      { author: 'mallory', fork: 'mallory/specs' },
    );
    const { github } = gated.server;
    github.mayWrite.clear();
    const fork = await check(number, { secrets: {} });
    for (const scope of ['pull-requests', 'issues', 'contents'] as const) github.mayWrite.add(scope);
    expect([fork.exitCode, fork.asked]).toEqual([1, 0]);
    expect(fork.log).toContain('pull requests from forks get no secrets');
    const approved = await approve(number);
    expect([approved.exitCode, title(number)]).toEqual([1, expect.stringMatching(/^### ❌ Spec Gate: /)]);
    const after = await check(number, { secrets: {} });
    expect(after.asked).toBe(0);
    expect(after.log).toMatch(/Spec Gate fails this change/);
  },
);

test('nights: an anchor, a model changed in silence, and a history that is lost', { timeout: LONG }, async () => {
  const { github } = gated.server;
  const first = await night('2026-11-23');
  expect([first.exitCode, github.issues.map(({ state }) => state)]).toEqual([0, ['closed']]);
  expect(github.branches.has('spec-gate-store')).toBe(true);
  servers.swap('birch', 'birch-next');
  const second = await night('2026-11-24');
  expect([second.exitCode, github.issues.map(({ state }) => state)]).toEqual([1, ['closed', 'open']]);
  github.branches.delete('spec-gate-store');
  const third = await night('2026-11-25');
  expect([third.exitCode, third.asked]).toEqual([1, 0]);
  expect(third.log).toContain('its history is missing');
  expect(github.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  servers.swap('birch', 'birch');
});

test('a seed and an approved fork that overlap keep each other’s answers', { timeout: LONG }, async () => {
  gated.server.cache.entries.splice(0);
  const [seeded, approved] = await Promise.all([seed(), approve(harmful)]);
  expect([seeded.exitCode, approved.exitCode]).toEqual([0, 1]);
  // A segment a run, in whichever archive is the newest: nobody's is lost.
  const names = new Set(unpack(gated.server.cache.entries.at(-1)!.archive).match(/\d{8}T\d{6}Z-[0-9a-f]{8}\.jsonl/g));
  expect(names.size).toBe(2);
  expect((await seed()).asked).toBe(0);
  // Both asked for the same base draws and got two answers; one holds from now on, and only what rests on it is asked again.
  expect((await approve(harmful)).asked).toBeLessThan(approved.asked / 4);
  expect((await approve(harmful)).asked).toBe(0);
});
