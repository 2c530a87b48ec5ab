// Inputs that say where the gate stands and what it compares: `working-directory`, `base` and `head`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { dispatchEvent, pushEvent, scheduleEvent } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

/** A package of a monorepo with a gate of its own. */
const PETS = Object.fromEntries(
  ['spec.md', 'bank.jsonl', 'world.yml'].map((name) => [`pets/${name}`, harborFile(name)]),
);

let gated: GatedRepository;
beforeAll(async () => {
  gated = await createGatedRepository({
    ...PETS,
    'spec-gate.yml': harborConfig(QUICK),
    'pets/spec-gate.yml': harborConfig(QUICK),
  });
});
afterAll(() => gated.close());

describe('working-directory', () => {
  test('is where the config starts from: the gate of a package is the one that judges', async () => {
    const number = gated.open({ 'pets/spec.md': CONFLICT['spec.md'] });
    const root = await gated.run(number);
    expect([root.exitCode, root.outputs['verdict']]).toEqual([0, 'none']);
    // Said before anything is fetched or loaded that judges.
    expect(root.log).toMatch(new RegExp(`^\\| check: pull request ${number}, commit [0-9a-f]{7}\\n`));
    const run = await gated.run(number, { inputs: { 'working-directory': 'pets' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(gated.comments(number).map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^### ❌ Spec Gate `pets\/spec-gate\.yml`: /),
    ]);
    const places = run.annotations.flatMap(({ properties }) => properties['file'] ?? []);
    expect(new Set(places)).toEqual(new Set(['pets/spec.md']));
  });

  test('may be the folder of the checkout', async () => {
    const number = gated.open({ 'spec.md': harborFile('spec.md').replaceAll('\n\n', '\n\n\n') });
    const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
    cpSync(gated.git.path, join(workspace, 'repo'), { recursive: true });
    const run = await gated.run(number, { workspace, inputs: { 'working-directory': 'repo' } });
    rmSync(workspace, { recursive: true, force: true });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
  });

  test.each(['../outside', '/etc'])('is not %s', async (folder) => {
    const run = await gated.run(gated.open(CONFLICT), { inputs: { 'working-directory': folder } });
    expect([run.exitCode, run.outputs['exit-code']]).toEqual([3, '3']);
    expect(run.annotations[0]?.message).toContain('input working-directory: expected a folder below the workspace');
  });
});

describe('base and head', () => {
  const report = (): Report => JSON.parse(gated.output('report.json')) as Report;
  let number = 0;
  let head = '';
  beforeAll(() => {
    number = gated.open(CONFLICT);
    const { git, server, base } = gated;
    head = git.git('rev-parse', 'HEAD');
    server.github.branches.set('proposal', head);
    git.git('tag', 'v1', base);
    git.git('checkout', '--quiet', 'main');
  });

  test('a run by hand compares a tag with a branch, under the default branch’s policy, and writes no comment', async () => {
    const { server, base } = gated;
    const hand = dispatchEvent(server.github, { sha: base });
    const run = await gated.start(hand, { inputs: { base: 'v1', head: 'proposal' } });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['exit-code']]).toEqual([1, 'fail', '1']);
    expect(report()).toMatchObject({ base: { ref: 'v1', sha: base }, head: { ref: 'proposal', sha: head } });
    expect(gated.comments(number)).toEqual([]);
  });

  test('without head the commit of the run is compared: on a push, and on a schedule', async () => {
    const { server, base } = gated;
    for (const started of [
      pushEvent(server.github, { before: '0'.repeat(40), after: head }),
      scheduleEvent(server.github, head),
    ]) {
      const run = await gated.start(started, { inputs: { base } });
      expect([run.exitCode, report().base.sha, report().head.sha]).toEqual([1, base, head]);
    }
  });

  test('a change has ends of its own: a pull request is judged by those and by no others', async () => {
    const { base } = gated;
    const run = await gated.run(number, { inputs: { base: head, head: base } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([3, undefined]);
    expect(run.annotations[0]?.message).toContain('a pull_request run is judged by its own commits');
  });

  test.each([
    ['head alone', { head: 'proposal' }, 'refs/heads/main', 'input head without base'],
    [
      'another branch than the default one',
      { base: 'v1' },
      'refs/heads/proposal',
      'are for runs on the default branch',
    ],
    ['a ref that is not there', { base: 'v0' }, 'refs/heads/main', 'v0'],
  ])('%s is refused', async (_what, inputs, ref, message) => {
    const hand = dispatchEvent(gated.server.github, { sha: gated.base });
    const run = await gated.start({ ...hand, env: { ...hand.env, GITHUB_REF: ref } }, { inputs });
    expect([run.exitCode, run.outputs['exit-code']]).toEqual([3, '3']);
    expect(run.annotations[0]?.message).toContain(message);
  });
});
