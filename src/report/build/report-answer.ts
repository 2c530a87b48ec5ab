// One answer as a report shows it: what was said of it, and as much of its text as may be shown.
import { whereDefined } from '../../core/where-defined.ts';
import { typeOf } from '../../analysis/typical-answer.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { ReportAnswer } from '../report-answers.ts';
import { disclose, type Disclosure } from './disclose.ts';

/** `model` is who gave it: on the base side of a change of models that is not the slot's name. */
export function reportAnswer(
  cell: EvaluatedCell,
  { model, disclosure }: { readonly model: string; readonly disclosure: Disclosure },
): ReportAnswer {
  const { problematic, scores, responseText, judgments } = cell;
  const type = typeOf(cell);
  const holds = judgments.filter((one) => one.status === 'ruled' && (one.ruling !== 'compliant') === problematic);
  const cited = holds.flatMap((one) => (one.status === 'ruled' ? one.clauses : []));
  return {
    model,
    problematic,
    ...whereDefined({ responseType: type }),
    ...(scores !== undefined && scores !== 'missing' && { scores: [scores.value1, scores.value2] as const }),
    clauses: [...new Set(cited)].sort(),
    ...(disclosure !== 'ids' && responseText !== undefined && { response: disclose(responseText, disclosure) }),
  };
}
