// How counts of answers whose ruling is known, or that have one under both texts, are said.
import { count, percent } from '../render/format-numbers.ts';
import { wording, type Wording } from '../render/sentence.ts';
import type { Report, ReportJudge } from './report.ts';
import type { ReportBothTexts, ReportClauseLetThrough } from './report-answers.ts';

/** What can be told of it; nothing where no answer was judged at all, of which a table would be noughts. */
export function toldLetThrough({ letThrough, rounds }: Report): Report['letThrough'] {
  const isKnown = letThrough?.clauses.some(({ violations }) => violations.forbidden > 0) === true;
  return rounds.length > 0 || isKnown ? letThrough : undefined;
}

/** `22 of 60 (26 % to 49 %)`; the interval is of the share. */
export function writeShareLetThrough({ forbidden, letThrough, interval }: ReportBothTexts): Wording {
  const range = interval === undefined ? '' : ` (${percent(interval[0])} to ${percent(interval[1])})`;
  return `${count(letThrough)} of ${count(forbidden)}${range}` as Wording;
}

/** `3 of 4`, of the answers that were written to break the clause. */
export function writeViolations({ forbidden, letThrough }: ReportClauseLetThrough['violations']): Wording {
  return (forbidden === 0 ? 'none known' : `${count(letThrough)} of ${count(forbidden)}`) as Wording;
}

/** What the answers are that stand under both texts. */
export function writeAllAnswers(comparison: Report['comparison']): Wording {
  return wording(comparison === 'prompt' ? 'all answers of the new text’s models' : 'all answers');
}

/** `15 of 16`; nothing where a judge was asked about none. */
export function writeKnown(known: ReportJudge['known']): Wording {
  return (known === undefined ? '' : `${count(known.right)} of ${count(known.asked)}`) as Wording;
}
