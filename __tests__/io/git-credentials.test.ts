// The token of a fetch: sent to its own server as a header, to no other, and never in an argument.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchMissing } from '../../src/io/git-commits.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { startLoopbackServer, type LoopbackServer } from '../support/runner/http.ts';

let server: LoopbackServer;
let other: LoopbackServer;
let repo: GitRepository;
beforeEach(async () => {
  [server, other] = [await startLoopbackServer([]), await startLoopbackServer([])];
  repo = createRepository();
  repo.git('remote', 'add', 'origin', `${server.origin}/octo/specs.git`);
});
afterEach(async () => {
  repo.remove();
  await Promise.all([server.close(), other.close()]);
});

const sha = 'a'.repeat(40);
const headersSent = ({ requests }: LoopbackServer): readonly unknown[] =>
  requests.map(({ headers }) => headers['authorization']);

test('it goes to the server it is for', async () => {
  const failed = fetchMissing(repo.path, sha, { server: server.origin, token: 'ghs_secret' });
  await expect(failed).rejects.toThrow(/could not be fetched/);
  const basic = `Basic ${Buffer.from('x-access-token:ghs_secret').toString('base64')}`;
  expect(headersSent(server).length).toBeGreaterThan(0);
  expect(new Set(headersSent(server))).toEqual(new Set([basic]));
  await expect(failed).rejects.not.toThrow(/ghs_secret/);
});

test('an origin elsewhere does not get it', async () => {
  await expect(fetchMissing(repo.path, sha, { server: other.origin, token: 'ghs_secret' })).rejects.toThrow(
    /could not be fetched/,
  );
  expect(headersSent(server).length).toBeGreaterThan(0);
  expect(new Set(headersSent(server))).toEqual(new Set([undefined]));
  expect(other.requests).toEqual([]);
});
