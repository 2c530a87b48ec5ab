// Whether a server read the whole prompt. Some drop what does not fit their window without a word, and only count less.
import type { Message } from './model.ts';

/** Shorter prompts fit everywhere. */
const LEAST_WORTH_ASKING = 64;
/** Below this share of the fewest tokens a prompt can have, part of it was not read. */
const LEAST_SHARE = 0.6;
/** With more tokens a character than this the prompt was read whole for certain, so most prompts need not be counted. */
const CHARACTERS_PER_WORD = 6;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu;

/**
 * The fewest tokens a text can have. Tokenizers do not reach over white space, so every word is one at least; scripts
 * written without spaces have one for four characters at least. English has about 1.3 a word.
 */
export function leastTokens(text: string): number {
  return countPlainWords(text) ?? countWords(text);
}

/** Words of a text in ASCII, without making any; undefined for other texts. Every prompt is counted. */
function countPlainWords(text: string): number | undefined {
  let words = 0;
  let isWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 127) return undefined;
    const isBlank = code === 32 || (code >= 9 && code <= 13);
    if (!isBlank && !isWord) words += 1;
    isWord = !isBlank;
  }
  return words;
}

function countWords(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  const unspaced = text.match(CJK)?.length ?? 0;
  return words + Math.floor(unspaced / 4);
}

/** Why a prompt cannot have been read whole, in words; undefined where it may have been. `tokens` is what the server counted. */
export function cutOffWords(messages: readonly Message[], tokens: number): string | undefined {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  if (characters <= tokens * CHARACTERS_PER_WORD) return undefined;
  const least = leastOf(messages);
  if (least < LEAST_WORTH_ASKING || tokens >= LEAST_SHARE * least) return undefined;
  return `the server read ${tokens} tokens of a prompt of at least ${least}: it was cut off`;
}

/** Prompts of this many of the fewest tokens fit every window that a judge is worth asking in: they show a model's measure. */
const MOST_OF_A_SHORT_PROMPT = 700;
/**
 * Below this share of what its short prompts came to, a longer prompt of a model was not read whole. Texts differ: prose has
 * about 1.3 tokens a word, and instructions with JSON around them 1.6.
 */
const MEASURED_SHARE = 0.65;

/** What a model's prompts come to, learned from what its server counts. */
export interface PromptMeter {
  /** As `cutOffWords`, held against the measure, too; a prompt that was read whole is learned from. */
  cutOff(messages: readonly Message[], tokens: number): string | undefined;
}

/** Reads long prompts by the tokens a word that short ones had: a window that swallows a third of a prompt is noticed. */
export function createPromptMeter(): PromptMeter {
  let perLeast: number | undefined;
  return {
    cutOff: (messages, tokens) => {
      const plain = cutOffWords(messages, tokens);
      if (plain !== undefined) return plain;
      const least = leastOf(messages);
      if (least < LEAST_WORTH_ASKING) return undefined;
      if (least <= MOST_OF_A_SHORT_PROMPT) {
        perLeast = Math.min(perLeast ?? Number.POSITIVE_INFINITY, tokens / least);
        return undefined;
      }
      if (perLeast === undefined || tokens >= MEASURED_SHARE * perLeast * least) return undefined;
      return `the server read ${tokens} tokens of a prompt of about ${Math.round(perLeast * least)}: it was cut off`;
    },
  };
}

function leastOf(messages: readonly Message[]): number {
  return messages.reduce(
    (sum, { content }) => sum + (content.length < LONG ? leastTokens(content) : countOnce(content)),
    0,
  );
}

/** Thousands of prompts begin with the same long text: its words are counted once. */
const LONG = 2000;
const MOST_COUNTED = 256;
const counted = new Map<string, number>();

function countOnce(text: string): number {
  const known = counted.get(text);
  if (known !== undefined) return known;
  if (counted.size >= MOST_COUNTED) counted.clear();
  const tokens = leastTokens(text);
  counted.set(text, tokens);
  return tokens;
}
