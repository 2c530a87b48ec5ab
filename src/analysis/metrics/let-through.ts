// Let through: what the text no longer forbids. Read as the share of the same answers that it does not forbid, so that larger is
// worse. Where each side answers by itself (`specUse: prompt`) they are the head's: the base's keep to the base's text.
import { wording } from '../../render/sentence.ts';
import { standingOf } from '../standing.ts';
import type { Metric } from './metric.ts';
import { filled, meanOfKnown } from './row-value.ts';

export const letThrough = {
  label: wording('Forbidden answers'),
  inSentence: wording('the share of answers that the text forbids'),
  measures: 'Of the same answers, the share that the text forbids; a fall is worse.',
  unit: 'share',
  most: 1,
  worse: 'down',
  // Six points: with five an edit without effect costs a quarter more rulings to clear (bench/README.md).
  defaults: { margin: 0.06, action: 'fail' },
  smallPanelMargin: 0.1,
  about: 'The edit allows what the base text forbids: on the same answers, and on labelled violations of a clause.',
  readOn: 'compared',
  needs: 'both texts',
  oneAnswerMoves: 'its part',
  read: ({ cells }, imputation) =>
    meanOfKnown(
      cells.map((cell) => {
        const standing = cell === undefined ? 'missing' : standingOf(cell);
        return filled(standing === 'missing' ? standing : Number(standing !== 'forbidden'), imputation);
      }),
    ),
  finding: { code: 'forbiddenAnswersFell', title: wording('Lets through what base forbids'), whose: 'of' },
} as const satisfies Metric;
