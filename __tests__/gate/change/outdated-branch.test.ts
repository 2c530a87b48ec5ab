// A branch from before main took a file into the spec: it is held up only where it touches what a verdict rests on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findOutdated } from '../../../src/gate/change/outdated-branch.ts';
import { loadSides } from '../../../src/gate/commands/sides.ts';
import { openChange, openEnd } from '../../../src/run/change-ends.ts';
import { loadProject } from '../../../src/run/load-project.ts';
import { createRepository, type GitRepository } from '../../support/git-repository.ts';

type Files = Readonly<Record<string, string | null>>;

const RULES =
  '# Rules\n\n## Be kind\n\nBe kind to whoever asks, and say so.\n\n## Be brief\n\nSay what is asked, no more.\n';
const MORE = '# More\n\n## Be plain\n\nUse words that whoever asks would use, too.\n';
const configOf = (spec: readonly string[]): string => `spec: ${JSON.stringify(spec)}
bank: bank.jsonl
providers: { live: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" } }
models: [{ id: live/a, system: kind.md }]
judges: [live/j, live/k, live/l]
`;
const THEN: Files = {
  'spec-gate.yml': configOf(['rules.md']),
  'rules.md': RULES,
  'kind.md': 'Be kind.',
  'bank.jsonl': '{"id":"one","query":"May I?","clauses":[]}\n',
};

let git: GitRepository;
beforeAll(() => {
  git = createRepository();
});
afterAll(() => git.remove());

function commit(files: Files): string {
  for (const [name, text] of Object.entries(files)) {
    if (text === null) git.git('rm', '--quiet', '--force', name);
    else git.write(name, text);
  }
  return git.commit('a commit');
}

const begun = new Map<string, { readonly base: string; readonly policy: string }>();

/** Main as it was, and as it is. */
function begin(then: Files, main: Files): { readonly base: string; readonly policy: string } {
  const name = JSON.stringify([then, main]);
  const known = begun.get(name);
  if (known !== undefined) return known;
  git.git('checkout', '--quiet', '--orphan', `main-${begun.size}`);
  git.git('rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.');
  const ends = { base: commit(then), policy: commit(main) };
  begun.set(name, ends);
  return ends;
}

/** What becomes of a branch off `then` once main has moved on, in the Action and on the command line. */
async function findBranch(branch: Files, main: Files, then: Files = THEN) {
  const { base, policy } = begin(then, main);
  git.git('checkout', '--quiet', '--force', '--detach', base);
  const ends = await openChange(git.path, { base, head: commit(branch) });
  const end = await openEnd(git.path, policy);
  const project = await loadProject(end.source, 'spec-gate.yml');
  return {
    action: () => findOutdated(ends, { project, policy: end }),
    sides: () => loadSides({ cwd: git.path, config: 'spec-gate.yml', base: policy, basePolicy: true }),
  };
}

const LATE = /the policy of today names this file.*or rebase/s;
const TAKEN_IN = { 'more.md': MORE, 'spec-gate.yml': configOf(['rules.md', 'more.md']) };
const RENAMED = { 'rules.md': null, 'spec.md': RULES, 'spec-gate.yml': configOf(['spec.md']) };
const MOVED = {
  'rules.md': null,
  'spec/rules.md': RULES,
  'spec/more.md': MORE,
  'spec-gate.yml': configOf(['spec/*.md']),
};

test.each([
  ['took a file in', TAKEN_IN, 'more.md', ['rules.md']],
  ['renamed it', RENAMED, 'spec.md', ['rules.md']],
  ['moved it where a glob finds it', MOVED, 'spec/rules.md', ['spec/*.md', 'rules.md']],
])('main %s: a branch that touches code only has nothing to test', async (_what, main, absent, patterns) => {
  const then = main === MOVED ? { ...THEN, 'spec/first.md': MORE } : THEN;
  const { action, sides } = await findBranch({ 'code.ts': '1\n' }, main, then);
  expect(await action()).toEqual({ absent: [absent], patterns });
  const { base, head, notes, grounds } = await sides();
  expect([head.spec.hash, grounds]).toEqual([base.spec.hash, []]);
  expect(notes?.map(({ code, args }) => [code, args])).toEqual([['outdatedBranch', { files: [absent] }]]);
});

const EDITED = RULES.replace('say so', 'never say so');
test.each<[string, Files, Files]>([
  ['the rest of the spec', { 'rules.md': EDITED }, TAKEN_IN],
  ['the spec under its old name', { 'rules.md': EDITED }, RENAMED],
  ['the spec under a name that no glob of today finds', { 'rules.md': EDITED }, MOVED],
  ['the config', { 'spec-gate.yml': `${configOf(['rules.md'])}seed: mine\n` }, TAKEN_IN],
  ['a system prompt', { 'kind.md': 'Be rude.' }, TAKEN_IN],
  ['the bank', { 'bank.jsonl': '{"id":"two","query":"May I?","clauses":[]}\n' }, TAKEN_IN],
  ['the labelled answers', { 'labelled.jsonl': '\n' }, TAKEN_IN],
])('a branch that touches %s is told to take in what main did', async (_what, branch, main) => {
  await expect((await findBranch(branch, main)).action()).rejects.toThrow(LATE);
});

test.each([
  ['Rules.md', 'rules.md'],
  ['More.md', 'more.md'],
])(
  'nor does a file pass that stands beside the spec in other letters, here or once it is merged: %s',
  async (file, twin) => {
    const { action } = await findBranch({ [file]: EDITED }, TAKEN_IN);
    await expect(action()).rejects.toThrow(`this change adds ${file} beside ${twin}`);
  },
);

test('the command line holds up an edit, committed or not', async () => {
  const { action, sides } = await findBranch({ 'code.ts': '1\n' }, RENAMED);
  git.write('rules.md', EDITED);
  expect((await action())?.absent).toEqual(['spec.md']);
  await expect(sides()).rejects.toThrow(LATE);
  git.commit('the edit');
  await expect(sides()).rejects.toThrow(LATE);
});

test('a branch that is older than the whole spec has nothing to test', async () => {
  const main = { ...THEN, 'spec-gate.yml': configOf(['spec/*.md', 'rules.md']) };
  const { action, sides } = await findBranch({ 'code.ts': '1\n' }, main, { 'code.ts': '0\n' });
  expect(await action()).toEqual({ absent: ['rules.md'], patterns: [] });
  expect((await sides()).head.spec.clauses).toEqual([]);
});

test.each<[string, Files]>([
  ['has found since', { 'more.md': MORE }],
  ['finds under its new name as under the old one', { 'rules.md': null, 'spec.md': RULES }],
])('a file that a glob %s is missed by nobody', async (_what, main) => {
  const then = { ...THEN, 'spec-gate.yml': configOf(['*.md', '!kind.md']) };
  const { action } = await findBranch({ 'rules.md': EDITED }, main, then);
  expect(await action()).toBeUndefined();
});

test('a branch whose own config cannot be read is held up: it may have named more', async () => {
  const { action } = await findBranch({ 'code.ts': '1\n' }, TAKEN_IN, { ...THEN, 'spec-gate.yml': 'spec: [' });
  await expect(action()).rejects.toThrow(LATE);
});

test('a file that the policy leaves out of the spec holds nothing up', async () => {
  const main = { 'more.md': MORE, 'spec-gate.yml': configOf(['more.md', '*.md', '!notes.md']) };
  const { action } = await findBranch({ 'notes.md': MORE }, main, { ...THEN, 'notes.md': RULES });
  expect(await action()).toEqual({ absent: ['more.md'], patterns: ['*.md', '!notes.md'] });
});

test('a file that main is without as well makes no branch outdated: the spec may be there under another name', async () => {
  const { 'rules.md': _, ...others } = THEN;
  const { action, sides } = await findBranch(
    { 'spec.md': EDITED },
    { 'code.ts': '1\n' },
    { ...others, 'spec.md': RULES },
  );
  await expect(action()).rejects.toThrow(LATE);
  await expect(sides()).rejects.toThrow(LATE);
});
