// The answers of the anchor that judges and the classifier are held against themselves on.
import { LEAST_ANSWERED } from '../../decision/bounds.ts';
import type { NightRecord, RejudgedCell } from './record.ts';

/**
 * Tonight's word on the anchor's answers to the sentinels: the first draws, and the second ones where all of them were asked
 * for. Where only those of suspect models were, they are no fair sample: a model is a suspect, too, because the first word on
 * its answers was off by chance, and the second word is less so.
 */
export function sameAnswers(
  { date, sentinels }: Pick<NightRecord, 'date' | 'sentinels'>,
  rejudged: readonly RejudgedCell[],
): readonly RejudgedCell[] {
  const fixed = new Set(sentinels);
  const ofDraw = (number: number): readonly RejudgedCell[] =>
    rejudged.filter(({ from, draw, scenario }) => from === date && draw === number && fixed.has(scenario));
  const [first, second] = [ofDraw(1), ofDraw(2)];
  return second.length < LEAST_ANSWERED * first.length ? first : [...first, ...second];
}
