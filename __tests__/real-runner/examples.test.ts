// The shipped workflows with the built Action under act, an independent runner: one repository's story from the first seed on.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { dispatchEvent, pullRequestEvent, pushEvent, scheduleEvent } from '../support/runner/events.ts';
import { CONFLICT, harborConfig, HARMLESS } from '../support/runner/gated-repository.ts';
import { unpack } from '../support/runner/left-behind.ts';
import { onDay } from '../support/runner/on-day.ts';
import { KEYS, liveConfig, startSimulatedServers, type SimulatedServers } from '../support/simulated-servers.ts';
import type { ActRun } from './run-act.ts';
import { openStory, type Story } from './story.ts';

/** Milliseconds a workflow may take, on a busy machine. */
const LONG = 300_000;
/** The names that the examples give their secrets. */
const NAMES = { ALPHA_KEY: 'OPENAI_API_KEY', BETA_KEY: 'GEMINI_API_KEY', GAMMA_KEY: 'ANTHROPIC_API_KEY' } as const;
const SECRETS = Object.fromEntries(
  Object.entries(NAMES).map(([ours, theirs]) => [theirs, KEYS[ours as keyof typeof KEYS]]),
);

let story: Story;
let servers: SimulatedServers;

beforeAll(async () => {
  servers = await startSimulatedServers('independent');
  const nightly = 'nightly: { sentinels: 5, rotation: 1 }\n';
  const config = Object.entries(NAMES).reduce(
    (text, [ours, theirs]) => text.replaceAll(ours, theirs),
    `${liveConfig(harborConfig(), servers)}${nightly}`,
  );
  story = await openStory({ 'spec-gate.yml': config });
});
afterAll(async () => {
  await story.close();
  await servers.close();
});

interface Told extends ActRun {
  /** Requests that the models' servers got. */
  readonly asked: number;
}

/** With the secrets, if nothing else is said. */
async function run(...[workflow, started, options]: Parameters<Story['run']>): Promise<Told> {
  const before = servers.requests().length;
  const ran = await story.run(workflow, started, { secrets: SECRETS, ...options });
  return { ...ran, asked: servers.requests().length - before };
}

type Options = Parameters<Story['run']>[2];
const seed = (workflow = 'seed-store.yml'): Promise<Told> => {
  const { server, base } = story.gated;
  return run(workflow, pushEvent(server.github, { before: '0'.repeat(40), after: base }));
};
const check = (number: number, options?: Options): Promise<Told> =>
  run('gate-spec-pull-requests.yml', pullRequestEvent(story.gated.server.github, { number }), options);
const night = (date: string): Promise<Told> =>
  run('nightly.yml', scheduleEvent(story.gated.server.github, story.gated.base), { env: onDay(date) });
const approve = (number: number): Promise<Told> => {
  const { github } = story.gated.server;
  const head = github.pulls.get(number)!.head.sha;
  const inputs = { 'pull-request': String(number), 'head-sha': head };
  return run('approve-fork.yml', dispatchEvent(github, { sha: story.gated.base, inputs }));
};
const title = (number: number): string => story.gated.comments(number)[0]?.split('\n')[0] ?? '';

let harmful = 0;

test('seed: the default branch fills the store', { timeout: LONG }, async () => {
  const told = await seed();
  expect(told.log).toContain('stored answers: saved as spec-gate-v2-base-');
  expect([told.exitCode, told.asked > 100]).toEqual([0, true]);
  expect(story.gated.server.cache.entries.map(({ scope }) => scope)).toEqual(['refs/heads/main']);
});

test(
  'a harmless edit passes, with the seed’s answers; Dependabot, no fork, has secrets of its own',
  { timeout: LONG },
  async () => {
    const number = story.gated.open(HARMLESS, { author: 'dependabot[bot]' });
    const told = await check(number, { actor: 'dependabot[bot]' });
    expect(told.asked).toBeGreaterThan(0);
    expect([told.exitCode, title(number)]).toEqual([0, expect.stringMatching(/^### ✅ Spec Gate: /)]);
  },
);

test('a harmful one fails, with a comment and annotations; a re-run asks nobody', { timeout: LONG }, async () => {
  harmful = story.gated.open(CONFLICT);
  const told = await check(harmful);
  expect([told.exitCode, title(harmful)]).toEqual([1, expect.stringMatching(/^### ❌ Spec Gate: /)]);
  expect(told.log).toMatch(/error file=spec\.md|::error.*spec\.md|spec\.md/);
  const before = story.gated.comments(harmful);
  const again = await check(harmful);
  expect([again.exitCode, again.asked]).toEqual([1, 0]);
  expect(story.gated.comments(harmful)).toHaveLength(before.length);
});

test(
  'a fork gets no keys and no verdict; a maintainer’s run does both, and then the fork’s finds it',
  { timeout: LONG },
  async () => {
    const number = story.gated.open(
      { 'spec.md': CONFLICT['spec.md'].replace('Half an answer', 'Half of an answer') },
      { author: 'mallory', fork: 'mallory/specs' },
    );
    const { github } = story.gated.server;
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

test(
  'nights: an anchor, a model changed in silence, two nights that overlap, and a history that is lost',
  { timeout: LONG },
  async () => {
    const { github } = story.gated.server;
    const stored = (): number => github.trees.get(github.branches.get('spec-gate-store') ?? '')?.length ?? 0;
    const states = (): readonly string[] => github.issues.map(({ state }) => state);
    const first = await night('2026-11-23');
    expect([first.exitCode, states()]).toEqual([0, ['closed']]);
    expect(stored()).toBeGreaterThan(0);
    servers.swap('birch', 'birch-next');
    const second = await night('2026-11-24');
    expect([second.exitCode, states()]).toEqual([1, ['closed', 'open']]);

    // As a schedule and somebody by hand, from two workflows that share no concurrency group.
    const before = stored();
    const both = await Promise.all([night('2026-11-25'), night('2026-11-25')]);
    expect([both.map(({ exitCode }) => exitCode), states()]).toEqual([
      [1, 1],
      ['closed', 'open'],
    ]);
    expect(both.map(({ asked }) => asked > 100)).toEqual([true, true]);
    // Each kept its answers and its line of the history.
    expect(stored() - before).toBe(4);
    expect((await night('2026-11-25')).asked).toBe(0);

    github.branches.delete('spec-gate-store');
    const third = await night('2026-11-26');
    expect([third.exitCode, third.asked]).toEqual([1, 0]);
    expect(third.log).toContain('its history is missing');
    expect(states()).toEqual(['closed', 'open']);
    servers.swap('birch', 'birch');
  },
);

test('a seed and an approved fork that overlap keep each other’s answers', { timeout: LONG }, async () => {
  story.gated.server.cache.entries.splice(0);
  const [seeded, approved] = await Promise.all([seed(), approve(harmful)]);
  expect([seeded.exitCode, approved.exitCode]).toEqual([0, 1]);
  // A segment a run, in whichever archive is the newest: nobody's is lost.
  const names = new Set(
    unpack(story.gated.server.cache.entries.at(-1)!.archive).match(/\d{8}T\d{6}Z-[0-9a-f]{8}\.jsonl/g),
  );
  expect(names.size).toBe(2);
  // Both asked for the same answers of the pool and got two of each; one holds from now on, and what was ruled on the other is
  // ruled anew, once.
  expect((await seed()).asked).toBeLessThan(seeded.asked);
  expect((await approve(harmful)).asked).toBeLessThan(approved.asked);
  expect([(await seed()).asked, (await approve(harmful)).asked]).toEqual([0, 0]);
});

test(
  'four lines that call the reusable workflow: a push seeds, a pull request is judged',
  { timeout: LONG },
  async () => {
    const [, lines] = /^```yaml\n(jobs:\n[\s\S]*?gate\.yml[\s\S]*?)^```$/m.exec(
      readFileSync(join(ROOT, 'README.md'), 'utf8'),
    )!;
    const workflow = join(story.temp, 'caller.yml');
    writeFileSync(workflow, `on: [push, pull_request, schedule]\n${lines}`);
    const { github, cache } = story.gated.server;
    cache.entries.splice(0);
    const seeded = await seed(workflow);
    expect([seeded.exitCode, cache.entries.map(({ scope }) => scope)]).toEqual([0, ['refs/heads/main']]);
    const number = story.gated.open(CONFLICT);
    const told = await run(workflow, pullRequestEvent(github, { number }));
    expect([told.exitCode, title(number)]).toEqual([1, expect.stringMatching(/^### ❌ Spec Gate: /)]);
  },
);
