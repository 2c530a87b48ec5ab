// The shipped example's pull request in which two clauses come to pull apart, as the page reads it.
import type { EvidenceClause } from '../../src/analysis/evidence/evidence-line.ts';
import { listReading } from '../../src/analysis/evidence/list-reading.ts';
import { reportChanges } from '../../src/report/build/report-changes.ts';
import type { Report, ReportClause } from '../../src/report/report.ts';
import { measureCoverage } from '../../src/scenarios/coverage.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { harborBank, harborSpec } from './harbor.ts';
import { failingReport } from './report-builder.ts';

const EDITED: readonly ReportClause[] = ['assume_best_intentions', 'avoid_hazardous_detail'].map((id) => ({
  id,
  scenarios: 15,
  base: 0.23,
  head: 0.59,
  change: 0.37,
  interval: [0.16, 0.57],
  adjustedP: 0.001,
  status: 'changed',
}));

/** The head's clauses with what tests them, and a report of the change. */
export async function harborReading(): Promise<{
  readonly report: Report;
  readonly clauses: readonly EvidenceClause[];
}> {
  const [base, head] = [await harborSpec('spec.md'), await harborSpec('head-conflict/spec.md')];
  const changes = diffSpec(base, head);
  const coverage = measureCoverage(head, harborBank());
  return {
    report: { ...failingReport(), changes: reportChanges(changes), clauses: EDITED },
    clauses: listReading({ base: base.clauses, head: head.clauses, removed: new Set(), coverage }),
  };
}
