// Who has approved exactly this commit: the half of an acceptance that the pull request cannot write itself.
import type { GitHubClient } from './client.ts';
import { reasonOf, statusOf } from './refusal.ts';

export interface ApprovalQuery {
  readonly client: GitHubClient;
  readonly pullRequest: number;
  readonly headSha: string;
  /** The pull request's author, whose own approval never counts. */
  readonly author: string;
  /** The base policy's approvers: logins, or team slugs of the owner's organisation (`team`, `org/team`, `@org/team`). */
  readonly approvers: readonly string[];
}

/** As many commits of a pull request as GitHub lists. */
const MOST_COMMITS = 250;

export type Approval =
  | { readonly approved: true; readonly by: string; readonly at: string }
  /** `reasons`: why each review that there is does not count; one sentence where there is none. */
  | { readonly approved: false; readonly reasons: readonly string[] };

interface Review {
  readonly login: string;
  readonly state: string;
  readonly commit: string | null;
  readonly at: string;
}

/**
 * Looks for an approver's approval of the head commit. Each person's latest approval, request for changes or dismissal
 * counts, comments do not; nobody who wrote or committed a part of the change counts; and a person must be able to write to the repository, so nobody can approve by registering
 * the name of a team. Rejects only where the reviews themselves cannot be read.
 */
export async function readApproval(query: ApprovalQuery): Promise<Approval> {
  const reasons: string[] = [];
  const reviews = await listLatestReviews(query);
  const commits = reviews.length === 0 ? [] : await listCommits(query);
  if (commits.length >= MOST_COMMITS) {
    return { approved: false, reasons: [`who wrote it cannot be told: GitHub lists ${MOST_COMMITS} commits at most`] };
  }
  for (const review of reviews) {
    const reason =
      disqualify(review, query) ??
      (commits.some((names) => names.some((name) => sameLogin(name, review.login)))
        ? 'has written or committed a part of this change'
        : await refuseReviewer(review.login, query));
    if (reason === undefined) return { approved: true, by: review.login, at: review.at };
    reasons.push(`@${review.login}: ${reason}`);
  }
  return { approved: false, reasons: reasons.length > 0 ? reasons : ['nobody has reviewed this pull request'] };
}

/** The latest opinion of each person, in the order they gave it. */
async function listLatestReviews({ client, pullRequest }: ApprovalQuery): Promise<readonly Review[]> {
  const { octokit, owner, repo } = client;
  const all = await octokit.paginate(octokit.rest.pulls.listReviews, {
    owner,
    repo,
    pull_number: pullRequest,
    per_page: 100,
  });
  const latest = new Map<string, Review>();
  for (const { user, state, commit_id: commit, submitted_at: at = '' } of all) {
    if (user === null || !['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(state)) continue;
    const key = user.login.toLowerCase();
    if (at >= (latest.get(key)?.at ?? '')) latest.set(key, { login: user.login, state, commit, at });
  }
  return [...latest.values()];
}

/** The logins of each commit's author and committer, as far as GitHub knows their accounts. */
async function listCommits({ client, pullRequest }: ApprovalQuery): Promise<readonly (readonly string[])[]> {
  const { octokit, owner, repo } = client;
  const all = await octokit.paginate(octokit.rest.pulls.listCommits, {
    owner,
    repo,
    pull_number: pullRequest,
    per_page: 100,
  });
  return all.map(({ author, committer }) =>
    [author, committer].flatMap((person) => (person !== null && 'login' in person ? [person.login] : [])),
  );
}

function disqualify({ login, state, commit }: Review, { author, headSha }: ApprovalQuery): string | undefined {
  if (sameLogin(login, author)) return 'is the author';
  if (state === 'DISMISSED') return 'the approval was dismissed';
  if (state !== 'APPROVED') return 'has requested changes';
  return commit === headSha ? undefined : `approved ${(commit ?? 'no commit').slice(0, 7)}, not this commit`;
}

async function refuseReviewer(login: string, { client, approvers }: ApprovalQuery): Promise<string | undefined> {
  const { octokit, owner, repo } = client;
  if (!(await canWrite(client, login))) return 'cannot write to this repository';
  if (approvers.some((name) => sameLogin(name.replace(/^@/, ''), login))) return undefined;
  const unreadable: string[] = [];
  for (const name of approvers) {
    const [slug = '', org = owner] = name.replace(/^@/, '').split('/').reverse();
    try {
      const { data } = await octokit.rest.teams.getMembershipForUserInOrg({ org, team_slug: slug, username: login });
      if (data.state === 'active') return undefined;
    } catch (error) {
      const status = statusOf(error);
      if (status !== 404 && status !== 403) return `membership of ${name} cannot be read (${reasonOf(error)})`;
      // To a token that may not see the team, GitHub says 403 or 404 alike.
      if (status === 403) unreadable.push(name);
    }
  }
  const hint = unreadable.length > 0 ? `; this token cannot read the members of ${unreadable.join(', ')}` : '';
  return `is not among ${repo}'s approvers (${approvers.join(', ')})${hint}: name people, or give a token that reads the organisation's teams`;
}

async function canWrite({ octokit, owner, repo }: GitHubClient, username: string): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
    return data.permission === 'admin' || data.permission === 'write';
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 403) return false;
    throw error;
  }
}

function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
