// What a finding says, by parts: the title names the kind, `says` is the finding, the rest is there when it helps.
import type { FindingArgs, FindingCode } from '../finding-args.ts';
import type { Sentence, Wording } from '../../render/sentence.ts';

export interface Message {
  readonly says: Sentence;
  /** The numbers or the reason behind it. */
  readonly detail?: Sentence;
  /** What a person can do about it. */
  readonly advice?: Sentence;
}

/** The kind's name, as lists of rules and headings show it, and the sentence made from one finding's numbers. */
export interface MessageKind<Args> {
  readonly title: Wording;
  readonly write: (args: Args) => Message;
}

export type Messages<Codes extends FindingCode> = { readonly [Code in Codes]: MessageKind<FindingArgs[Code]> };
