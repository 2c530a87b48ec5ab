// GitHub's REST and GraphQL APIs as far as the gate uses them, over plain mutable state that a test can read and change.
import type { components } from '@octokit/openapi-types';
import type { Handler, Reply, Request } from './http.ts';

type Schemas = components['schemas'];
/** A part of what the API documents: enough for a double, and no field it does not have. */
type PartOf<T> = T extends readonly (infer U)[]
  ? readonly PartOf<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> | undefined }
    : T;

export interface User {
  readonly login: string;
  readonly type: 'User' | 'Bot';
}

export interface Comment {
  readonly id: number;
  readonly user: User;
  body: string;
}

export interface Review {
  readonly user: User;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  readonly commit_id: string;
  readonly submitted_at: string;
}

interface Issue {
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
  base: { sha: string };
}

interface TreeEntry {
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
  readonly mayWrite: Set<'pull-requests' | 'issues'>;
  readonly pulls: Map<number, Pull>;
  readonly comments: Map<number, Comment[]>;
  readonly reviews: Map<number, Review[]>;
  readonly issues: Issue[];
  /** Login to permission on the repository. */
  readonly permissions: Map<string, 'admin' | 'write' | 'read'>;
  /** `org/slug` to its members. Teams that the token may not see are absent. */
  readonly teams: Map<string, readonly string[]>;
  /** Commit or tree SHA to all its entries. */
  readonly trees: Map<string, readonly TreeEntry[]>;
  mergeBase: string;
  /** The longest comment the service takes. */
  commentLimit: number;
}

export const BOT: User = { login: 'github-actions[bot]', type: 'Bot' };

export function createGitHubState(fullName = 'octo/specs'): GitHubState {
  return {
    fullName,
    private: false,
    viewer: BOT,
    mayWrite: new Set(['pull-requests', 'issues']),
    pulls: new Map(),
    comments: new Map(),
    reviews: new Map(),
    issues: [],
    permissions: new Map(),
    teams: new Map(),
    trees: new Map(),
    mergeBase: '',
    commentLimit: 65_536,
  };
}

/** A comment as somebody else would leave it there. */
export function addComment(state: GitHubState, number: number, comment: { user: User; body: string }): Comment {
  const added = { id: nextId(state), ...comment };
  state.comments.set(number, [...(state.comments.get(number) ?? []), added]);
  return added;
}

type Route = readonly [method: string, path: RegExp, answer: (match: readonly string[], request: Request) => Reply];

export function createGitHubHandler(state: GitHubState): Handler {
  const routes = [...pullRoutes(state), ...commentRoutes(state), ...issueRoutes(state), ...repositoryRoutes(state)];
  return (request) => {
    if (request.method === 'POST' && request.path === '/graphql') {
      return { status: 200, body: { data: { viewer: { login: state.viewer.login } } } };
    }
    const path = request.path.replace(`/repos/${state.fullName}`, '');
    for (const [method, pattern, answer] of routes) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (match !== null) return answer(match, request);
    }
    return undefined;
  };
}

function pullRoutes(state: GitHubState): Route[] {
  return [
    [
      'GET',
      /^\/pulls\/(\d+)$/,
      ([, number]) => {
        const pull = state.pulls.get(Number(number));
        if (pull === undefined) return notFound();
        const repo = { full_name: state.fullName, private: state.private };
        const headRepo = pull.head.fullName === null ? null : { full_name: pull.head.fullName };
        // Documented as always there; a deleted fork gives null.
        const head = { sha: pull.head.sha, repo: headRepo! };
        return ok<'pull-request'>({
          number: pull.number,
          state: 'open',
          draft: false,
          user: { login: pull.author },
          head,
          base: { sha: pull.base.sha, repo },
        });
      },
    ],
    [
      'GET',
      /^\/pulls\/(\d+)\/reviews$/,
      ([, number], request) => page<'pull-request-review'>(state.reviews.get(Number(number)) ?? [], request),
    ],
    [
      'GET',
      /^\/compare\/(.+)\.\.\.(.+)$/,
      () => ok<'commit-comparison'>({ merge_base_commit: { sha: state.mergeBase } }),
    ],
  ];
}

function commentRoutes(state: GitHubState): Route[] {
  const locate = (id: string | undefined): { list: Comment[]; comment: Comment } | undefined => {
    for (const list of state.comments.values()) {
      const comment = list.find((item) => item.id === Number(id));
      if (comment !== undefined) return { list, comment };
    }
    return undefined;
  };
  const write = (number: number): Reply | undefined =>
    state.mayWrite.has(state.pulls.has(number) ? 'pull-requests' : 'issues') ? undefined : forbidden();
  const checked = (request: Request): string | Reply => {
    const { body } = JSON.parse(request.body.toString()) as { body: string };
    return body.length <= state.commentLimit
      ? body
      : { status: 422, body: { message: 'Validation Failed: Body is too long' } };
  };
  return [
    [
      'GET',
      /^\/issues\/(\d+)\/comments$/,
      ([, number], request) => page<'issue-comment'>(state.comments.get(Number(number)) ?? [], request),
    ],
    [
      'POST',
      /^\/issues\/(\d+)\/comments$/,
      ([, number], request) => {
        const body = checked(request);
        if (typeof body !== 'string') return body;
        return (
          write(Number(number)) ?? {
            status: 201,
            body: addComment(state, Number(number), { user: state.viewer, body }),
          }
        );
      },
    ],
    [
      'PATCH',
      /^\/issues\/comments\/(\d+)$/,
      ([, id], request) => {
        const found = locate(id);
        if (found === undefined) return notFound();
        if (!state.mayWrite.has('pull-requests') || found.comment.user.login !== state.viewer.login) return forbidden();
        const body = checked(request);
        if (typeof body !== 'string') return body;
        found.comment.body = body;
        return ok<'issue-comment'>(found.comment);
      },
    ],
    [
      'DELETE',
      /^\/issues\/comments\/(\d+)$/,
      ([, id]) => {
        const found = locate(id);
        if (found === undefined) return notFound();
        if (!state.mayWrite.has('pull-requests')) return forbidden();
        found.list.splice(found.list.indexOf(found.comment), 1);
        return { status: 204 };
      },
    ],
  ];
}

function issueRoutes(state: GitHubState): Route[] {
  const view = (issue: Issue): PartOf<Schemas['issue']> => ({
    ...issue,
    labels: issue.labels.map((name) => ({ name })),
  });
  return [
    [
      'GET',
      /^\/issues$/,
      (_match, request) => {
        const label = request.query.get('labels') ?? '';
        const asked = request.query.get('state') ?? 'open';
        const found = state.issues.filter(
          (issue) => issue.labels.includes(label) && (asked === 'all' || issue.state === asked),
        );
        return page<'issue'>(found.map(view), request);
      },
    ],
    [
      'POST',
      /^\/issues$/,
      (_match, request) => {
        if (!state.mayWrite.has('issues')) return forbidden();
        const fields = JSON.parse(request.body.toString()) as { title: string; body: string; labels: string[] };
        const issue: Issue = { number: 100 + state.issues.length, user: state.viewer, state: 'open', ...fields };
        state.issues.push(issue);
        return { status: 201, body: view(issue) };
      },
    ],
    [
      'PATCH',
      /^\/issues\/(\d+)$/,
      ([, number], request) => {
        const issue = state.issues.find((item) => item.number === Number(number));
        if (issue === undefined) return notFound();
        if (!state.mayWrite.has('issues')) return forbidden();
        Object.assign(issue, JSON.parse(request.body.toString()));
        return ok<'issue'>(view(issue));
      },
    ],
  ];
}

function repositoryRoutes(state: GitHubState): Route[] {
  return [
    [
      'GET',
      /^\/collaborators\/([^/]+)\/permission$/,
      ([, login]) => {
        const permission = state.permissions.get(login ?? '');
        return permission === undefined ? notFound() : ok<'repository-collaborator-permission'>({ permission });
      },
    ],
    [
      'GET',
      /^\/orgs\/([^/]+)\/teams\/([^/]+)\/memberships\/([^/]+)$/,
      ([, org, slug, login]) => {
        const members = state.teams.get(`${org}/${slug}`);
        if (members === undefined) return forbidden();
        return members.includes(login ?? '') ? ok<'team-membership'>({ state: 'active' }) : notFound();
      },
    ],
    [
      'GET',
      /^\/git\/trees\/([0-9a-f]+)$/,
      ([, sha]) => {
        const entries = state.trees.get(sha ?? '');
        if (entries === undefined) return notFound();
        const tree = entries.map(({ path, mode, type, content }, n) => ({
          path,
          mode,
          type,
          sha: `${sha}:${n}`,
          size: Buffer.byteLength(content),
        }));
        return ok<'git-tree'>({ sha, tree, truncated: false });
      },
    ],
    [
      'GET',
      /^\/git\/blobs\/([0-9a-f]+):(\d+)$/,
      ([, sha, n]) => {
        const entry = state.trees.get(sha ?? '')?.[Number(n)];
        if (entry === undefined) return notFound();
        return ok<'blob'>({ content: Buffer.from(entry.content).toString('base64'), encoding: 'base64' });
      },
    ],
  ];
}

function nextId(state: GitHubState): number {
  const ids = [...state.comments.values()].flat().map((comment) => comment.id);
  return Math.max(1000, ...ids) + 1;
}

/** One page of a list, with the Link header that leads to the next. */
function page<Name extends keyof Schemas>(
  items: readonly PartOf<Schemas[Name]>[],
  { query, path, origin }: Request,
): Reply {
  const size = Number(query.get('per_page') ?? 30);
  const number = Number(query.get('page') ?? 1);
  const next = new URLSearchParams(query);
  next.set('page', String(number + 1));
  const more = number * size < items.length;
  return {
    status: 200,
    headers: more ? { link: `<${origin}${path}?${next.toString()}>; rel="next"` } : {},
    body: items.slice((number - 1) * size, number * size),
  };
}

function ok<Name extends keyof Schemas>(body: PartOf<Schemas[Name]>): Reply {
  return { status: 200, body: body as object };
}

function notFound(): Reply {
  return { status: 404, body: { message: 'Not Found' } };
}

function forbidden(): Reply {
  return { status: 403, body: { message: 'Resource not accessible by integration' } };
}
