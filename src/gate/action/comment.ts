// The pull request comment: whether this run writes it, and what became of it.
import { whereDefined } from '../../core/where-defined.ts';
import { upsertComment, type CommentRequest } from '../../io/github/comment.ts';
import type { ChangeEvent } from './change-event.ts';
import type { ActionContext } from '../../context/action-context.ts';

export interface CommentText {
  readonly body: string;
  readonly shortBody: string;
  /** Whether the result is reason enough to open a comment; an existing one is updated in any case. */
  readonly isNews: boolean;
  /** A signed note for later runs, hidden in the comment. */
  readonly note?: string | undefined;
}

/** The config's path as people tell gates apart by it; nothing where there is the usual one alone. */
export function gateOf(config: string): { readonly gate?: string } {
  return config === 'spec-gate.yml' ? {} : { gate: config };
}

/** Writes the comment as far as the `comment` input lets it. Gives its id where there is one. */
export async function writeComment(
  context: ActionContext,
  change: ChangeEvent,
  { body, shortBody, isNews, note }: CommentText,
): Promise<number | undefined> {
  const { client, inputs, event, started } = context;
  const { pullRequest, headSha } = change;
  if (change.kind !== 'pull-request' || pullRequest === undefined || inputs.comment === 'never') return undefined;
  if (client === undefined) {
    context.log('the comment was not written: give github-token');
    return undefined;
  }
  const request: CommentRequest = {
    client,
    pullRequest,
    key: inputs.config,
    headSha,
    run: { id: event.run.id, attempt: event.run.attempt, started },
    body,
    shortBody,
    ...whereDefined({ note }),
    // An interrupted run says only that an older commit's verdict holds no more.
    ...(context.signal.aborted
      ? { whenAbsent: 'leave', over: 'older-commits' }
      : { whenAbsent: isNews ? 'create' : 'leave' }),
  };
  const result = await upsertComment(request);
  if (result.status === 'refused') {
    const { warning } = await import('@actions/core');
    warning(result.message, { title: 'Spec Gate' });
    return undefined;
  }
  context.log(`comment: ${result.status}`);
  return 'id' in result ? result.id : undefined;
}
