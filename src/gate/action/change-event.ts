// Which change an event asks to gate: two commits, and the pull request they belong to.
import { UserError } from '../../core/errors.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { findTip, readBranchTip } from '../../io/github/branch.ts';
import type { GitHubClient } from '../../io/github/client.ts';
import { explainRefusal, statusOf } from '../../io/github/refusal.ts';
import { mergesByLastGroup } from '../../io/github/merge-queue.ts';
import { readPullRequest, type PullRequestState } from '../../io/github/pull-request.ts';
import type { ActionContext } from '../../context/action-context.ts';

export interface ChangeEvent {
  /** Only runs for a pull request (its own, or a maintainer's for it) write its comment. */
  readonly kind: 'pull-request' | 'merge-group' | 'push';
  /** The tip of the base branch: whose policy holds. */
  readonly baseSha: string;
  readonly headSha: string;
  /** The branch the change is for, where the event says it. */
  readonly baseBranch?: string;
  /** The head stands in the place of the base now, whether it was built on it or history was rewritten. */
  readonly replaces?: true;
  readonly names: { readonly base: string; readonly head: string };
  /** The pull request whose comment is written and whose reviews count; of a merge group the last one in it. */
  readonly pullRequest?: number;
  /**
   * Whether the change comes from a fork, which gets no secrets and a read-only token. (Dependabot has secrets of its
   * own.)
   */
  readonly restricted: boolean;
}

/** @throws UserError for an event that compares nothing, and for an approved commit that is not the head any more. */
export async function readChangeEvent(context: ActionContext): Promise<ChangeEvent> {
  const { event, inputs } = context;
  if (inputs.base !== undefined || inputs.head !== undefined) return readAskedRefs(context);
  switch (event.kind) {
    case 'pull_request': {
      const { baseSha, headSha, baseBranch, pullRequest } = event;
      const { number, fork: restricted } = pullRequest;
      const names = { base: baseBranch, head: `PR ${number}` };
      return { kind: 'pull-request', baseSha, headSha, baseBranch, names, pullRequest: number, restricted };
    }
    case 'merge_group':
      return readMergeGroup(context, event);
    case 'push': {
      const { baseSha, headSha, onDefaultBranch, repository, ref } = event;
      const { defaultBranch } = repository;
      if (!onDefaultBranch && defaultBranch !== undefined) {
        // A check belongs to a commit, and a push may be the last of several, or move a tag from wherever its author likes: all that
        // merging the commit would bring is judged.
        const names = { base: defaultBranch, head: 'push' };
        const tip = await findTip(context, defaultBranch);
        return { kind: 'push', baseSha: tip, headSha, baseBranch: defaultBranch, names, restricted: false };
      }
      if (baseSha === undefined) throw nothingToCompare('the first push of a branch');
      const baseBranch = ref.replace(/^refs\/heads\//, '');
      const names = { base: 'before', head: 'push' };
      return { kind: 'push', baseSha, headSha, baseBranch, replaces: true, names, restricted: false };
    }
    case 'workflow_dispatch':
      if (event.approved !== undefined) return readApproved(context, event.approved);
      throw nothingToCompare('a run started by hand without a pull request');
    case 'schedule':
      throw nothingToCompare('a scheduled run');
    default:
      throw new Error(`unknown event: ${JSON.stringify(event satisfies never)}`);
  }
}

/**
 * A group is judged against the one ahead of it. Where the queue asks the last one only, all that would be merged with it is judged:
 * whatever waits ahead goes with it, although it may have failed.
 */
async function readMergeGroup(
  context: ActionContext,
  { baseSha, headSha, ref }: Extract<ActionContext['event'], { readonly kind: 'merge_group' }>,
): Promise<ChangeEvent> {
  // Only GitHub itself can make these refs: gh-readonly-queue/main/pr-12-<base>.
  const [, baseBranch, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
  const names = { base: baseBranch ?? 'base', head: 'merge group' };
  const pullRequest = number === undefined ? {} : { pullRequest: Number(number) };
  const group = {
    kind: 'merge-group',
    headSha,
    names,
    ...whereDefined({ baseBranch }),
    ...pullRequest,
    restricted: false,
  } as const;
  const { client } = context;
  if (baseBranch === undefined || client === undefined || !(await mergesByLastGroup(client, baseBranch)))
    return { ...group, baseSha };
  context.log(
    `this queue merges what waits ahead of a group that passed, failed or not, so all of it is judged together; "Only merge non-failing pull requests" judges each by itself`,
  );
  return { ...group, baseSha: await findTip(context, baseBranch) };
}

/** Two refs named as inputs on the default branch. An event that has a change of its own is never judged on other refs. */
async function readAskedRefs(context: ActionContext): Promise<ChangeEvent> {
  const { event, inputs } = context;
  if (event.kind === 'pull_request' || event.kind === 'merge_group') {
    throw new UserError({
      message: `inputs base and head: a ${event.kind} run is judged by its own commits`,
      hint: 'leave them out; they are for workflow_dispatch, schedule and push',
    });
  }
  if (!event.onDefaultBranch) {
    throw new UserError({ message: 'inputs base and head are for runs on the default branch, whose policy holds' });
  }
  if (inputs.base === undefined)
    throw new UserError({ message: 'input head without base: there is nothing to compare' });
  const baseSha = await findRef(context, inputs.base);
  const headSha = inputs.head === undefined ? event.headSha : await findRef(context, inputs.head);
  const names = { base: inputs.base, head: inputs.head ?? 'head' };
  return { kind: 'push', baseSha, headSha, baseBranch: inputs.base, names, restricted: false };
}

/** A full commit SHA, what the checkout knows, or a branch of the repository. */
async function findRef({ client, root }: ActionContext, ref: string): Promise<string> {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref)) return ref;
  try {
    return client === undefined ? await resolveRef(root, ref) : await readBranchTip(client, ref);
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return resolveRef(root, ref);
  }
}

/**
 * Gates exactly the commit that a maintainer has read, under the default branch's policy: a later push is another
 * commit.
 */
async function readApproved(
  { client, event }: ActionContext,
  approved: { readonly pullRequest: number; readonly headSha: string },
): Promise<ChangeEvent> {
  if (client === undefined) throw new UserError({ message: 'to gate an approved pull request give github-token' });
  if (!event.onDefaultBranch) {
    throw new UserError({
      message: 'an approved pull request is gated from the default branch only',
      hint: 'start the workflow there: examples/approve-fork.yml',
    });
  }
  const { pullRequest: number, headSha } = approved;
  const state = await readAsked(client, number);
  if (state.headSha !== headSha) {
    throw new UserError({
      message: `pull request ${number} has moved on: its head is ${state.headSha}, not ${headSha}`,
      hint: 'read the new commit, then start this workflow with its SHA',
    });
  }
  if (!state.open) throw new UserError({ message: `pull request ${number} is not open: there is nothing to gate` });
  const { baseSha, baseBranch } = state;
  // The config decides where keys are sent, so it must not come from a branch that the maintainer did not read.
  if (baseBranch !== event.repository.defaultBranch) {
    throw new UserError({
      message: `pull request ${number} is for the branch ${baseBranch}; only the default branch's policy may use keys here`,
      hint: 'turn the pull request to the default branch, then start this workflow again',
    });
  }
  const names = { base: baseBranch, head: `PR ${number}` };
  return { kind: 'pull-request', baseSha, headSha, baseBranch, names, pullRequest: number, restricted: false };
}

async function readAsked(client: GitHubClient, number: number): Promise<PullRequestState> {
  try {
    return await readPullRequest(client, number);
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) throw error;
    throw new UserError({
      message: `pull request ${number} cannot be read: ${explainRefusal(error, 'pull-requests: read')}`,
      ...whereDefined({ hint: status === 404 ? 'give the number of a pull request of this repository' : undefined }),
    });
  }
}

function nothingToCompare(what: string): UserError {
  return new UserError({
    message: `mode check has nothing to compare: ${what}`,
    hint: 'use mode: seed on pushes to the default branch, mode: nightly on a schedule, or name two commits with the inputs base and head',
  });
}
