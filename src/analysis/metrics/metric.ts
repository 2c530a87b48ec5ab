// All that the gate has to know of a thing it measures: each metric says it in a file of its own, `metrics.ts` lists them.
import type { Sentence, Wording } from '../../render/sentence.ts';
import type { RowValue } from './row-value.ts';

export interface Metric {
  /** What it is called in tables, and in the middle of a sentence. */
  readonly label: Wording;
  readonly inSentence: Wording;
  /** `share`: from 0 to 1, shown in percent and points; `statistic`: a number on a scale of its own. */
  readonly unit: 'share' | 'statistic';
  /** The highest level it can have. */
  readonly most: number;
  /** Where worse lies for a reader. `down`: `read` gives the complement of what is shown, so that in all sums larger is worse. */
  readonly worse: 'up' | 'down';
  /** What a config that does not name it gets: the rise (fall) that a pass rules out, and what a worse level does. */
  readonly defaults: { readonly margin: number; readonly action: 'fail' | 'report' };
  /** Explains its `actions` option, where the name alone does not. */
  readonly about?: string;
  /** Whose answers a row is read on: those of the models that are compared, or of the whole panel (two models or more). */
  readonly readOn: 'compared' | 'panel';
  /** Where there is none of this the metric cannot move, and is reported as not applicable. */
  readonly needs: 'rulings' | 'both texts' | 'two judges' | 'shared clauses' | 'scores';
  /** What one answer that is seen the other way moves a row's value by: all of it, or one part in as many as were read. */
  readonly oneAnswerMoves: 'all' | 'its part';
  /** Its value on one scenario, arm and draw. */
  readonly read: RowValue;
  /** The finding that says it got worse. */
  readonly finding: {
    readonly code: `${string}${'Rose' | 'Fell'}`;
    readonly title: Wording;
    /** How the figure belongs to a model: "non-compliance of m"; what is read on the whole panel moves "with" it. */
    readonly whose: 'of' | 'on' | 'with';
    readonly advice?: Sentence;
  };
}
