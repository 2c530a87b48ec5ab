// Reading a model's JSON reply: one object, the whole message, about the item that was asked.
import type * as z from 'zod';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import type { Completion } from '../../models/model.ts';
import { findReply } from '../../models/structured-reply.ts';

export type Reply<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'unreadable'; readonly reason: string };

/**
 * The reply's value if the whole message is one JSON object (thoughts before it and a fence around it are taken off) that
 * fits the schema and echoes `item`. A refusal, a cut-off answer, prose around the object or a second object is unreadable.
 */
export function readReply<T extends { readonly item: string }>(
  schema: z.ZodType<T>,
  completion: Completion,
  item: string,
): Reply<T> {
  if (completion.finish !== 'stop') return { status: 'unreadable', reason: completion.ending ?? completion.finish };
  const parsed = parseUntrustedJson(findReply(completion.text).text.trim());
  if (parsed.status === 'refused') return { status: 'unreadable', reason: 'not JSON' };
  const checked = schema.safeParse(parsed.value);
  if (!checked.success) {
    return { status: 'unreadable', reason: `wrong shape at ${checked.error.issues[0]?.path.join('.') || 'the top'}` };
  }
  if (checked.data.item !== item) return { status: 'unreadable', reason: 'about another item' };
  return { status: 'read', value: checked.data };
}
