// A statistic that may be undefined, in words.
import type { UndefinedReason } from '../stats/estimate.ts';
import { decimal } from '../render/format-numbers.ts';
import type { ReportEstimate } from './report.ts';
import { name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

const REASONS: Readonly<Record<UndefinedReason, Wording>> = {
  'no-units': wording('nothing was judged'),
  'one-unit': wording('one answer alone'),
  'no-pairs': wording('no answer has two rulings'),
  'one-category': wording('every ruling is the same'),
  'no-variation': wording('every value is the same'),
  'uninformative-judge': wording('the judge is no better than chance'),
};

/** `0.71`, or `undefined: every ruling is the same`. */
export function writeEstimate(value: ReportEstimate): Sentence {
  if (value.status === 'defined') return say`${decimal(value.value)}`;
  return say`undefined: ${isKnown(value.reason) ? REASONS[value.reason] : name(value.reason)}`;
}

function isKnown(reason: string): reason is UndefinedReason {
  return Object.hasOwn(REASONS, reason);
}
