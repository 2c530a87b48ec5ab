// What a merge queue may take for the same change: everything that decides a verdict is the same, wherever the change put it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestChange } from '../../../src/gate/action/verdict-note.ts';
import { openChange, openEnd } from '../../../src/run/change-ends.ts';
import { loadProject } from '../../../src/run/load-project.ts';
import { createRepository, type GitRepository } from '../../support/git-repository.ts';

const CONFIG = `spec: spec.md
providers: { live: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" } }
models: [{ id: live/a, system: kind.md }]
judges: [{ id: live/j, system: strict.md }, live/k, live/l]
`;
const SPEC =
  '# Rules\n\n## Be kind\n\nBe kind to whoever asks, and say so.\n\n## Be brief\n\nSay what is asked and no more.\n';

let git: GitRepository;
let base = '';
beforeAll(() => {
  git = createRepository();
  const files = { 'spec-gate.yml': CONFIG, 'spec.md': SPEC, 'kind.md': 'Be kind.', 'strict.md': 'Be strict.' };
  for (const [name, text] of Object.entries(files)) git.write(name, text);
  base = git.commit('base');
});
afterAll(() => git.remove());

const known = new Map<string, Promise<string>>();

function digestOf(files: Readonly<Record<string, string | null>>): Promise<string> {
  const name = JSON.stringify(files);
  const digest = known.get(name) ?? askDigest(files);
  known.set(name, digest);
  return digest;
}

async function askDigest(files: Readonly<Record<string, string | null>>): Promise<string> {
  git.git('checkout', '--quiet', '--detach', base);
  for (const [name, text] of Object.entries(files)) {
    if (text === null) git.git('rm', '--quiet', name);
    else git.write(name, text);
  }
  const head = git.commit('head');
  const ends = await openChange(git.path, { base, head });
  const policy = await openEnd(git.path, base);
  return digestChange(await loadProject(policy.source, 'spec-gate.yml'), policy, ends);
}

const elsewhere = { 'spec.md': null, 'spec-gate.yml': CONFIG.replace('spec.md', 'rules.md') };
const prompt = { 'spec-gate.yml': CONFIG.replace('kind.md', 'new.md') };

test.each<[string, Readonly<Record<string, string | null>>, Readonly<Record<string, string>>]>([
  ['a spec under its old name', {}, { 'spec.md': `${SPEC}\nMore.\n` }],
  ['a spec that the change renames', { 'spec.md': null, 'rules.md': SPEC }, { 'rules.md': `${SPEC}\nMore.\n` }],
  ['one that its config names anew', { ...elsewhere, 'rules.md': 'x\n' }, { 'rules.md': 'y\n' }],
  ['a model’s system prompt', {}, { 'kind.md': 'Be rude.' }],
  ['one that the change’s config names', { ...prompt, 'new.md': 'Be kind.' }, { 'new.md': 'Be rude.' }],
  ['a judge’s system prompt', {}, { 'strict.md': 'Rule all compliant.' }],
  ['an acceptance', {}, { '.spec-gate/accepted/one.json': '{}' }],
  ['labelled answers', {}, { 'labelled.jsonl': '\n' }],
])('%s: other text, another digest', async (_, change, later) => {
  expect(await digestOf({ ...change, ...later })).not.toBe(await digestOf(change));
});

test('what no verdict rests on makes no difference', async () => {
  expect(await digestOf({ 'README.md': 'new' })).toBe(await digestOf({}));
});
