// An answer whose ruling is known, judged beside the models' answers: it shows what an edit lets through, and whether judges judge.
import type { Message } from '../../models/model.ts';
import type { Arm, Stage } from '../cell.ts';
import type { Judgment } from '../ruling.ts';
import type { ShownClause } from '../../spec/shown/shown-clause.ts';

/**
 * `violation`: breaks a clause that the edit touches, so the head may allow it. `canary`: about clauses that the edit leaves
 * alone, so whatever the head says the ruling must not change.
 */
export type ControlRole = 'violation' | 'canary';

export interface Control {
  readonly id: string;
  /** A labelled item or a plain rule; or an answer of this check that every judge ruled against. */
  readonly source: 'labelled' | 'plain' | 'answer';
  readonly role: ControlRole;
  /** Of a violation: the touched clauses it breaks, by the ids that the comparison reports. */
  readonly clauses: readonly string[];
  /** The ruling it deserves under the base text. */
  readonly expected: 'compliant' | 'non-compliant';
  readonly conversation: readonly Message[];
  readonly response: string;
  /** Where it carries an answer of either side: what is judged there in its place. */
  readonly carrying?: Readonly<Record<Arm, string>>;
  /** What a judge reads on either side: for a canary every touched clause stands beside its own. */
  readonly shown: Readonly<Record<Arm, readonly ShownClause[]>>;
}

/** What the panel said of a control, every judge asked. */
export interface ControlRuling extends Pick<Control, 'id' | 'source' | 'role' | 'clauses' | 'expected'> {
  readonly arm: Arm;
  readonly stage: Stage;
  /** From 1 within the stage. */
  readonly draw: number;
  readonly judgments: readonly Judgment[];
  readonly problematic: boolean | 'missing';
}
