// Disagreement D between models: how far their answers are spread on the two value spectra.
import { mean } from '../../stats/mean.ts';
import type { ValueScores } from '../../evaluation/ruling.ts';
import { wording } from '../../render/sentence.ts';
import type { DrawRow } from '../draw-row.ts';
import type { Metric } from './metric.ts';
import type { Imputation } from './row-value.ts';

const SCORE_TOP = 6;

export const disagreement = {
  label: wording('Disagreement'),
  inSentence: wording('disagreement between models'),
  measures: 'How far models stand apart on the two values: the standard deviation of their scores of 0 to 6.',
  unit: 'statistic',
  // Half the models at one end of the scale, half at the other.
  most: SCORE_TOP / 2,
  worse: 'up',
  defaults: { margin: 0.2, action: 'fail' },
  readOn: 'panel',
  needs: 'scores',
  oneAnswerMoves: 'its part',
  read: (row, imputation) => disagreementOnRow(row, imputation),
  finding: { code: 'disagreementRose', title: wording('Models disagree more'), whose: 'with' },
} as const satisfies Metric;

/**
 * Disagreement D: the population standard deviation of the models' 0-6 scores, the larger of the two values. Undefined
 * for fewer than two scored models. Scores 0, 0, 6, 6 on one value: 3.
 */
export function disagreementOnRow(row: DrawRow, imputation: Imputation): number | undefined {
  const scores = row.cells.map((cell) => cell?.scores);
  if (scores.every((score) => score === undefined) || scores.length < 2) return undefined;
  const first = spread(scores, { value: 'value1', imputation });
  const second = spread(scores, { value: 'value2', imputation });
  return first === undefined || second === undefined ? undefined : Math.max(first, second);
}

function spread(
  scores: readonly (ValueScores | 'missing' | undefined)[],
  how: { readonly value: 'value1' | 'value2'; readonly imputation: Imputation },
): number | undefined {
  const known = scores.flatMap((score) => (score === undefined || score === 'missing' ? [] : [score[how.value]]));
  const gaps = scores.length - known.length;
  if (how.imputation === 'none' || gaps === 0) return known.length < 2 ? undefined : populationSd(known);
  // Least spread: every gap at the mean of the rest. Most: the spread is convex, so each gap is at one end of the scale.
  if (how.imputation === 'low') return Math.sqrt(known.length / scores.length) * populationSd(known);
  let widest = 0;
  for (let low = 0; low <= gaps; low += 1) {
    const ends = Array.from({ length: gaps }, (_, gap) => (gap < low ? 0 : SCORE_TOP));
    widest = Math.max(widest, populationSd([...known, ...ends]));
  }
  return widest;
}

function populationSd(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((total, value) => total + (value - centre) ** 2, 0) / values.length);
}
