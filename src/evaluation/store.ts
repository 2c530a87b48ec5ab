// Where finished answers live. Lookups always happen; a finished call is stored before anything else happens to it.
import type { Completion } from '../models/model.ts';

export interface StoredAnswer {
  readonly completion: Completion;
  /** When it was paid for and what it cost: what daily and weekly caps are counted from. No part of the answer. */
  readonly paid?: Payment;
  /** A reply that is no answer: unreadable, cut off, a judge's refusal. It was paid for, and its question is asked again. */
  readonly attempt?: true;
}

export interface Payment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** US dollars; `unknown` where the model has no price. */
  readonly usd: number | 'unknown';
}

export interface AnswerStore {
  /**
   * The answer to a question or, once it was asked `MOST_ATTEMPTS` times without a usable reply, its last attempt.
   * Undefined: it is still to be asked.
   */
  readonly get: (key: string) => StoredAnswer | undefined;
  /** Attempts at a question so far. */
  readonly attempts: (key: string) => number;
  /** Keeps an answer or an attempt; returns after it survives the death of this process. The first answer under a key stays. */
  readonly put: (key: string, answer: StoredAnswer) => void;
}

/** A question is asked so many times in all, over all runs; then its last reply holds, whatever it is. */
export const MOST_ATTEMPTS = 4;

export interface AnswerIndex {
  readonly get: AnswerStore['get'];
  readonly attempts: AnswerStore['attempts'];
  /** Whether the answer or attempt says anything new: false where the question has what it will have. */
  readonly add: (key: string, answer: StoredAnswer) => boolean;
  /** Questions with an answer. */
  readonly size: () => number;
}

/** Answers and attempts by key, in memory: what every store looks them up in. */
export function createAnswerIndex(): AnswerIndex {
  const answers = new Map<string, StoredAnswer>();
  const attempts = new Map<string, StoredAnswer[]>();
  const settled = (key: string): StoredAnswer | undefined => {
    const made = attempts.get(key);
    return answers.get(key) ?? (made !== undefined && made.length >= MOST_ATTEMPTS ? made.at(-1) : undefined);
  };
  return {
    get: settled,
    attempts: (key) => attempts.get(key)?.length ?? 0,
    size: () => answers.size,
    add: (key, answer) => {
      if (answers.has(key)) return false;
      if (answer.attempt !== true) answers.set(key, answer);
      else if (settled(key) !== undefined) return false;
      else attempts.set(key, [...(attempts.get(key) ?? []), answer]);
      return true;
    },
  };
}
