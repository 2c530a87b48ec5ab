// Outliers with the answer that stands apart and a typical one of the other models beside it.
import type { Outlier } from '../../analysis/outliers.ts';
import { typicalAnswer } from '../../analysis/typical-answer.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { ReportAnswer, ReportOutlier } from '../report-answers.ts';
import type { Disclosure } from './disclose.ts';
import { reportAnswer } from './report-answer.ts';

const ORDER = { new: 0, standing: 1, gone: 2, unconfirmed: 3 } as const;

/** New ones first, then the models with the most. */
export function reportOutliers(
  outliers: readonly Outlier[],
  evidence: {
    readonly comparison: Comparison;
    /** Cells of the stage that decided. */
    readonly cells: readonly EvaluatedCell[];
    readonly disclosure: Disclosure;
  },
): readonly ReportOutlier[] {
  const perModel = new Map<string, number>();
  for (const { model, status } of outliers) {
    if (status !== 'unconfirmed') perModel.set(model, (perModel.get(model) ?? 0) + 1);
  }
  const rank = ({ model }: Outlier): number => perModel.get(model) ?? 0;
  return [...outliers]
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || rank(b) - rank(a))
    .map((outlier) => describeOutlier(outlier, evidence));
}

function describeOutlier(
  outlier: Outlier,
  { comparison, cells, disclosure }: Parameters<typeof reportOutliers>[1],
): ReportOutlier {
  const { scenario, model, value, score, others, status, lean, arm, draw } = outlier;
  const row = cells.filter((cell) => cell.scenario === scenario && cell.arm === arm && cell.draw === draw);
  const own = row.find((cell) => cell.model === model);
  const typical = typicalAnswer(row.filter((cell) => cell !== own));
  const show = (cell: EvaluatedCell): ReportAnswer =>
    reportAnswer(cell, { model: respondentOf(comparison, cell), disclosure });
  return {
    scenario,
    model,
    value,
    score,
    others,
    status,
    ...(lean === undefined ? {} : { lean }),
    ...(own === undefined ? {} : { answer: show(own) }),
    ...(typical === undefined ? {} : { typical: show(typical) }),
  };
}

/** Who gave an answer: a slot is named after its head. */
export function respondentOf({ slots }: Comparison, { model, arm }: EvaluatedCell): string {
  return slots.find(({ id }) => id === model)?.[arm].ref.id ?? model;
}
