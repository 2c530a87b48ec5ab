import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGEST_FILE } from '../../src/io/files.ts';
import { digestBank } from '../../src/scenarios/bank-digest.ts';
import { loadBank } from '../../src/run/project-bank.ts';
import type { SpecSource } from '../../src/io/read-spec.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

/** Rows as scoring leaves them, more of them than a text may hold. */
const ROWS = 900;
const expressed = {
  'sim/a': Array.from({ length: 400 }, (_, index) => `a value that was found, number ${index}, at length`),
};
const provenance = { models: ['sim/a'], classifier: 'sim/c', prompts: {}, date: '2026-11-01', draw: 'pool:0' };
const row = (id: string, clause: string): string =>
  JSON.stringify({ id, query: `May I ask ${id}?`, clauses: [clause], scored: { expressed, provenance } });
const BANK = `${Array.from({ length: ROWS }, (_, index) => row(`s${index}`, `c${index % 3}`)).join('\n')}\n`;

let repository: GitRepository;
let commit: SpecSource;
beforeAll(() => {
  repository = createRepository();
  repository.write('bank.jsonl', BANK);
  commit = { kind: 'commit', repo: repository.path, sha: repository.commit('A bank') };
});
afterAll(() => repository.remove());

test('a bank larger than a text is read from the working tree and from a commit, without what scoring found', async () => {
  expect(Buffer.byteLength(BANK)).toBeGreaterThan(LARGEST_FILE);
  const [here, there] = [
    await loadBank({ kind: 'worktree', root: repository.path }, 'bank.jsonl'),
    await loadBank(commit, 'bank.jsonl'),
  ];
  expect(here.scenarios).toHaveLength(ROWS);
  expect(here.scenarios[7]).toEqual({
    id: 's7',
    messages: [{ role: 'user', content: 'May I ask s7?' }],
    clauses: ['c1'],
    topics: [],
  });
  expect(here.lines.get('s7')).toBe(8);
  // The hash of the one is made while it is read; that of the other where it is asked for.
  expect(digestBank(there)).toBe(digestBank(here));
  expect({ ...there, digest: undefined }).toEqual({ ...here, digest: undefined });
});

test('what is wrong in it is told with its line', async () => {
  repository.write('bank.jsonl', `${BANK}{"id":"s3","query":"Twice?"}\n{"id":"s-last"\n`);
  await expect(loadBank({ kind: 'worktree', root: repository.path }, 'bank.jsonl')).rejects.toMatchObject({
    problems: [
      { message: 'the id "s3" is already on line 4', place: { file: 'bank.jsonl', line: ROWS + 1 } },
      { place: { file: 'bank.jsonl', line: ROWS + 2 } },
    ],
  });
});

test('where there is none, or it is no file, that is said', async () => {
  await expect(loadBank(commit, 'other.jsonl')).rejects.toThrow('no such file');
  await expect(loadBank({ kind: 'worktree', root: repository.path }, 'other.jsonl')).rejects.toThrow('no such file');
});
