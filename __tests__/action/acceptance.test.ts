// An intended change: written down in the pull request, counted only with an approver's review of its very last commit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { runCommand } from '../support/run-command.ts';
import type { Review } from '../support/runner/github-state.ts';
import { mergeGroupEvent } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

let gated: GatedRepository;
let number = 0;
/** The acceptances that `spec-gate accept` wrote, by path. */
let accepted: Readonly<Record<string, string>> = {};

const APPROVERS = ['onInconclusive: fail', 'onInconclusive: fail\napprovers: [olga]'] as const;
const report = (): Report => JSON.parse(gated.output('report.json')) as Report;
const head = (): string => gated.server.github.pulls.get(number)!.head.sha;
const notCounted = (): string =>
  report()
    .notes.filter(({ code }) => code === 'acceptanceNotCounted')
    .map(({ args }) => String(args['reasons']))
    .join('; ');

function review(login: string, state: Review['state'], commit = head(), minute = 0): Review {
  const submitted_at = new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
  return { user: { login, type: 'User' }, state, commit_id: commit, submitted_at };
}

beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK, APPROVERS) });
  for (const login of ['olga', 'ana', 'tom']) gated.server.github.permissions.set(login, 'write');
  number = gated.open(CONFLICT);
  await gated.run(number);
  for (const { code } of report().verdict.reasons) {
    const args = ['accept', code, '--reason', 'we want candour here', '--expires', '2030-01-31', '--json'];
    const written = await runCommand(args, { cwd: gated.git.path });
    // What is said and keeps nothing from passing needs no acceptance.
    if (written.stderr.includes('keeps this report from passing')) continue;
    const { files } = JSON.parse(written.stdout) as { files: string[] };
    for (const file of files) accepted = { ...accepted, [file]: readFileSync(join(gated.git.path, file), 'utf8') };
  }
  gated.push(number, accepted);
});
afterAll(() => gated.close());

describe('whose review counts', () => {
  test.each<[string, () => readonly Review[], RegExp]>([
    ['nobody has reviewed', () => [], /nobody has reviewed/],
    ['somebody who is no approver', () => [review('tom', 'APPROVED')], /@tom: is not among/],
    ['the author', () => [review('ana', 'APPROVED')], /@ana: is the author/],
    ['an approver, before the last push', () => [review('olga', 'APPROVED', 'c'.repeat(40))], /approved ccccccc, not/],
    [
      'an approver, dismissed later',
      () => [review('olga', 'APPROVED'), review('olga', 'DISMISSED', head(), 5)],
      /the approval was dismissed/,
    ],
  ])('%s: still red, and the report says why', async (_who, reviews, reason) => {
    gated.server.github.reviews.set(number, [...reviews()]);
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict'], run.outputs['resolution']]).toEqual([1, 'fail', 'none']);
    expect(report().verdict.resolution).toBeUndefined();
    expect(notCounted()).toMatch(reason);
  });

  test('an approver who pushed to the change: still red', async () => {
    const pull = gated.server.github.pulls.get(number)!;
    pull.commits = [
      ['ana', 'ana'],
      ['olga', 'web-flow'],
    ];
    gated.server.github.reviews.set(number, [review('olga', 'APPROVED')]);
    const run = await gated.run(number);
    pull.commits = [['ana', 'ana']];
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    expect(notCounted()).toMatch(/@olga: has written or committed a part of this change/);
  });

  test('an approver, of this very commit: green; the verdict stays a failure that is said to be accepted', async () => {
    gated.server.github.reviews.set(number, [review('olga', 'APPROVED')]);
    const run = await gated.run(number);
    expect(run.outputs).toMatchObject({ verdict: 'fail', resolution: 'accepted', 'exit-code': '0' });
    expect(run.exitCode).toBe(0);
    expect(report().verdict).toMatchObject({
      status: 'fail',
      resolution: { kind: 'accepted', by: ['olga'], reason: 'we want candour here', expires: '2030-01-31' },
    });
    const [comment] = gated.comments(number);
    expect(comment).toMatch(/^### ☑️ Spec Gate: accepted although /);
    expect(comment).toContain('we want candour here');
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('in the merge queue the pull request’s approval holds for the same texts', async () => {
    const { server, git, base } = gated;
    git.git('checkout', '--quiet', '--detach', base);
    git.git('merge', '--quiet', '--no-ff', '--no-edit', head());
    const group = mergeGroupEvent(server.github, { base, head: git.git('rev-parse', 'HEAD') });
    const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
    const run = await gated.start({ ...group, env: { ...group.env, GITHUB_REF: ref } });
    expect(run.exitCode).toBe(0);
    expect(report().verdict.resolution?.by).toEqual(['olga']);
    expect(report().head.sha).not.toBe(head());
  });
});

describe('what voids it', () => {
  const approve = (): void => void gated.server.github.reviews.set(number, [review('olga', 'APPROVED')]);
  test('another spec text', async () => {
    gated.push(number, { 'spec.md': `${CONFLICT['spec.md']}\nAnother word.\n` });
    approve();
    const run = await gated.run(number);
    gated.push(number, CONFLICT);
    expect(run.exitCode).toBe(1);
    expect(notCounted()).toMatch(/another spec text/);
  });

  test('a file that is no acceptance is named', async () => {
    const file = '.spec-gate/accepted/made-up.json';
    gated.push(number, { [file]: '{"finding": "all"}' });
    const run = await gated.run(number);
    gated.push(number, { [file]: null });
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('not an acceptance: ');
  });
});

test('an outage: an inconclusive run is accepted the same way, for this text', async () => {
  const other = gated.open({
    'spec.md': harborFile('spec.md').replace('Ask what this answer adds', 'Ask what it adds'),
  });
  await gated.run(other);
  const found = report();
  expect(found.verdict.status).toBe('inconclusive');
  const files: Record<string, string> = {};
  for (const { code } of found.verdict.reasons) {
    const args = ['accept', code, '--reason', 'the provider is down', '--json'];
    const { stdout } = await runCommand(args, { cwd: gated.git.path });
    for (const file of (JSON.parse(stdout) as { files: string[] }).files) {
      files[file] = readFileSync(join(gated.git.path, file), 'utf8');
    }
  }
  const sha = gated.push(other, files);
  gated.server.github.reviews.set(other, [review('olga', 'APPROVED', sha)]);
  const run = await gated.run(other);
  expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'inconclusive']);
  expect(report().verdict.resolution?.reason).toBe('the provider is down');
});

test('spec-gate log lists what was accepted, and accept refuses what is not there', async () => {
  const cwd = gated.git.path;
  gated.git.checkout(`change-${number}`);
  const log = await runCommand(['log'], { cwd });
  expect(log.stdout).toMatch(/^\d{4}-\d{2}-\d{2} {2}\w+.* · until 2030-01-31\n {12}we want candour here$/m);
  await gated.run(number);
  const unknown = await runCommand(['accept', 'everything', '--reason', 'x'], { cwd });
  expect(unknown.code).toBe(3);
  expect(unknown.stderr).toMatch(/what does: \w+/);
  for (const args of [
    ['--reason', ' '],
    ['--reason', 'x', '--expires', '2020-01-01'],
    ['--reason', 'x', '--expires', 'soon'],
  ]) {
    expect((await runCommand(['accept', 'judgeAgreementFell', ...args], { cwd })).code).toBe(3);
  }
});
