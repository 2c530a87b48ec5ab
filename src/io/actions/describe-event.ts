// What a run is about, for the first line of its log.
import type { RunEvent } from './event.ts';

/** Numbers and words of our own, nothing that a stranger named: `pull request 12, commit 3e9ae29`. */
export function describeEvent(event: RunEvent): string {
  return `${nameOf(event)}, commit ${event.headSha.slice(0, 7)}`;
}

function nameOf(event: RunEvent): string {
  switch (event.kind) {
    case 'pull_request':
      return `pull request ${event.pullRequest.number}`;
    case 'merge_group':
      return 'merge group';
    case 'push':
      return 'push';
    case 'schedule':
      return 'scheduled run';
    case 'workflow_dispatch':
      return event.approved === undefined
        ? 'run started by hand'
        : `pull request ${event.approved.pullRequest}, approved`;
    default:
      return event satisfies never;
  }
}
