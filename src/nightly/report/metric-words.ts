// What a night's report calls each metric that it watches, and how it shows its figures.
import { decimal, percent, signedDecimal, signedPoints } from '../../render/format-numbers.ts';
import type { NightMetric } from '../decision/metrics.ts';

/** What one subject does, and what several do. The models together are always several. */
export interface Verb {
  readonly one: string;
  readonly several: string;
}

interface NightWords {
  /** What who is alarmed about does, by how the metric changed. */
  readonly verb: (change: number) => Verb;
  /** The change in an alarm, with its unit. */
  readonly figure: (change: number) => string;
  /** Its name in a list. */
  readonly short: string;
  /** The head of its column, or of its row in the table of all models. */
  readonly heading: string;
  readonly value: (value: number) => string;
  readonly change: (value: number) => string;
  /** What the highest bar of its trend stands for. */
  readonly bar: number;
}

export function verb(one: string, several: string): Verb {
  return { one, several };
}

const SHARE = { value: percent, change: signedPoints } as const;

export const NIGHT_WORDS: Readonly<Record<NightMetric, NightWords>> = {
  nonCompliance: {
    verb: () => verb('answers less compliantly', 'answer less compliantly'),
    figure: (change) => `${signedPoints(change)} points non-compliance`,
    short: 'non-compliance',
    heading: 'non-compliance',
    ...SHARE,
    bar: 0.5,
  },
  rejections: {
    verb: (change) => (change < 0 ? verb('refuses less', 'refuse less') : verb('refuses more', 'refuse more')),
    figure: (change) => `${signedPoints(change)} points rejections (soft, firm or complete)`,
    short: 'rejections',
    heading: 'rejections',
    ...SHARE,
    bar: 0.5,
  },
  frequentNonCompliance: {
    verb: () => verb('fail together more often', 'fail together more often'),
    figure: (change) => `${signedPoints(change)} points of answers in which every one of them fails`,
    short: 'every model fails',
    heading: 'every one fails',
    ...SHARE,
    bar: 0.2,
  },
  disagreement: {
    verb: () => verb('disagree more', 'disagree more'),
    figure: (change) => `disagreement ${signedDecimal(change)} on the 0-6 scale`,
    short: 'disagreement',
    heading: 'disagreement',
    value: decimal,
    change: signedDecimal,
    bar: 3,
  },
};
