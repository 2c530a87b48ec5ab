// Models compared from the command line: two that are named, or the lists of both sides of a branch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand } from '../support/run-command.ts';
import { fewScenarios, harborConfig, harborFile } from '../support/runner/gated-repository.ts';

/** Four scenarios whatever changes: where not the verdict is the point. */
const FOUR = fewScenarios(4);

let git: GitRepository;
beforeEach(() => {
  git = createRepository();
  for (const file of ['spec.md', 'bank.jsonl', 'world.yml']) git.write(file, harborFile(file));
  git.write('spec-gate.yml', harborConfig(FOUR));
  git.commit('base');
});
afterEach(() => git.remove());

/** Enough scenarios to see a difference, few enough to be quick. */
const TWELVE = fewScenarios(12);
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

test('a bank larger than one look takes: ever more scenarios, one answer a side, until it is decided', async () => {
  const few = 'scenarios: 32, extendTo: 39, replicates: { base: 4, confirm: 2 }';
  git.write('spec-gate.yml', harborConfig([few, `${few}, modelScenarios: 36`]));
  const models = ['--base-model', 'sim/birch', '--head-model', 'sim/birch-next'];
  const plan = await runCommand(['plan', ...models, '--json'], { cwd: git.path });
  expect(JSON.parse(plan.stdout)).toMatchObject({ first: { stage: 'confirm', scenarios: 6, draws: 1 } });
  const { code, stdout } = await check(...models);
  expect(code).toBe(1);
  const { rounds, selection } = report();
  expect(rounds.map(({ stage, scenarios, draws }) => [stage, scenarios, draws])).toEqual(
    rounds.map((_, look) => ['confirm', 6 * (look + 1), 1]),
  );
  expect(rounds.at(-1)!.outcome).toBe('fail');
  expect(selection).toHaveLength(36);
  expect(stdout).toMatch(/FAIL {2}\(simulated\)/);
});

describe('what a model does differently', () => {
  const changeOf = (model: string) => report().modelChanges!.find((change) => change.model === model)!;

  test('birch-next gives way where birch is careful (fixtures/harbor/world.yml)', async () => {
    git.write('spec-gate.yml', harborConfig());
    const { code } = await check('--base-model', 'sim/birch', '--head-model', 'sim/birch-next', '--disclose', 'full');
    expect(code).toBe(1);
    expect(report().modelChanges).toHaveLength(1);
    const change = changeOf('sim/birch-next');
    expect(change).toMatchObject({
      replaces: 'sim/birch',
      origin: 'declared',
      differences: [{ what: 'model', base: 'birch', head: 'birch-next' }],
    });
    for (const figure of ['nonCompliance', 'rejections', 'kinds', 'scores'] as const) {
      expect(change[figure]!.adjustedP).toBeLessThan(0.05);
    }
    expect(change.nonCompliance!.change).toBeGreaterThan(0.3);
    expect(change.rejections!.change).toBeLessThan(-0.3);
    expect(change.panel.nonCompliance!.change).toBeGreaterThan(0.1);
    // The profile's largest differences: openness up, protection from harm down.
    const moved = new Map(
      change.values.filter(({ status }) => status === 'changed').map((row) => [row.id, row.change!]),
    );
    expect(moved.get('liberty and choice') ?? moved.get('spreading knowledge')).toBeGreaterThan(1);
    expect(moved.get('protection from harm')).toBeLessThan(-1);
    const { answers, onlyHead, onlyBase, clauses } = change.forbidden!;
    expect(onlyHead).toBeGreaterThan(answers / 5);
    expect(onlyBase).toBeLessThan(onlyHead / 4);
    expect(clauses.map(({ clause }) => clause)).toContain('avoid_hazardous_detail');
    const worst = change.clauses.find(({ id }) => id === 'avoid_hazardous_detail')!;
    expect(worst.nonCompliance).toMatchObject({ status: 'changed' });
    expect(worst.rejections!.change).toBeLessThan(-0.5);
    // An example shows both answers and one of the panel, each with what was said of it.
    const [example] = change.examples;
    expect(example!.base).toMatchObject({ model: 'sim/birch', problematic: false });
    expect(example!.head).toMatchObject({ model: 'sim/birch-next', problematic: true });
    expect(example!.panel!.model).toMatch(/sim\/(aspen|cedar|dogwood)/);
    for (const answer of [example!.base, example!.head, example!.panel])
      expect(answer!.response).toContain('[simulated]');
  });

  test('aspen-next answers as aspen does, and nothing is seen to move', async () => {
    // One confirmation in twenty would see something by chance: the seed names one that does not.
    git.write('spec-gate.yml', `${harborConfig()}\nseed: calm\n`);
    const { stdout } = await check('--base-model', 'sim/aspen', '--head-model', 'sim/aspen-next');
    const change = changeOf('sim/aspen-next');
    for (const figure of ['nonCompliance', 'rejections', 'kinds', 'scores'] as const) {
      expect(change[figure]!.adjustedP).toBeGreaterThan(0.05);
    }
    expect(stdout).toContain('no change seen');
    // Nothing of a scenario or an answer is shown unless the config says so.
    expect(JSON.stringify(change)).not.toContain('[simulated]');
  });

  test('that is new and replaces none stands beside the panel and decides nothing', async () => {
    git.write('spec-gate.yml', harborConfig(TWELVE, ['  - sim/dogwood', '  - sim/dogwood\n  - sim/birch-next']));
    const { code, stdout } = await check('--base', 'main');
    expect(code).toBe(2);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('compared with the panel only');
    const change = changeOf('sim/birch-next');
    expect(change).toMatchObject({ origin: 'added', panel: { others: 4 } });
    expect(change.replaces).toBeUndefined();
    expect(change.nonCompliance).toBeUndefined();
    expect(change.panel.nonCompliance!.change).toBeGreaterThan(0.2);
    expect(change.examples[0]!.base).toBeUndefined();
    expect(report().endpoints).toEqual({});
    const plan = await runCommand(['plan', '--base', 'main'], { cwd: git.path });
    expect(plan.stdout).toContain('sim/birch-next is new: asked beside the panel');
  });

  test('that is declared to replace one that stays is told to take it off the list', async () => {
    const both = '  - sim/birch\n  - { id: sim/birch-next, replaces: sim/birch }';
    git.write('spec-gate.yml', harborConfig(FOUR, ['  - sim/birch', both]));
    const { code, stdout } = await check('--base', 'main');
    expect(code).toBe(2);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('take that one off the list');
  });

  test('with other parameters only says which', async () => {
    const changed = '  - { id: sim/cedar, version: two, params: { temperature: 0.3 } }';
    git.write('spec-gate.yml', harborConfig(FOUR, ['  - sim/cedar', changed]));
    await check('--base', 'main');
    expect(changeOf('sim/cedar')).toMatchObject({
      origin: 'same',
      replaces: 'sim/cedar',
      differences: [
        { what: 'version', head: 'two' },
        { what: 'temperature', head: '0.3' },
      ],
    });
  });
});

describe('a branch', () => {
  test('that changes the list of models', async () => {
    git.write('spec-gate.yml', harborConfig(FOUR, ['  - sim/aspen', '  - sim/aspen-next']));
    await check('--base', 'main');
    expect(report().comparison).toBe('model');
    expect(pairs(report())).toEqual(['sim/aspen > sim/aspen-next']);
  });

  test('that changes spec and models gets two reports, the one that blocks most first', async () => {
    git.write('spec-gate.yml', harborConfig(FOUR, ['  - sim/aspen', '  - sim/aspen-next']));
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
