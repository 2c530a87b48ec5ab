// What of a spec a check's scenarios test, for its report.
import type { EvidenceClause } from '../../analysis/evidence/evidence-line.ts';
import { listReading, type ReadSpec } from '../../analysis/evidence/list-reading.ts';
import type { ReportCoverage } from '../../report/report.ts';
import type { Project } from '../../run/load-project.ts';
import { measureChangeCoverage, measureCoverage, totalCoverage } from '../../scenarios/coverage.ts';
import { isSubstantive } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';

/** The base bank and what was written for the change, held against the head's text. */
export function coverageOf(prepared: PreparedCheck, head: Spec, project: Project): ReportCoverage {
  const { changes } = prepared;
  const { scenarios, writtenFor } = testsOf(prepared, project);
  return {
    ...totalCoverage(measureCoverage(head, scenarios, writtenFor)),
    changed: changes
      .filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== '')
      .map((change) => measureChangeCoverage(change, scenarios, writtenFor)),
  };
}

/** The spec as a person reads it, with what tests each clause: the head's, or in a comparison of models the one of both. */
export function readingOf(prepared: PreparedCheck, project: Project): readonly EvidenceClause[] {
  const { sides, changes, subject } = prepared;
  const both = subject.comparison.clauses.ordered.flatMap(({ head }) => head ?? []);
  return listReading({
    head: sides?.head.spec.clauses ?? both,
    ...(sides === undefined ? {} : { base: sides.base.spec.clauses }),
    removed: new Set(changes.flatMap(({ kind, id }) => (kind === 'removed' ? [id] : []))),
    ...testsOf(prepared, project),
  });
}

function testsOf({ coverage }: PreparedCheck, { bank }: Project): Pick<ReadSpec, 'scenarios' | 'writtenFor'> {
  const written = coverage?.written ?? [];
  return {
    scenarios: [...bank.scenarios, ...written.map(({ scenario }) => scenario)],
    writtenFor: new Map(written.map(({ scenario, about }) => [scenario.id, about])),
  };
}
