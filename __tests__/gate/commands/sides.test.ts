// What a local check compares: each side's spec is what its own config names.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSides } from '../../../src/gate/commands/sides.ts';
import { createRepository, type GitRepository } from '../../support/git-repository.ts';

const CONFIG = (spec: string): string => `spec: ${spec}
bank: bank.jsonl
providers: { local: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" } }
models: [local/a, local/b]
judges: [local/c, local/d, local/e]
`;
const rule = (id: string): string => `## Rule ${id} {#${id}}\n\nKeep to ${id}.\n`;

let repo: GitRepository;
beforeEach(() => {
  repo = createRepository();
  repo.write('bank.jsonl', '{"id":"q","query":"A?","clauses":["a"]}\n');
  repo.write('a.md', rule('a'));
  repo.write('b.md', rule('b'));
});
afterEach(() => repo.remove());

test.each<[string, { base: string; head: string; files?: Readonly<Record<string, string>> }, [string, string]]>([
  ['a file is taken into the spec', { base: '[a.md]', head: '[a.md, b.md]' }, ['a', 'a b']],
  ['a new file is', { base: '[a.md]', head: '[a.md, c.md]', files: { 'c.md': rule('c') } }, ['a', 'a c']],
  ['a file is left out of it', { base: '[a.md, b.md]', head: '[a.md]' }, ['a b', 'a']],
  ['another file is it', { base: 'a.md', head: 'b.md' }, ['a', 'b']],
  ['the base names a file that is not there', { base: 'gone.md', head: 'b.md' }, ['b', 'b']],
  ['the base has no usable config', { base: '{', head: 'b.md' }, ['b', 'b']],
])('%s', async (_, { base, head, files = {} }, expected) => {
  repo.write('spec-gate.yml', CONFIG(base));
  repo.commit('base');
  repo.write('spec-gate.yml', CONFIG(head));
  for (const [file, text] of Object.entries(files)) repo.write(file, text);
  const sides = await loadSides({ cwd: repo.path, config: 'spec-gate.yml', base: 'HEAD' });
  expect([sides.base, sides.head].map(({ spec }) => spec.clauses.map(({ id }) => id).join(' '))).toEqual(expected);
});
