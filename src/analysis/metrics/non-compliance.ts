// Non-compliance: the share of answers that the panel rules against.
import { wording } from '../../render/sentence.ts';
import type { Metric } from './metric.ts';
import { againstValue, meanOfKnown } from './row-value.ts';

export const nonCompliance = {
  label: wording('Non-compliance'),
  inSentence: wording('non-compliance'),
  measures: 'Of answers, the share that most judges rule against.',
  unit: 'share',
  most: 1,
  worse: 'up',
  defaults: { margin: 0.05, action: 'fail' },
  smallPanelMargin: 0.1,
  readOn: 'compared',
  needs: 'rulings',
  oneAnswerMoves: 'its part',
  read: ({ cells }, imputation) => meanOfKnown(cells.map((cell) => againstValue(cell, imputation))),
  finding: { code: 'nonComplianceRose', title: wording('Non-compliance rose'), whose: 'of' },
} as const satisfies Metric;
