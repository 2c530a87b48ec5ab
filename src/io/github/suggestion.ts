// One suggested change on a pull request's lines: at most one of ours stands there, and it is about the newest commit.
import type { GitHubClient } from './client.ts';
import { explainRefusal, isRefusal, statusOf } from './refusal.ts';
import { isViewer, markerStart, readViewer } from './identity.ts';
import { readPullRequest } from './pull-request.ts';

export interface SuggestionRequest {
  readonly client: GitHubClient;
  readonly pullRequest: number;
  /** The config's path: two gates on one repository have a suggestion each. */
  readonly key: string;
  readonly headSha: string;
  /** What stands there afterwards; undefined takes an old one away. */
  readonly suggestion: Suggestion | undefined;
}

export interface Suggestion {
  readonly file: string;
  /** Lines of the head that are replaced, both ends included; they are shown in the pull request's diff. */
  readonly start: number;
  readonly end: number;
  readonly body: string;
}

/** `refused` carries a warning for the log; nothing here changes a verdict. */
export type SuggestionResult =
  | { readonly status: 'written' | 'unchanged' | 'none' | 'outdated' }
  | { readonly status: 'refused'; readonly message: string };

/** Never throws for what GitHub answers. */
export async function replaceSuggestion(request: SuggestionRequest): Promise<SuggestionResult> {
  try {
    return await settle(request);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const reason = explainRefusal(error, 'pull-requests: write');
    return { status: 'refused', message: `the suggestion was not written: ${reason}` };
  }
}

async function settle(request: SuggestionRequest): Promise<SuggestionResult> {
  const { client, pullRequest, headSha, suggestion } = request;
  const { octokit, owner, repo } = client;
  const body = suggestion === undefined ? undefined : `${markerOf(request)}\n${suggestion.body}`;
  const ours = await listOurs(request);
  const kept = ours.find((one) => body !== undefined && one.body.trim() === body.trim());
  for (const { id } of ours.filter((one) => one !== kept)) await remove(client, id);
  if (kept !== undefined) return { status: 'unchanged' };
  if (suggestion === undefined || body === undefined) return { status: 'none' };
  const newest = await readPullRequest(client, pullRequest);
  if (newest.headSha !== headSha) return { status: 'outdated' };
  const { file, start, end } = suggestion;
  await octokit.rest.pulls.createReviewComment({
    owner,
    repo,
    pull_number: pullRequest,
    commit_id: headSha,
    path: file,
    side: 'RIGHT',
    line: end,
    ...(start !== end && { start_line: start, start_side: 'RIGHT' }),
    body,
  });
  return { status: 'written' };
}

/** The commit is part of the marker: what was said of an older one is taken away. */
function markerOf({ key, headSha }: SuggestionRequest): string {
  return `${markerStart('suggestion', key)} head=${headSha} -->`;
}

async function listOurs(
  request: SuggestionRequest,
): Promise<readonly { readonly id: number; readonly body: string }[]> {
  const { octokit, owner, repo } = request.client;
  const viewer = await readViewer(request.client);
  const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
    owner,
    repo,
    pull_number: request.pullRequest,
    per_page: 100,
  });
  const start = markerStart('suggestion', request.key);
  return all
    .map(({ id, user, body }) => ({ id, user, body: body.replaceAll('\r\n', '\n') }))
    .filter(({ user, body }) => isViewer(user, viewer) && body.startsWith(start));
}

async function remove({ octokit, owner, repo }: GitHubClient, id: number): Promise<void> {
  try {
    await octokit.rest.pulls.deleteReviewComment({ owner, repo, comment_id: id });
  } catch (error) {
    if (statusOf(error) !== 404) throw error; // somebody was quicker
  }
}
