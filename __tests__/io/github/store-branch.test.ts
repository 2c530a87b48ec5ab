// The store on a branch: added to, never rewritten, whoever else writes at the same time.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GitHubClient } from '../../../src/io/github/client.ts';
import { restoreFromBranch, saveToBranch, STORE_BRANCH } from '../../../src/io/github/store-branch.ts';
import { pruneFiles } from '../../../src/io/store/pruned-files.ts';
import { connect } from '../../support/runner/github-client.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

let server: RunnerServer;
let client: GitHubClient;
let temp: string;

beforeEach(async () => {
  server = await startRunnerServer();
  ({ client } = await connect(server));
  temp = await mkdtemp(join(tmpdir(), 'branch-'));
});
afterEach(async () => {
  await server.close();
  await rm(temp, { recursive: true });
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(temp, 'segments-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

function pathsOnBranch(): readonly string[] {
  return (server.github.trees.get(server.github.branches.get(STORE_BRANCH) ?? '') ?? []).map(({ path }) => path);
}

test('there is none at first; then each run adds its own and reads all', async () => {
  const into = join(temp, 'restored');
  expect(await restoreFromBranch(client, into)).toEqual({ status: 'done', segments: 0 });
  expect(await saveToBranch(client, await folderWith({ 'a.jsonl': 'ä\n', 'notes.txt': 'x' }))).toMatchObject({
    segments: 1,
  });
  expect(await saveToBranch(client, await folderWith({ 'a.jsonl': 'ä\n', 'b.jsonl': 'b\n' }))).toMatchObject({
    segments: 1,
  });
  expect(pathsOnBranch()).toEqual(['segments/a.jsonl', 'segments/b.jsonl']);
  expect(await restoreFromBranch(client, into)).toEqual({ status: 'done', segments: 2 });
  expect((await readdir(into)).sort()).toEqual(['a.jsonl', 'b.jsonl']);
  expect(await readFile(join(into, 'a.jsonl'), 'utf8')).toBe('ä\n');
});

test('nothing new, nothing pushed', async () => {
  const folder = await folderWith({ 'a.jsonl': 'a\n' });
  await saveToBranch(client, folder);
  const tip = server.github.branches.get(STORE_BRANCH);
  expect(await saveToBranch(client, folder)).toEqual({ status: 'done', segments: 0 });
  expect(server.github.branches.get(STORE_BRANCH)).toBe(tip);
});

test.each(['no branch yet', 'a branch'])('two runs push at once, %s: both are kept', async (before) => {
  if (before === 'a branch') await saveToBranch(client, await folderWith({ 'a.jsonl': 'a\n' }));
  const [mine, other] = [await folderWith({ 'mine.jsonl': '1\n' }), await folderWith({ 'other.jsonl': '2\n' })];
  let raced = false;
  server.prepend(async ({ method, path }) => {
    const last =
      (method === 'POST' && path.endsWith('/git/refs')) || (method === 'PATCH' && path.includes('/git/refs/'));
    if (last && !raced) {
      raced = true;
      await saveToBranch(client, other);
    }
    return undefined;
  });
  expect(await saveToBranch(client, mine)).toMatchObject({ status: 'done', segments: 1 });
  expect(pathsOnBranch()).toEqual(expect.arrayContaining(['segments/mine.jsonl', 'segments/other.jsonl']));
});

test('only segments are taken from the branch', async () => {
  const entry = { mode: '100644', type: 'blob', content: 'x' } as const;
  server.github.branches.set(STORE_BRANCH, 'e'.repeat(40));
  server.github.trees.set('e'.repeat(40), [
    { ...entry, path: 'segments/good.jsonl' },
    { ...entry, path: 'segments/link.jsonl', mode: '120000' },
    { ...entry, path: 'segments/../../evil.jsonl' },
    { ...entry, path: 'segments/deep/x.jsonl' },
    { ...entry, path: 'segments/.hidden.jsonl' },
    { ...entry, path: 'other.jsonl' },
  ]);
  const into = join(temp, 'restored');
  expect(await restoreFromBranch(client, into)).toEqual({ status: 'done', segments: 1 });
  expect(await readdir(into)).toEqual(['good.jsonl']);
});

test('pruned nights leave the branch, and do not come back with a run that still had them', async () => {
  const night = { 'x.night-2026-01-01.jsonl': 'old\n', 'x.history.jsonl': 'old\n' };
  const before = await folderWith({ ...night, 'a.jsonl': 'a\n' });
  await saveToBranch(client, before);
  const folder = await folderWith({ ...night, 'a.jsonl': 'a\n' });
  pruneFiles(folder, Object.keys(night), new Date('2026-06-01T00:00:00Z'));
  expect(await saveToBranch(client, folder)).toEqual({ status: 'done', segments: 1 });
  expect(pathsOnBranch()).toEqual([
    'segments/a.jsonl',
    expect.stringMatching(/^segments\/20260601T.*\.pruned\.jsonl$/),
  ]);
  // A run that began before sees them missing, and sends them again.
  expect(await saveToBranch(client, before)).toEqual({ status: 'done', segments: 2 });
  const into = join(temp, 'restored');
  expect(await restoreFromBranch(client, into)).toEqual({ status: 'done', segments: 2 });
  expect((await readdir(into)).filter((name) => name in night)).toEqual([]);
  expect(await saveToBranch(client, into)).toEqual({ status: 'done', segments: 0 });
  expect(pathsOnBranch()).toHaveLength(2);
});

test('without permission: a reason that names it', async () => {
  server.github.mayWrite.delete('contents');
  const saved = await saveToBranch(client, await folderWith({ 'a.jsonl': 'a\n' }));
  expect(saved).toMatchObject({ status: 'not-done', reason: expect.stringContaining('"contents: write"') as string });
});
