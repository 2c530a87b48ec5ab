// Models compared from the command line: two that are named, or the lists of both sides of a branch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand } from '../support/run-command.ts';
import { harborConfig, harborFile, QUICK } from '../support/runner/gated-repository.ts';

let git: GitRepository;
beforeEach(() => {
  git = createRepository();
  for (const file of ['spec.md', 'bank.jsonl', 'world.yml']) git.write(file, harborFile(file));
  git.write('spec-gate.yml', harborConfig(QUICK));
  git.commit('base');
});
afterEach(() => git.remove());

const check = (...args: string[]) => runCommand(['check', ...args], { cwd: git.path });
const report = (name = 'report.json'): Report =>
  JSON.parse(readFileSync(join(git.path, 'spec-gate-report', name), 'utf8')) as Report;
const pairs = ({ models }: Report): readonly string[] =>
  models.flatMap(({ model, replaces }) => (replaces === undefined ? [] : [`${replaces} > ${model}`]));

test('two models that are named, on the spec as it stands', async () => {
  const { code, stdout } = await check('--base-model', 'sim/birch', '--head-model', 'sim/birch-next');
  expect([0, 1, 2]).toContain(code);
  expect(stdout).toContain('sim/birch-next');
  const found = report();
  expect(found.comparison).toBe('model');
  expect(pairs(found)).toEqual(['sim/birch > sim/birch-next']);
  expect(found.models).toHaveLength(4);
  expect(found.changes).toEqual([]);
});

describe('a branch', () => {
  test('that changes the list of models', async () => {
    git.write('spec-gate.yml', harborConfig(QUICK, ['  - sim/aspen', '  - sim/aspen-next']));
    await check('--base', 'main');
    expect(report().comparison).toBe('model');
    expect(pairs(report())).toEqual(['sim/aspen > sim/aspen-next']);
  });

  test('that changes spec and models gets two reports, the one that blocks most first', async () => {
    git.write('spec-gate.yml', harborConfig(QUICK, ['  - sim/aspen', '  - sim/aspen-next']));
    git.write('spec.md', harborFile('head-conflict/spec.md'));
    const { code, stdout } = await check('--base', 'main');
    expect(code).toBe(1);
    expect(stdout.match(/^(?:PASS|FAIL|INCONCLUSIVE) /gm)).toHaveLength(2);
    expect([report().comparison, report('report.models.json').comparison]).toEqual(['target', 'model']);
    const plan = await runCommand(['plan', '--base', 'main'], { cwd: git.path });
    expect(plan.stdout.match(/^Calls /gm)).toHaveLength(2);
  });

  test('that changes neither', async () => {
    const { code } = await check('--base', 'main');
    expect(code).toBe(0);
    expect(report().comparison).toBe('target');
  });
});

test.each([
  ['one model only', ['--base-model', 'sim/birch'], /go together/],
  ['a model and itself', ['--base-model', 'sim/birch', '--head-model', 'sim/birch'], /two different/],
  ['a provider nobody knows', ['--base-model', 'sim/birch', '--head-model', 'other/x'], /no provider/],
  ['a branch as well', ['--base-model', 'sim/birch', '--head-model', 'sim/cedar', '--base', 'main'], /leave --base/],
])('%s', async (_what, args, reason) => {
  const { code, stderr } = await check(...args);
  expect(code).toBe(3);
  expect(stderr).toMatch(reason);
});
