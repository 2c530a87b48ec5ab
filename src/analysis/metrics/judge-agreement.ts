// Judge agreement: the share of pairs of judges that rule alike. Read as the share that do not, so that larger is worse.
import { say, wording } from '../../render/sentence.ts';
import { pairDisagreement } from '../pair-disagreement.ts';
import type { Metric } from './metric.ts';
import { filled, meanOf } from './row-value.ts';

export const judgeAgreement = {
  label: wording('Judge agreement'),
  inSentence: wording('agreement between judges'),
  unit: 'share',
  most: 1,
  worse: 'down',
  defaults: { margin: 0.1, action: 'fail' },
  readOn: 'compared',
  needs: 'two judges',
  oneAnswerMoves: 'its part',
  read: ({ cells }, imputation, judges) =>
    meanOf(cells.map((cell) => filled(pairDisagreement(cell, judges), imputation))),
  finding: {
    code: 'judgeAgreementFell',
    title: wording('Judges agree less'),
    whose: 'on',
    advice: say`Judges read the new text in more than one way: say what it means where they split.`,
  },
} as const satisfies Metric;
