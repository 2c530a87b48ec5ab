// What each model did on either side.
import { whereDefined } from '../../core/where-defined.ts';
import { countOutliers } from '../../analysis/outliers.ts';
import { fewNames } from '../../core/few-names.ts';
import { RESPONSE_TYPES, type ResponseType } from '../../core/study-words.ts';
import type { Arm } from '../../evaluation/cell.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { Slot } from '../../evaluation/comparison.ts';
import type { ReportModel } from '../report.ts';
import type { ReportOutlier } from '../report-answers.ts';

/** One row a slot, in the panel's order. */
export function reportModels(
  slots: readonly Slot[],
  evidence: { cells: readonly EvaluatedCell[]; outliers: readonly ReportOutlier[] },
): readonly ReportModel[] {
  return slots.map((slot) => {
    const own = evidence.cells.filter((cell) => cell.model === slot.id);
    const outliers = countOutliers(evidence.outliers.filter(({ model }) => model === slot.id));
    const base = shareOf(own, 'base');
    const head = shareOf(own, 'head');
    return {
      model: slot.head.ref.id,
      ...(slot.base.ref.id !== slot.head.ref.id && { replaces: slot.base.ref.id }),
      ...whereDefined({ base, head }),
      responses: new Set(own.map((cell) => `${cell.scenario}\n${cell.response}\n${cell.draw}`)).size,
      missing: own.filter((cell) => cell.problematic === 'missing').length,
      outliers,
      responseTypes: { base: typesOf(own, 'base'), head: typesOf(own, 'head') },
      returnedModels: fewNames(own.flatMap((cell) => cell.returnedModel ?? [])),
    };
  });
}

function shareOf(cells: readonly EvaluatedCell[], arm: Arm): number | undefined {
  const known = cells.filter((cell) => cell.arm === arm && cell.problematic !== 'missing');
  if (known.length === 0) return undefined;
  return known.filter((cell) => cell.problematic === true).length / known.length;
}

/** Counts of response types; those that did not occur are left out. */
function typesOf(cells: readonly EvaluatedCell[], arm: Arm): Readonly<Partial<Record<ResponseType, number>>> {
  const found = cells.flatMap((cell) =>
    cell.arm !== arm || cell.scores === undefined || cell.scores === 'missing' ? [] : [cell.scores.responseType],
  );
  const counts = RESPONSE_TYPES.map((type) => [type, found.filter((one) => one === type).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
