// The order of the test files: the longest first, so that no worker is still busy with one when the others have ended.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those of more than about five seconds, longest first. */
const LONGEST = [
  'cli/faults',
  'action/nights',
  'cli/kill-loop',
  'decision/operating-characteristics',
  'action/model-change',
  'action/store',
  'cli/check',
  'cli/dist',
  'cli/doctor',
  'package/first-hour',
  'io/actions/cache',
  'decision/power',
  'package/docs',
  'release',
  'gate/injections',
  'cli/live',
  'action/pull-request',
  'action/other-events',
  'report/explorer/page',
  'gate/weak-judges',
  'repair/command',
  'spec/shown/shown-text',
  'report/reading/page',
  'action/hostile-pull-requests',
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
