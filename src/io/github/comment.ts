// The one comment on a pull request: found again whoever else writes there, kept up to date, never turned back in time.
import type { GitHubClient } from './client.ts';
import { explainRefusal, isRefusal, statusOf } from './refusal.ts';
import { isViewer, markerStart, readViewer } from './identity.ts';
import { readPullRequest } from './pull-request.ts';

/** Which run writes. `started` (milliseconds since 1970) orders runs: a re-run keeps its id but is newer. */
interface CommentRun {
  readonly id: number;
  readonly attempt: number;
  readonly started: number;
}

export interface CommentRequest {
  readonly client: GitHubClient;
  readonly pullRequest: number;
  /** Two gates on one repository have a comment each: the config's path tells them apart. */
  readonly key: string;
  /** The commit the body speaks of. */
  readonly headSha: string;
  readonly run: CommentRun;
  /** At most 60,000 characters, without the marker. */
  readonly body: string;
  /** One word for later runs, hidden in the marker. */
  readonly note?: string;
  /** Verdict and link, for a service that finds `body` too long. */
  readonly shortBody: string;
  /** `leave`: an old comment is brought up to date, a new one is not opened. Default `create`. */
  readonly whenAbsent?: 'create' | 'leave';
  /** `older-commits`: what was said of this commit stays. Default `any`. */
  readonly over?: 'any' | 'older-commits';
}

/** What became of it. Nothing here changes the verdict; `refused` carries a warning for the log. */
export type CommentResult =
  | { readonly status: 'created' | 'updated' | 'unchanged'; readonly id: number }
  /** A newer run has written. */
  | { readonly status: 'superseded' }
  /** There is none, and none was wanted. */
  | { readonly status: 'none' }
  /** The pull request has a newer head than ours. */
  | { readonly status: 'outdated' }
  | { readonly status: 'refused'; readonly message: string };

interface Comment {
  readonly id: number;
  readonly head: string;
  readonly run: CommentRun;
  readonly note: string | undefined;
  /** Without the marker. */
  readonly body: string;
}

/** Attempts. Each starts from the comments that exist then; a comment deleted meanwhile, or a lost answer, costs one. */
const ROUNDS = 4;

/** Creates or updates the comment. Never throws for what GitHub answers. */
export async function upsertComment(request: CommentRequest): Promise<CommentResult> {
  try {
    return await settle(request);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return {
      status: 'refused',
      message: `the comment was not written: ${explainRefusal(error, 'pull-requests: write')}`,
    };
  }
}

async function settle(request: CommentRequest): Promise<CommentResult> {
  const { client, run } = request;
  const viewer = await readViewer(client);
  let created: Comment | undefined;
  for (let round = 1; ; round += 1) {
    const found = await listOurs(request, viewer);
    // A list that is read right after a comment was created may not contain it yet.
    const ours = created === undefined || found.some(({ id }) => id === created?.id) ? found : [...found, created];
    if (ours.some((comment) => comment.run.started > run.started)) {
      await remove(
        client,
        ours.filter((comment) => isSameRun(comment.run, run)),
      );
      return { status: 'superseded' };
    }
    const kept = ours.find((comment) => isSameRun(comment.run, run)) ?? ours[0];
    await remove(
      client,
      ours.filter((comment) => comment !== kept),
    );
    if (kept !== undefined && isCurrent(kept, request)) {
      return { status: created === undefined ? 'unchanged' : 'created', id: kept.id };
    }
    if (kept === undefined && request.whenAbsent === 'leave') return { status: 'none' };
    if (kept?.head === request.headSha && request.over === 'older-commits') return { status: 'unchanged', id: kept.id };
    const { headSha } = await readPullRequest(client, request.pullRequest);
    if (headSha !== request.headSha) return { status: 'outdated' };
    try {
      const written = await write(request, kept?.id);
      if (kept !== undefined) return { status: 'updated', id: written.id };
      created = written; // and look once more: another run may have created one too
    } catch (error) {
      const status = statusOf(error) ?? 0;
      // 404: deleted since we read it. 5xx: perhaps done, perhaps not; the next round sees.
      if (round === ROUNDS || !((status === 404 && kept !== undefined) || status >= 500)) throw error;
    }
  }
}

/** The note of our newest comment. Its signature has to be checked, since others may edit a comment. */
export async function findNote(
  where: Pick<CommentRequest, 'client' | 'pullRequest' | 'key'>,
): Promise<string | undefined> {
  return (await listOurs(where, await readViewer(where.client))).at(-1)?.note;
}

/** Every comment that carries our marker on its first line and is ours, over all pages, oldest first. */
async function listOurs(
  request: Pick<CommentRequest, 'client' | 'pullRequest' | 'key'>,
  viewer: string,
): Promise<readonly Comment[]> {
  const { octokit, owner, repo } = request.client;
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: request.pullRequest,
    per_page: 100,
  });
  return all.flatMap((comment) => {
    if (!isViewer(comment.user, viewer)) return [];
    const parsed = parseMarked(comment.body ?? '', request.key);
    return parsed === undefined ? [] : [{ id: comment.id, ...parsed }];
  });
}

function parseMarked(text: string, key: string): Omit<Comment, 'id'> | undefined {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n');
  const start = markerStart('comment', key);
  if (!first.startsWith(start)) return undefined;
  const fields = /^ head=([0-9a-f]+) run=(\d+)\.(\d+) at=(\d+)(?: note=([A-Za-z0-9+/=]+))? -->$/.exec(
    first.slice(start.length),
  );
  if (fields === null) return undefined;
  const [, head = '', id, attempt, started, note] = fields;
  const run = { id: Number(id), attempt: Number(attempt), started: Number(started) };
  return { head, run, note, body: rest.join('\n') };
}

function withMarker({ key, headSha, run, note }: CommentRequest, body: string): string {
  const hidden = note === undefined ? '' : ` note=${note}`;
  const fields = `head=${headSha} run=${run.id}.${run.attempt} at=${run.started}${hidden}`;
  return `${markerStart('comment', key)} ${fields} -->\n${body}`;
}

async function write(request: CommentRequest, id: number | undefined): Promise<Comment> {
  try {
    return await send(request, id, request.body);
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    return send(request, id, request.shortBody);
  }
}

async function send(request: CommentRequest, id: number | undefined, text: string): Promise<Comment> {
  const { octokit, owner, repo } = request.client;
  const body = withMarker(request, text);
  const { data } =
    id === undefined
      ? await octokit.rest.issues.createComment({ owner, repo, issue_number: request.pullRequest, body })
      : await octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body });
  return { id: data.id, head: request.headSha, run: request.run, note: request.note, body: text };
}

async function remove({ octokit, owner, repo }: GitHubClient, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (statusOf(error) !== 404) throw error; // the other run was quicker
    }
  }
}

function isSameRun(a: CommentRun, b: CommentRun): boolean {
  return a.id === b.id && a.attempt === b.attempt;
}

/** A re-run that says the same about the same commit need not write. GitHub trims bodies. */
function isCurrent(comment: Comment, { headSha, note, body, shortBody }: CommentRequest): boolean {
  const text = comment.body.trim();
  return comment.head === headSha && comment.note === note && (text === body.trim() || text === shortBody.trim());
}
