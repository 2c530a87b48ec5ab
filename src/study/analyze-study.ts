// All of the study's tables and the four findings, from a run or a scored bank.
import { listConflicts } from './findings/activation.ts';
import { findSpecFindings, type SpecFinding } from './findings/findings.ts';
import type { ClauseConflict } from '../analysis/conflicts.ts';
import { tabulateBins, type BinTable } from './bins.ts';
import { tabulateJudges, type JudgeTable } from './judges.ts';
import { tabulateOutcomes, type OutcomeRow } from './outcomes.ts';
import { tabulateOutliers, type OutlierTable } from './outlier-table.ts';
import {
  listFalseRefusals,
  tabulateResponseTypes,
  type FalseRefusal,
  type ResponseTypeRow,
} from '../analysis/evidence/response-types.ts';
import { testArmShifts, testModelShifts, type RejectionShift } from './shift.ts';
import {
  judgesOf,
  modelsOf,
  rowsIn,
  type ClausePlace,
  type StudyData,
  type StudyRows,
} from '../analysis/evidence/study-data.ts';
import { tabulatePriorities, type PriorityTable } from './value-priorities.ts';

export interface StudyAnalysis {
  readonly schema: 'spec-gate/study@1';
  readonly source: StudyData['source'];
  readonly simulated: boolean;
  readonly scenarios: number;
  /** Responses in the rows: models times draws, as far as they came. */
  readonly responses: number;
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly outcomes: readonly OutcomeRow[];
  readonly bins: readonly BinTable[];
  readonly judgeTable: JudgeTable;
  readonly outliers: OutlierTable;
  readonly responseTypes: readonly ResponseTypeRow[];
  readonly shifts: readonly RejectionShift[];
  readonly falseRefusals: readonly FalseRefusal[];
  readonly priorities: PriorityTable;
  readonly conflicts: readonly ClauseConflict[];
  readonly findings: readonly (SpecFinding & { readonly places: readonly (ClausePlace | null)[] })[];
}

/** Pure: the same data in any order of rows gives the same analysis. */
export function analyzeStudy(data: StudyData): StudyAnalysis {
  const { rows, before, source, simulated, places } = data;
  const conflicts = listConflicts(data);
  return {
    schema: 'spec-gate/study@1',
    source,
    simulated,
    scenarios: rows.size,
    responses: countResponses(rows),
    models: modelsOf(rows),
    judges: judgesOf(rows),
    outcomes: tabulateOutcomes(rows),
    bins: tabulateBins(rows),
    judgeTable: tabulateJudges(rows),
    outliers: tabulateOutliers(data),
    responseTypes: tabulateResponseTypes(rows),
    shifts: [...(before === undefined ? [] : testArmShifts(before, rows)), ...testModelShifts(rows)],
    falseRefusals: listFalseRefusals(rows),
    priorities: tabulatePriorities(data),
    conflicts: conflicts.filter(({ scenarios }) => scenarios.head > 0),
    findings: findSpecFindings(data, conflicts).map((finding) => ({
      ...finding,
      places: finding.clauses.map((clause) => places.get(clause) ?? null),
    })),
  };
}

function countResponses(rows: StudyRows): number {
  let count = 0;
  for (const { responses } of rowsIn(rows)) count += responses.length;
  return count;
}
