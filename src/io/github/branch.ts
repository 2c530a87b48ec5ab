// Where a branch stands now.
import type { GitHubClient } from './client.ts';

/** The commit at the tip of a branch. Rejects with the API's error (404 for one that is not there). */
export async function readBranchTip({ octokit, owner, repo }: GitHubClient, branch: string): Promise<string> {
  const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` });
  return data.object.sha;
}
