// Paid answers between runs of the built Action, when the cache lies, is dead, or the checkout is shallow.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgeRulings } from '../support/forge-rulings.ts';
import { pullRequestEvent, pushEvent } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

let gated: GatedRepository;
let truth = '';
let calls = '';
const twirp: { status: number | undefined } = { status: undefined };

beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
  gated.server.prepend(({ path }) =>
    twirp.status !== undefined && path.startsWith('/twirp/') ? { status: twirp.status, body: {} } : undefined,
  );
});
afterAll(() => gated.close());

test('answers that were tampered with in the cache are counted as missing and asked again', async () => {
  const number = gated.open(CONFLICT);
  const first = await gated.run(number, {
    cache: 'on',
    beforePost: (folder) => {
      for (const name of readdirSync(folder)) {
        const text = readFileSync(join(folder, name), 'utf8');
        writeFileSync(join(folder, name), text.replaceAll('non-compliant', 'compliant'));
      }
    },
  });
  [truth, calls] = [gated.output('report.json'), first.outputs['calls']!];
  expect(truth).toContain('"status": "fail"');
  const second = await gated.run(number, { cache: 'on' });
  expect(second.log).toMatch(/[1-9]\d* lines did not check out/);
  expect(Number(second.outputs['calls'])).toBeGreaterThan(0);
  expect(Number(second.outputs['calls'])).toBeLessThan(Number(calls));
  expect(gated.output('report.json')).toBe(truth);
});

const SECRET = 'store-secret-'.repeat(3);

test('a poisoned cache of a pull request hides a part of a failure without a store secret, and nothing with one', async () => {
  const number = gated.open(CONFLICT);
  const env = { SPEC_GATE_STORE_SECRET: SECRET };
  const first = await gated.run(number, { cache: 'on', env, beforePost: forgeRulings });
  const honest = gated.output('report.json');
  expect([first.outputs['verdict'], first.masks.includes(SECRET)]).toEqual(['fail', true]);
  expect(Number(first.outputs['non-compliance'])).toBeGreaterThan(0.3);

  const deceived = await gated.run(number, { cache: 'on' });
  // A part of what it rests on is forged; what was not stored is asked anew, and honest.
  expect(Number(deceived.outputs['non-compliance'])).toBeLessThan(Number(first.outputs['non-compliance']));

  const second = await gated.run(number, { cache: 'on', env });
  expect(gated.output('report.json')).toBe(honest);
  expect([second.exitCode, second.outputs['verdict']]).toEqual([1, 'fail']);
  expect(second.outputs['calls']).toBe(first.outputs['calls']);
  expect(second.annotations).toContainEqual(
    expect.objectContaining({
      level: 'warning',
      message: expect.stringMatching(/^[1-9]\d* stored answers are unsigned or forged/) as string,
    }),
  );

  const third = await gated.run(number, { cache: 'on', env });
  expect([third.outputs['verdict'], third.outputs['calls']]).toEqual(['fail', '0']);
});

test('a store secret that is too short is told, masked, and never shown', async () => {
  const number = gated.open(CONFLICT);
  const run = await gated.run(number, { cache: 'on', env: { SPEC_GATE_STORE_SECRET: 'too-short-a-secret' } });
  expect(run.exitCode).toBe(3);
  expect(run.annotations.map(({ message }) => message).join('\n')).toContain('fewer than 32 characters');
  expect(run.masks).toContain('too-short-a-secret');
  expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('too-short-a-secret');
});

test('an archive with anything but segments is thrown away whole', async () => {
  const number = gated.open(CONFLICT);
  await gated.run(number, { cache: 'on', beforePost: (folder) => writeFileSync(join(folder, 'run-me.sh'), 'exit 1') });
  const second = await gated.run(number, { cache: 'on' });
  expect(second.log).toContain('were thrown away');
  expect(second.outputs['calls']).toBe(calls);
  expect(second.exitCode).toBe(1);
});

test('a cancelled run is no verdict; what it paid for is kept, and the next run pays for the rest only', async () => {
  const number = gated.open(CONFLICT);
  const cancelled = await gated.run(number, { cache: 'on', cancelAfter: 40 });
  expect([cancelled.exitCode, cancelled.outputs['verdict']]).toEqual([2, 'inconclusive']);
  expect(gated.comments(number)).toEqual([]);
  const stored = Number(cancelled.outputs['calls']);
  expect(stored).toBeGreaterThanOrEqual(40);
  const next = await gated.run(number, { cache: 'on' });
  expect(next.exitCode).toBe(1);
  expect(Number(next.outputs['calls'])).toBe(Number(calls) - stored);
});

test.each([403, 404])('a cache service that answers %d costs only the cache', async (status) => {
  const number = gated.open(CONFLICT);
  twirp.status = status;
  const run = await gated.run(number, { cache: 'on' });
  twirp.status = undefined;
  expect([run.exitCode, run.outputs['calls']]).toEqual([1, calls]);
});

test('one that is down costs seconds, not minutes, in both steps', async () => {
  const number = gated.open(CONFLICT);
  twirp.status = 503;
  const before = gated.server.requests.length;
  const run = await gated.run(number, { cache: 'on' });
  twirp.status = undefined;
  expect([run.exitCode, run.outputs['calls']]).toEqual([1, calls]);
  expect(run.log).toContain('the Actions cache does not answer');
  // The client itself would ask five times for each of three archives, in over a minute.
  const asked = gated.server.requests.slice(before).filter(({ path }) => path.startsWith('/twirp/'));
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('the gate of models starts from what the seed of the spec’s gate paid for', async () => {
  const own = await createGatedRepository({
    'spec-gate.yml': harborConfig(QUICK),
    'spec-gate.models.yml': harborConfig(QUICK),
  });
  const config = 'spec-gate.models.yml';
  const { server, base } = own;
  await own.start(pushEvent(server.github, { before: '0'.repeat(40), after: base }), {
    inputs: { mode: 'seed' },
    cache: 'on',
  });
  const number = own.open({
    [config]: harborConfig(QUICK, ['  - sim/birch', '  - { id: sim/birch-next, replaces: sim/birch }']),
  });
  const cold = await own.run(number, { inputs: { config } });
  const seeded = await own.run(number, { inputs: { config }, cache: 'on' });
  expect([seeded.exitCode, seeded.outputs['cache-hit']]).toEqual([cold.exitCode, 'true']);
  expect(Number(seeded.outputs['calls'])).toBeLessThan(0.6 * Number(cold.outputs['calls']));
  await own.close();
});

test('a checkout of one commit without history: what is missing is fetched, the rest is asked of GitHub', async () => {
  const number = gated.open(CONFLICT);
  const { git, server, base } = gated;
  git.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  const head = server.github.pulls.get(number)!.head.sha;
  const folder = mkdtempSync(join(tmpdir(), 'shallow-'));
  execFileSync('git', ['clone', '--quiet', '--depth=1', `--branch=change-${number}`, `file://${git.path}`, folder]);
  server.github.mergeBase = base;
  const run = await gated.start(pullRequestEvent(server.github, { number }), { workspace: folder });
  const count = execFileSync('git', ['-C', folder, 'rev-list', '--count', head], { encoding: 'utf8' }).trim();
  const { exitCode, outputs } = run;
  expect([exitCode, outputs['verdict'], count]).toEqual([1, 'fail', '1']);
  rmSync(folder, { recursive: true, force: true });
});
