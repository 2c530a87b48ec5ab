// A reply that came as a stream of events: some servers answer in no other way. Put together it reads as a whole answer does.
import { createParser } from 'eventsource-parser';
import { whereDefined } from '../../core/where-defined.ts';
import { joinParts } from '../content-parts.ts';
import { fieldOf } from '../usage.ts';

/** Whether a body is such a stream. No JSON begins so; a line that begins with a colon is a comment, sent to keep a line open. */
export function isEventStream(text: string): boolean {
  return /^\s*(?:(?:data|event|id|retry)\s*:|:)/.test(text);
}

/** The line that ends a stream of the chat completions protocol. */
const DONE = '[DONE]';

/**
 * The chat completion that a stream of chunks adds up to (OpenAI's reference: "The chat completion chunk object"), or the event
 * that says what failed. Undefined where the events are none of that protocol's, or where the last ones are missing.
 */
export function joinEvents(text: string): object | undefined {
  const chunks: unknown[] = [];
  let isDone = false;
  let isReadable = true;
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data.trim() === DONE) {
        isDone = true;
        return;
      }
      try {
        chunks.push(JSON.parse(data));
      } catch {
        isReadable = false;
      }
    },
  });
  parser.feed(text);
  // A last event without its blank line counts: the parser gives it out when it is told that nothing follows.
  parser.reset({ consume: true });
  const failed = chunks.find((chunk) => isTold(fieldOf(chunk, 'error')));
  if (typeof failed === 'object' && failed !== null) return failed;
  const choices = chunks.flatMap(firstChoiceOf);
  const reason = choices.map((choice) => fieldOf(choice, 'finish_reason')).findLast(isTold);
  const isWhole = isReadable && choices.length > 0 && (isDone || reason !== undefined);
  return isWhole ? completionOf(chunks, { choices, reason }) : undefined;
}

/** What the events tell of the reply as a whole. */
const WHOLE = ['id', 'model', 'system_fingerprint', 'usage', 'input_sensitive', 'output_sensitive'];
/** Where a router tells the upstream's own reason (openai-reply.ts). */
const ENDINGS = ['native_finish_reason', 'provider_specific_fields'];

function completionOf(
  chunks: readonly unknown[],
  { choices, reason }: { readonly choices: readonly unknown[]; readonly reason: unknown },
): object {
  const lastOf = (name: string): unknown => chunks.map((chunk) => fieldOf(chunk, name)).findLast(isTold);
  const pieces = piecesOf(choices);
  const joined = (name: 'content' | 'refusal' | 'reasoning_content' | 'reasoning'): string | null => {
    const told = pieces.map((piece) => fieldOf(piece, name)).filter(isTold);
    return told.length === 0 ? null : told.map((value) => joinParts(value, 'text')).join('');
  };
  // Some servers write an empty list beside every piece of text.
  const calls = pieces
    .map((piece) => fieldOf(piece, 'tool_calls'))
    .find((list) => Array.isArray(list) && list.length > 0);
  const error = choices.map((choice) => fieldOf(choice, 'error')).find(isTold);
  const lastOfChoice = (name: string): unknown => choices.map((choice) => fieldOf(choice, name)).findLast(isTold);
  return {
    ...Object.fromEntries(WHOLE.map((name) => [name, lastOf(name)])),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        finish_reason: reason ?? null,
        message: {
          role: 'assistant',
          content: joined('content'),
          refusal: joined('refusal'),
          reasoning: joined('reasoning_content') ?? joined('reasoning'),
          ...(isTold(calls) && { tool_calls: calls }),
        },
        ...Object.fromEntries(ENDINGS.map((name) => [name, lastOfChoice(name)])),
        ...whereDefined({ error }),
      },
    ],
  };
}

/**
 * What each event adds. Some servers send the message as a whole after its pieces, or nothing but messages: the next piece, or all that
 * there is by then.
 */
function piecesOf(choices: readonly unknown[]): readonly unknown[] {
  const deltas = choices.map((choice) => fieldOf(choice, 'delta')).filter(isTold);
  if (deltas.length > 0) return deltas;
  const messages = choices.map((choice) => fieldOf(choice, 'message')).filter(isTold);
  const texts = messages.map((message) => joinParts(fieldOf(message, 'content'), 'text'));
  const isGrowing = texts.every((text, index) => text.startsWith(texts[index - 1] ?? ''));
  return isGrowing ? messages.slice(-1) : messages;
}

/** One answer is asked for; of several the first counts, as in a reply that comes whole. */
function firstChoiceOf(chunk: unknown): readonly unknown[] {
  const choices = fieldOf(chunk, 'choices');
  const list: readonly unknown[] = Array.isArray(choices) ? choices : [];
  return list.filter((choice) => (fieldOf(choice, 'index') ?? 0) === 0);
}

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null;
}
