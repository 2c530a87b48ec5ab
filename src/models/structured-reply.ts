// JSON replies from servers that may not enforce them: what to ask for in words, and whether the reply will do.
import { canonicalJson } from '../core/canonical-json.ts';
import type { Message, ReplyFormat } from './model.ts';

/**
 * The messages with the format asked for in words, for servers that take no schema. The words go at the very end, so
 * shared beginnings stay the same, and into the last user message, since some chat templates want turns to alternate.
 */
export function askInWords(messages: readonly Message[], { schema }: ReplyFormat): readonly Message[] {
  const words = `Reply with one JSON object and nothing else. It must fit this JSON Schema:\n${canonicalJson(schema)}`;
  const last = messages.at(-1);
  if (last?.role !== 'user') return [...messages, { role: 'user', content: words }];
  return [...messages.slice(0, -1), { role: 'user', content: `${last.content}\n\n${words}` }];
}

/** A reply that is one fenced block, without its fence; undefined for any other. */
export function withoutFence(text: string): string | undefined {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1];
}

/**
 * Whether a reply is a JSON object with the schema's required members: enough to tell a server that ignores schemas
 * from one that keeps them. The caller still checks the reply in full.
 */
export function looksLike({ schema }: ReplyFormat, text: string): boolean {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  try {
    const reply: unknown = JSON.parse(text);
    if (typeof reply !== 'object' || reply === null || Array.isArray(reply)) return false;
    return required.every((key) => Object.hasOwn(reply, String(key)));
  } catch {
    return false;
  }
}
