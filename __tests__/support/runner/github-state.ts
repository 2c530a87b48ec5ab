// What the GitHub double knows: plain mutable state that a test can read and change.

export interface User {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export interface Comment {
  readonly id: number;
  readonly user: User;
  body: string;
}

/** A comment on lines of a pull request's diff. */
export interface ReviewComment extends Comment {
  readonly path: string;
  readonly commit_id: string;
  readonly line: number;
  readonly start_line?: number;
}

export interface Review {
  readonly user: User;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly commit_id: string;
  readonly submitted_at: string;
}

export interface Issue {
  readonly number: number;
  readonly user: User;
  readonly labels: readonly string[];
  title: string;
  body: string;
  state: 'open' | 'closed';
}

interface Pull {
  readonly number: number;
  readonly author: string;
  head: { sha: string; fullName: string | null };
  /** `ref`: main where it is absent. */
  base: { sha: string; ref?: string };
  state?: 'open' | 'closed';
  /** Who wrote and who committed its commits: logins, or null where GitHub knows no account. */
  commits?: readonly (readonly [author: string | null, committer: string | null])[];
}

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'commit' | 'tree';
  readonly content: string;
}

/** Everything the double knows. Comments and reviews belong to the issue or pull request with that number. */
export interface GitHubState {
  readonly fullName: string;
  private: boolean;
  /** Whose token it is, and what it may write. A scope that is missing may only be read. */
  viewer: User;
  readonly mayWrite: Set<'pull-requests' | 'issues' | 'contents'>;
  readonly pulls: Map<number, Pull>;
  readonly comments: Map<number, Comment[]>;
  readonly reviewComments: Map<number, ReviewComment[]>;
  readonly reviews: Map<number, Review[]>;
  readonly issues: Issue[];
  /** Login to permission on the repository. */
  readonly permissions: Map<string, 'admin' | 'write' | 'read'>;
  /** `org/slug` to its members. Teams that the token may not see are absent. */
  readonly teams: Map<string, readonly string[]>;
  /** Commit SHA to all its entries. */
  readonly trees: Map<string, readonly TreeEntry[]>;
  /** Branch to commit SHA. */
  readonly branches: Map<string, string>;
  mergeBase: string;
  /** By how many commits any head is ahead of a commit: 1 of one that is not named. */
  readonly aheadOf: Map<string, number>;
  /** The longest comment the service takes. */
  commentLimit: number;
}

export const BOT: User = { login: 'github-actions[bot]', type: 'Bot' };

/** What GraphQL answers, with status 200, when it will not. */
export const GRAPHQL_REFUSAL = { data: null, errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] };

export function createGitHubState(fullName = 'octo/specs'): GitHubState {
  return {
    fullName,
    private: false,
    viewer: BOT,
    mayWrite: new Set(['pull-requests', 'issues', 'contents']),
    pulls: new Map(),
    comments: new Map(),
    reviewComments: new Map(),
    reviews: new Map(),
    issues: [],
    permissions: new Map(),
    teams: new Map(),
    trees: new Map(),
    branches: new Map(),
    mergeBase: '',
    aheadOf: new Map(),
    commentLimit: 65_536,
  };
}

/** A comment as somebody else would leave it there. */
export function addComment(state: GitHubState, number: number, comment: { user: User; body: string }): Comment {
  const added = { id: nextId(state), ...comment };
  state.comments.set(number, [...(state.comments.get(number) ?? []), added]);
  return added;
}

export function nextId(state: GitHubState): number {
  const ids = [...state.comments.values(), ...state.reviewComments.values()].flat().map((comment) => comment.id);
  return Math.max(1000, ...ids) + 1;
}
