// Under which names a run finds and keeps its answers in the Actions cache.
import type { RunEvent } from './event.ts';

/** Keys are a prefix and the digest of what is inside. */
export interface StorePrefixes {
  /** Whose newest archives are restored. */
  readonly restore: readonly string[];
  /** Where this run's archive goes; one of `restore`. Undefined where nobody could read it later. */
  readonly save: string | undefined;
}

/**
 * A search by prefix finds a pull request's own older archive before the default branch's newer one, so each has a
 * prefix of its own and both are restored. Only runs on the default branch write the one that everybody reads.
 * All gates of a repository share a store: answers lie under what was asked, so what one config paid for serves another
 * with the same models or judges.
 */
export function storePrefixes(event: Pick<RunEvent, 'onDefaultBranch'> & PullRequestOf): StorePrefixes {
  const space = 'spec-gate-v2';
  const base = `${space}-base-`;
  if (event.onDefaultBranch) return { restore: [base], save: base };
  if (event.pullRequest === undefined) return { restore: [base], save: undefined };
  const own = `${space}-pr-${event.pullRequest.number}-`;
  return { restore: [base, own], save: own };
}

interface PullRequestOf {
  readonly pullRequest?: { readonly number: number };
}
