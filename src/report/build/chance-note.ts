// What moved no more than it does where nothing changed: counted, not listed.
import { countOutliers } from '../../analysis/outliers.ts';
import type { TestedFindings } from '../../decision/findings/tested-findings.ts';
import { createFinding } from '../messages.ts';
import type { Finding, ReportConflict } from '../report.ts';
import type { ReportOutlier } from '../report-answers.ts';
import { grownConflicts, isSureConflict } from './conflict-findings.ts';

export interface LookedAt {
  readonly tested: TestedFindings;
  readonly conflicts: readonly ReportConflict[];
  readonly outliers: readonly ReportOutlier[];
  /** Whether what failed already names the scenarios that got worse. */
  readonly hasFailed: boolean;
}

/** One note, or none where nothing of the kind was seen. */
export function chanceNote({ tested, conflicts, outliers, hasFailed }: LookedAt): readonly Finding[] {
  const isSure = isSureConflict(tested);
  const unsure = new Set(tested.outliers.flatMap((one) => (one.isSure ? [] : [one.model])));
  const { new: came, gone } = countOutliers(outliers.filter(({ model }) => unsure.has(model)));
  const flips = tested.scenarios?.isSure === true || hasFailed ? undefined : tested.scenarios;
  const args = {
    worse: flips?.worse ?? 0,
    better: flips?.better ?? 0,
    conflicts: grownConflicts(conflicts).filter((one) => !isSure(one)).length,
    newOutliers: came,
    goneOutliers: gone,
    looked: tested.looked,
  };
  if (args.worse + args.better + args.conflicts + came + gone === 0) return [];
  return [createFinding({ code: 'asMuchAsChance', args, severity: 'notice' })];
}
