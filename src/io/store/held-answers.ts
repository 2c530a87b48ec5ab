// A bounded cache of answers that were already read from a store, so that they need not be read again.
import type { StoredAnswer } from '../../evaluation/store.ts';

export interface HeldAnswer {
  readonly key: string;
  readonly answer: StoredAnswer;
}

export interface HeldAnswers {
  /** Keeps the answer of a line, unless there is no room left. */
  readonly offer: (
    line: { readonly path: string; readonly offset: number; readonly bytes: number },
    held: HeldAnswer,
  ) => void;
  readonly at: (path: string, offset: number) => HeldAnswer | undefined;
}

/** Bytes of lines: what a usual check's store has, and little beside what a large one must not take. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Keeps answers as they are read, up to 16 MiB of lines; what comes later is read again when it is asked for. */
export function createHeldAnswers(): HeldAnswers {
  const held = new Map<string, Map<number, HeldAnswer>>();
  let room = MOST_BYTES;
  return {
    offer: ({ path, offset, bytes }, answer) => {
      room -= bytes;
      if (room < 0) return;
      const own = held.get(path) ?? new Map<number, HeldAnswer>();
      held.set(path, own.set(offset, answer));
    },
    at: (path, offset) => held.get(path)?.get(offset),
  };
}
