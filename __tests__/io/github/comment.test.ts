// The one comment: among many others, deleted under our hands, raced for, and without permission.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { upsertComment, type CommentRequest, type CommentResult } from '../../../src/io/github/comment.ts';
import { connect } from '../../support/runner/github-client.ts';
import { addComment, BOT, GRAPHQL_REFUSAL, type Comment } from '../../support/runner/github-state.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

const HEAD = 'b'.repeat(40);
let server: RunnerServer;
let defaults: CommentRequest;

beforeEach(async () => {
  server = await startRunnerServer();
  server.github.pulls.set(7, {
    number: 7,
    author: 'ana',
    head: { sha: HEAD, fullName: 'octo/specs' },
    base: { sha: 'a'.repeat(40) },
  });
  const { client } = await connect(server);
  const run = { id: 50, attempt: 1, started: 1000 };
  defaults = { client, pullRequest: 7, key: 'spec-gate.yml', headSha: HEAD, run, body: '### PASS', shortBody: 'PASS' };
});
afterEach(() => server.close());

function upsert(changes: Partial<CommentRequest> = {}): Promise<CommentResult> {
  return upsertComment({ ...defaults, ...changes });
}

function comments(): readonly Comment[] {
  return server.github.comments.get(7) ?? [];
}

function writes(): readonly string[] {
  return server.requests
    .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
    .map(({ method }) => method);
}

/** Runs `action` when the n-th request with that method and path arrives, before it is answered. */
function when(method: string, path: RegExp, n: number, action: () => void | Promise<void>): void {
  let seen = 0;
  server.prepend(async (request) => {
    if (request.method === method && path.test(request.path) && ++seen === n) await action();
    return undefined;
  });
}

test('created once, updated in place by the next push, not written when nothing changed', async () => {
  const first = await upsert();
  expect(first).toEqual({ status: 'created', id: comments()[0]?.id });
  expect(await upsert({ run: { id: 51, attempt: 1, started: 2000 } })).toEqual({ ...first, status: 'unchanged' });
  expect(writes()).toEqual(['POST']);
  const next = { body: '### FAIL', run: { id: 52, attempt: 1, started: 3000 } };
  expect(await upsert(next)).toEqual({ ...first, status: 'updated' });
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body.split('\n')[1]).toBe('### FAIL');
});

test('found among 150 others, whatever marker they carry', async () => {
  await upsert();
  const marked = comments()[0]!.body;
  const mallory = { login: 'mallory', type: 'User' } as const;
  const lookalike = { login: 'github-actions', type: 'User' } as const;
  const otherBot = { login: 'other[bot]', type: 'Bot' } as const;
  server.github.comments.set(7, []);
  for (const user of [mallory, lookalike, otherBot]) addComment(server.github, 7, { user, body: marked });
  addComment(server.github, 7, { user: BOT, body: `quoted by our own account:\n${marked}` });
  for (let n = 0; n < 146; n += 1) addComment(server.github, 7, { user: mallory, body: `comment ${n}` });
  const others = comments().map(({ body }) => body);
  const { id } = addComment(server.github, 7, { user: BOT, body: marked });
  expect(await upsert({ body: '### FAIL', run: { id: 51, attempt: 1, started: 2000 } })).toEqual({
    status: 'updated',
    id,
  });
  expect(comments()).toHaveLength(151);
  expect(
    comments()
      .slice(0, 150)
      .map(({ body }) => body),
  ).toEqual(others);
});

test('two gates on one repository have a comment each', async () => {
  await upsert();
  expect(await upsert({ key: 'models.yml' })).toMatchObject({ status: 'created' });
  expect(comments()).toHaveLength(2);
});

test('deleted between read and write: made anew', async () => {
  await upsert();
  when('PATCH', /comments/, 1, () => void server.github.comments.set(7, []));
  const result = await upsert({ body: '### FAIL' });
  expect(result).toEqual({ status: 'created', id: comments()[0]?.id });
  expect(writes()).toEqual(['POST', 'PATCH', 'POST']);
});

test('a create whose answer is lost does not leave two', async () => {
  let lost = false;
  server.prepend((request) => {
    if (request.method !== 'POST' || !request.path.endsWith('/comments') || lost) return undefined;
    lost = true;
    addComment(server.github, 7, { user: BOT, body: (JSON.parse(request.body.toString()) as { body: string }).body });
    return { status: 502, body: { message: 'Bad Gateway' } };
  });
  expect(await upsert()).toMatchObject({ id: comments()[0]?.id });
  expect(comments()).toHaveLength(1);
});

test('a list that lags behind the create does not leave two', async () => {
  let lists = 0;
  server.prepend((request) =>
    request.method === 'GET' && request.path.endsWith('/comments') && ++lists <= 2
      ? { status: 200, body: [] }
      : undefined,
  );
  expect(await upsert()).toMatchObject({ status: 'created' });
  expect(comments()).toHaveLength(1);
});

describe('two runs at once', () => {
  const older = { run: { id: 50, attempt: 1, started: 1000 }, body: 'from the older run' };
  const newer = { run: { id: 51, attempt: 1, started: 2000 }, body: 'from the newer run' };

  test('both create: the newer one stays', async () => {
    const results = await Promise.all([upsert(older), upsert(newer)]);
    expect(comments().map(({ body }) => body.split('\n')[1])).toEqual([newer.body]);
    expect(results[1]).toMatchObject({ id: comments()[0]?.id });
  });

  test.each([
    ['older', older, newer],
    ['newer', newer, older],
  ])('the %s one is overtaken just before its create', async (_name, mine, other) => {
    when('POST', /comments$/, 1, async () => void (await upsert(other)));
    await upsert(mine);
    expect(comments().map(({ body }) => body.split('\n')[1])).toEqual([newer.body]);
  });

  test('an older run that comes late writes nothing', async () => {
    await upsert(newer);
    expect(await upsert(older)).toEqual({ status: 'superseded' });
    expect(writes()).toEqual(['POST']);
  });

  test('a re-run keeps its id but is newer', async () => {
    await upsert(newer);
    const rerun = { run: { id: 50, attempt: 2, started: 3000 }, body: 'from the re-run' };
    expect(await upsert(rerun)).toMatchObject({ status: 'updated' });
  });
});

test('a head that moved while we ran gets no comment of the old one', async () => {
  server.github.pulls.get(7)!.head.sha = 'c'.repeat(40);
  expect(await upsert()).toEqual({ status: 'outdated' });
  expect(writes()).toEqual([]);
});

test('without permission: a warning that names it', async () => {
  server.github.mayWrite.clear();
  const result = await upsert();
  expect(result).toMatchObject({
    status: 'refused',
    message: expect.stringContaining('"pull-requests: write"') as string,
  });
});

test('a locked conversation is not blamed on permissions', async () => {
  server.prepend(({ method, path }) =>
    method === 'POST' && path.endsWith('/comments')
      ? { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }
      : undefined,
  );
  const result = await upsert();
  expect(result).toEqual({
    status: 'refused',
    message:
      'the comment was not written: the conversation is locked. GitHub says: Unable to create comment because issue is locked.',
  });
});

test('too long for the service: the short body, and unchanged by the next run', async () => {
  server.github.commentLimit = 1000;
  const long = { body: 'x'.repeat(2000), shortBody: '### FAIL, see the run' };
  expect(await upsert(long)).toMatchObject({ status: 'created' });
  expect(comments()[0]?.body.split('\n')[1]).toBe('### FAIL, see the run');
  expect(await upsert(long)).toMatchObject({ status: 'unchanged' });
});

test('a service that stays down is a warning, not a crash', async () => {
  server.prepend(() => ({ status: 503, body: { message: 'Service Unavailable' } }));
  expect(await upsert()).toEqual({
    status: 'refused',
    message: 'the comment was not written: GitHub says: Service Unavailable',
  });
});

test('errors that GraphQL sends with status 200 are a warning', async () => {
  server.prepend(({ path }) => (path === '/graphql' ? { status: 200, body: GRAPHQL_REFUSAL } : undefined));
  const message = expect.stringContaining('API rate limit exceeded') as string;
  expect(await upsert()).toEqual({ status: 'refused', message });
});
