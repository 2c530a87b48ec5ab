// Patience with a busy service, and none where another attempt could do harm.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statusOf, type GitHubClient } from '../../../src/io/github/client.ts';
import { readMergeBase, readPullRequest } from '../../../src/io/github/pull-request.ts';
import { connect } from '../../support/runner/github-client.ts';
import type { Reply } from '../../support/runner/http.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

let server: RunnerServer;
let client: GitHubClient;
let waits: number[];

beforeEach(async () => {
  server = await startRunnerServer();
  server.github.pulls.set(7, {
    number: 7,
    author: 'ana',
    head: { sha: 'b'.repeat(40), fullName: 'octo/specs' },
    base: { sha: 'a'.repeat(40) },
  });
  ({ client, waits } = await connect(server));
});
afterEach(() => server.close());

/** Answers the first `times` requests with `reply`. */
function fail(times: number, reply: Reply): void {
  let left = times;
  server.prepend(() => (left-- > 0 ? reply : undefined));
}

const busy: Reply = { status: 502, body: { message: 'Bad Gateway' } };
const limited = (headers: Record<string, string>): Reply => ({
  status: 403,
  headers,
  body: { message: 'You have exceeded a secondary rate limit.' },
});

test.each([
  ['a 5xx', 2, busy, [1000, 4000]],
  ['a secondary limit with a time', 1, limited({ 'retry-after': '7' }), [7000]],
  ['a secondary limit without a time', 1, limited({}), [60_000]],
  ['a 429', 1, { status: 429, headers: { 'retry-after': '2' }, body: { message: 'slow down' } }, [2000]],
])('%s is waited out', async (_name, times, reply, expected) => {
  fail(times, reply);
  expect((await readPullRequest(client, 7)).headSha).toBe('b'.repeat(40));
  expect(waits).toEqual(expected);
});

test.each([
  ['a 403 that is no limit', { status: 403, body: { message: 'Resource not accessible by integration' } }, 403],
  ['a limit that lasts too long', limited({ 'retry-after': '3600' }), 403],
  ['a 404', { status: 404, body: { message: 'Not Found' } }, 404],
])('%s fails at once', async (_name, reply, status) => {
  fail(1, reply);
  const error = await readPullRequest(client, 7).catch((thrown: unknown) => thrown);
  expect(statusOf(error)).toBe(status);
  expect(waits).toEqual([]);
});

test('a service that stays down fails after four attempts', async () => {
  fail(99, busy);
  const error = await readPullRequest(client, 7).catch((thrown: unknown) => thrown);
  expect(statusOf(error)).toBe(502);
  expect(server.requests).toHaveLength(4);
});

test('a POST whose answer was lost is not sent twice', async () => {
  fail(99, busy);
  const create = client.octokit.rest.issues.createComment({ owner: 'octo', repo: 'specs', issue_number: 7, body: 'x' });
  await expect(create).rejects.toThrow('Bad Gateway');
  expect(server.requests).toHaveLength(1);
});

test('what a pull request is now', async () => {
  server.github.private = true;
  server.github.pulls.get(7)!.head.fullName = null;
  expect(await readPullRequest(client, 7)).toEqual({
    number: 7,
    headSha: 'b'.repeat(40),
    baseBranch: 'main',
    baseSha: 'a'.repeat(40),
    author: 'ana',
    fork: true,
    draft: false,
    open: true,
    visibility: 'private',
  });
  server.github.mergeBase = 'c'.repeat(40);
  expect(await readMergeBase(client, { base: 'a', head: 'b' })).toBe('c'.repeat(40));
});
