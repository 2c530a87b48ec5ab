// What a repair mends: a finding about the text, the clauses it lies between, and the figure that must fall.
import { METRICS, type BlockingMetric } from '../analysis/metrics.ts';
import { readShared } from '../analysis/metrics/interpretation.ts';
import { filled, meanOfKnown, type RowValue } from '../analysis/metrics/row-value.ts';
import { isTorn } from '../analysis/conflicts.ts';
import type { Cell } from '../evaluation/cell.ts';
import type { Finding } from '../report/report.ts';
import { wording, type Wording } from '../render/sentence.ts';

export type FaultKind = Fault['kind'];

interface Found {
  /** A conflict lies between two; everything else in the first. All of them may be edited. */
  readonly clauses: readonly [string, ...string[]];
  /** What it was found by. */
  readonly finding: Finding;
}

/** `metric`: one that fails a pull request, where no finding about the text explains it. */
export type Fault =
  | (Found & { readonly kind: 'conflict' | 'ambiguity' | 'openRulings' | 'granularityGap' })
  | (Found & { readonly kind: 'metric'; readonly metric: BlockingMetric });

/** Names a fault: the same finding of another run is the same fault. */
export function faultId(fault: Fault): string {
  return [fault.kind, ...(fault.kind === 'metric' ? [fault.metric] : []), ...fault.clauses].join(' ');
}

export interface Measure {
  /** In the middle of a sentence: `the share of answers that a judge finds the text does not decide`. */
  readonly inSentence: Wording;
  /** On one scenario and draw, 0 to 1; larger is worse. */
  readonly read: RowValue;
  /** What one answer that is seen the other way moves it by. */
  readonly oneAnswerMoves: 'all' | 'its part';
}

export function measureOf(fault: Fault): Measure {
  switch (fault.kind) {
    case 'conflict':
      return {
        inSentence: wording(
          'the share of answers that one judge forbids by one clause and another allows by the other',
        ),
        read: shareOf((cell) => isTorn(cell, fault.clauses)),
        oneAnswerMoves: 'its part',
      };
    case 'ambiguity':
      return {
        inSentence: wording('the share of rulings that contradict each other although they rest on the same clause'),
        read: readShared((clause) => clause === fault.clauses[0]),
        oneAnswerMoves: 'its part',
      };
    case 'openRulings':
      return {
        inSentence: wording('the share of answers that a judge finds the text does not decide'),
        read: shareOf(({ judgments }) => judgments.some((one) => one.status === 'ruled' && one.ruling === 'ambiguous')),
        oneAnswerMoves: 'its part',
      };
    case 'granularityGap':
      return {
        inSentence: wording('the share of questions on which the text does not tell better answers from worse'),
        read: readUntold,
        oneAnswerMoves: 'all',
      };
    case 'metric': {
      const { inSentence, read, oneAnswerMoves } = METRICS[fault.metric];
      return { inSentence, read, oneAnswerMoves };
    }
    default:
      return fault satisfies never;
  }
}

function shareOf(has: (cell: Cell) => boolean): RowValue {
  return ({ cells }, imputation) =>
    meanOfKnown(
      cells.map((cell) => {
        const isMissing = cell === undefined || cell.problematic === 'missing';
        return filled(isMissing ? 'missing' : Number(has(cell)), imputation);
      }),
    );
}

/** 0 where every judge is against one of the answers and another one passes: the text then does tell right from wrong. */
const readUntold: RowValue = ({ cells }, imputation) => {
  const ruled = cells.map((cell) => cell?.judgments.filter((one) => one.status === 'ruled') ?? []);
  const isOut = ruled.some((own) => own.length > 1 && own.every(({ ruling }) => ruling === 'non-compliant'));
  if (isOut && cells.some((cell) => cell?.problematic === false)) return 0;
  return cells.some((cell) => cell === undefined || cell.problematic === 'missing') ? filled('missing', imputation) : 1;
};
