// Patience with a busy service, and none where another attempt could do harm.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GitHubClient } from '../../../src/io/github/client.ts';
import { readViewer } from '../../../src/io/github/identity.ts';
import { explainRefusal, statusOf } from '../../../src/io/github/refusal.ts';
import { readBranchTip } from '../../../src/io/github/branch.ts';
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
const PRIMARY = { message: 'API rate limit exceeded for installation ID 1.' };
const limited = (headers: Record<string, string>): Reply => ({
  status: 403,
  headers,
  body: { message: 'You have exceeded a secondary rate limit.' },
});

test.each([
  ['a 5xx', 2, busy, [1000, 4000]],
  ['a secondary limit with a time', 1, limited({ 'retry-after': '7' }), [7000]],
  ['a secondary limit without a time', 1, limited({}), [60_000]],
  [
    'a page instead of JSON',
    2,
    { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>down</html>') },
    [1000, 4000],
  ],
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

test('the primary limit is waited out until the second it ends at, if that is soon', async () => {
  const soon = String(Math.ceil(Date.now() / 1000) + 5);
  fail(1, { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon }, body: PRIMARY });
  await readPullRequest(client, 7);
  expect(waits).toHaveLength(1);
  expect(waits[0]).toBeGreaterThanOrEqual(4000);
  expect(waits[0]).toBeLessThanOrEqual(6000);
});

test('a limit that lasts is told as one, with its end, and not as a missing right', async () => {
  const reset = String(Date.UTC(2040, 0, 1, 13, 37) / 1000);
  fail(9, { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, body: PRIMARY });
  const error = await readPullRequest(client, 7).catch((thrown: unknown) => thrown);
  expect(waits).toEqual([]);
  expect(explainRefusal(error, 'pull-requests: write')).toMatch(
    /run again after 13:37 UTC\. GitHub says: API rate limit/,
  );
});

test.each([
  ['Resource not accessible by integration', /give the job "issues: write" \(runs of forks/],
  ['Unable to create comment because issue is locked.', /^the conversation is locked/],
  ['Repository was archived so is read-only.', /^the repository is archived/],
  ['Resource protected by organization SAML enforcement.', /single sign-on/],
  [
    'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled',
    /allow list/,
  ],
  [
    'Something that GitHub says tomorrow',
    /^if this run's token lacks it, give the job "issues: write"\. GitHub says: Something that/,
  ],
])('a 403 is told by its kind: %s', async (message, told) => {
  fail(1, { status: 403, body: { message } });
  const error = await readPullRequest(client, 7).catch((thrown: unknown) => thrown);
  expect(explainRefusal(error, 'issues: write')).toMatch(told);
});

test('all requests of a client together wait seconds for a service that is down', async () => {
  fail(99, busy);
  for (let times = 0; times < 4; times += 1) await readPullRequest(client, 7).catch(() => undefined);
  expect(waits.reduce((total, wait) => total + wait, 0)).toBeLessThanOrEqual(15_000);
});

test('a server without GraphQL, such as Gitea or Forgejo, is asked over REST who we are', async () => {
  server.prepend(({ path }) => {
    if (path === '/graphql') return { status: 404, body: { message: 'Not Found' } };
    return path === '/user' ? { status: 200, body: { login: 'gitea-actions' } } : undefined;
  });
  expect(await readViewer(client)).toBe('gitea-actions');
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
  expect(await readMergeBase(client, { base: 'a', head: 'b' })).toEqual({ sha: 'c'.repeat(40) });
  // Of what both have, one commit is not behind the one that GitHub names.
  server.github.aheadOf.set('c'.repeat(40), 2);
  expect(await readMergeBase(client, { base: 'a', head: 'b' })).toBe('several');
});

test.each([{}, [], { message: 'Sign in' }])(
  '%j instead of a pull request, a branch or an account is another service',
  async (body) => {
    fail(1, { status: 200, body });
    await expect(readBranchTip(client, 'main')).rejects.toMatchObject({
      status: 502,
      message: expect.stringMatching(/other than GitHub/),
    });
    fail(1, { status: 200, body });
    await expect(readPullRequest(client, 7)).rejects.toMatchObject({
      status: 502,
      message: expect.stringMatching(/other than GitHub/),
    });
    fail(1, { status: 200, body });
    await expect(readViewer(client)).rejects.toMatchObject({
      status: 502,
      message: expect.stringMatching(/other than GitHub/),
    });
  },
);

test('Gitea compares without naming where two sides parted', async () => {
  fail(1, { status: 200, body: { total_commits: 1, commits: [] } });
  expect(await readMergeBase(client, { base: 'a', head: 'b' })).toBe('untold');
});
