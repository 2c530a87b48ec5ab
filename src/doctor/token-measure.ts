// What a model's prompts come to in tokens, as its server counts them, and the window that the longest one needs.
import { isLive } from '../models/provider-kind.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { leastTokens } from '../models/prompt-read.ts';

/** Tokens a character, the least and the most of the prompts that were asked. English has about 0.2 to 0.3. */
export interface TokenRange {
  readonly least: number;
  readonly most: number;
}

export interface TokenMeasure {
  note(request: CompletionRequest, completion: Completion): void;
  /** Of a model's id; undefined where its server counted nothing. */
  rangeOf(id: string): TokenRange | undefined;
  /**
   * Why a prompt cannot have been read whole, in words: it has more words than the shortest that was noted of the same model, and its
   * server counted hardly more tokens. Sees what drops out of a window behind a long beginning, of which it is a small part.
   */
  cutOff(request: CompletionRequest, completion: Completion): string | undefined;
}

/** Shorter prompts are not measured: a good part of their tokens comes from the chat template. */
const LEAST_CHARACTERS = 1000;

/** A word is a token at least; a schema that lists other ids makes some difference, too. */
const LEAST_SHARE = 0.6;

export function createTokenMeasure(): TokenMeasure {
  const ranges = new Map<string, TokenRange>();
  const shortest = new Map<string, { readonly words: number; readonly tokens: number }>();
  return {
    note: ({ model, messages }, { usage, adapted, finish }) => {
      const characters = charactersOf(messages);
      // A prompt that was cut off was not read whole, so its count says nothing.
      const isCounted = isLive(model) && finish !== 'unfinished' && !adapted.includes('usage estimated');
      if (!isCounted || characters < LEAST_CHARACTERS || usage.inputTokens === 0) return;
      const words = wordsOf(messages);
      const least = shortest.get(model.id);
      if (least === undefined || words < least.words) shortest.set(model.id, { words, tokens: usage.inputTokens });
      const share = usage.inputTokens / characters;
      const known = ranges.get(model.id) ?? { least: share, most: share };
      ranges.set(model.id, { least: Math.min(known.least, share), most: Math.max(known.most, share) });
    },
    rangeOf: (id) => ranges.get(id),
    cutOff: ({ model, messages }, { usage: { inputTokens } }) => {
      const least = shortest.get(model.id);
      if (least === undefined) return undefined;
      const [words, tokens] = [wordsOf(messages) - least.words, inputTokens - least.tokens];
      if (tokens >= LEAST_SHARE * words) return undefined;
      return `the server read ${inputTokens} tokens of it, and ${least.tokens} of a prompt that is ${words} words shorter: it was cut off`;
    },
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

function wordsOf(messages: CompletionRequest['messages']): number {
  return messages.reduce((sum, { content }) => sum + leastTokens(content), 0);
}

function charactersOf(messages: CompletionRequest['messages']): number {
  return messages.reduce((sum, { content }) => sum + content.length, 0);
}
