// A model that gives recorded answers: what it said once, by scenario, in place of asking it.
import { CallError, NO_USAGE, type CompletionRequest, type Model, type ModelRef } from './model.ts';

const ORIGIN = 'recorded:answers:';

/** The origin of a model whose answers are recorded; other answers are another origin, and so other keys. */
export function answersOrigin(digest: string): string {
  return `${ORIGIN}${digest}`;
}

/** Whether a model's answers are data that somebody brought: using one is no call. */
export function hasRecordedAnswers({ kind, origin }: Pick<ModelRef, 'kind' | 'origin'>): boolean {
  return kind === 'recorded' && origin.startsWith(ORIGIN);
}

export interface RecordedAnswerPorts {
  /** The answers to what is asked, in the order of their draws; none where there is none. */
  readonly answersTo: (request: CompletionRequest) => readonly string[];
  /** Draws `pool:1` to this come first; a confirmation takes those behind them, where there are more. */
  readonly poolDraws: number;
}

/**
 * Draw n is the n-th answer. Where fewer were recorded than are asked for they come again from the first: judges rule
 * on them anew, but they show nothing of how else the model might have answered.
 */
export function createAnswersModel(ref: ModelRef, { answersTo, poolDraws }: RecordedAnswerPorts): Model {
  return {
    ref,
    complete: async (request, { signal }) => {
      if (signal.aborted) throw new CallError('aborted', 'the call was aborted');
      const answers = answersTo(request);
      if (answers.length === 0) throw new CallError('unrecorded', 'no answer to this is recorded');
      const text = answers[placeOf(request.draw, { poolDraws, recorded: answers.length })]!;
      return { text, finish: 'stop', usage: NO_USAGE, adapted: [] };
    },
  };
}

/** From 0. `pool:1` is the first; `confirm:<digest>:1` follows the pool's where there are so many. */
function placeOf(draw: string, { poolDraws, recorded }: { poolDraws: number; recorded: number }): number {
  const number = Math.max(1, Number(/(\d+)$/.exec(draw)?.[1] ?? 1));
  const before = draw.startsWith('pool:') || recorded <= poolDraws ? 0 : poolDraws;
  return (before + number - 1) % recorded;
}
