import { createAnswerIndex, type AnswerStore } from '../../src/evaluation/store.ts';

/** A store that dies with the process. */
export function createMemoryStore(): AnswerStore {
  const { get, attempts, add } = createAnswerIndex();
  return { get, attempts, put: (key, answer) => void add(key, answer) };
}
