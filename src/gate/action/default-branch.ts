// Whose policy a change is judged under: the default branch's, or, before it has one, nobody's.
import { UserError } from '../../core/errors.ts';
import { openEnd, type ChangeEnd } from '../../run/change-ends.ts';
import { fetchMissing } from '../../io/git-commits.ts';
import { findTip } from '../../io/github/branch.ts';
import type { ChangeEvent } from './change-event.ts';
import { fetchCredentials } from './fetch-change.ts';
import type { ActionContext } from '../../context/action-context.ts';

/**
 * The commit whose policy a change is judged under, or undefined where there is none yet. A policy says where keys are
 * sent, so it is only ever the default branch's: whoever may push may name any other branch as a base, or push to it. A
 * merge group's base may hold other groups that nobody has merged.
 * @throws UserError where the default branch cannot be told or read, and for another base without a config beside it: a
 * check belongs to its commit, and one earned there would stay green when the pull request is turned to the default branch.
 */
export async function openPolicy(
  context: ActionContext,
  change: ChangeEvent,
  tip: ChangeEnd,
): Promise<ChangeEnd | undefined> {
  const { event, inputs } = context;
  const { defaultBranch } = event.repository;
  const { baseBranch, kind } = change;
  const hasConfig = ({ paths }: ChangeEnd): boolean => paths.has(inputs.config);
  if (defaultBranch === undefined) {
    throw new UserError({ message: 'the event names no default branch, so nobody can say whose policy holds' });
  }
  const isDefault = baseBranch === defaultBranch;
  const policy = isDefault
    ? await openDefault(context, { branch: defaultBranch, kind, tip })
    : await openTip(context, defaultBranch);
  if (!hasConfig(policy)) return undefined;
  if (!isDefault && !hasConfig(tip)) {
    throw new UserError({
      message: `the base branch ${baseBranch ?? ''} has no ${inputs.config}, while the default branch ${defaultBranch} has one`,
      hint: `target ${defaultBranch}, or copy ${inputs.config} to the base branch first`,
    });
  }
  if (!isDefault) context.log(`judged under the policy of ${defaultBranch}, as every change is`);
  return policy;
}

/**
 * Whose policy holds for a change that is for the default branch itself. A push to it is judged under what stood there before. The
 * event of a pull request says where it stood when the branch was last pushed to, weeks ago in an old one or in a run that is
 * started again, so that is taken only where nobody says how it stands now. What a merge group is built on is nobody's policy yet.
 */
async function openDefault(
  context: ActionContext,
  { branch, kind, tip }: { readonly branch: string; readonly kind: ChangeEvent['kind']; readonly tip: ChangeEnd },
): Promise<ChangeEnd> {
  if (kind === 'push') return tip;
  try {
    return await openTip(context, branch);
  } catch (error) {
    if (kind === 'merge-group' || !(error instanceof UserError)) throw error;
    context.log(`judged under the policy of ${branch} as the event has it: ${error.problems[0]?.message ?? ''}`);
    return tip;
  }
}

async function openTip(context: ActionContext, branch: string): Promise<ChangeEnd> {
  const tip = await findTip(context, branch);
  await fetchMissing(context.root, tip, fetchCredentials(context));
  return openEnd(context.root, tip);
}
