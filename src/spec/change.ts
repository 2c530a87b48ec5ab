// What can happen to a clause between two versions of a spec.
import type { Clause } from './clause.ts';

/** A run of words that stayed, went or came; joined, `same` and `removed` give the base text, `same` and `added` the head text. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** An attribute whose value changed; `undefined` means it is not there. */
export interface AttributeChange {
  readonly name: string;
  readonly base: string | undefined;
  readonly head: string | undefined;
}

/** `cosmetic`: only white space, wrapping, quote style or markup changed; it makes no call. */
export type ClauseChangeKind = 'added' | 'removed' | 'edited' | 'renamed' | 'moved' | 'cosmetic';

/** One clause's change. `base` is missing for `added`, `head` for `removed`. A rename may also be edited or moved. */
export interface ClauseChange {
  readonly kind: ClauseChangeKind;
  /** The head id, or the base id of a removed clause. */
  readonly id: string;
  /** The base id where it differs from `id`. */
  readonly baseId?: string;
  readonly edited: boolean;
  readonly moved: boolean;
  readonly attributes: readonly AttributeChange[];
  /** Word-level difference of title and text; empty unless something was edited. */
  readonly words: readonly WordChange[];
  readonly base?: Clause;
  readonly head?: Clause;
}

/** Whether the change can alter what a reader understands: everything but `cosmetic` and a pure `moved`. */
export function isSubstantive(change: ClauseChange): boolean {
  return change.kind !== 'cosmetic' && !(change.kind === 'moved' && !change.edited);
}
