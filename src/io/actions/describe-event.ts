// What a run is about, for the first line of its log.
import type { RunEvent } from './event.ts';

/** Numbers and words of our own, nothing that a stranger named: `pull request 12, commit 3e9ae29`. */
export function describeEvent(event: RunEvent): string {
  const { what, sha } = subjectOf(event);
  return `${what}, commit ${sha.slice(0, 7)}`;
}

function subjectOf(event: RunEvent): { readonly what: string; readonly sha: string } {
  const { headSha: sha } = event;
  switch (event.kind) {
    case 'pull_request':
      return { what: `pull request ${event.pullRequest.number}`, sha };
    case 'merge_group':
      return { what: 'merge group', sha };
    case 'push':
      return { what: 'push', sha };
    case 'schedule':
      return { what: 'scheduled run', sha };
    case 'workflow_dispatch': {
      const { approved } = event;
      if (approved === undefined) return { what: 'run started by hand', sha };
      return { what: `pull request ${approved.pullRequest}, approved`, sha: approved.headSha };
    }
    default:
      return event satisfies never;
  }
}
