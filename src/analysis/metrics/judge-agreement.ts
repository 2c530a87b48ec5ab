// Judge agreement: the share of pairs of judges that rule alike. Read as the share that do not, so that larger is worse.
import { say, wording } from '../../render/sentence.ts';
import type { Cell } from '../../evaluation/cell.ts';
import { ruledAnyway } from '../ruled-anyway.ts';
import type { Metric } from './metric.ts';
import { filled, meanOfKnown } from './row-value.ts';

export const judgeAgreement = {
  label: wording('Judge agreement'),
  inSentence: wording('agreement between judges'),
  measures: 'Of pairs of judges, the share that rules alike; a fall is worse.',
  unit: 'share',
  most: 1,
  worse: 'down',
  defaults: { margin: 0.1, action: 'fail' },
  smallPanelMargin: 0.2,
  readOn: 'compared',
  needs: 'two judges',
  oneAnswerMoves: 'its part',
  read: ({ cells }, imputation, judges) =>
    meanOfKnown(cells.map((cell) => filled(pairDisagreement(cell, judges), imputation))),
  finding: {
    code: 'judgeAgreementFell',
    title: wording('Judges agree less'),
    whose: 'on',
    advice: say`Judges read the new text in more than one way: say what it means where they split.`,
  },
} as const satisfies Metric;

/**
 * The share of pairs of judges that put the response on opposite sides (problematic or not): 0, 2/3 or 1 for three and two
 * rulings. `missing` with fewer than two. Of the pairs of judges who were asked whatever the others said, see `ruledAnyway`:
 * reading all pairs outside the audit would count agreement twice over.
 */
function pairDisagreement(cell: Cell | undefined, judges: number): number | 'missing' {
  const rulings = cell === undefined ? [] : ruledAnyway(cell, judges);
  const ruled = rulings.length;
  if (ruled < 2) return 'missing';
  const problematic = rulings.filter(({ ruling }) => ruling !== 'compliant').length;
  return (2 * problematic * (ruled - problematic)) / (ruled * (ruled - 1));
}
