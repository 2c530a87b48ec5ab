// Brings exactly the commits that a change needs into the checkout, however shallow that is.
import { fetchMissing, type FetchCredentials } from '../../io/git-commits.ts';
import { isShallow, mergeBases, severalMergeBases } from '../../io/merge-bases.ts';
import { type ObjectId } from '../../io/run-git.ts';
import { readMergeBase } from '../../io/github/pull-request.ts';
import { UserError } from '../../core/errors.ts';
import { reasonOf, statusOf } from '../../io/github/refusal.ts';
import type { ChangeEvent } from './change-event.ts';
import type { ActionContext } from '../../context/action-context.ts';

/** Where the change branched off, or what it replaces. Base tip, head and this commit are in the repository afterwards. */
export async function fetchChange(context: ActionContext, change: ChangeEvent): Promise<ObjectId> {
  const { root } = context;
  const credentials = fetchCredentials(context);
  for (const sha of [change.baseSha, change.headSha]) await fetchMissing(root, sha, credentials);
  // Between a text and an older one that was put back there is no commit that it branched off.
  const found = change.replaces === true ? change.baseSha : await findMergeBase(context, change);
  await fetchMissing(root, found, credentials);
  return found;
}

/** The token for fetches from GitHub, where there is one. */
export function fetchCredentials({ inputs, env }: ActionContext): FetchCredentials | undefined {
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return inputs.githubToken === undefined ? undefined : { server, token: inputs.githubToken };
}

/** A base that the head has whole is the only one; another that a shallow clone finds need not be. */
async function findMergeBase(context: ActionContext, change: ChangeEvent): Promise<ObjectId> {
  const { root } = context;
  const { baseSha, headSha, names } = change;
  const [first, ...others] = await mergeBases(root, baseSha, headSha);
  const isKnown = first !== undefined && (others.length > 0 || first === baseSha || !(await isShallow(root)));
  const found = isKnown ? first : await askMergeBase(context, change);
  if (found === undefined || others.length > 0) throw severalMergeBases(names.base);
  return found;
}

async function askMergeBase(
  { client }: ActionContext,
  { baseSha, headSha }: ChangeEvent,
): Promise<ObjectId | undefined> {
  const hint = 'let the checkout fetch the history (actions/checkout: fetch-depth: 0)';
  const message = 'this checkout does not reach back to where the change branched off';
  if (client === undefined) throw new UserError({ message, hint });
  const told = await readMergeBase(client, { base: baseSha, head: headSha }).catch((error: unknown) => {
    if (statusOf(error) === undefined) throw error;
    throw new UserError({ message: `${message}, and GitHub does not say: ${reasonOf(error)}`, hint });
  });
  if (told === 'untold')
    throw new UserError({ message: `${message}, and the server does not say where that is`, hint });
  return told === 'several' ? undefined : told.sha;
}
