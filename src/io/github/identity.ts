// Which account this run writes as on GitHub, and which comments and issues are its own: those with its hidden marker
// on the first line *and* itself as author.
import { sha256 } from '../../core/canonical-json.ts';
import type { GitHubClient } from './client.ts';
import { foreignAnswer, statusOf } from './refusal.ts';

/** Whoever wrote a comment or an issue; null for a deleted account. */
export type Author = { readonly login: string; readonly type?: string } | null | undefined;

/** What a server without GraphQL answers to it. */
const NO_GRAPHQL = new Set([400, 404, 405, 501]);

/**
 * The login of the token's owner. REST's `/user` is closed to `GITHUB_TOKEN`; GraphQL's `viewer` is not, but Gitea and
 * Forgejo have none.
 */
export async function readViewer({ octokit }: GitHubClient): Promise<string> {
  try {
    const answer = await octokit.graphql<{ readonly viewer?: { readonly login: string } | null } | undefined>(
      'query { viewer { login } }',
    );
    if (answer?.viewer == null) throw foreignAnswer('no account is named');
    return answer.viewer.login;
  } catch (error) {
    if (!NO_GRAPHQL.has(statusOf(error) ?? 0)) throw error;
    const { data } = await octokit.rest.users.getAuthenticated();
    return data.login;
  }
}

/** Whether an author is the viewer. GraphQL names some apps without the `[bot]` that REST adds, and no user can have. */
export function isViewer(author: Author, viewer: string): boolean {
  if (author === null || author === undefined) return false;
  return author.login === viewer || (author.type === 'Bot' && author.login === `${viewer}[bot]`);
}

/** The start of a marker's line: tells the things of one gate from those of another in the same repository. */
export function markerStart(kind: 'comment' | 'issue' | 'suggestion', key: string): string {
  return `<!-- spec-gate ${kind} ${sha256(key).slice(0, 12)}`;
}
