// What a model's prompts come to in tokens, as its server counts them, and the window that the longest one needs.
import { isLive } from '../models/provider-kind.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';

/** Tokens a character, the least and the most of the prompts that were asked. English has about 0.2 to 0.3. */
export interface TokenRange {
  readonly least: number;
  readonly most: number;
}

export interface TokenMeasure {
  note(request: CompletionRequest, completion: Completion): void;
  /** Of a model's id; undefined where its server counted nothing. */
  rangeOf(id: string): TokenRange | undefined;
}

/** Shorter prompts are not measured: a good part of their tokens comes from the chat template. */
const LEAST_CHARACTERS = 1000;

export function createTokenMeasure(): TokenMeasure {
  const ranges = new Map<string, TokenRange>();
  return {
    note: ({ model, messages }, { usage, adapted, finish }) => {
      const characters = charactersOf(messages);
      // A prompt that was cut off was not read whole, so its count says nothing.
      const isCounted = isLive(model) && finish !== 'unfinished' && !adapted.includes('usage estimated');
      if (!isCounted || characters < LEAST_CHARACTERS || usage.inputTokens === 0) return;
      const share = usage.inputTokens / characters;
      const known = ranges.get(model.id) ?? { least: share, most: share };
      ranges.set(model.id, { least: Math.min(known.least, share), most: Math.max(known.most, share) });
    },
    rangeOf: (id) => ranges.get(id),
  };
}

/** Room for a ruling beside its prompt. */
const REPLY_TOKENS = 1024;
/** An answer may be longer than the usual one that the longest prompt was made with. */
const SPARE = 1.25;
/** Where nobody counted: more than almost any text of a European language has. */
const UNCOUNTED: TokenRange = { least: 0.2, most: 0.35 };

/** A prompt's tokens by a model's measure, and the window that holds them, in tokens: a power of two, as people set them. */
export function windowFor(
  messages: CompletionRequest['messages'],
  range: TokenRange = UNCOUNTED,
): { readonly prompt: number; readonly window: number } {
  const prompt = Math.ceil(charactersOf(messages) * range.most);
  return { prompt, window: 2 ** Math.ceil(Math.log2(SPARE * prompt + REPLY_TOKENS)) };
}

function charactersOf(messages: CompletionRequest['messages']): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}
