// How a branch's merge queue decides: by every group, or by the last one for all that wait ahead of it.
import type { GitHubClient } from './client.ts';
import { isRefusal } from './refusal.ts';

/**
 * Whether a group that passed takes along what waits ahead of it, failed or not (GitHub's `HEADGREEN`). False where nobody says: a
 * queue that is set by branch protection is in no ruleset.
 */
export async function mergesByLastGroup(client: GitHubClient, branch: string): Promise<boolean> {
  const { octokit, owner, repo } = client;
  try {
    const { data } = await octokit.rest.repos.getBranchRules({ owner, repo, branch, per_page: 100 });
    return data.some((rule) => rule.type === 'merge_queue' && rule.parameters?.grouping_strategy === 'HEADGREEN');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
