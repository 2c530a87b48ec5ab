// Everything that the gate has to know of a metric. Each metric has a file of its own; `metrics.ts` lists them.
import type { Sentence, Wording } from '../../render/sentence.ts';
import type { RowValue } from './row-value.ts';

export interface Metric {
  /** What it is called in tables, and in the middle of a sentence. */
  readonly label: Wording;
  readonly inSentence: Wording;
  /** What it measures, for whoever sets its options: one full sentence. */
  readonly measures: string;
  /** `share`: from 0 to 1, shown in percent and points; `statistic`: a number on a scale of its own. */
  readonly unit: 'share' | 'statistic';
  /** The highest level it can have. */
  readonly most: number;
  /**
   * Whether a higher or a lower figure is worse for a reader. With `down`, `read` gives the complement of what is
   * shown, so that in all computations larger is worse.
   */
  readonly worse: 'up' | 'down';
  /** What a config that does not name it gets: the rise (fall) that a pass rules out, and what a worse level does. */
  readonly defaults: { readonly margin: number; readonly action: 'fail' | 'report' };
  /**
   * The margin in a first config. Two models and three judges with scenarios for a few dollars tell no less apart
   * (docs/decision.md, "What it is worth"): at the default most edits would stay undecided. Absent where the default serves.
   */
  readonly smallPanelMargin?: number;
  /** Explains its `actions` option, where the name alone does not. */
  readonly about?: string;
  /** The models that a row is read on: those that are compared, or all of them (two or more). */
  readonly readOn: 'compared' | 'panel';
  /** What the metric needs to be able to move at all. Where it is absent the metric is reported as not applicable. */
  readonly needs: 'rulings' | 'both texts' | 'two judges' | 'shared clauses' | 'scores';
  /**
   * How far one answer that is ruled the other way moves a row's value: by 1, or by 1 divided by the number of models
   * read.
   */
  readonly oneAnswerMoves: 'all' | 'its part';
  /** Its value on one scenario, arm and draw. */
  readonly read: RowValue;
  /** The finding that says it got worse. */
  readonly finding: {
    readonly code: `${string}${'Rose' | 'Fell'}`;
    readonly title: Wording;
    /** The preposition between the metric and a model: "non-compliance of m"; a metric of all models moves "with" one. */
    readonly whose: 'of' | 'on' | 'with';
    readonly advice?: Sentence;
  };
}
