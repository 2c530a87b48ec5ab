// A base branch without a policy: the first pull request of a repository, or a change led around the policy it has.
import { UserError } from '../../core/errors.ts';
import { openEnd } from '../../run/change-ends.ts';
import { fetchMissing, resolveRef, type ObjectId } from '../../io/git.ts';
import { readBranchTip } from '../../io/github/branch.ts';
import { reasonOf, statusOf } from '../../io/github/client.ts';
import type { ChangeEvent } from './change-event.ts';
import { fetchCredentials } from './fetch-change.ts';
import type { ActionWorld } from '../../context/action-context.ts';

/**
 * A check belongs to its commit: green against a branch without a policy would stay green when the pull request is then
 * turned to the branch that has one.
 * @throws UserError unless the default branch has no config either.
 */
export async function requireNoPolicy(world: ActionWorld, { baseBranch }: ChangeEvent): Promise<void> {
  const { event, inputs, root } = world;
  const { defaultBranch } = event.repository;
  if (defaultBranch === undefined) {
    throw new UserError({ message: `the base has no ${inputs.config}, and the event names no default branch` });
  }
  if (baseBranch === defaultBranch) return;
  const tip = await findTip(world, defaultBranch);
  await fetchMissing(root, tip, fetchCredentials(world));
  if (!(await openEnd(root, tip)).paths.has(inputs.config)) return;
  throw new UserError({
    message: `the base branch ${baseBranch ?? ''} has no ${inputs.config}, while the default branch ${defaultBranch} has one`,
    hint: `target ${defaultBranch}, or copy ${inputs.config} to the base branch first`,
  });
}

/** GitHub's word, or without a token that of the checkout. */
async function findTip({ client, root }: ActionWorld, branch: string): Promise<ObjectId> {
  if (client === undefined) return resolveRef(root, `refs/remotes/origin/${branch}`);
  try {
    return await readBranchTip(client, branch);
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    throw new UserError({
      message: `whether the default branch ${branch} has a policy cannot be read: ${reasonOf(error)}`,
      hint: 'give the job "contents: read"',
    });
  }
}
