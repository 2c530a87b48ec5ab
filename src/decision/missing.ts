// How much of what was asked for is there: absent evidence is never a pass.
import type { Arm, Cell } from '../evaluation/cell.ts';
import type { Judgment } from '../evaluation/ruling.ts';
import { LEAST_ANSWERED, MOST_MISSING } from './bounds.ts';
import type { Missing, Reason } from './decision.ts';
import type { StageRows } from './stage-rows.ts';

/** Counts over both arms of one stage: cells that are absent, unruled, or unscored where the scenario is scored. */
export function countMissing(evidence: StageRows): Missing {
  const asked = new Map(evidence.judges.map((judge) => [judge, { asked: 0, ruled: 0 }]));
  let cells = 0;
  // With `specUse: target` scores cannot move, so a missing one decides nothing.
  const isScoreMissing = ({ scores }: Cell): boolean => evidence.kind !== 'target' && scores === 'missing';
  let expected = 0;
  for (const arm of ['base', 'head'] satisfies Arm[]) {
    for (const row of [...evidence.rows[arm].values()].flat()) {
      for (const cell of row.cells) {
        expected += 1;
        if (cell === undefined || cell.problematic === 'missing' || isScoreMissing(cell)) cells += 1;
        for (const [judge, count] of asked) {
          const judgment = cell?.judgments.find((given) => given.judge === judge);
          // Judges are not asked about an answer that is missing.
          const wasAsked = judgment === undefined ? isAudited(cell) : !isUnasked(judgment);
          if (wasAsked) count.asked += 1;
          if (judgment?.status === 'ruled') count.ruled += 1;
        }
      }
    }
  }
  const answered = [...asked].flatMap(([judge, count]) =>
    count.asked === 0 ? [] : [[judge, count.ruled / count.asked]],
  );
  return { cells, expected, answered: Object.fromEntries(answered) as Record<string, number> };
}

/** Every judge was asked. */
function isAudited(cell: Cell | undefined): boolean {
  return cell?.audited === true && cell.judgments.length > 0;
}

/** The run ended before this ruling was asked for, which is reported as a ground of its own. */
function isUnasked(judgment: Judgment): boolean {
  return judgment.status === 'abstained' && judgment.reason === 'aborted';
}

/** Why this stage cannot decide anything; empty where enough is there. */
export function missingReasons(missing: Missing): readonly Reason[] {
  const reasons: Reason[] = [];
  if (missing.cells > MOST_MISSING * missing.expected) {
    reasons.push({
      code: 'missing-cells',
      args: { missing: missing.cells, expected: missing.expected, most: MOST_MISSING },
      severity: 'warning',
    });
  }
  for (const [judge, share] of Object.entries(missing.answered)) {
    if (share >= LEAST_ANSWERED) continue;
    reasons.push({
      code: 'judge-silent',
      args: { judge, answered: share, least: LEAST_ANSWERED },
      severity: 'warning',
    });
  }
  return reasons;
}
