// Files of a commit through the API: regular files only.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listCommitFiles, readCommitFile } from '../../../src/io/github/blobs.ts';
import type { GitHubClient } from '../../../src/io/github/client.ts';
import { connect } from '../../support/runner/github-client.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

const COMMIT = 'd'.repeat(40);
let server: RunnerServer;
let client: GitHubClient;

beforeEach(async () => {
  server = await startRunnerServer();
  server.github.trees.set(COMMIT, [
    { path: 'docs', mode: '040000', type: 'tree', content: '' },
    { path: 'docs/spec.md', mode: '100644', type: 'blob', content: '# Spec\n\nNaïve ✓\n' },
    { path: 'docs/secret.md', mode: '120000', type: 'blob', content: '/proc/self/environ' },
    { path: 'vendored', mode: '160000', type: 'commit', content: '' },
    { path: 'run.sh', mode: '100755', type: 'blob', content: 'true\n' },
  ]);
  ({ client } = await connect(server));
});
afterEach(() => server.close());

test('symbolic links and submodules are not files', async () => {
  const files = await listCommitFiles(client, COMMIT);
  expect(files.map(({ path }) => path)).toEqual(['docs/spec.md', 'run.sh']);
});

test('the bytes of a file, and none of one that is too large', async () => {
  const [file] = await listCommitFiles(client, COMMIT);
  const text = '# Spec\n\nNaïve ✓\n';
  expect(file?.bytes).toBe(Buffer.byteLength(text));
  expect((await readCommitFile(client, { file: file!, limit: 1000 })).toString()).toBe(text);
  const requests = server.requests.length;
  await expect(readCommitFile(client, { file: file!, limit: 5 })).rejects.toThrow('docs/spec.md  has 19 bytes');
  expect(server.requests).toHaveLength(requests);
});

test('a truncated list is refused, not taken for the whole', async () => {
  server.prepend(() => ({ status: 200, body: { sha: COMMIT, tree: [], truncated: true } }));
  await expect(listCommitFiles(client, COMMIT)).rejects.toThrow('fetch-depth: 0');
});
