// What of a spec a check's scenarios test, for its report.
import type { ReportCoverage } from '../../report/report.ts';
import type { Project } from '../../run/load-project.ts';
import { measureChangeCoverage, measureCoverage, totalCoverage } from '../../scenarios/coverage.ts';
import { isSubstantive } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import type { PreparedCheck } from '../change/prepare-check.ts';

/** The base bank and what was written for the change, held against the head's text. */
export function coverageOf({ changes, coverage }: PreparedCheck, head: Spec, { bank }: Project): ReportCoverage {
  const written = coverage?.written ?? [];
  const scenarios = [...bank.scenarios, ...written.map(({ scenario }) => scenario)];
  const writtenFor = new Map(written.map(({ scenario, about }) => [scenario.id, about]));
  return {
    ...totalCoverage(measureCoverage(head, scenarios, writtenFor)),
    changed: changes
      .filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== '')
      .map((change) => measureChangeCoverage(change, scenarios, writtenFor)),
  };
}
