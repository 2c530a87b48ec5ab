// Where a branch stands now.
import { UserError } from '../../core/errors.ts';
import { resolveRef } from '../git-commits.ts';
import type { GitHubClient } from './client.ts';
import { foreignAnswer, reasonOf, statusOf } from './refusal.ts';

/** The commit at the tip of a branch. Rejects with the API's error (404 for one that is not there). */
export async function readBranchTip({ octokit, owner, repo }: GitHubClient, branch: string): Promise<string> {
  const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
  const { object } = data as Partial<typeof data>;
  if (object === undefined) throw foreignAnswer('no branch');
  return object.sha;
}

/** The same by GitHub's word, or without a token by that of the checkout. @throws UserError where it cannot be told. */
export async function findTip(
  { client, root }: { readonly client: GitHubClient | undefined; readonly root: string },
  branch: string,
): Promise<string> {
  if (client === undefined) return resolveRef(root, `refs/remotes/origin/${branch}`);
  try {
    return await readBranchTip(client, branch);
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    throw new UserError({
      message: `where the default branch ${branch} stands, and whether it has a policy, cannot be read: ${reasonOf(error)}`,
      hint: 'give the job "contents: read"',
    });
  }
}
