// Whose approval counts, of which commit, and for how long.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readApproval, type Approval } from '../../../src/io/github/reviews.ts';
import { connect } from '../../support/runner/github-client.ts';
import type { Review } from '../../support/runner/github-state.ts';
import { startRunnerServer, type RunnerServer } from '../../support/runner/server.ts';

const HEAD = 'b'.repeat(40);
const OLD = 'c'.repeat(40);
let server: RunnerServer;

beforeEach(async () => {
  server = await startRunnerServer();
  for (const login of ['olga', 'ana', 'tom', 'rita']) server.github.permissions.set(login, 'write');
  server.github.permissions.set('reader', 'read');
  server.github.teams.set('octo/spec-owners', ['tom', 'reader']);
});
afterEach(() => server.close());

type Given = readonly [login: string, state: Review['state'], commit?: string];

async function approval(
  given: readonly Given[],
  approvers: readonly string[] = ['olga', 'spec-owners'],
): Promise<Approval> {
  const reviews = given.map(([login, state, commit_id = HEAD], n) => ({
    user: { login, type: 'User' as const },
    state,
    commit_id,
    submitted_at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
  }));
  server.github.reviews.set(7, reviews);
  const { client } = await connect(server);
  return readApproval({ client, pullRequest: 7, headSha: HEAD, author: 'ana', approvers });
}

test.each<[string, readonly Given[], string]>([
  ['an approver by name', [['olga', 'APPROVED']], 'olga'],
  ['a member of an approving team', [['tom', 'APPROVED']], 'tom'],
  [
    'an approver who asked for changes before',
    [
      ['olga', 'CHANGES_REQUESTED'],
      ['olga', 'APPROVED'],
    ],
    'olga',
  ],
  [
    'an approver who commented afterwards',
    [
      ['olga', 'APPROVED'],
      ['olga', 'COMMENTED'],
    ],
    'olga',
  ],
  [
    'an approver who approved an older commit too',
    [
      ['olga', 'APPROVED', OLD],
      ['olga', 'APPROVED'],
    ],
    'olga',
  ],
  [
    'an approver after others who are none',
    [
      ['rita', 'APPROVED'],
      ['mallory', 'APPROVED'],
      ['tom', 'APPROVED'],
    ],
    'tom',
  ],
])('%s approves', async (_name, reviews, by) => {
  expect(await approval(reviews)).toMatchObject({ approved: true, by });
});

test.each<[string, readonly Given[], RegExp]>([
  ['nobody', [], /nobody has reviewed/],
  ['only a comment', [['olga', 'COMMENTED']], /nobody has reviewed/],
  ['the author', [['ana', 'APPROVED']], /@ana: is the author/],
  ['somebody who is no approver', [['rita', 'APPROVED']], /@rita: is not among/],
  ['an approver of an older commit', [['olga', 'APPROVED', OLD]], /@olga: approved ccccccc, not this commit/],
  ['an approval dismissed later', [['olga', 'DISMISSED']], /@olga: the approval was dismissed/],
  [
    'an approver who asked for changes afterwards',
    [
      ['olga', 'APPROVED'],
      ['olga', 'CHANGES_REQUESTED'],
    ],
    /has requested changes/,
  ],
  ['a stranger who registered the team’s name', [['spec-owners', 'APPROVED']], /cannot write to this repository/],
  ['a team member who may only read here', [['reader', 'APPROVED']], /cannot write to this repository/],
])('%s does not approve', async (_name, reviews, reason) => {
  const result = await approval(reviews);
  expect(result.approved).toBe(false);
  expect(result).toHaveProperty('reasons.0', expect.stringMatching(reason));
});

test('the author does not approve under another spelling either', async () => {
  server.github.permissions.set('ANA', 'write');
  expect(await approval([['ANA', 'APPROVED']], ['ana'])).toMatchObject({ approved: false });
});

test('a team that the token may not read is said so', async () => {
  const result = await approval([['rita', 'APPROVED']], ['@octo/hidden-team']);
  expect(result).toHaveProperty('reasons.0', expect.stringContaining('cannot read the members of @octo/hidden-team'));
});

test('the approval is found on the second page', async () => {
  const noise = Array.from({ length: 120 }, (): Given => ['rita', 'COMMENTED']);
  expect(await approval([...noise, ['olga', 'APPROVED']])).toMatchObject({ approved: true });
});

type Commit = readonly [author: string | null, committer: string | null];
const commits = (count: number): Commit[] => Array.from({ length: count }, () => ['ana', 'web-flow']);

function changeOf(list: readonly Commit[]): void {
  const head = { sha: HEAD, fullName: 'octo/specs' };
  server.github.pulls.set(7, { number: 7, author: 'ana', head, base: { sha: OLD }, commits: list });
}

test.each<[string, readonly Commit[]]>([
  [
    'wrote a commit',
    [
      ['ana', 'ana'],
      ['Olga', 'web-flow'],
      ['ana', 'ana'],
    ],
  ],
  ['committed one of another', [['ana', 'olga']]],
  ['wrote one on the third page', [...commits(220), ['olga', 'olga']]],
])('an approver who %s does not approve; another one does', async (_name, list) => {
  changeOf(list);
  const refused = await approval([['olga', 'APPROVED']]);
  expect(refused).toEqual({ approved: false, reasons: ['@olga: has written or committed a part of this change'] });
  expect(
    await approval([
      ['olga', 'APPROVED'],
      ['tom', 'APPROVED'],
    ]),
  ).toMatchObject({ approved: true, by: 'tom' });
});

test('commits without an account are nobody’s', async () => {
  changeOf([[null, null], ...commits(120)]);
  expect(await approval([['olga', 'APPROVED']])).toMatchObject({ approved: true });
});

test('of more commits than GitHub lists nobody knows who wrote them', async () => {
  changeOf([...commits(260), ['olga', 'olga']]);
  expect(await approval([['olga', 'APPROVED']])).toMatchObject({ approved: false });
});
