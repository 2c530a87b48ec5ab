// Under whose rules a pull request is judged: its base branch's, whatever its own files and workflow say.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
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
beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
});
afterAll(() => gated.close());

const report = (name = 'report.json'): Report => JSON.parse(gated.output(name)) as Report;
const codes = ({ verdict }: Report): readonly string[] => verdict.reasons.map(({ code }) => code);
const optionsOf = ({ verdict }: Report): readonly unknown[] =>
  verdict.reasons.filter(({ code }) => code === 'policyLoosened').map(({ args }) => args['option']);

test('an old pull request is judged under the policy of today, not that of its last push', async () => {
  const { git, server } = gated;
  git.branch('before-the-gate-was-strict', gated.base);
  const metrics = ['nonCompliance', 'letThrough', 'frequentNonCompliance', 'judgeAgreement', 'disagreement'];
  const reported = metrics.map((metric) => `${metric}: report, `).join('');
  git.write('spec-gate.yml', harborConfig(QUICK, ['actions: { ', `actions: { ${reported}`]));
  const before = git.commit('lenient');
  const number = gated.open({});
  git.git('checkout', '--quiet', '--detach', before);
  git.write('spec.md', CONFLICT['spec.md']);
  const pull = server.github.pulls.get(number)!;
  // As the event has it; main has moved on to the config of this repository.
  pull.base = { sha: before };
  pull.head.sha = git.commit('edit');
  const run = await gated.run(number);
  expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
});

test('main has taken a file into the spec: a pull request from before passes where it touches no spec', async () => {
  const { git, server, base } = gated;
  const number = gated.open({ 'docs/notes.md': 'words\n' });
  git.git('checkout', '--quiet', '--detach', base);
  git.write('more.md', '# More\n\n## Be plain\n\nUse plain words.\n');
  git.write('spec-gate.yml', harborConfig(QUICK, ['spec: spec.md', 'spec: [spec.md, more.md]']));
  server.github.branches.set('main', git.commit('more'));
  const run = await gated.run(number);
  gated.push(number, CONFLICT);
  const edited = await gated.run(number);
  server.github.branches.set('main', base);
  expect([run.exitCode, run.log]).toEqual([0, expect.stringContaining('older than 1 file of the spec, and touches')]);
  expect([edited.exitCode, edited.annotations[0]?.message]).toEqual([
    3,
    expect.stringMatching(/policy of today names/),
  ]);
});

test('where nobody says how main stands now, the event’s word holds for a pull request, and none for a merge group', async () => {
  const { server, base } = gated;
  let isSilent = true;
  server.prepend(({ path }) =>
    isSilent && path.endsWith('/git/ref/heads/main') ? { status: 404, body: { message: 'Not Found' } } : undefined,
  );
  const pull = gated.open({ 'docs/notes.md': 'words\n' });
  const run = await gated.run(pull);
  expect([run.exitCode, run.log]).toEqual([0, expect.stringContaining('policy of main as the event has it')]);
  const head = server.github.pulls.get(pull)!.head.sha;
  expect((await gated.start(mergeGroupEvent(server.github, { base, head }))).exitCode).toBe(3);
  isSilent = false;
});

describe('a pull request that loosens its own gate', () => {
  test('wider margins and fewer judges do not save a failing edit, and are listed one by one', async () => {
    const config = harborConfig(
      QUICK,
      ['judgeAgreement: 0.1', 'judgeAgreement: 1'],
      ['nonCompliance: 0.05', 'nonCompliance: 1'],
      ['sim/umpire', 'sim/drowsy'],
      ['onInconclusive: fail', 'onInconclusive: report'],
    );
    const number = gated.open({ ...CONFLICT, 'spec-gate.yml': config });
    const run = await gated.run(number);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'fail']);
    const found = report();
    expect(optionsOf(found)).toEqual(['judges', 'onInconclusive', 'margins.nonCompliance', 'margins.judgeAgreement']);
    expect(codes(found)).toContain('clauseLetThrough');
    expect(found.judges.panel.map(({ judge }) => judge)).toContain('sim/umpire');
    expect(gated.comments(number)[0]).toContain('his change loosens `margins.nonCompliance` from `0.05` to `1`');
  });

  test('alone, without a call', async () => {
    const config = harborConfig(QUICK, ['untested: inconclusive', 'untested: report']);
    const run = await gated.run(gated.open({ 'spec-gate.yml': config }));
    expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([1, 'fail', '0']);
    expect(optionsOf(report())).toEqual(['actions.untested']);
  });

  test('by removing the config', async () => {
    const run = await gated.run(gated.open({ ...CONFLICT, 'spec-gate.yml': null }));
    expect(run.exitCode).toBe(1);
    expect(optionsOf(report())).toEqual(['spec-gate.yml']);
    expect(codes(report())).toContain('clauseLetThrough');
  });

  test('by taking the telling scenarios out of the bank: they count as on base', async () => {
    const lines = harborFile('bank.jsonl').trim().split('\n');
    const without = lines.filter((line) => !line.includes('assume_best_intentions'));
    const run = await gated.run(gated.open({ ...CONFLICT, 'bank.jsonl': `${without.join('\n')}\n` }));
    expect(run.exitCode).toBe(1);
    expect(optionsOf(report())).toEqual(['bank']);
    expect(codes(report())).toContain('clauseLetThrough');
  });

  test('a stricter policy is no loosening', async () => {
    const config = harborConfig(QUICK, ['nonCompliance: 0.05', 'nonCompliance: 0.01']);
    const run = await gated.run(gated.open({ 'spec-gate.yml': config }));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'none']);
  });

  test.each(['seed', 'nightly'])('mode: %s on a pull request is refused', async (mode) => {
    const run = await gated.run(gated.open(CONFLICT), { inputs: { mode } });
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('judges nothing');
  });

  test('inputs only tighten: a larger budget is the config’s, a smaller one stops the run', async () => {
    const number = gated.open(CONFLICT);
    const run = await gated.run(number, { inputs: { 'max-calls': '999999' } });
    expect(run.exitCode).toBe(1);
  });
});

describe('endpoints and keys', () => {
  test('a provider that only the head has is asked nothing, gets no key, and its model is not judged', async () => {
    const evil = `${gated.server.origin}/evil`;
    const config = harborConfig(
      QUICK,
      ['providers:', `providers:\n  evil: { kind: openai, baseUrl: "${evil}", apiKeyEnv: OPENAI_API_KEY }`],
      ['  - sim/dogwood', '  - sim/dogwood\n  - evil/gpt'],
    );
    const number = gated.open({ 'spec-gate.yml': config });
    const run = await gated.run(number, { env: { OPENAI_API_KEY: 'sk-secret-of-the-base' } });
    expect(run.exitCode).toBe(1);
    expect(codes(report())).toEqual(expect.arrayContaining(['policyLoosened', 'modelNotAllowed']));
    expect(optionsOf(report())).toEqual(['providers.evil']);
    expect(gated.server.requests.filter(({ path }) => path.startsWith('/evil'))).toEqual([]);
    expect(run.log).not.toContain('sk-secret-of-the-base');
  });
});

describe('the list of models', () => {
  test('a replaced model is compared with its predecessor on the base spec; the declared pair is kept', async () => {
    const config = harborConfig(QUICK, ['  - sim/birch', '  - { id: sim/birch-next, replaces: sim/birch }']);
    const number = gated.open({ 'spec-gate.yml': config });
    const run = await gated.run(number);
    const found = report();
    expect(found.comparison).toBe('model');
    expect(found.models.find(({ model }) => model === 'sim/birch-next')?.replaces).toBe('sim/birch');
    expect(found.base.specHash).toBe(found.head.specHash);
    // No comparison of the specs, so nothing is evaluated with the removed model as a part of the panel.
    expect(found.notes.map(({ code }) => code)).not.toContain('removedModelStillEvaluated');
    expect(run.exitCode).not.toBe(3);
    expect(gated.comments(number)[0]).toContain('sim/birch-next');
  });

  test('a pull request that changes spec and models gets both comparisons, never one blended', async () => {
    const config = harborConfig(QUICK, ['  - sim/aspen', '  - sim/aspen-next']);
    const number = gated.open({ ...CONFLICT, 'spec-gate.yml': config });
    const run = await gated.run(number);
    expect(run.exitCode).toBe(1);
    const [first, second] = [report(), report('report.models.json')];
    expect([first.comparison, second.comparison]).toEqual(['target', 'model']);
    // The head's list of models is no part of the spec's comparison: removed ones are still evaluated.
    expect(first.head.models).toContain('sim/aspen');
    expect(first.notes.map(({ code }) => code)).toContain('removedModelStillEvaluated');
    expect(second.notes).toContainEqual(
      expect.objectContaining({ code: 'modelPairInferred', args: { model: 'sim/aspen-next', replaces: 'sim/aspen' } }),
    );
    const [comment] = gated.comments(number);
    expect(comment?.match(/^### /gm)).toHaveLength(2);
    expect(run.summary.match(/^### /gm)).toHaveLength(2);
  });

  test('a model that replaces none stands beside the panel only, and that is not a pass', async () => {
    const config = harborConfig(QUICK, ['  - sim/dogwood', '  - sim/dogwood\n  - sim/birch-next']);
    const run = await gated.run(gated.open({ 'spec-gate.yml': config }));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([2, 'inconclusive']);
    expect(codes(report())).toContain('modelNotCompared');
    expect(report().modelChanges).toMatchObject([{ model: 'sim/birch-next', origin: 'added', panel: { others: 4 } }]);
  });
});

describe('scenarios of the head', () => {
  const bank = harborFile('bank.jsonl');

  test('they are run beside the base bank’s and cannot dilute a failure', async () => {
    const easy = bank
      .trim()
      .split('\n')
      .filter((line) => line.includes('"assume_best_intentions"'))
      .map((line, index) => JSON.stringify({ ...(JSON.parse(line) as object), id: `copy-${index}` }));
    const number = gated.open({ ...CONFLICT, 'bank.jsonl': `${bank}${easy.join('\n')}\n` });
    const run = await gated.run(number);
    expect(run.exitCode).toBe(1);
    expect(optionsOf(report())).toEqual([]);
  });

  test('a bank that the head breaks is named with its line, and nothing is run', async () => {
    const run = await gated.run(gated.open({ ...CONFLICT, 'bank.jsonl': `${bank}{"id": 7}\n` }));
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]).toMatchObject({ level: 'error', properties: { file: 'bank.jsonl', line: '40' } });
    expect(run.annotations.at(-1)?.message).toMatch(/^Spec Gate is not set up/);
  });
});

test('policyChange: report says what is loosened and does not fail for it', async () => {
  const open = ['policyChange: fail', 'policyChange: report'] as const;
  const lenient = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK, open) });
  const config = harborConfig(QUICK, open, ['untested: inconclusive', 'untested: report']);
  const run = await lenient.run(lenient.open({ 'spec-gate.yml': config }));
  expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
  expect(run.summary).toContain('his change loosens `actions.untested`');
  await lenient.close();
});

test('bootstrap: no config on base means no call, diff and plan in summary and comment, a notice, green', async () => {
  const empty = await createGatedRepository({ 'spec-gate.yml': null });
  const number = empty.open({ ...CONFLICT, 'spec-gate.yml': harborFile('spec-gate.yml') });
  const run = await empty.run(number);
  expect([run.exitCode, run.outputs['verdict'], run.outputs['calls']]).toEqual([0, 'none', '0']);
  expect(run.annotations).toEqual([expect.objectContaining({ level: 'notice' })]);
  expect(run.summary).toContain('assume_best_intentions');
  expect(run.summary).toMatch(/at worst {2}[\d,]+ needed/);
  expect(empty.comments(number)).toEqual([expect.stringMatching(/^### Spec Gate: first run[^]*at worst/)]);

  const nothing = await empty.run(empty.open(CONFLICT));
  expect(nothing.exitCode).toBe(3);
  expect(nothing.annotations[0]?.message).toContain('no spec-gate.yml on either side');
  await empty.close();
});

describe('a base branch without a config, beside a default branch that has one', () => {
  let pages = '';
  beforeAll(() => {
    gated.git.branch('gh-pages', gated.base);
    gated.git.git('rm', '--quiet', 'spec-gate.yml');
    pages = gated.git.commit('pages');
  });

  test.each([
    ['a failing edit', CONFLICT],
    ['no edit of the spec', { 'docs/notes.md': 'words\n' }],
  ])('%s cannot earn a green check there to keep when it is turned to main', async (_name, files) => {
    const number = gated.open(files);
    const { base } = gated.server.github.pulls.get(number)!;
    Object.assign(base, { sha: pages, ref: 'gh-pages' });
    const run = await gated.run(number);
    expect(run.exitCode).toBe(3);
    expect(run.outputs['verdict']).toBeUndefined();
    expect(run.annotations[0]?.message).toMatch(/base branch gh-pages has no spec-gate\.yml, while .* main has one/);
  });

  test('nor can a merge group of that branch', async () => {
    const head = gated.server.github.pulls.get(gated.open(CONFLICT))!.head.sha;
    const group = mergeGroupEvent(gated.server.github, { base: pages, head });
    const ref = `refs/heads/gh-readonly-queue/gh-pages/pr-1-${pages}`;
    const run = await gated.start({ ...group, env: { ...group.env, GITHUB_REF: ref } });
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('target main');
  });

  test('a default branch that cannot be read is not taken for one without a policy', async () => {
    const number = gated.open(CONFLICT);
    const { pulls, branches } = gated.server.github;
    pulls.get(number)!.base = { sha: pages, ref: 'gh-pages' };
    branches.delete('main');
    const run = await gated.run(number);
    branches.set('main', gated.base);
    expect(run.exitCode).toBe(3);
    expect(run.annotations[0]?.message).toContain('cannot be read');
  });

  test('where the default branch has none either, any branch may bring the first', async () => {
    const number = gated.open({ ...CONFLICT, 'spec-gate.yml': harborConfig(QUICK) });
    const { pulls, branches } = gated.server.github;
    pulls.get(number)!.base = { sha: pages, ref: 'next' };
    branches.set('main', pages);
    const run = await gated.run(number);
    branches.set('main', gated.base);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'none']);
  });
});
