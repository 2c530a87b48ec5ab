// The night's one issue: opened, kept, closed, and never taken from somebody else.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIssues, syncIssue, type IssueRequest, type IssueResult } from '../../../src/io/github/issues.ts';
import { connect } from '../../support/runner/github-client.ts';
import { GRAPHQL_REFUSAL } from '../../support/runner/github-state.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

let server: RunnerServer;
let defaults: IssueRequest;

beforeEach(async () => {
  server = await startRunnerServer();
  const { client } = await connect(server);
  defaults = {
    client,
    key: 'spec-gate.yml',
    label: 'spec-gate',
    state: 'open',
    title: 'Regression',
    body: 'model X',
    about: ['X'],
  };
});
afterEach(() => server.close());

function sync(changes: Partial<IssueRequest> = {}): Promise<IssueResult> {
  return syncIssue({ ...defaults, ...changes });
}

test('opened, unchanged, updated, closed, and a later regression gets a new one', async () => {
  expect(await sync({ state: 'closed' })).toEqual({ status: 'none' });
  expect(await sync()).toEqual({ status: 'opened', number: 100 });
  expect(await sync()).toEqual({ status: 'unchanged', number: 100 });
  expect(await sync({ body: 'models X and Y' })).toEqual({ status: 'updated', number: 100 });
  expect(server.github.issues[0]).toMatchObject({
    state: 'open',
    labels: ['spec-gate'],
    body: expect.stringContaining('X and Y') as string,
  });
  expect(await sync({ state: 'closed', body: 'gone since tonight' })).toEqual({ status: 'closed', number: 100 });
  expect(server.github.issues[0]).toMatchObject({ state: 'closed' });
  expect(server.github.comments.get(100)?.map(({ body }) => body)).toEqual(['gone since tonight']);
  expect(await sync()).toEqual({ status: 'opened', number: 101 });
});

test('an issue closed by hand stays closed until there is something that it did not name', async () => {
  await sync({ about: ['X since Monday', 'Y since Monday'] });
  const issue = server.github.issues[0]!;
  issue.state = 'closed';
  expect(await sync({ about: ['X since Monday'], body: 'again' })).toEqual({ status: 'left-closed', number: 100 });
  expect(issue).toMatchObject({ state: 'closed', body: expect.stringContaining('model X') as string });
  const news = { about: ['X since Monday', 'Z since Friday'], title: 'Z too' };
  expect(await sync(news)).toEqual({ status: 'reopened', number: 100 });
  expect(issue).toMatchObject({ state: 'open', title: 'Z too' });
  expect(server.github.comments.get(100)?.map(({ body }) => body)).toEqual(['Opened again: Z too']);
});

test('one whose label was taken off is found by its marker', async () => {
  await sync();
  Object.assign(server.github.issues[0]!, { labels: ['triage'] });
  expect(await sync({ body: 'still' })).toEqual({ status: 'updated', number: 100 });
  expect(server.github.issues).toHaveLength(1);
});

test('a note outlives every state; before the first alarm a closed issue keeps it', async () => {
  const note = { line: 'bm90ZQ==', title: 'Kept', body: 'nothing is wrong' };
  expect(await sync({ state: 'closed', note })).toEqual({ status: 'noted', number: 100 });
  expect(server.github.issues).toMatchObject([{ number: 100, state: 'closed', title: 'Kept' }]);
  expect(await sync({ state: 'closed', note })).toEqual({ status: 'none' });
  expect(await sync({ note: { ...note, line: 'b3RoZXI=' } })).toEqual({ status: 'opened', number: 101 });
  expect(await sync({ state: 'closed' })).toEqual({ status: 'closed', number: 101 });
  const found = await readIssues(defaults);
  expect(found).toMatchObject({ issues: [{ note: 'bm90ZQ==' }, { note: 'b3RoZXI=', about: [], state: 'closed' }] });
});

test('a server that wants numbers for labels gets an issue without one', async () => {
  server.prepend(({ method, path, body }) =>
    method === 'POST' && path.endsWith('/issues') && body.includes('labels')
      ? { status: 422, body: { message: 'labels: cannot unmarshal string' } }
      : undefined,
  );
  expect(await sync()).toMatchObject({ status: 'opened' });
  expect(await sync()).toMatchObject({ status: 'unchanged' });
});

test('an issue with our marker by somebody else is left alone', async () => {
  await sync();
  const { body } = server.github.issues[0]!;
  const foreign = {
    number: 90,
    user: { login: 'mallory', type: 'User' } as const,
    labels: ['spec-gate'],
    title: 'x',
    state: 'open' as const,
    body,
  };
  server.github.issues.splice(0, 1, foreign);
  expect(await sync()).toMatchObject({ status: 'opened' });
  expect(server.github.issues[0]).toBe(foreign);
  expect(foreign.state).toBe('open');
});

test('of two (two nights at once) the older stays', async () => {
  await sync();
  server.github.issues.push({ ...server.github.issues[0]!, number: 105 });
  expect(await sync({ body: 'model Z' })).toEqual({ status: 'updated', number: 100 });
  expect(server.github.issues.map(({ state }) => state)).toEqual(['open', 'closed']);
});

test('found on the second page', async () => {
  const user = { login: 'ana', type: 'User' } as const;
  for (let n = 0; n < 130; n += 1)
    server.github.issues.push({ number: n, user, labels: ['spec-gate'], title: 't', body: 'b', state: 'open' });
  expect(await sync()).toMatchObject({ status: 'opened' });
  expect(await sync()).toMatchObject({ status: 'unchanged' });
});

test.each([
  [403, 'issues: write'],
  [410, 'issues are turned off'],
])('status %i is a warning that says %s', async (status, text) => {
  server.prepend(({ method, path }) =>
    method === 'POST' && path.endsWith('/issues') ? { status, body: { message: 'no' } } : undefined,
  );
  expect(await sync()).toMatchObject({ status: 'refused', message: expect.stringContaining(text) as string });
});

test('errors that GraphQL sends with status 200 are a warning', async () => {
  server.prepend(({ path }) => (path === '/graphql' ? { status: 200, body: GRAPHQL_REFUSAL } : undefined));
  const message = expect.stringContaining('API rate limit exceeded') as string;
  expect(await sync()).toEqual({ status: 'refused', message });
});
