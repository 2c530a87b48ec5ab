// What one model of a change does differently from the one before it. For the report: the metrics alone decide.
import type { ClauseDecision } from '../decision.ts';

/** A figure on both sides. */
export interface Shift {
  readonly base: number;
  readonly head: number;
  readonly change: number;
  /** Two-sided 95 %, Student's t over scenarios. */
  readonly interval?: readonly [number, number];
  /** Two-sided; and after Holm over the figures of all changed models, those beside the panel apart. */
  readonly p: number;
  readonly adjustedP: number;
  readonly scenarios: number;
}

/** How far answers moved, in whatever direction. */
export interface Movement {
  /** Mean over scenarios. Kinds: share of answers that would have to be of another kind. Scores: points on a spectrum. */
  readonly distance: number;
  /** The distance that draws alone would show if nothing had changed. */
  readonly expected: number;
  /** As above. */
  readonly p: number;
  readonly adjustedP: number;
  readonly scenarios: number;
}

/** What is compared; an absent figure was not measured. */
export interface Figures {
  readonly nonCompliance?: Shift;
  readonly rejections?: Shift;
  readonly kinds?: Movement;
  readonly scores?: Movement;
}

/** The scenarios of a clause or a topic. */
export interface GroupShift {
  readonly id: string;
  readonly nonCompliance: ClauseDecision;
  /** Where answers are scored. */
  readonly rejections?: ClauseDecision;
}

export interface ModelShift extends Figures {
  /** The model of the head. */
  readonly model: string;
  /** The head's answers against those of the panel's other models on the same scenarios and draws; base is the others' mean. */
  readonly panel: Pick<Figures, 'nonCompliance' | 'rejections'> & { readonly others: number };
  /** Scenarios with a false refusal that is new and that is gone, and whether that is more than draws show; absent where none is. */
  readonly refusals?: { readonly fresh: number; readonly gone: number; readonly isSure: boolean };
  /** Mean score (0 to 6) for the values of a category, where two scenarios or more weigh it; largest change first. */
  readonly values: readonly ClauseDecision[];
  readonly clauses: readonly GroupShift[];
  readonly topics: readonly GroupShift[];
}

/** What a scenario is about. */
export interface ShiftScenario {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly topics: readonly string[];
  readonly value1?: string;
  readonly value2?: string;
}
