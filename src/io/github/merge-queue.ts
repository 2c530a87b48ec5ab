// How a branch's merge queue decides: by every group, or by the last one for all that wait ahead of it.
import { UserError } from '../../core/errors.ts';
import type { GitHubClient } from './client.ts';
import { explainRefusal, isRefusal, kindOfRefusal, statusOf } from './refusal.ts';

/**
 * Whether a group that passed takes along what waits ahead of it, failed or not (GitHub's `HEADGREEN`). False where nobody says: a
 * queue that is set by branch protection is in no ruleset, an old server knows none, and a token may not be shown them.
 * @throws UserError where GitHub does not answer for now: what waits ahead would go unjudged.
 */
export async function mergesByLastGroup(client: GitHubClient, branch: string): Promise<boolean> {
  const { octokit, owner, repo } = client;
  try {
    const { data } = await octokit.rest.repos.getBranchRules({ owner, repo, branch, per_page: 100 });
    return data.some((rule) => rule.type === 'merge_queue' && rule.parameters?.grouping_strategy === 'HEADGREEN');
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if ([403, 404].includes(statusOf(error) ?? 0) && kindOfRefusal(error).kind !== 'rate-limit') return false;
    throw new UserError({
      message: `how the merge queue of ${branch} decides cannot be read: ${explainRefusal(error, 'contents: read')}`,
      hint: 'run the job again',
    });
  }
}
