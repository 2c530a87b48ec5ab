// What started this run: the event payload, read once and refused where gating it would be unsafe.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';

/** The process environment, or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The repository the workflow runs in. Where the payload does not say, it counts as public: less is disclosed. */
interface Repository {
  readonly owner: string;
  readonly name: string;
  readonly visibility: 'public' | 'private';
  readonly defaultBranch?: string;
}

/** Which run this is. `number` counts up within a workflow; `attempt` counts re-runs of the same run, from 1. */
interface Run {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly url: string;
  /** The repository's own pages. */
  readonly repositoryUrl: string;
}

interface PullRequest {
  readonly number: number;
  readonly author: string;
  /** The head lives in another repository (or in one that is gone): no secrets and a read-only token. */
  readonly fork: boolean;
  readonly draft: boolean;
}

interface Common {
  readonly repository: Repository;
  readonly run: Run;
  /** `refs/heads/main`, `refs/pull/5/merge`, ... */
  readonly ref: string;
  /** Caches written here are readable by every later run. */
  readonly onDefaultBranch: boolean;
}

/** SHAs are the payload's own. `baseSha` of a pull request is the tip of its base branch, not the merge base. */
export type RunEvent = Common &
  (
    | {
        readonly kind: 'pull_request';
        readonly baseSha: string;
        readonly headSha: string;
        readonly baseBranch: string;
        readonly pullRequest: PullRequest;
      }
    | { readonly kind: 'merge_group'; readonly baseSha: string; readonly headSha: string }
    /** No `baseSha` for a branch's first push. */
    | { readonly kind: 'push'; readonly baseSha?: string; readonly headSha: string }
    | { readonly kind: 'schedule'; readonly headSha: string }
    /** `approved`: the pull request, and the commit of it, that a maintainer has read and wants gated. */
    | {
        readonly kind: 'workflow_dispatch';
        readonly headSha: string;
        readonly approved?: { readonly pullRequest: number; readonly headSha: string };
        /** Why this night's behaviour is the new normal, and who says so. */
        readonly acceptAnchor?: string;
      }
  );

const REFUSED: Readonly<Record<string, string>> = {
  pull_request_target:
    'it runs with secrets and a write token on content that anyone may propose; use pull_request, and examples/approve-fork.yml for forks',
  workflow_run: 'what another run hands over cannot be trusted to say which pull request it belongs to',
  issue_comment: 'anyone may comment; use workflow_dispatch in a protected environment (examples/approve-fork.yml)',
};

const NO_COMMIT = /^0+$/;
const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'is not a full commit SHA');
const repository = z.object({
  full_name: z.string(),
  private: z.boolean().optional(),
  default_branch: z.string().optional(),
});
const anyPayload = z.object({ repository: repository.optional() });
const pullRequestPayload = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    draft: z.boolean().optional(),
    user: z.object({ login: z.string() }).nullable(),
    base: z.object({ sha, ref: z.string(), repo: z.object({ full_name: z.string() }) }),
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
  }),
});
const mergeGroupPayload = z.object({ merge_group: z.object({ base_sha: sha, head_sha: sha }) });
const pushPayload = z.object({ before: sha, after: sha });
const dispatchPayload = z.object({
  inputs: z
    .object({
      'pull-request': z.string().optional(),
      'head-sha': z.string().optional(),
      'accept-anchor': z.string().max(500).optional(),
    })
    .nullish()
    .transform((inputs) => inputs ?? {}),
});

/**
 * Reads the event of this run from the runner's environment.
 * @throws UserError outside GitHub Actions, for an event that is refused or not known, and for a payload that does not
 * hold what its event must.
 */
export async function readEvent(env: Environment): Promise<RunEvent> {
  const path = env['GITHUB_EVENT_PATH'];
  if (path === undefined) {
    throw new UserError({
      message: 'GITHUB_EVENT_PATH is not set: this is not a GitHub Actions run',
      hint: 'on the command line use: spec-gate check --base REF',
    });
  }
  return parseEvent(JSON.parse(await readFile(path, 'utf8')), env);
}

/** `readEvent` for a payload at hand. */
export function parseEvent(payload: unknown, env: Environment): RunEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const reason = REFUSED[name];
  if (reason !== undefined) throw new UserError({ message: `event ${name} is refused: ${reason}` });
  const common = readCommon(check(name, anyPayload, payload).repository, env);
  switch (name) {
    case 'pull_request': {
      const { pull_request: pr } = check(name, pullRequestPayload, payload);
      const fork = pr.head.repo?.full_name !== pr.base.repo.full_name;
      const author = pr.user?.login ?? 'ghost';
      const pullRequest = { number: pr.number, author, fork, draft: pr.draft ?? false };
      return {
        ...common,
        kind: name,
        baseSha: pr.base.sha,
        headSha: pr.head.sha,
        baseBranch: pr.base.ref,
        pullRequest,
      };
    }
    case 'merge_group': {
      const { merge_group: group } = check(name, mergeGroupPayload, payload);
      return { ...common, kind: name, baseSha: group.base_sha, headSha: group.head_sha };
    }
    case 'push': {
      const { before, after } = check(name, pushPayload, payload);
      if (NO_COMMIT.test(after)) throw new UserError({ message: 'this push deletes a branch or tag: nothing to gate' });
      return { ...common, kind: name, headSha: after, ...(!NO_COMMIT.test(before) && { baseSha: before }) };
    }
    case 'schedule':
      return { ...common, kind: name, headSha: check(name, sha, env['GITHUB_SHA']) };
    case 'workflow_dispatch': {
      const { inputs } = check(name, dispatchPayload, payload);
      const approved = readApproved(inputs['pull-request'] ?? '', inputs['head-sha'] ?? '');
      const why = (inputs['accept-anchor'] ?? '').trim();
      const acceptAnchor = why === '' ? undefined : `${why} (@${env['GITHUB_ACTOR'] ?? 'ghost'})`;
      const headSha = check(name, sha, env['GITHUB_SHA']);
      return { ...common, kind: name, headSha, ...(approved && { approved }), ...(acceptAnchor && { acceptAnchor }) };
    }
    default:
      throw new UserError({
        message: `event "${name}" is not supported`,
        hint: 'use pull_request, merge_group, push, schedule or workflow_dispatch',
      });
  }
}

function readCommon(found: z.infer<typeof repository> | undefined, env: Environment): Common {
  const fullName = found?.full_name ?? env['GITHUB_REPOSITORY'] ?? '';
  const [owner = '', name = ''] = fullName.split('/');
  const ref = env['GITHUB_REF'] ?? '';
  const defaultBranch = found?.default_branch;
  const id = Number(env['GITHUB_RUN_ID'] ?? 0);
  const repositoryUrl = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${fullName}`;
  return {
    repository: {
      owner,
      name,
      visibility: found?.private === true ? 'private' : 'public',
      ...whereDefined({ defaultBranch }),
    },
    run: {
      id,
      number: Number(env['GITHUB_RUN_NUMBER'] ?? 0),
      attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
      url: `${repositoryUrl}/actions/runs/${id}`,
      repositoryUrl,
    },
    ref,
    onDefaultBranch: defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`,
  };
}

/** Both inputs or neither: a number alone would gate whatever was pushed since the maintainer read it. */
function readApproved(number: string, headSha: string): { pullRequest: number; headSha: string } | undefined {
  if (number === '' && headSha === '') return undefined;
  if (!/^[1-9]\d{0,9}$/.test(number) || !sha.safeParse(headSha).success) {
    throw new UserError({
      message:
        'to gate an approved pull request give both inputs: its number and the full SHA of the commit you have read',
      hint: 'pull-request: 12, head-sha: 40 hex digits',
    });
  }
  return { pullRequest: Number(number), headSha };
}

function check<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UserError(
    result.error.issues.map((issue) => ({
      message: `the payload of event ${name}: ${issue.path.map(String).join('.') || 'it'}: ${issue.message}`,
    })),
  );
}
