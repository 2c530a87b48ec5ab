// Brings exactly the commits that a change needs into the checkout, however shallow that is.
import { fetchMissing, mergeBase, type FetchCredentials } from '../../io/git.ts';
import { type ObjectId } from '../../io/run-git.ts';
import { readMergeBase } from '../../io/github/pull-request.ts';
import { UserError } from '../../core/errors.ts';
import { reasonOf, statusOf } from '../../io/github/refusal.ts';
import type { ChangeEvent } from './change-event.ts';
import type { ActionContext } from '../../context/action-context.ts';

/** Where the change branched off. Base tip, head and this commit are in the repository afterwards. */
export async function fetchChange(context: ActionContext, change: ChangeEvent): Promise<ObjectId> {
  const { root } = context;
  const credentials = fetchCredentials(context);
  for (const sha of [change.baseSha, change.headSha]) await fetchMissing(root, sha, credentials);
  const found = (await mergeBase(root, change.baseSha, change.headSha)) ?? (await askMergeBase(context, change));
  await fetchMissing(root, found, credentials);
  return found;
}

/** The token for fetches from GitHub, where there is one. */
export function fetchCredentials({ inputs, env }: ActionContext): FetchCredentials | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return inputs.githubToken === undefined ? undefined : { server, token: inputs.githubToken };
}

async function askMergeBase({ client }: ActionContext, { baseSha, headSha }: ChangeEvent): Promise<ObjectId> {
  const hint = 'let the checkout fetch the history (actions/checkout: fetch-depth: 0)';
  const message = 'this checkout does not reach back to where the change branched off';
  if (client === undefined) throw new UserError({ message, hint });
  try {
    return await readMergeBase(client, { base: baseSha, head: headSha });
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    throw new UserError({ message: `${message}, and GitHub does not say: ${reasonOf(error)}`, hint });
  }
}
