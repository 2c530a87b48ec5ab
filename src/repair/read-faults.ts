// From findings of a check or an analysis to the faults that an edit of the text could mend.
import { BLOCKING_METRICS, METRICS, type BlockingMetric } from '../analysis/metrics.ts';
import type { FindingArgs } from '../report/finding-args.ts';
import type { Finding, Report } from '../report/report.ts';
import { faultId, type Fault } from './fault.ts';

/**
 * Faults in the order of the findings, each once. A conflict that is also a contradiction is one fault. What else is found
 * (a model that did not answer, judges that cannot be trusted) no edit of the text mends.
 */
export function faultsOf(findings: readonly Finding[]): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const finding of findings) {
    const fault = faultOf(finding);
    if (fault !== undefined && !faults.has(placeOf(fault))) faults.set(placeOf(fault), fault);
  }
  return [...faults.values()];
}

/**
 * Of a report: what its judges' rulings say about the text, and what fails that nothing of that explains. Metrics that fail
 * for the same clauses are one fault: the first of them has to fall, and the gate holds all of them.
 */
export function faultsOfReport({ verdict, findings, notes }: Report): readonly Fault[] {
  const inText = faultsOf([...findings, ...notes]);
  const explained = new Set(inText.flatMap(({ clauses }) => clauses));
  const failing: Fault[] = [];
  for (const finding of verdict.reasons) {
    const fault = metricFault(finding);
    if (fault === undefined || fault.clauses.some((clause) => explained.has(clause))) continue;
    failing.push(fault);
    for (const clause of fault.clauses) explained.add(clause);
  }
  return [...inText, ...failing];
}

function faultOf(finding: Finding): Fault | undefined {
  switch (finding.code) {
    case 'clauseConflict': {
      const { against, favour } = finding.args as unknown as FindingArgs['clauseConflict'];
      return { kind: 'conflict', clauses: [against, favour], finding };
    }
    case 'contradiction': {
      const { clause, other } = finding.args as unknown as FindingArgs['contradiction'];
      return { kind: 'conflict', clauses: [clause, other], finding };
    }
    case 'readTwoWays':
    case 'interpretiveAmbiguity':
      return ofClause('ambiguity', finding);
    case 'granularityGap':
      return ofClause('granularityGap', finding);
    case 'ambiguousRulings': {
      const [first, ...others] = (finding.args as unknown as FindingArgs['ambiguousRulings']).clauses;
      return first === undefined ? undefined : { kind: 'openRulings', clauses: [first, ...others], finding };
    }
    default:
      return undefined;
  }
}

function ofClause(kind: 'ambiguity' | 'granularityGap', finding: Finding): Fault | undefined {
  return finding.clause === undefined ? undefined : { kind, clauses: [finding.clause], finding };
}

/** A metric that failed for the answers that judges ruled on, under the clauses that changed. */
function metricFault(finding: Finding): Fault | undefined {
  if (finding.severity !== 'error') return undefined;
  const metric = METRIC_OF_CODE.get(finding.code);
  const [first, ...others] = (finding.args as { readonly clauses?: readonly string[] }).clauses ?? [];
  if (metric === undefined || first === undefined) return undefined;
  return { kind: 'metric', metric, clauses: [first, ...others], finding };
}

const METRIC_OF_CODE: ReadonlyMap<string, BlockingMetric> = new Map(
  BLOCKING_METRICS.map((metric) => [METRICS[metric].finding.code, metric]),
);

/** A pair of clauses is the same whichever of them is cited against an answer. */
function placeOf(fault: Fault): string {
  return faultId({ ...fault, clauses: [...fault.clauses].sort() as [string, ...string[]] });
}
