// GitHub's REST and GraphQL APIs as far as the gate uses them.
import { gitRoutes } from './github-git.ts';
import { forbidden, notFound, ok, page, type PartOf, type Route, type Schemas } from './github-reply.ts';
import { addComment, nextId, type Comment, type GitHubState, type Issue, type ReviewComment } from './github-state.ts';
import type { Handler, Reply, Request } from './http.ts';

export function createGitHubHandler(state: GitHubState): Handler {
  const routes = [
    ...pullRoutes(state),
    ...commentRoutes(state),
    ...reviewCommentRoutes(state),
    ...issueRoutes(state),
    ...repositoryRoutes(state),
    ...gitRoutes(state),
  ];
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
          state: pull.state ?? 'open',
          draft: false,
          user: { login: pull.author },
          head,
          base: { sha: pull.base.sha, ref: pull.base.ref ?? 'main', repo },
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
      /^\/pulls\/(\d+)\/commits$/,
      ([, number], request) => {
        const account = (login: string | null) => (login === null ? null : { login });
        const commits = state.pulls.get(Number(number))?.commits ?? [];
        const listed = commits.map(([author, committer]) => ({
          author: account(author),
          committer: account(committer),
        }));
        // The API lists no more of a pull request.
        return page<'commit'>(listed.slice(0, 250), request);
      },
    ],
    [
      'GET',
      /^\/compare\/(.+)\.\.\.(.+)$/,
      ([, from = '']) =>
        ok<'commit-comparison'>({
          merge_base_commit: { sha: state.mergeBase },
          ahead_by: state.aheadOf.get(from) ?? 1,
        }),
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

/** Comments on lines of the diff: where suggested changes stand. */
function reviewCommentRoutes(state: GitHubState): Route[] {
  const may = (): Reply | undefined => (state.mayWrite.has('pull-requests') ? undefined : forbidden());
  return [
    [
      'GET',
      /^\/pulls\/(\d+)\/comments$/,
      ([, number], request) =>
        page<'pull-request-review-comment'>(state.reviewComments.get(Number(number)) ?? [], request),
    ],
    [
      'POST',
      /^\/pulls\/(\d+)\/comments$/,
      ([, number], request) => {
        const sent = JSON.parse(request.body.toString()) as Omit<ReviewComment, 'id' | 'user'>;
        const list = state.reviewComments.get(Number(number)) ?? [];
        const { body, path, commit_id, line, start_line } = sent;
        const added = {
          id: nextId(state),
          user: state.viewer,
          body,
          path,
          commit_id,
          line,
          ...(start_line === undefined ? {} : { start_line }),
        };
        state.reviewComments.set(Number(number), [...list, added]);
        return may() ?? { status: 201, body: added };
      },
    ],
    [
      'DELETE',
      /^\/pulls\/comments\/(\d+)$/,
      ([, id]) => {
        for (const [number, list] of state.reviewComments) {
          state.reviewComments.set(
            number,
            list.filter((comment) => comment.id !== Number(id)),
          );
        }
        return may() ?? { status: 204 };
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
        const label = request.query.get('labels');
        const creator = request.query.get('creator');
        const asked = request.query.get('state') ?? 'open';
        const found = state.issues.filter(
          (issue) =>
            (label === null || issue.labels.includes(label)) &&
            (creator === null || issue.user.login === creator) &&
            (asked === 'all' || issue.state === asked),
        );
        return page<'issue'>(found.map(view), request);
      },
    ],
    [
      'POST',
      /^\/issues$/,
      (_match, request) => {
        if (!state.mayWrite.has('issues')) return forbidden();
        const fields = JSON.parse(request.body.toString()) as { title: string; body: string; labels?: string[] };
        const issue: Issue = {
          number: 100 + state.issues.length,
          user: state.viewer,
          state: 'open',
          ...fields,
          labels: fields.labels ?? [],
        };
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
  ];
}
