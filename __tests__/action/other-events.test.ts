// The built Action on everything but a plain pull request: forks, merge queue, pushes, nights, runs started by hand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { dispatchEvent, mergeGroupEvent, pushEvent, scheduleEvent } from '../support/runner/events.ts';
import { onDay } from '../support/runner/on-day.ts';
import type { ActionRun } from '../support/runner/start-action.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
  type RunOptions,
} from '../support/runner/gated-repository.ts';

let gated: GatedRepository;
/** The same example with models and judges behind a provider that needs a key. */
let live: GatedRepository;
const KEY = 'sk-test-0123456789abcdef';

beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
  live = await createGatedRepository({
    'spec-gate.yml': harborConfig(
      QUICK,
      ['providers:', 'providers:\n  live: { kind: openai, baseUrl: "https://models.invalid/v1", apiKeyEnv: LIVE_KEY }'],
      ['  - sim/dogwood', '  - live/gpt'],
    ),
  });
});
afterAll(() => Promise.all([gated.close(), live.close()]));

const reportOf = (repository: GatedRepository): Report => JSON.parse(repository.output('report.json')) as Report;

describe('without keys', () => {
  test('a fork: diff and what the store has, inconclusive with the maintainer’s way out, no crash', async () => {
    const number = live.open(CONFLICT, { author: 'mallory', fork: 'mallory/specs' });
    live.server.github.mayWrite.clear();
    const run = await live.run(number, { env: { LIVE_KEY: KEY } });
    live.server.github.mayWrite.add('pull-requests');
    expect([run.exitCode, run.outputs['verdict']]).toEqual([2, 'inconclusive']);
    const [first] = reportOf(live).verdict.reasons;
    expect(first).toMatchObject({ code: 'noKeys', args: { providers: ['live'], fork: true } });
    expect(run.summary).toContain('A maintainer can run the gate on this commit');
    expect(run.summary).toContain('assume_best_intentions');
    expect(run.annotations.at(-1)?.message).toMatch(/^Spec Gate cannot decide this change/);
    expect(run.annotations.map(({ message }) => message).join()).toContain('pull-requests: write');
    expect(run.masks).toContain(KEY);
  });

  test('a pull request of the repository whose secrets are not set is told which variables to set', async () => {
    const run = await live.run(live.open(CONFLICT));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([2, 'inconclusive']);
    const told = run.annotations.filter(({ message }) => message.includes('LIVE_KEY is not set'));
    expect([told.length, run.annotations.length]).toEqual([2, 2]);
    expect(run.summary).toContain('`LIVE_KEY` is not set, so `live` could not be asked');
  });

  test('Dependabot is no fork: without its own secrets it is told which are missing', async () => {
    const run = await live.run(live.open(CONFLICT), { env: { GITHUB_ACTOR: 'dependabot[bot]' } });
    expect(reportOf(live).verdict.reasons[0]?.args).toMatchObject({ fork: false, variables: ['LIVE_KEY'] });
    expect(run.summary).toContain("Dependabot's own secrets");
  });

  test('a fork whose models take no key is judged like any other', async () => {
    const run = await gated.run(gated.open(CONFLICT, { author: 'mallory', fork: 'mallory/specs' }));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
  });

  test('offline: true makes no call', async () => {
    const run = await live.run(live.open(CONFLICT), { env: { LIVE_KEY: KEY }, inputs: { offline: 'true' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([2, 'inconclusive']);
  });
});

describe('the merge queue', () => {
  test('judges the group’s own commits and writes no comment', async () => {
    const { base, server } = gated;
    const number = gated.open(CONFLICT);
    const head = server.github.pulls.get(number)!.head.sha;
    const run = await gated.start(mergeGroupEvent(server.github, { base, head }), { cache: 'on' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(gated.comments(number)).toEqual([]);
    // Nobody could read what it would save.
    expect(server.cache.entries).toEqual([]);
  });
});

describe('a merge queue that knows the store secret', () => {
  const env = { SPEC_GATE_STORE_SECRET: 'merge-queue-secret-'.repeat(2) };
  let number = 0;
  beforeAll(async () => {
    number = gated.open(CONFLICT);
    await gated.run(number, { env });
  });

  /** The group's own commit, as the queue makes it, with further files. */
  function queue(files: Readonly<Record<string, string>>, options: RunOptions): Promise<ActionRun> {
    const { git, server } = gated;
    git.git('checkout', '--quiet', '--detach', gated.base);
    for (const [file, text] of Object.entries({ ...CONFLICT, ...files })) git.write(file, text);
    const head = git.commit('group');
    return gated.start(mergeGroupEvent(server.github, { base: gated.base, head, number }), options);
  }

  test('takes over the verdict of the same texts without a call, and says so', async () => {
    const run = await queue({ 'docs/other.md': 'merged meanwhile\n' }, { env });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([1, 'fail', '0']);
    expect(run.summary).toMatch(/^### ❌ Spec Gate: fail, as for pull request #\d+ at commit [0-9a-f]{7}/);
  });

  test('judges where its text differs, where it does not know the secret, and where the note was forged', async () => {
    const other = await queue({ 'spec.md': `${CONFLICT['spec.md']}\nOne more line.\n` }, { env });
    expect(Number(other.outputs['calls'])).toBeGreaterThan(0);
    const unsigned = await queue({}, {});
    expect(Number(unsigned.outputs['calls'])).toBeGreaterThan(0);
    const [comment] = gated.server.github.comments.get(number)!;
    const note = /note=(\S+)/.exec(comment!.body)![1]!;
    const forged = Buffer.from(note, 'base64').toString().replace('"fail","exitCode":1', '"pass","exitCode":0');
    comment!.body = comment!.body.replace(note, Buffer.from(forged).toString('base64'));
    const judged = await queue({}, { env });
    expect([judged.exitCode, Number(judged.outputs['calls']) > 0]).toEqual([1, true]);
  });
});

describe('the default branch', () => {
  test('a push seeds the store; the next pull request starts from it and pays for less', async () => {
    const { base, server } = gated;
    const seed = await gated.start(pushEvent(server.github, { before: '0'.repeat(40), after: base }), {
      inputs: { mode: 'seed' },
      cache: 'on',
    });
    expect([seed.exitCode, seed.outputs['verdict']]).toEqual([0, 'none']);
    expect(Number(seed.outputs['calls'])).toBeGreaterThan(300);
    expect(seed.summary).toContain('filled');
    expect(server.cache.entries.map(({ scope }) => scope)).toEqual(['refs/heads/main']);

    const number = gated.open(CONFLICT);
    const cold = await gated.run(number);
    const report = gated.output('report.json');
    const warm = await gated.run(number, { cache: 'on' });
    expect(Number(warm.outputs['calls'])).toBeLessThan(Number(cold.outputs['calls']));
    // The verdict does not depend on who paid.
    expect(gated.output('report.json')).toBe(report);
  });

  test('the seeding of another branch would be read by nobody', async () => {
    const push = pushEvent(gated.server.github, { before: gated.base, after: gated.base });
    const run = await gated.start(
      { ...push, env: { ...push.env, GITHUB_REF: 'refs/heads/other' } },
      { inputs: { mode: 'seed' } },
    );
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('default branch');
  });

  test.each([
    ['a push to another branch', 'refs/heads/change'],
    ['a tag that is moved', 'refs/tags/v1'],
  ])('%s is judged with all that its commit would bring, whatever was there before', async (_what, ref) => {
    const number = gated.open(CONFLICT);
    const before = gated.server.github.pulls.get(number)!.head.sha;
    const after = gated.push(number, { 'docs/notes.md': 'words\n' });
    const push = pushEvent(gated.server.github, { before, after });
    const run = await gated.start({ ...push, env: { ...push.env, GITHUB_REF: ref } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
  });

  test('an older text that is pushed back by force is compared with the one that it replaces', async () => {
    const before = gated.server.github.pulls.get(gated.open(CONFLICT))!.head.sha;
    const run = await gated.start(pushEvent(gated.server.github, { before, after: gated.base }));
    expect([run.outputs['verdict'], run.summary]).toEqual([
      expect.stringMatching(/pass|inconclusive|fail/),
      expect.stringContaining('avoid_hazardous_detail'),
    ]);
  });

  test('a push in mode check judges what it brought under the policy before it', async () => {
    const head = gated.server.github.pulls.get(gated.open(CONFLICT))!.head.sha;
    const run = await gated.start(pushEvent(gated.server.github, { before: gated.base, after: head }));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
  });

  test('a night: the first one is the anchor, kept with the answers, and noted in a closed issue', async () => {
    const { base, server } = gated;
    const run = await gated.start(scheduleEvent(server.github, base), { inputs: { mode: 'nightly' }, cache: 'on' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(run.summary).toMatch(/^### ⚓ Night of \d{4}-\d{2}-\d{2}/);
    expect(server.github.issues).toMatchObject([
      { state: 'closed', title: 'Spec Gate: what nights are compared with' },
    ]);
    expect(JSON.parse(gated.output('night.json'))).toMatchObject({ status: 'anchored' });
    // The same night once more asks nobody.
    const again = await gated.start(scheduleEvent(server.github, base), { inputs: { mode: 'nightly' }, cache: 'on' });
    expect([again.exitCode, again.outputs['calls']]).toEqual([0, '0']);
    expect(server.github.issues).toHaveLength(1);
  });

  test('a night whose history was dropped pins nothing and asks nobody, until somebody accepts', async () => {
    const { base, server } = gated;
    server.cache.entries.splice(0);
    const before = structuredClone(server.github.issues);
    const options = { inputs: { mode: 'nightly' }, cache: 'on' } as const;
    const lost = await gated.start(scheduleEvent(server.github, base), options);
    expect([lost.exitCode, lost.outputs['verdict'], lost.outputs['calls']]).toEqual([2, 'inconclusive', '0']);
    expect(lost.summary).toContain('its history is missing');
    expect(lost.summary).toMatch(
      /nights were compared with the anchor of \d{4}-\d\d-\d\d \(non-compliance then: `sim\/aspen` \d+/,
    );
    expect(server.github.issues).toEqual(before);
    expect(server.cache.entries).toEqual([]);

    const hand = dispatchEvent(server.github, { sha: base, inputs: { 'accept-anchor': 'the cache was dropped' } });
    const accepted = await gated.start(hand, options);
    expect([accepted.exitCode, accepted.outputs['verdict']]).toEqual([0, 'pass']);
    expect(gated.output('history.jsonl')).toContain('the cache was dropped (@ana)');
    expect(server.github.issues[0]!.body).not.toBe(before[0]!.body);
    const after = await gated.start(scheduleEvent(server.github, base), { ...options, env: onDay('2031-01-01') });
    expect([after.exitCode, after.outputs['verdict']]).toEqual([0, 'pass']);
  });

  test('a night that cannot look for its history, or may keep none, pins nothing', async () => {
    const { base, server } = gated;
    const night = scheduleEvent(server.github, base);
    const blind = await gated.start(night, { inputs: { mode: 'nightly' } });
    expect([blind.exitCode, blind.outputs['calls']]).toEqual([2, '0']);
    expect(blind.summary).toContain('the Actions cache is not available here');
    const none = await gated.start(night, { inputs: { mode: 'nightly', store: 'none' }, cache: 'on' });
    expect(none.exitCode).toBe(3);
    expect(none.annotations[0]?.message).toContain('store: none keeps no history');
  });
});

describe('a run started by hand', () => {
  test('gates the commit of a fork that a maintainer has read, with keys, and writes the comment', async () => {
    const number = gated.open(CONFLICT, { author: 'mallory', fork: 'mallory/specs' });
    const { github } = gated.server;
    const inputs = { 'pull-request': String(number), 'head-sha': github.pulls.get(number)!.head.sha };
    const run = await gated.start(dispatchEvent(github, { sha: gated.base, inputs }));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(gated.comments(number)).toHaveLength(1);
  });

  test('does not gate what was pushed since', async () => {
    const number = gated.open(CONFLICT, { author: 'mallory', fork: 'mallory/specs' });
    const { github } = gated.server;
    const read = github.pulls.get(number)!.head.sha;
    gated.push(number, { 'spec.md': 'x' });
    const inputs = { 'pull-request': String(number), 'head-sha': read };
    const run = await gated.start(dispatchEvent(github, { sha: gated.base, inputs }));
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('has moved on');
  });

  test('never sends keys where another base branch’s config says', async () => {
    const number = live.open(CONFLICT, { author: 'mallory', fork: 'mallory/specs' });
    const { server, git, base } = live;
    git.branch('evil-base', base);
    const evil = `kind: openai, baseUrl: "${server.origin}/evil"`;
    git.write(
      'spec-gate.yml',
      harborFile('spec-gate.yml')
        .replace('providers:', `providers:\n  live: { ${evil}, apiKeyEnv: LIVE_KEY }`)
        .replace('- sim/dogwood', '- live/gpt'),
    );
    const pull = server.github.pulls.get(number)!;
    pull.base = { sha: git.commit('evil base'), ref: 'evil-base' };
    const inputs = { 'pull-request': String(number), 'head-sha': pull.head.sha };
    const run = await live.start(dispatchEvent(server.github, { sha: base, inputs }), { env: { LIVE_KEY: KEY } });
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('is for the branch evil-base');
    expect(server.requests.filter(({ path }) => path.startsWith('/evil'))).toEqual([]);
  });

  test('does not gate a pull request that is closed', async () => {
    const number = gated.open(CONFLICT);
    const { github } = gated.server;
    const pull = github.pulls.get(number)!;
    pull.state = 'closed';
    const inputs = { 'pull-request': String(number), 'head-sha': pull.head.sha };
    const run = await gated.start(dispatchEvent(github, { sha: gated.base, inputs }));
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('is not open');
  });

  test('says that there is no such pull request', async () => {
    const inputs = { 'pull-request': '999', 'head-sha': gated.base };
    const run = await gated.start(dispatchEvent(gated.server.github, { sha: gated.base, inputs }));
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toMatch(/^pull request 999 cannot be read: .*a pull request of this repo/s);
  });
});

describe('what is refused', () => {
  test.each(['pull_request_target', 'workflow_run', 'issue_comment', 'release'])('%s', async (name) => {
    const push = pushEvent(gated.server.github, { before: gated.base, after: gated.base });
    const run = await gated.start({ ...push, event: { name, payload: push.event.payload } });
    expect(run.exitCode).toBe(3);
    // What is wrong with the event is said once, and of no comment anything.
    expect(run.log).not.toContain('was not replaced');
    expect(run.annotations.at(-1)?.message).toMatch(/^Spec Gate is not set up/);
  });

  test('a schedule in mode check has nothing to compare and says what to use', async () => {
    const run = await gated.start(scheduleEvent(gated.server.github, gated.base));
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('mode: nightly');
  });

  test.each([
    ['output-dir', '../outside'],
    ['max-usd', 'lots'],
    ['comment', 'sometimes'],
    ['store', 'attic'],
  ])('input %s: %s', async (name, value) => {
    const run = await gated.run(gated.open(CONFLICT), { inputs: { [name]: value } });
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain(`input ${name}`);
  });
});
