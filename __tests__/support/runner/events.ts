// The event of a run, as payload and environment, in agreement with what the GitHub double answers.
import type { GitHubState } from './github-state.ts';
import type { ActionOptions } from './start-action.ts';

/** Spread it into the options of `startAction`. */
export type Started = Pick<ActionOptions, 'event'> & { readonly env: Readonly<Record<string, string>> };

/** `pull_request` for a pull request of the state; `merge` is the merge commit that the runner checks out. */
export function pullRequestEvent(github: GitHubState, { number, merge }: { number: number; merge?: string }): Started {
  const pull = github.pulls.get(number);
  if (pull === undefined) throw new Error(`the double has no pull request ${number}`);
  const headRepo = pull.head.fullName === null ? null : { full_name: pull.head.fullName };
  const pull_request = {
    number,
    draft: false,
    user: { login: pull.author },
    base: { sha: pull.base.sha, ref: pull.base.ref ?? 'main', repo: { full_name: github.fullName } },
    head: { sha: pull.head.sha, ref: 'change', repo: headRepo },
  };
  return start(github, {
    name: 'pull_request',
    payload: { action: 'synchronize', number, pull_request },
    ref: `refs/pull/${number}/merge`,
    sha: merge ?? pull.head.sha,
  });
}

export function mergeGroupEvent(
  github: GitHubState,
  { base, head, number = 1 }: { base: string; head: string; number?: number },
): Started {
  const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${base}`;
  const merge_group = { base_sha: base, head_sha: head, base_ref: 'refs/heads/main', head_ref: ref };
  return start(github, { name: 'merge_group', payload: { action: 'checks_requested', merge_group }, ref, sha: head });
}

/** A push to the default branch. */
export function pushEvent(github: GitHubState, { before, after }: { before: string; after: string }): Started {
  return start(github, { name: 'push', payload: { before, after }, ref: 'refs/heads/main', sha: after });
}

/** A scheduled run on the default branch. */
export function scheduleEvent(github: GitHubState, sha: string): Started {
  return start(github, { name: 'schedule', payload: { schedule: '23 3 * * *' }, ref: 'refs/heads/main', sha });
}

/** A run started by hand on the default branch. */
export function dispatchEvent(
  github: GitHubState,
  { sha, inputs = {} }: { sha: string; inputs?: Readonly<Record<string, string>> },
): Started {
  return start(github, { name: 'workflow_dispatch', payload: { inputs }, ref: 'refs/heads/main', sha });
}

function start(
  github: GitHubState,
  { name, payload, ref, sha }: { name: string; payload: object; ref: string; sha: string },
): Started {
  const repository = { full_name: github.fullName, private: github.private, default_branch: 'main' };
  return {
    event: { name, payload: { ...payload, repository } },
    env: { GITHUB_REF: ref, GITHUB_SHA: sha },
  };
}
