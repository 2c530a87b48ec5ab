// How an answer ended, in every vendor's words: one table, blind to case, and a word that is not in it is no whole answer.
import type { Finish } from './model.ts';
import { fieldOf } from './usage.ts';

export interface Ending {
  readonly finish: Finish;
  /** The provider's own word, where the answer is not whole and no reason that is known. */
  readonly word?: string;
}

const WORDS: Readonly<Record<Finish, readonly string[]>> = {
  stop: [
    'stop', // OpenAI and most others
    'end_turn', // Anthropic
    'stop_sequence',
    'eos', // TGI, Together, llama.cpp
    'eos_token',
    'stop_token',
    'end',
    'complete', // Cohere
    'completed',
    'finished',
    'done', // Ollama
  ],
  length: [
    'length',
    'max_tokens', // Anthropic, Gemini, Cohere
    'max_output_tokens',
    'max_completion_tokens',
    'max_length',
    'model_length', // Mistral: the context window is full
    'model_context_window_exceeded', // Anthropic
    'context_length',
    'context_length_exceeded',
    'limit', // llama.cpp
    'token_limit',
  ],
  refusal: ['refusal', 'refused'],
  content_filter: [
    'content_filter', // OpenAI, Azure
    'content_filtered',
    'contentfilter',
    'safety', // Gemini, as the next ones
    'recitation',
    'blocklist',
    'prohibited_content',
    'spii',
    'image_safety',
    'model_armor',
    'guardrail_intervened', // Bedrock
    'sensitive', // Zhipu
    'moderation',
    'moderated',
    'error_toxic', // Cohere
    'risk',
  ],
  // Known, and known to leave an answer unfinished: named here so that nobody adds them above.
  unfinished: [
    'error', // OpenRouter: the upstream failed midway
    'insufficient_system_resource', // DeepSeek
    'network_error', // Zhipu
    'tool_calls',
    'tool_use',
    'function_call',
    'malformed_function_call', // Gemini, as the next two
    'unexpected_tool_call',
    'too_many_tool_calls',
    'pause_turn', // Anthropic
    'abort',
    'cancelled',
    'language',
    'other',
    'unspecified',
  ],
};

/**
 * What a word means that is not in the table, by what it speaks of: vendors make new ones for their filters and their limits
 * (`SAFETY_BLOCKED`, `max_new_tokens`). No sound makes a whole answer.
 */
const SOUNDS: readonly (readonly [sounds: RegExp, finish: Finish])[] = [
  [
    /safety|filter|moderat|polic|guardrail|prohibit|sensitiv|toxic|harm|violat|censor|recitation|blocked|flagged|(?:content|prompt|input|output|response)_(?:rejected|denied)/,
    'content_filter',
  ],
  [/length|truncat|token.*(?:limit|max)|(?:limit|max).*token|output_limit|error_limit|max_(len|context)/, 'length'],
];

const TABLE: ReadonlyMap<string, Finish> = new Map(
  Object.entries(WORDS).flatMap(([finish, words]) => words.map((word) => [word, finish as Finish] as const)),
);

const LONGEST_WORD = 60;

/**
 * The ending that a finish or stop reason names. Gateways put several reasons in a row (`content_filter: SAFETY`): the
 * first that is known decides. An absent reason is a whole answer: servers that never tell one are many.
 */
export function endingOf(reason: unknown): Ending {
  if (isAbsent(reason)) return { finish: 'stop' };
  const finish = finishOf(reason) ?? 'unfinished';
  return finish === 'unfinished' ? { finish, word: printable(wordsOf(reason)) } : { finish };
}

/**
 * The ending where a router tells its own word and, beside it, the upstream's (`native_finish_reason` of OpenRouter and LiteLLM). The
 * upstream's is the nearer one where it is known: LiteLLM writes `stop` for DeepSeek's failures and `content_filter` for Gemini's
 * OTHER. It never makes an answer whole that the router has not.
 */
export function endingOfRouted(reason: unknown, native: unknown): Ending {
  const ending = endingOf(reason);
  if (ending.finish === 'unfinished' || isAbsent(native)) return ending;
  return (finishOf(native) ?? 'stop') === 'stop' ? ending : endingOf(native);
}

function isAbsent(reason: unknown): boolean {
  return reason === undefined || reason === null || reason === '';
}

function wordsOf(reason: unknown): string {
  // SGLang's own form: `{ type: 'stop', matched: 151645 }`.
  const named = fieldOf(reason, 'type') ?? reason;
  return typeof named === 'string' ? named : JSON.stringify(named);
}

/** Undefined for a reason of which nothing is known. */
function finishOf(reason: unknown): Finish | undefined {
  const words = wordsOf(reason)
    .split(/[:;,/|]/)
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .replace(/^(finish_)?reason_/, '')
        .replaceAll(/[\s-]+/g, '_'),
    );
  const known = words.map((word) => TABLE.get(word)).find((finish) => finish !== undefined);
  return known ?? SOUNDS.find(([sounds]) => words.some((word) => sounds.test(word)))?.[1];
}

function printable(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORD);
}
