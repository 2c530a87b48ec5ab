// The findings of a study as findings of a report: the same codes, sentences and places.
import type { StudyAnalysis } from '../analyze-study.ts';
import type { ContrastedKinds } from '../findings/patterns.ts';
import type { FindingArgs } from '../../report/finding-args.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';

export interface StudyFinding {
  readonly finding: Finding;
  /** `file:line` of each clause it names, as far as the spec is known. */
  readonly places: readonly string[];
  readonly examples: readonly string[];
}

/** In the order of the analysis, each with where its clauses stand and examples. */
export function studyFindings({ findings }: StudyAnalysis): readonly StudyFinding[] {
  return findings.map((one) => ({
    finding: toFinding(one),
    places: one.places.flatMap((at) => (at === null ? [] : [`${at.file}:${at.line}`])),
    examples: one.examples,
  }));
}

function toFinding({
  kind,
  clauses,
  scenarios,
  tested,
  before,
  basis,
  kinds,
  places,
}: StudyAnalysis['findings'][number]): Finding {
  const [clause, other = ''] = clauses;
  const counts = { scenarios, tested };
  const common = { severity: 'warning', clause, ...(places[0] && { place: places[0] }) } as const;
  switch (kind) {
    case 'contradiction':
      return createFinding({ code: 'contradiction', args: { clause, other, ...counts, basis }, ...common });
    case 'activationConflict': {
      const earlier = before === undefined ? {} : { before };
      return createFinding({
        code: 'clauseConflict',
        args: { against: clause, favour: other, ...counts, ...earlier },
        ...common,
      });
    }
    case 'interpretiveAmbiguity':
      return createFinding({ code: 'interpretiveAmbiguity', args: { clause, ...counts }, ...common });
    case 'granularityGap':
      return createFinding({ code: 'granularityGap', args: { clause, ...counts, ...kindArgs(kinds) }, ...common });
    default:
      throw new Error(`unknown finding: ${String(kind satisfies never)}`);
  }
}

function kindArgs(kinds: ContrastedKinds | undefined): Partial<FindingArgs['granularityGap']> {
  if (kinds === undefined) return {};
  const { scenario, most, least } = kinds;
  return { scenario, most: most.type, mostModel: most.model, least: least.type, leastModel: least.model };
}
