// What a night's report calls each metric that it watches, and how it shows its figures.
import { decimal, percent, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import { say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import type { NightMetric } from '../decision/metrics.ts';

/** What one subject does, and what several do. The models together are always several. */
export interface Verb {
  readonly one: Wording;
  readonly several: Wording;
}

interface NightWords {
  /** What who is alarmed about does, by how the metric changed. */
  readonly verb: (change: number) => Verb;
  /** The change in an alarm, with its unit. */
  readonly figure: (change: number) => Sentence;
  /** Its name in a list. */
  readonly short: Wording;
  /** The head of its column, or of its row in the table of all models. */
  readonly heading: Wording;
  readonly value: (value: number) => Wording;
  readonly change: (value: number) => Wording;
  /** What the highest bar of its trend stands for. */
  readonly bar: number;
}

/** A verb in both numbers: one model `refuses`, several `refuse`. */
export function verb(one: Wording, several: Wording): Verb {
  return { one, several };
}

const SHARE = { value: percent, change: signedPoints } as const;

export const NIGHT_WORDS: Readonly<Record<NightMetric, NightWords>> = {
  nonCompliance: {
    verb: () => verb(wording('answers less compliantly'), wording('answer less compliantly')),
    figure: (change) => say`non-compliance ${signedPoints(change)} points`,
    short: wording('non-compliance'),
    heading: wording('non-compliance'),
    ...SHARE,
    bar: 0.5,
  },
  rejections: {
    verb: (change) =>
      change < 0
        ? verb(wording('refuses less'), wording('refuse less'))
        : verb(wording('refuses more'), wording('refuse more')),
    figure: (change) => say`rejections (soft, firm or complete) ${signedPoints(change)} points`,
    short: wording('rejections'),
    heading: wording('rejections'),
    ...SHARE,
    bar: 0.5,
  },
  frequentNonCompliance: {
    verb: () => verb(wording('fail together more often'), wording('fail together more often')),
    figure: (change) => say`answers in which every one of them fails ${signedPoints(change)} points`,
    short: wording('every model fails'),
    heading: wording('every one fails'),
    ...SHARE,
    bar: 0.2,
  },
  disagreement: {
    verb: () => verb(wording('disagree more'), wording('disagree more')),
    figure: (change) => say`disagreement ${signedDecimal(change)} on the 0-6 scale`,
    short: wording('disagreement'),
    heading: wording('disagreement'),
    value: decimal,
    change: signedDecimal,
    bar: 3,
  },
};
