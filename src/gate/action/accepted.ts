// The acceptances that a change brings, and whether an approver stands behind its last commit.
import { readEach, UserError } from '../../core/errors.ts';
import { ACCEPTED_FOLDER, parseAcceptance, type Acceptance } from '../accept/acceptance.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import type { Approval } from '../accept/resolve-acceptance.ts';
import { reasonOf, statusOf } from '../../io/github/refusal.ts';
import { readPullRequest } from '../../io/github/pull-request.ts';
import { readApproval } from '../../io/github/reviews.ts';
import { besideConfig } from '../../run/load-project.ts';
import { readSpecFiles } from '../../io/read-spec.ts';
import type { ChangeEvent } from './change-event.ts';
import type { ActionContext } from '../../context/action-context.ts';

const MOST_FILES = 100;

/**
 * Acceptances that the head adds or edits. Those that were there before were given for other changes.
 * @throws UserError for files that are none.
 */
export async function loadAcceptances(ends: ChangeEnds, configFile: string): Promise<readonly Acceptance[]> {
  const folder = `${besideConfig(configFile, ACCEPTED_FOLDER)}/`;
  const added = [...ends.head.paths].flatMap(([path, oid]) =>
    path.startsWith(folder) && path.endsWith('.json') && ends.base.paths.get(path) !== oid ? [path] : [],
  );
  if (added.length === 0) return [];
  if (added.length > MOST_FILES) throw new UserError({ message: `${added.length} new files in ${folder}` });
  return readEach(await readSpecFiles(ends.head.source, added), (file) => parseAcceptance(file));
}

/** Reads the reviews. Whatever GitHub does not say is no approval. */
export async function askApproval(
  { client }: ActionContext,
  { kind, pullRequest, headSha }: ChangeEvent,
  approvers: readonly string[],
): Promise<Approval> {
  if (approvers.length === 0) return refused("the base branch's policy names no approvers");
  if (pullRequest === undefined) return refused('there is no pull request whose reviews could be read');
  if (client === undefined) return refused('without github-token no review can be read');
  try {
    const state = await readPullRequest(client, pullRequest);
    // A merge group has a commit of its own; what was approved is the pull request's last one.
    const approved = kind === 'merge-group' ? state.headSha : headSha;
    return await readApproval({ client, pullRequest, headSha: approved, author: state.author, approvers });
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return refused(`the reviews cannot be read: ${reasonOf(error)}`);
  }
}

function refused(reason: string): Approval {
  return { approved: false, reasons: [reason] };
}
