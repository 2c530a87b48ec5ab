// A local check of a branch that edits its own policy: it is judged by it, and told so where that is looser.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/report/report.ts';
import { loadSides } from '../../src/gate/commands/sides.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand } from '../support/run-command.ts';
import { harborConfig, harborFile, QUICK } from '../support/runner/gated-repository.ts';

let git: GitRepository;
beforeEach(() => {
  git = createRepository();
  for (const file of ['spec.md', 'bank.jsonl', 'world.yml']) git.write(file, harborFile(file));
});
afterEach(() => git.remove());

const config = (...lines: readonly string[]): string => `${harborConfig(QUICK)}\n${lines.join('\n')}\n`;
const check = async (...args: string[]): Promise<{ stdout: string; notes: readonly Finding[] }> => {
  const { stdout, stderr } = await runCommand(['check', '--base', 'main', ...args], { cwd: git.path });
  if (stdout === '') throw new Error(stderr);
  const { notes } = JSON.parse(readFileSync(join(git.path, 'spec-gate-report/report.json'), 'utf8')) as Report;
  return { stdout, notes: notes.filter(({ code }) => code === 'judgedByOwnPolicy') };
};

const checkByBase = async (): Promise<{ readonly code: number | undefined; readonly report: Report }> => {
  const { code, stderr } = await runCommand(['check', '--base', 'main', '--base-policy'], { cwd: git.path });
  if (code === 3) throw new Error(stderr);
  return { code, report: JSON.parse(readFileSync(join(git.path, 'spec-gate-report/report.json'), 'utf8')) as Report };
};

test('each option that is looser than the base’s is named in one note; --base-policy needs none', async () => {
  git.write('spec-gate.yml', config('auditShare: 0.3', 'approvers: [ana]'));
  git.commit('base');
  git.branch('mine');
  git.write('spec-gate.yml', config('auditShare: 0.2', 'approvers: [ana, bo]', 'seed: mine'));
  git.commit('looser');
  const { stdout, notes } = await check();
  expect(notes.map(({ args }) => args)).toEqual([{ base: 'main', options: ['approvers', 'auditShare', 'seed'] }]);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('--base-policy judges as the Action does');
  expect((await check('--base-policy')).notes).toEqual([]);
});

test('a stricter policy, and a base without one or with a broken one, need no note', async () => {
  git.write('spec-gate.yml', config('auditShare: 0.3'));
  git.commit('base');
  git.write('spec-gate.yml', config('auditShare: 0.5'));
  expect((await check()).notes).toEqual([]);
  for (const broken of ['no config at all', undefined]) {
    if (broken === undefined) git.git('rm', '--quiet', '--force', 'spec-gate.yml');
    else git.write('spec-gate.yml', broken);
    git.commit('broken');
    git.write('spec-gate.yml', config('auditShare: 0.2'));
    expect((await check()).notes).toEqual([]);
  }
});

test('by the base’s policy: what the branch loosens of config, models and bank fails it, as in the Action', async () => {
  git.write('spec-gate.yml', config('auditShare: 0.3'));
  git.commit('base');
  git.branch('mine');
  const bank = harborFile('bank.jsonl').split('\n');
  git.write('bank.jsonl', bank.slice(1).join('\n'));
  git.write('spec-gate.yml', config('auditShare: 0.2'));
  git.commit('loosened');
  const { code, report } = await checkByBase();
  expect(code).toBe(1);
  const loosened = report.verdict.reasons.filter(({ code: kind }) => kind === 'policyLoosened');
  expect(loosened.map(({ args }) => args['option'])).toEqual(['auditShare', 'bank']);
  // Nobody reads reviews here.
  expect(report.acceptances).toBe('not-read');
});

test('by the base’s policy: answers that the branch has committed are no evidence', async () => {
  git.write('spec-gate.yml', config());
  git.commit('base');
  git.branch('mine');
  git.write('.spec-gate/store/00000101T000000Z-00000000.jsonl', '{}\n');
  git.commit('answers');
  await expect(checkByBase()).rejects.toThrow(
    /what answers are stored, and nobody can say who gave them.*git rm --cached -r/s,
  );
});

test('by the base’s policy: a branch is not compared with itself, nor with one that has all of it', async () => {
  git.write('spec-gate.yml', config());
  git.commit('base');
  git.branch('mine');
  const checkAgain = (): ReturnType<typeof runCommand> =>
    runCommand(['check', '--base', 'main', '--base-policy'], { cwd: git.path });
  const refused = { code: 3, stderr: expect.stringMatching(/main has every commit .*no change to judge/) as string };
  expect(await checkAgain()).toMatchObject(refused);
  git.checkout('main');
  git.commit('main went on');
  git.checkout('mine');
  expect(await checkAgain()).toMatchObject(refused);
  // What a build edits besides makes no change of it, and is looked at by no program that the repository names.
  git.git('config', 'filter.own.clean', 'touch was-run; cat');
  git.write('.git/info/attributes', '* filter=own\n');
  git.write('bank.jsonl', `${harborFile('bank.jsonl')}\n`);
  expect(await checkAgain()).toMatchObject(refused);
  expect(existsSync(join(git.path, 'was-run'))).toBe(false);
  // What is not committed yet is a change.
  git.write('spec.md', `${harborFile('spec.md')}\n`);
  expect((await checkAgain()).code).toBe(0);
});

test('by the base’s policy as it is now, however old the branch; a tag of its name is not taken for it', async () => {
  git.write('spec-gate.yml', config('auditShare: 0.2'));
  git.commit('base');
  git.branch('mine');
  git.commit('mine');
  git.checkout('main');
  git.write('spec-gate.yml', config('auditShare: 0.5'));
  git.commit('stricter');
  git.checkout('mine');
  const load = (base: string) => loadSides({ cwd: git.path, config: 'spec-gate.yml', base, basePolicy: true });
  expect((await load('main')).project.config.auditShare).toBe(0.5);
  // What branched off it is compared with where it did: the stricter config is no change of the branch's.
  expect((await load('main')).grounds).toEqual([]);
  git.git('tag', 'main', 'mine');
  await expect(load('main')).rejects.toThrow(/"main" is the name of several: refs\/heads\/main, refs\/tags\/main/);
  const { project, base } = await load('refs/heads/main');
  expect([project.config.auditShare, base.ref]).toEqual([0.5, 'main']);
});

test('by the base’s policy: scenarios that the branch adds are no loosening', async () => {
  git.write('spec-gate.yml', config());
  git.commit('base');
  git.branch('mine');
  git.write('bank.jsonl', `${harborFile('bank.jsonl')}{"id":"new","query":"May I?","clauses":[]}\n`);
  git.commit('more');
  expect((await checkByBase()).report.verdict.status).toBe('pass');
});

test('reviews may be read where the Action may judge: on a machine of one’s own, of a repository that lies nowhere else', async () => {
  git.write('spec-gate.yml', config());
  git.commit('base');
  const acceptances = async (env: Readonly<Record<string, string>>): Promise<string | undefined> => {
    const { code, stderr } = await runCommand(['check', '--base', 'main'], { cwd: git.path, env });
    if (code !== 0) throw new Error(stderr);
    return (JSON.parse(readFileSync(join(git.path, 'spec-gate-report/report.json'), 'utf8')) as Report).acceptances;
  };
  expect(await acceptances({})).toBeUndefined();
  expect(await acceptances({ GITLAB_CI: 'true' })).toBe('not-read');
  git.git('remote', 'add', 'origin', 'git@github.com:me/specs.git');
  expect(await acceptances({})).toBeUndefined();
  git.git('remote', 'set-url', 'origin', 'git@codeberg.org:me/specs.git');
  expect(await acceptances({})).toBe('not-read');
});
