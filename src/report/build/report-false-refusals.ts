// Refusals that should not be, of one model of a change: new ones, those that went away, and those that stay.
import { listFalseRefusals, type FalseRefusal } from '../../analysis/evidence/response-types.ts';
import type { StudyData } from '../../analysis/evidence/study-data.ts';
import { typeOf, typicalAnswer } from '../../analysis/typical-answer.ts';
import { FLAT_REJECTIONS, type ResponseType } from '../../core/study-words.ts';
import type { Arm } from '../../evaluation/cell.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { ReportAnswer, ReportFalseRefusal } from '../report-answers.ts';

/** New: in every draw of the head and none of the base; gone the reverse. New ones first, then by scenario. */
export function reportFalseRefusals(
  slot: string,
  evidence: {
    readonly study: StudyData;
    /** Cells of the stage that decided. */
    readonly cells: readonly EvaluatedCell[];
    readonly show: (cell: EvaluatedCell) => ReportAnswer;
  },
): readonly ReportFalseRefusal[] {
  const { rows, before = new Map<never, never>() } = evidence.study;
  const cells = evidence.cells.filter(({ model }) => model === slot);
  const own = (refusals: readonly FalseRefusal[]): readonly FalseRefusal[] =>
    refusals.filter(({ model }) => model === slot);
  const [then, now] = [own(listFalseRefusals(before)), own(listFalseRefusals(rows))];
  const isAlone = !cells.some(({ arm }) => arm === 'base');
  const typesIn = (arm: Arm, { scenario }: FalseRefusal): readonly ResponseType[] =>
    cells.flatMap((cell) => (cell.arm === arm && cell.scenario === scenario ? (typeOf(cell) ?? []) : []));
  // Draws vary, so a refusal that any draw of the other side shows as well is no change.
  const hasSome = (arm: Arm, refusal: FalseRefusal): boolean =>
    typesIn(arm, refusal).some((type) => FLAT_REJECTIONS.has(type));
  const hasNone = (arm: Arm, refusal: FalseRefusal): boolean =>
    typesIn(arm, refusal).length > 0 && !hasSome(arm, refusal);
  const fresh = now.filter((refusal) => isAlone || hasNone('base', refusal));
  const standing = now.filter((refusal) => hasSome('base', refusal));
  const gone = then.filter((refusal) => hasNone('head', refusal));
  const describe = (status: ReportFalseRefusal['status']) => (refusal: FalseRefusal) =>
    describeRefusal(refusal, { ...evidence, status });
  return [
    ...fresh.flatMap(describe('new')),
    ...standing.flatMap(describe('standing')),
    ...gone.flatMap(describe('gone')),
  ];
}

function describeRefusal(
  { scenario, model, responseType, helped, others }: FalseRefusal,
  context: {
    readonly status: ReportFalseRefusal['status'];
    readonly cells: readonly EvaluatedCell[];
    readonly show: (cell: EvaluatedCell) => ReportAnswer;
  },
): readonly ReportFalseRefusal[] {
  const arm = context.status === 'gone' ? 'base' : 'head';
  const here = context.cells.filter((cell) => cell.scenario === scenario && cell.arm === arm);
  const own = here.find(
    (cell) =>
      cell.model === model &&
      cell.scores !== undefined &&
      cell.scores !== 'missing' &&
      cell.scores.responseType === responseType,
  );
  if (own === undefined) return [];
  const typical = typicalAnswer(here.filter((cell) => cell.model !== model && cell.draw === own.draw));
  return [
    {
      scenario,
      status: context.status,
      helped,
      others,
      answer: context.show(own),
      ...(typical !== undefined && { typical: context.show(typical) }),
    },
  ];
}
