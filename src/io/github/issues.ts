// The night's issues: one open while something stands, closed when it is gone, and a note in each for the nights to come.
import { sha256 } from '../../core/canonical-json.ts';
import type { GitHubClient } from './client.ts';
import { explainRefusal, isRefusal, statusOf } from './refusal.ts';
import { isViewer, markerStart, readViewer } from './identity.ts';

interface IssueKey {
  readonly client: GitHubClient;
  /** Tells this gate's issues from another's; the config's path. */
  readonly key: string;
  readonly label: string;
}

export interface IssueRequest extends IssueKey {
  /** `open`: there is a regression, described by `title` and `body`. `closed`: there is none; `body` says since when. */
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
  /** Names of what stands. An issue that somebody closed stays closed until there is one that it did not name. */
  readonly about: readonly string[];
  /** Hidden in the newest issue, for later runs to read. One line; where no issue is there yet, one is made and closed. */
  readonly note?: { readonly line: string; readonly title: string; readonly body: string };
}

export type IssueResult =
  | {
      readonly status: 'opened' | 'reopened' | 'updated' | 'unchanged' | 'closed' | 'left-closed' | 'noted';
      readonly number: number;
    }
  /** Closed was asked for and nothing was open. */
  | { readonly status: 'none' }
  | { readonly status: 'refused'; readonly message: string };

/** One of our issues, open or closed. */
export interface OurIssue {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly title: string;
  /** Of names; empty once we have closed it ourselves. */
  readonly about: readonly string[];
  readonly note: string | undefined;
  /** Without the hidden lines. */
  readonly body: string;
}

export type ReadIssues =
  | { readonly status: 'read'; readonly issues: readonly OurIssue[] }
  | { readonly status: 'refused'; readonly message: string };

/** Pages of a hundred that are searched for an issue whose label somebody took off. */
const MOST_PAGES = 10;

/** Our issues, open and closed, oldest first. Never throws for what GitHub answers. */
export async function readIssues(key: IssueKey): Promise<ReadIssues> {
  try {
    return { status: 'read', issues: await listOurs(key) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { status: 'refused', message: `the issues cannot be read: ${explainRefusal(error, 'issues: write')}` };
  }
}

/** Brings the issue into the state asked for. Never throws for what GitHub answers. */
export async function syncIssue(request: IssueRequest): Promise<IssueResult> {
  try {
    return await settle(request);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { status: 'refused', message: `the issue was not written: ${explainRefusal(error, 'issues: write')}` };
  }
}

async function settle(request: IssueRequest): Promise<IssueResult> {
  const { client } = request;
  const all = await listOurs(request);
  const [kept, ...duplicates] = all.filter(({ state }) => state === 'open');
  for (const { number } of duplicates) await update(client, number, { state: 'closed', state_reason: 'not_planned' });
  if (request.state === 'open') return kept === undefined ? raise(request, all.at(-1)) : refresh(request, kept);
  if (kept !== undefined) {
    const { number, title } = kept;
    await comment(client, number, request.body);
    await update(client, number, { state: 'closed', state_reason: 'completed' });
    // The alarms it named are over, so the next one opens an issue even if it looks the same.
    await edit(request, kept, { title, about: [], body: kept.body });
    return { status: 'closed', number };
  }
  return keepNote(request, all.at(-1));
}

async function refresh(request: IssueRequest, kept: OurIssue): Promise<IssueResult> {
  const { number } = kept;
  const { title, body, about } = request;
  return {
    status: (await edit(request, kept, { title, body, about: about.map(nameHash) })) ? 'updated' : 'unchanged',
    number,
  };
}

/** No issue is open: either somebody closed it on purpose, or there is a new alarm. */
async function raise(request: IssueRequest, newest: OurIssue | undefined): Promise<IssueResult> {
  const { client, about, title, body } = request;
  if (newest === undefined || newest.about.length === 0) {
    return { status: 'opened', number: await create(request, { title, body, about: about.map(nameHash) }) };
  }
  const { number } = newest;
  if (about.every((name) => newest.about.includes(nameHash(name)))) return { status: 'left-closed', number };
  await edit(request, newest, { title, body, about: about.map(nameHash) });
  await update(client, number, { state: 'open', state_reason: 'reopened' });
  await comment(client, number, `Opened again: ${title}`);
  return { status: 'reopened', number };
}

async function keepNote(request: IssueRequest, newest: OurIssue | undefined): Promise<IssueResult> {
  const { client, note } = request;
  if (note === undefined) return { status: 'none' };
  if (newest === undefined) {
    const number = await create(request, { title: note.title, body: note.body, about: [] });
    await update(client, number, { state: 'closed', state_reason: 'completed' });
    return { status: 'noted', number };
  }
  const { number, title, body, about } = newest;
  return (await edit(request, newest, { title, body, about })) ? { status: 'noted', number } : { status: 'none' };
}

interface IssueText {
  readonly title: string;
  readonly body: string;
  /** Hashes. */
  readonly about: readonly string[];
}

async function create(request: IssueRequest, { title, body, about }: IssueText): Promise<number> {
  const { octokit, owner, repo } = request.client;
  const text = withMarkers(request.key, { body, about, note: request.note?.line });
  try {
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body: text, labels: [request.label] });
    return data.number;
  } catch (error) {
    // Gitea and Forgejo want the numbers of labels that exist. Ours is found by its marker all the same.
    if (statusOf(error) !== 422) throw error;
    const { data } = await octokit.rest.issues.create({ owner, repo, title, body: text });
    return data.number;
  }
}

/** Whether there was anything to write. */
async function edit(request: IssueRequest, kept: OurIssue, { title, body, about }: IssueText): Promise<boolean> {
  const text = (of: Pick<OurIssue, 'body' | 'about' | 'note'>): string => withMarkers(request.key, of).trim();
  const next = text({ body, about, note: request.note?.line ?? kept.note });
  if (kept.title === title && text(kept) === next) return false;
  await update(request.client, kept.number, { title, body: next });
  return true;
}

async function update(
  { octokit, owner, repo }: GitHubClient,
  issue_number: number,
  fields: Omit<Parameters<typeof octokit.rest.issues.update>[0] & object, 'owner' | 'repo' | 'issue_number'>,
): Promise<void> {
  await octokit.rest.issues.update({ owner, repo, issue_number, ...fields });
}

async function comment({ octokit, owner, repo }: GitHubClient, issue_number: number, body: string): Promise<void> {
  await octokit.rest.issues.createComment({ owner, repo, issue_number, body });
}

function withMarkers(key: string, { body, about, note }: Pick<OurIssue, 'body' | 'about' | 'note'>): string {
  return [
    `${markerStart('issue', key)} -->`,
    ...(about.length === 0 ? [] : [`<!-- about ${[...about].sort().join(' ')} -->`]),
    ...(note === undefined ? [] : [`<!-- note ${note} -->`]),
    body,
  ].join('\n');
}

function parseMarked(text: string, key: string): Pick<OurIssue, 'body' | 'about' | 'note'> | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.shift() !== `${markerStart('issue', key)} -->`) return undefined;
  const about = /^<!-- about ([0-9a-f ]+) -->$/.exec(lines[0] ?? '')?.[1];
  if (about !== undefined) lines.shift();
  const note = /^<!-- note (\S+) -->$/.exec(lines[0] ?? '')?.[1];
  if (note !== undefined) lines.shift();
  return { about: about?.split(' ') ?? [], note, body: lines.join('\n') };
}

/** Names hold what models call themselves, which has no place inside of a hidden line. */
function nameHash(name: string): string {
  return sha256(name).slice(0, 12);
}

/**
 * Issues with our marker on the first line and ourselves as author. Asked for by label, and by author for those that lost
 * it; a server that does not know a filter answers with more, never with less.
 */
async function listOurs({ client, key, label }: IssueKey): Promise<readonly OurIssue[]> {
  const viewer = await readViewer(client);
  const found = new Map<number, OurIssue>();
  for (const filter of [{ labels: label }, { creator: viewer }]) {
    for (const issue of await list(client, filter)) {
      const ours = issue.pull_request === undefined && isViewer(issue.user, viewer);
      const parsed = ours ? parseMarked(issue.body ?? '', key) : undefined;
      if (parsed === undefined) continue;
      const { number, title } = issue;
      found.set(number, { number, title, state: issue.state === 'open' ? 'open' : 'closed', ...parsed });
    }
  }
  return [...found.values()].sort((a, b) => a.number - b.number);
}

/** The newest of all states that fit. */
async function list(
  { octokit, owner, repo }: GitHubClient,
  filter: { readonly labels: string } | { readonly creator: string },
): Promise<Awaited<ReturnType<typeof octokit.rest.issues.listForRepo>>['data']> {
  const query = { owner, repo, state: 'all', sort: 'created', direction: 'desc', per_page: 100 } as const;
  let pages = 0;
  try {
    return await octokit.paginate(octokit.rest.issues.listForRepo, { ...query, ...filter }, ({ data }, done) => {
      pages += 1;
      if (pages === MOST_PAGES) done();
      return data;
    });
  } catch (error) {
    // 422: an author that the filter does not know, such as an app under another spelling.
    if (statusOf(error) !== 422 || !('creator' in filter)) throw error;
    return [];
  }
}
