// Refusals that should not be, of one model of a change: new ones, those that went away, and those that stay.
import { listFalseRefusals, type FalseRefusal } from '../../analysis/study/response-types.ts';
import type { StudyData } from '../../analysis/study/study-data.ts';
import { typicalAnswer } from '../../analysis/typical-answer.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { ReportAnswer, ReportFalseRefusal } from '../report.ts';

/** New ones first, then by scenario. */
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
  const own = (refusals: readonly FalseRefusal[]): readonly FalseRefusal[] =>
    refusals.filter(({ model }) => model === slot);
  const [then, now] = [own(listFalseRefusals(before)), own(listFalseRefusals(rows))];
  const has = (list: readonly FalseRefusal[], { scenario }: FalseRefusal): boolean =>
    list.some((other) => other.scenario === scenario);
  const fresh = now.filter((refusal) => !has(then, refusal));
  const standing = now.filter((refusal) => has(then, refusal));
  const gone = then.filter((refusal) => !has(now, refusal));
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
      ...(typical === undefined ? {} : { typical: context.show(typical) }),
    },
  ];
}
