// Conversations as other data sets write them, as the bank's messages: roles by their usual names, contents as text.
import { messageText } from '../../scenarios/harness/inspect-log.ts';
import { roleNamed } from '../../scenarios/rows/role-names.ts';
import { BadRow } from './cell.ts';

export interface ForeignConversation {
  readonly messages: unknown;
  /** What of it is no part of the scenario, in words. */
  readonly leftOut?: string;
}

/**
 * Messages of `{role, content}` or `{from, value}` with their text parts joined, or a transcript as one text. What is not known stays
 * as it is, for the bank's schema to refuse with its place. An answer at the end is cut off: the turn after it is what a scenario asks
 * for. So is what follows when a model called a tool: a scenario is answered in words.
 * @throws BadRow for a part that is no text
 */
export function conversationIn(value: unknown): ForeignConversation {
  if (!Array.isArray(value)) return { messages: typeof value === 'string' ? transcriptIn(value) : value };
  const call = value.findIndex(isCallOnly);
  const messages = value.slice(0, call < 0 ? value.length : call).map(messageIn);
  const last = messages.findLastIndex((message) => !isAnswer(message));
  if (call === 0) throw new BadRow('messages: they begin with a call of a tool');
  const kept = messages.slice(0, last + 1);
  return call < 0
    ? { messages: kept }
    : { messages: kept, leftOut: 'messages: a call of a tool, and all that follows it' };
}

/** A model's turn that says nothing in words. */
function isCallOnly(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { role, content, tool_calls: calls, function_call: call } = value as Readonly<Record<string, unknown>>;
  const says = Array.isArray(content)
    ? content.length > 0
    : content !== null && content !== undefined && content !== '';
  return role === 'assistant' && !says && (Array.isArray(calls) || (typeof call === 'object' && call !== null));
}

const SPEAKER = /^\s*(?<who>Human|User|Assistant|System):/;

/** `Human: ...` and `Assistant: ...` by turns, each at the beginning of a line (HH-RLHF), as messages; another text stays one. */
function transcriptIn(text: string): unknown {
  const turns: { readonly who: string; readonly lines: string[] }[] = [];
  // Line by line: one pattern for whole turns would take hours for a text of a million line ends.
  for (const line of text.trimStart().split('\n')) {
    const start = SPEAKER.exec(line);
    if (start !== null) turns.push({ who: start.groups!['who']!, lines: [line.slice(start[0].length)] });
    else if (turns.length === 0) return text;
    else turns.at(-1)!.lines.push(line);
  }
  const messages = turns.map(({ who, lines }) => messageIn({ role: who, content: lines.join('\n').trim() }));
  return messages.slice(0, messages.findLastIndex((message) => !isAnswer(message)) + 1);
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
  const name = typeof who === 'string' ? roleNamed(who) : who;
  const text = content ?? said;
  if (Array.isArray(text) && messageText(text) === undefined) {
    throw new BadRow('messages: a part that is no text (a picture, sound or file): scenarios are asked in words');
  }
  return { role: name, content: messageText(text) ?? text };
}

function isAnswer(message: unknown): boolean {
  return (message as { readonly role?: unknown } | null)?.role === 'assistant';
}
