// Judge agreement: the share of pairs of judges that rule alike. Read as the share that do not, so that larger is worse.
import { say, wording } from '../../render/sentence.ts';
import type { Cell } from '../../evaluation/cell.ts';
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
 * rulings. `missing` with fewer than two valid rulings; undefined where this panel's design measured nothing.
 *
 * A panel of three asks its third judge only when the first two differ, so outside the audit the two asked first are read:
 * they agree where two rulings are there, and differ where three are. The two are chosen by hash, so their disagreement
 * has the same expectation as that of all three pairs. (Reading all pairs there would count agreement twice over.) Larger
 * panels are read on audited cells only.
 */
function pairDisagreement(cell: Cell | undefined, judges: number): number | 'missing' | undefined {
  if (cell === undefined) return 'missing';
  const ruled = cell.judgments.filter(({ status }) => status === 'ruled').length;
  if (ruled < 2) return 'missing';
  const problematic = cell.judgments.filter(
    (judgment) => judgment.status === 'ruled' && judgment.ruling !== 'compliant',
  ).length;
  const complete = ruled === cell.judgments.length;
  if (!cell.audited && judges > 3) return undefined;
  if (!cell.audited && complete && ruled === 3) return 1;
  return (2 * problematic * (ruled - problematic)) / (ruled * (ruled - 1));
}
