// Where finished answers live. Lookups always happen; a finished call is stored before anything else happens to it.
import type { Completion } from '../models/model.ts';

export interface StoredAnswer {
  readonly completion: Completion;
  /** When it was paid for and what it cost: what daily and weekly caps are counted from. No part of the answer. */
  readonly paid?: Payment;
}

export interface Payment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** US dollars; `unknown` where the model has no price. */
  readonly usd: number | 'unknown';
}

export interface AnswerStore {
  /** The answer under a key, or undefined. */
  get(key: string): StoredAnswer | undefined;
  /** Keeps an answer; returns after it survives the death of this process. The first answer under a key stays. */
  put(key: string, answer: StoredAnswer): void;
}

/** A store that dies with the process: for tests and one-off runs. */
export function createMemoryStore(): AnswerStore {
  const answers = new Map<string, StoredAnswer>();
  return {
    get: (key) => answers.get(key),
    put: (key, answer) => {
      if (!answers.has(key)) answers.set(key, answer);
    },
  };
}
