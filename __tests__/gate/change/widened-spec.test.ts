// A change of which files are the spec: one that takes in further files is tested on them, any other is a loosened policy.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareChange } from '../../../src/gate/change/prepare-change.ts';
import { loadSides } from '../../../src/gate/commands/sides.ts';
import { openChange } from '../../../src/run/change-ends.ts';
import { loadProject } from '../../../src/run/load-project.ts';
import { createRepository, type GitRepository } from '../../support/git-repository.ts';
import { harborConfig, harborFile } from '../../support/runner/gated-repository.ts';

const MORE = '# More\n\n## Answer in the language of the question\n\nUnless they ask for another one.\n';
const naming = (...files: readonly string[]): string =>
  harborConfig(['spec: spec.md', `spec: ${JSON.stringify(files)}`]);

let git: GitRepository;
let base: string;
beforeAll(() => {
  git = createRepository();
  for (const file of ['spec.md', 'bank.jsonl', 'world.yml']) git.write(file, harborFile(file));
  git.write('notes.md', '# Notes\n\nNo part of the spec.\n');
  git.write('spec-gate.yml', naming('spec.md'));
  base = git.commit('base');
});
afterAll(() => git.remove());

async function prepare(files: Readonly<Record<string, string>>) {
  git.git('checkout', '--quiet', '--detach', base);
  for (const [file, text] of Object.entries(files)) git.write(file, text);
  const head = git.commit('head');
  const project = await loadProject({ kind: 'commit', repo: git.path, sha: base }, 'spec-gate.yml');
  const ends = await openChange(git.path, { base, head });
  const { checks, grounds, isTouched } = await prepareChange(ends, project, { base: 'main', head: 'change' });
  const { changes = [], subject } = checks.spec ?? {};
  return {
    isTouched,
    loosened: grounds.map(({ args }) => args['option']),
    changes: changes.map(({ kind, id }) => `${kind} ${id}`),
    untested: subject?.untested.map(({ clause }) => clause),
  };
}

test.each([
  ['behind the others', ['spec.md', 'more.md']],
  ['ahead of them', ['more.md', 'spec.md']],
  ['by a glob', ['*.md', '!notes.md']],
])('a new file, named %s, is clauses that are added', async (_where, files) => {
  const found = await prepare({ 'more.md': MORE, 'spec-gate.yml': naming(...files) });
  expect(found).toEqual({
    isTouched: true,
    loosened: [],
    changes: ['added more/answer-in-the-language-of-the'],
    untested: ['more/answer-in-the-language-of-the'],
  });
});

test.each([
  ['another in the place of one', ['more.md']],
  ['none of those that it had', ['notes.md', 'more.md']],
])('%s is a loosened policy, and the spec is tested as it was named', async (_what, files) => {
  const edit = harborFile('head-conflict/spec.md');
  const found = await prepare({ 'more.md': MORE, 'spec.md': edit, 'spec-gate.yml': naming(...files) });
  expect(found.loosened).toEqual(['spec']);
  expect(found.changes).toEqual(expect.arrayContaining(['edited avoid_hazardous_detail']));
});

test('a file called like the spec, or a system prompt of the change’s own, in other letters is refused', async () => {
  const files = { 'SPEC.md': harborFile('head-conflict/spec.md') };
  await expect(prepare(files)).rejects.toThrow('this change adds SPEC.md beside spec.md');
  const sides = loadSides({ cwd: git.path, config: 'spec-gate.yml', base, basePolicy: true });
  await expect(sides).rejects.toThrow('this change adds SPEC.md beside spec.md');
  const own = harborConfig(['  - sim/aspen\n', '  - { id: sim/aspen, system: kind.md }\n']);
  const prompts = { 'kind.md': 'Be kind.', 'Kind.md': 'Be rude.', 'spec-gate.yml': own };
  await expect(prepare(prompts)).rejects.toThrow(/this change adds [Kk]ind\.md beside [Kk]ind\.md/);
});

test('the command line under the base’s policy reads them, too', async () => {
  await prepare({ 'more.md': MORE, 'spec-gate.yml': naming('spec.md', 'more.md') });
  const { head, grounds } = await loadSides({ cwd: git.path, config: 'spec-gate.yml', base, basePolicy: true });
  expect([head.spec.files.map(({ file }) => file), grounds]).toEqual([['spec.md', 'more.md'], []]);
});

test.each([
  ['took in', ['spec.md'], ['spec.md', 'notes.md']],
  ['left out', ['spec.md', 'notes.md'], ['spec.md']],
])(
  'what the policy of today %s since is no part of an older change, which is tested as today’s spec',
  async (_what, then, now) => {
    git.git('checkout', '--quiet', '--detach', base);
    git.write('spec-gate.yml', naming(...then));
    const before = git.commit('then');
    git.write('spec-gate.yml', naming(...now));
    const tip = git.commit('now');
    git.git('checkout', '--quiet', '--detach', before);
    git.write('spec.md', harborFile('head-conflict/spec.md'));
    git.write('spec-gate.yml', `${naming(...then)}\n# another word\n`);
    const ends = await openChange(git.path, { base: before, head: git.commit('head') });
    const project = await loadProject({ kind: 'commit', repo: git.path, sha: tip }, 'spec-gate.yml');
    const { checks, grounds } = await prepareChange(ends, project, { base: 'main', head: 'change' });
    const files = checks.spec?.sides?.head.spec.files.map(({ file }) => file);
    expect([grounds, files]).toEqual([[], now]);
  },
);
