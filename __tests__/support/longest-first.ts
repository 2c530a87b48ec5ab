// The order of the test files: long ones first, so that no worker is still busy with one when the others have ended.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Those of more than about five seconds, longest first; before them what starts many processes, since a start costs the more
 * the larger the worker has grown.
 */
const LONGEST = [
  'release',
  'action/nights',
  'package/first-hour',
  'action/pull-request',
  'action/other-events',
  'action/model-change',
  'action/hostile-pull-requests',
  'action/store',
  'action/policy',
  'action/one-comment',
  'action/acceptance',
  'action/hostile',
  'action/repair',
  'action/filled-rows',
  'action/object-store',
  'action/inputs',
  'io/git',
  'io/actions/cache',
  'cli/own-answers',
  'cli/dead-ends',
  'gate/action/verdict-note',
  'cli/own-policy',
  'run/edited-clauses',
  'repair/patch',
  'io/git-objects',
  'cli/spec-sources',
  'cli/faults',
  'cli/dist',
  'cli/kill-loop',
  'spec/shown/shown-text',
  'report/explorer/page',
  'cli/check',
  'report/reading/page',
  'repair/command',
  'cli/live',
  'package/docs',
  'decision/operating-characteristics',
  'cli/three-pull-requests',
  'gate/weak-judges',
  'bank/import/import-study',
  'cli/judges-migrate',
  'gate/injections',
  'gate/let-through',
  'cli/models',
  'cli/doctor',
  'decision/power',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`/__tests__/${name}.test.ts`));
      return place < 0 ? LONGEST.length : place;
    };
    // The others as they come by default, the largest files first.
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
