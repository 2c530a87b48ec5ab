// What GitHub says about a pull request now, which may be later than the event that started us.
import type { GitHubClient } from './client.ts';
import { foreignAnswer } from './refusal.ts';

export interface PullRequestState {
  readonly number: number;
  readonly headSha: string;
  /** The tip of the base branch, not the merge base. */
  readonly baseSha: string;
  /** The name of the base branch. */
  readonly baseBranch: string;
  readonly author: string;
  readonly fork: boolean;
  readonly draft: boolean;
  readonly open: boolean;
  readonly visibility: 'public' | 'private';
}

/** Reads a pull request. Rejects with the API's error (404 for one that is not there). */
export async function readPullRequest(client: GitHubClient, number: number): Promise<PullRequestState> {
  const { octokit, owner, repo } = client;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const { head, base } = data as Partial<typeof data>;
  if (head === undefined || base === undefined) throw foreignAnswer('no pull request');
  return {
    number,
    headSha: head.sha,
    baseSha: base.sha,
    baseBranch: base.ref,
    // The declarations say a pull request always has an author; a deleted account is none.
    author: (data.user as { login: string } | null)?.login ?? 'ghost',
    // The declarations say a head always has a repository; a deleted fork has none.
    fork: (head.repo as { full_name: string } | null)?.full_name !== base.repo.full_name,
    draft: data.draft ?? false,
    open: data.state === 'open',
    visibility: base.repo.private ? 'private' : 'public',
  };
}

/**
 * The commit both sides grew from: what a pull request is compared with. For checkouts too shallow to know. GitHub names one where
 * there are several; it is the only one where the head is ahead of it by no more than of the base, since all that both sides have is
 * then behind it. Gitea and Forgejo name none.
 */
export async function readMergeBase(
  { octokit, owner, repo }: GitHubClient,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<{ readonly sha: string } | 'several' | 'untold'> {
  const compare = async (from: string): Promise<{ readonly sha: string | undefined; readonly aheadBy: number }> => {
    const basehead = `${from}...${head}`;
    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 1 });
    return { sha: (data.merge_base_commit as { sha: string } | undefined)?.sha, aheadBy: data.ahead_by };
  };
  const { sha, aheadBy } = await compare(base);
  if (sha === undefined) return 'untold';
  return sha === base || (await compare(sha)).aheadBy === aheadBy ? { sha } : 'several';
}
