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

/**
 * `cosmetic`: the shown text is the same; wrapping, white space or the signs of Markdown changed, and it makes no call.
 * `unseen`: the same to judges, but what they are not shown changed (comments, characters that show nothing, attributes
 * that no prompt carries, the order of what is numbered), so that nothing can test it.
 */
export type ClauseChangeKind = 'added' | 'removed' | 'edited' | 'renamed' | 'moved' | 'cosmetic' | 'unseen';

/**
 * One clause's change. `base` is missing for `added`, `head` for `removed`. A rename may also be edited or moved; by itself
 * neither another id nor another place among the same headings changes what is shown.
 */
export interface ClauseChange {
  readonly kind: ClauseChangeKind;
  /** The head id, or the base id of a removed clause. */
  readonly id: string;
  /** The base id where it differs from `id`. */
  readonly baseId?: string;
  /** What is shown of it differs: words, headings above it, or an attribute. */
  readonly edited: boolean;
  readonly moved: boolean;
  readonly attributes: readonly AttributeChange[];
  /** The headings above it, as shown, where they differ; they are joined by ` › `. */
  readonly path?: { readonly base: string; readonly head: string };
  /** Word-level difference of title and text; empty unless words were edited, or unseen ones changed. */
  readonly words: readonly WordChange[];
  readonly base?: Clause;
  readonly head?: Clause;
}

/** Whether the change can alter what a judge or model understands, so that scenarios have to test it. */
export function isSubstantive(change: ClauseChange): boolean {
  return change.kind === 'added' || change.kind === 'removed' || change.edited;
}
