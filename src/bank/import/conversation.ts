// Conversations as other data sets write them, as the bank's messages: roles by their usual names, contents as text.
import { messageText } from '../../scenarios/harness/inspect-log.ts';

const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['gpt', 'assistant'],
  ['ai', 'assistant'],
  ['bot', 'assistant'],
  ['model', 'assistant'],
]);

/**
 * Messages of `{role, content}` or `{from, value}` with their text parts joined. What is not known stays as it is, for the
 * bank's schema to refuse with its place. An answer at the end is cut off: the turn after it is what a scenario asks for.
 */
export function conversationIn(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const messages = value.map(messageIn);
  const last = messages.findLastIndex((message) => !isAnswer(message));
  return messages.slice(0, last + 1);
}

/** The user's turns alone, as MT-Bench has them, as a conversation: those after the first answer to what a model said. */
export function turnsIn(value: unknown): unknown {
  const isTurns = Array.isArray(value) && value.length > 0 && value.every((turn) => typeof turn === 'string');
  return isTurns ? [{ role: 'user', content: value[0] }] : value;
}

function messageIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { role, from, content, value: said } = value as Readonly<Record<string, unknown>>;
  const who = role ?? from;
  const name = typeof who === 'string' ? (ROLES.get(who.toLowerCase()) ?? who.toLowerCase()) : who;
  const text = content ?? said;
  return { role: name, content: messageText(text) ?? text };
}

function isAnswer(message: unknown): boolean {
  return (message as { readonly role?: unknown } | null)?.role === 'assistant';
}
