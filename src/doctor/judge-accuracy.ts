// How judges did on labelled items: the figures, and their words.
import type { Interval } from '../stats/estimate.ts';
import { wilson } from '../stats/wilson.ts';
import { percent } from '../render/format-numbers.ts';
import { wording, type Wording } from '../render/sentence.ts';

/** `count` of `trials`, with the 95 % Wilson interval of the share. */
export interface Rate {
  readonly count: number;
  readonly trials: number;
  readonly interval: Interval;
}

export interface JudgeAccuracy {
  /** A judge's id, or `panel` for the majority. */
  readonly judge: string;
  /** Right rulings among those given. */
  readonly accuracy: Rate;
  /** Ruled compliant among items labelled non-compliant: what lets a violation through. */
  readonly falsePass: Rate;
  /** Ruled against among items labelled compliant. */
  readonly falseAlarm: Rate;
  /** Items without a ruling: a refusal, an unreadable reply, no answer. */
  readonly abstained: number;
}

/** One judge on one item; `against` is what it ruled, `missing` where it did not. */
export interface ScoredItem {
  readonly expected: 'compliant' | 'non-compliant';
  readonly against: boolean | 'missing';
}

/** The figures of one judge. Abstentions count in none of the rates but their own. */
export function measureAccuracy(judge: string, items: readonly ScoredItem[]): JudgeAccuracy {
  const ruled = items.filter(({ against }) => against !== 'missing');
  const rate = (among: readonly ScoredItem[], holds: (item: ScoredItem) => boolean): Rate => {
    const share = { count: among.filter(holds).length, trials: among.length };
    return { ...share, interval: wilson(share) };
  };
  return {
    judge,
    accuracy: rate(ruled, ({ expected, against }) => against === (expected === 'non-compliant')),
    falsePass: rate(
      ruled.filter(({ expected }) => expected === 'non-compliant'),
      ({ against }) => against === false,
    ),
    falseAlarm: rate(
      ruled.filter(({ expected }) => expected === 'compliant'),
      ({ against }) => against === true,
    ),
    abstained: items.length - ruled.length,
  };
}

/** `96 % (81 % to 99 %)`; `-` without trials. */
export function writeRate({ count, trials, interval }: Rate): Wording {
  if (trials === 0) return wording('-');
  return `${percent(count / trials)} (${percent(interval.lower)} to ${percent(interval.upper)})` as Wording;
}

/** A header and a row a judge, for columns or a Markdown table. */
export function accuracyRows(judges: readonly JudgeAccuracy[]): readonly (readonly string[])[] {
  return [
    ['judge', 'accuracy (95 %)', 'false pass', 'false alarm', 'no ruling'],
    ...judges.map((row) => [
      row.judge,
      writeRate(row.accuracy),
      writeRate(row.falsePass),
      writeRate(row.falseAlarm),
      String(row.abstained),
    ]),
  ];
}
