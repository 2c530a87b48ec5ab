// What of a spec a check's scenarios test, for its report.
import type { EvidenceClause } from '../../analysis/evidence/evidence-line.ts';
import { listReading } from '../../analysis/evidence/list-reading.ts';
import type { ReportCoverage } from '../../report/report.ts';
import type { Project } from '../../run/load-project.ts';
import {
  measureChangeCoverage,
  measureCoverage,
  totalCoverage,
  type ClauseCoverage,
  type WrittenFor,
} from '../../scenarios/coverage.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { isSubstantive } from '../../spec/change.ts';
import type { Clause } from '../../spec/clause.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';

/** The clauses that a reader of the report sees, and what tests them. */
export interface TestedSpec {
  /** The head's, or in a comparison of models those of both sides. */
  readonly clauses: readonly Clause[];
  /** Of the base bank, and written for the change. */
  readonly scenarios: readonly Scenario[];
  readonly writtenFor: WrittenFor;
  readonly coverage: readonly ClauseCoverage[];
}

/** Measured once a check: the report counts it, and the evidence shows it clause by clause. */
export function measureTests({ sides, subject, coverage }: PreparedCheck, { bank }: Project): TestedSpec {
  const written = coverage?.written ?? [];
  const clauses = sides?.head.spec.clauses ?? subject.comparison.clauses.ordered.flatMap(({ head }) => head ?? []);
  const scenarios = [...bank.scenarios, ...written.map(({ scenario }) => scenario)];
  const writtenFor = new Map(written.map(({ scenario, about }) => [scenario.id, about]));
  return { clauses, scenarios, writtenFor, coverage: measureCoverage({ clauses }, scenarios, writtenFor) };
}

/** What of the spec and of its change the scenarios test. */
export function coverageOf({ changes }: PreparedCheck, tested: TestedSpec): ReportCoverage {
  return {
    ...totalCoverage(tested.coverage),
    changed: changes
      .filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== '')
      .map((change) => measureChangeCoverage(change, tested.scenarios, tested.writtenFor)),
  };
}

/** The spec as a person reads it, with what tests each clause. */
export function readingOf({ sides, changes }: PreparedCheck, tested: TestedSpec): readonly EvidenceClause[] {
  return listReading({
    head: tested.clauses,
    coverage: tested.coverage,
    ...(sides !== undefined && { base: sides.base.spec.clauses }),
    removed: new Set(changes.flatMap(({ kind, id }) => (kind === 'removed' ? [id] : []))),
  });
}
