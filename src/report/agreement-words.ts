// Explains why a report shows two figures of the judges' agreement: they are computed on different answers.
import { count } from '../render/format-numbers.ts';
import type { Report } from './report.ts';
import { say, type Sentence } from '../render/sentence.ts';

/** What the coefficients beside it are computed on, and why the metric is another number. Two sentences. */
export function writeAgreementBasis({ base, head }: Report['judges']): Sentence {
  return say`These figures are of ${count(base.cells)} answers on base and ${count(head.cells)} on head, drawn at random and ruled on by every judge. The verdict goes by the Judge agreement above, which reads all answers; the others were ruled on by the judges who are asked first.`;
}
