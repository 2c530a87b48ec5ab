// One labelled issue for a confirmed regression at night: opened, kept up to date, and closed when it is gone.
import { isRefusal, reasonOf, statusOf, type GitHubClient } from './client.ts';
import { isViewer, markerStart, readViewer } from './identity.ts';

export interface IssueRequest {
  readonly client: GitHubClient;
  /** Tells this gate's issue from another's; the config's path. */
  readonly key: string;
  readonly label: string;
  /** `open`: there is a regression, described by `title` and `body`. `closed`: there is none; `body` says since when. */
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
}

export type IssueResult =
  | { readonly status: 'opened' | 'updated' | 'unchanged' | 'closed'; readonly number: number }
  /** Closed was asked for and nothing was open. */
  | { readonly status: 'none' }
  | { readonly status: 'refused'; readonly message: string };

/** Brings the issue into the state asked for. Never throws for what GitHub answers. */
export async function syncIssue(request: IssueRequest): Promise<IssueResult> {
  try {
    return await settle(request);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const status = statusOf(error);
    const hint = status === 403 ? 'give the job "issues: write". ' : status === 410 ? 'issues are turned off. ' : '';
    return { status: 'refused', message: `the issue was not written: ${hint}GitHub says: ${reasonOf(error)}` };
  }
}

async function settle(request: IssueRequest): Promise<IssueResult> {
  const { client, key, label, state, title } = request;
  const { octokit, owner, repo } = client;
  const body = `${markerStart('issue', key)} -->\n${request.body}`;
  const [kept, ...duplicates] = await listOurs(request);
  const close = (issue_number: number, reason: 'completed' | 'not_planned'): Promise<unknown> =>
    octokit.rest.issues.update({ owner, repo, issue_number, state: 'closed', state_reason: reason });
  for (const { number } of duplicates) await close(number, 'not_planned');
  if (state === 'closed') {
    if (kept === undefined) return { status: 'none' };
    await octokit.rest.issues.createComment({ owner, repo, issue_number: kept.number, body: request.body });
    await close(kept.number, 'completed');
    return { status: 'closed', number: kept.number };
  }
  if (kept === undefined) {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body, labels: [label] });
    return { status: 'opened', number: data.number };
  }
  if (kept.title === title && kept.body.trim() === body.trim()) return { status: 'unchanged', number: kept.number };
  await octokit.rest.issues.update({ owner, repo, issue_number: kept.number, title, body });
  return { status: 'updated', number: kept.number };
}

/** Open issues with the label, our marker on the first line and ourselves as author, oldest first. */
async function listOurs({
  client,
  key,
  label,
}: IssueRequest): Promise<{ number: number; title: string; body: string }[]> {
  const { octokit, owner, repo } = client;
  const viewer = await readViewer(client);
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, {
    owner,
    repo,
    labels: label,
    state: 'open',
    sort: 'created',
    direction: 'asc',
    per_page: 100,
  });
  const first = `${markerStart('issue', key)} -->`;
  return all.flatMap(({ number, title, body, user, pull_request }) => {
    const text = (body ?? '').replaceAll('\r\n', '\n');
    const ours = pull_request === undefined && isViewer(user, viewer) && text.split('\n')[0] === first;
    return ours ? [{ number, title, body: text }] : [];
  });
}
