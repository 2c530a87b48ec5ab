// The unit of evidence: one response of one model to one scenario, judged under one arm's text.
import type { Judgment, ValueScores } from './ruling.ts';

/** The two sides of a comparison. */
export type Arm = 'base' | 'head';

/** Which evidence a cell belongs to: the screen reads stored pool draws, the confirmation draws both arms afresh. */
export type Stage = 'screen' | 'confirm';

export interface Cell {
  readonly scenario: string;
  /** The model, or in a model change the slot both arms share (the replaced model's id). */
  readonly model: string;
  readonly arm: Arm;
  readonly stage: Stage;
  /**
   * Which independent sample this is, counted from 1 within the stage. `pool:0` selects and is never compared, so it has
   * no number here.
   */
  readonly draw: number;
  /**
   * The response that was judged. With `specUse: target` both arms' cells of one draw carry the same response, and the
   * ruling is exchangeable within it; otherwise each arm has its own.
   */
  readonly response: string;
  /** Judgments asked for, in the panel's order, which is the order they are asked in. The last judges may not have been asked. */
  readonly judgments: readonly Judgment[];
  /** Drawn by hash for the audit: every judge was asked whatever the others said. Agreement is computed on audited cells only. */
  readonly audited: boolean;
  readonly problematic: boolean | 'missing';
  /** When its latest answer or ruling came (ISO 8601, UTC); absent for models that have no nights: simulated and recorded ones. */
  readonly at?: string;
  /** Replies of the model and the panel that could not be used, and were asked for again; left out where there were none. */
  readonly retries?: number;
  /** Undefined where the scenario has no rubrics. */
  readonly scores?: ValueScores | 'missing';
  /**
   * How the panel ruled on the head's own answer under the base text, where judges read another text there (`specUse:
   * prompt`).
   */
  readonly underBase?: OtherRuling;
}

/** What the panel says of the same answer under another text. */
export interface OtherRuling {
  readonly judgments: readonly Judgment[];
  readonly problematic: boolean | 'missing';
}
