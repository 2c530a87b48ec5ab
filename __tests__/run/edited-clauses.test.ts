import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEditedClauses } from '../../src/run/edited-clauses.ts';
import { loadProject, loadSpec } from '../../src/run/load-project.ts';
import type { SpecSource } from '../../src/io/read-spec.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

const CONFIG = (edits: number): string => `spec: docs/spec.md
bank: bank.jsonl
providers: { s: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" } }
models: [s/m]
judges: [s/a, s/b, s/c]
seeding: { clauses: recent, edits: ${edits} }
`;
const clause = (id: string, text: string): string => `## Rule ${id.charAt(0)} {#${id}}\n\n${text}\n`;
const spec = (...clauses: readonly string[]): string => `# Rules\n\n${clauses.join('\n')}`;

let repository: GitRepository;
let source: SpecSource;
beforeAll(() => {
  repository = createRepository();
  repository.write('gate/bank.jsonl', '{"id":"x","query":"Hello?"}\n');
  repository.write('gate/spec-gate.yml', CONFIG(20));
  repository.write(
    'gate/docs/spec.md',
    spec(clause('a', 'Be kind.'), clause('b', 'Be brief.'), clause('c', 'Be right.')),
  );
  repository.commit('First');
  repository.write(
    'gate/docs/spec.md',
    spec(clause('a', 'Be kind, always.'), clause('b', 'Be brief.'), clause('c', 'Be right.')),
  );
  repository.commit('Edits a');
  repository.write(
    'gate/docs/spec.md',
    spec(clause('a', 'Be kind, always.'), clause('b2', 'Be brief.'), clause('c', 'Be right.')),
  );
  repository.commit('Renames b');
  repository.write('gate/README.md', 'Nothing of the spec.');
  repository.commit('Elsewhere');
  repository.write(
    'gate/docs/spec.md',
    spec(clause('a', 'Be kind, to all.'), clause('b2', 'Be  brief.'), clause('c', 'Be right.')),
  );
  repository.commit('Edits a again; white space in b');
  source = { kind: 'worktree', root: repository.path };
});
afterAll(() => repository.remove());

async function find(edits: number, sha = repository.git('rev-parse', 'HEAD')) {
  repository.write('gate/spec-gate.yml', CONFIG(edits));
  const project = await loadProject(source, 'gate/spec-gate.yml');
  const now = await loadSpec({ kind: 'commit', repo: repository.path, sha }, { ...project });
  return [...(await findEditedClauses({ repo: repository.path, sha, project, spec: now }))];
}

test('the clauses that edits touched in what they ask, with how many did', async () => {
  expect(await find(20)).toEqual([['a', 2]]);
  expect(await find(1)).toEqual([['a', 1]]);
});

test('an edit of a clause that was renamed since counts for what it is called now', async () => {
  const earlier = spec(
    clause('a', 'Be kind, to all.'),
    clause('b2', 'Be brief, if you can.'),
    clause('c', 'Be right.'),
  );
  repository.write('gate/docs/spec.md', earlier);
  repository.commit('Edits b2');
  repository.write('gate/docs/spec.md', earlier.replace('{#b2}', '{#b3}'));
  repository.commit('Renames b2');
  expect(new Map(await find(20)).get('b3')).toBe(1);
});

test('a history of one commit says nothing', async () => {
  const first = repository.git('rev-list', '--max-parents=0', 'HEAD');
  expect(await find(20, first)).toEqual([]);
});
