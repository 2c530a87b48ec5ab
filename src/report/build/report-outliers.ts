// Outliers with the answer that stands apart and a typical one of the other models beside it.
import { whereDefined } from '../../core/where-defined.ts';
import type { CellAnswer } from '../../analysis/cell-outliers.ts';
import type { Outlier } from '../../analysis/outliers.ts';
import { typicalAnswer } from '../../analysis/typical-answer.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { ReportAnswer, ReportOutlier } from '../report-answers.ts';
import type { Disclosure } from './disclose.ts';
import { reportAnswer } from './report-answer.ts';

/** An outlier with the cell that stands apart, and those it stands apart from. */
export type CellOutlier = Outlier<CellAnswer<EvaluatedCell>>;

export interface OutlierEvidence {
  readonly comparison: Comparison;
  readonly scenarios: readonly Scenario[];
  /** Clauses that a spec change touches; empty for a change of models, where all of a scenario's count. */
  readonly touched: ReadonlySet<string>;
  readonly disclosure: Disclosure;
}

const ORDER = { new: 0, standing: 1, gone: 2, unconfirmed: 3 } as const;

/** New ones first, then the models with the most. */
export function reportOutliers(outliers: readonly CellOutlier[], evidence: OutlierEvidence): readonly ReportOutlier[] {
  const perModel = new Map<string, number>();
  for (const { model, status } of outliers) {
    if (status !== 'unconfirmed') perModel.set(model, (perModel.get(model) ?? 0) + 1);
  }
  const rank = ({ model }: CellOutlier): number => perModel.get(model) ?? 0;
  const scenarios = new Map(evidence.scenarios.map((scenario) => [scenario.id, scenario]));
  return [...outliers]
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || rank(b) - rank(a))
    .map((outlier) => describeOutlier(outlier, { ...evidence, about: scenarios.get(outlier.scenario) }));
}

function describeOutlier(
  { scenario, model, apart, status, lean, own, rest }: CellOutlier,
  { comparison, touched, disclosure, about }: OutlierEvidence & { readonly about: Scenario | undefined },
): ReportOutlier {
  const typical = typicalAnswer(rest.map(({ cell }) => cell));
  const show = (cell: EvaluatedCell): ReportAnswer =>
    reportAnswer(cell, { model: respondentOf(comparison, cell), disclosure });
  const clauses = about?.clauses ?? [];
  const near = clauses.filter((clause) => touched.has(clause));
  return {
    scenario,
    model,
    clauses: near.length === 0 ? clauses : near,
    topics: about?.topics ?? [],
    ...apart,
    status,
    ...whereDefined({ lean }),
    answer: show(own.cell),
    ...(typical !== undefined && { typical: show(typical) }),
  };
}

/** Who gave an answer: a slot is named after its head. */
export function respondentOf({ slots }: Comparison, { model, arm }: EvaluatedCell): string {
  return slots.find(({ id }) => id === model)?.[arm].ref.id ?? model;
}
