// Interpretive disagreement: of the pairs of rulings on one answer that rest on a common clause, the share that part. What a
// spec edit does to its readers, whatever the models do.
import { whereDefined } from '../../core/where-defined.ts';
import { say, wording } from '../../render/sentence.ts';
import { sharedReading } from '../shared-readings.ts';
import type { Metric } from './metric.ts';
import type { RowValue } from './row-value.ts';

export const interpretation = {
  label: wording('Interpretation'),
  inSentence: wording('the share of rulings that part although they rest on the same clause'),
  measures: 'Of rulings that rest on the same clause, the share that goes opposite ways.',
  unit: 'share',
  most: 1,
  worse: 'up',
  // Nearly every such pair is a pair of judges that disagrees, and judge agreement blocks: a second test of the same rulings
  // would take power from the others (Holm counts what blocks) and find little more.
  defaults: { margin: 0.1, action: 'report' },
  about: 'Judges who rest on the same clause and rule opposite ways. `fail` stops text that reads two ways.',
  readOn: 'compared',
  needs: 'shared clauses',
  oneAnswerMoves: 'its part',
  read: readShared(),
  finding: {
    code: 'interpretationRose',
    title: wording('Judges read the same clause in two ways'),
    whose: 'on',
    advice: say`Say what the clause asks for in these cases, with an example of each.`,
  },
} as const satisfies Metric;

/** The value on a row: of all clauses, or of those wanted. A missing answer counts as one whose pairs all rest on it. */
export function readShared(isWanted?: (clause: string) => boolean): RowValue {
  return ({ cells }, imputation, judges) => {
    let [rests, parts] = [0, 0];
    for (const cell of cells) {
      const reading = sharedReading(cell, { judges, ...whereDefined({ isWanted }) });
      if (reading !== 'missing') {
        rests += reading.rests;
        parts += reading.parts;
      } else if (imputation !== 'none') {
        rests += 1;
        parts += Number(imputation === 'high');
      }
    }
    return rests === 0 ? undefined : parts / rests;
  };
}
