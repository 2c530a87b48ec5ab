// Messages as the chat completions protocol has them.
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { Message } from '../model.ts';

export interface OpenAIMessages {
  readonly messages: ChatCompletionMessageParam[];
  readonly adapted: readonly string[];
}

export const AS_SYSTEM = 'developer -> system';
/** Some chat templates know no system role (Gemma, Mistral's first). */
export const SYSTEM_AS_USER = 'system -> user turn';
/** Some want user and assistant to take turns, strictly. */
export const TURNS_MERGED = 'turns of one role merged';

export interface OpenAITaste {
  readonly takesDeveloper: boolean;
  readonly takesSystem: boolean;
  /** Neighbours of one role become one turn, a blank line between them. */
  readonly mergesTurns: boolean;
}

/**
 * A tool's message must answer a call in the assistant message before it, so each gets one, with an identifier that
 * every server known takes (nine letters and digits). `developer` is OpenAI's own role.
 */
export function toOpenAIMessages(messages: readonly Message[], taste: OpenAITaste): OpenAIMessages {
  const shaped = shapeTurns(messages, taste);
  const sent: ChatCompletionMessageParam[] = [];
  let calls = 0;
  for (const { role, content } of shaped) {
    switch (role) {
      case 'tool':
        calls += 1;
        sent.push(...answeredCall(sent, `call${String(calls).padStart(5, '0')}`, content));
        break;
      case 'developer':
      case 'system':
      case 'user':
      case 'assistant':
        sent.push({ role, content });
        break;
    }
  }
  const adapted: string[] = [];
  if (!taste.takesDeveloper && messages.some(({ role }) => role === 'developer')) adapted.push(AS_SYSTEM);
  if (!taste.takesSystem && messages.some(isStanding)) adapted.push(SYSTEM_AS_USER);
  return { messages: sent, adapted };
}

/** Messages with only the roles, and in only the order, that the server takes. */
function shapeTurns(messages: readonly Message[], taste: OpenAITaste): readonly Message[] {
  const roles = messages.map((message): Message => {
    if (!taste.takesSystem && isStanding(message)) return { role: 'user', content: message.content };
    return message.role === 'developer' && !taste.takesDeveloper ? { ...message, role: 'system' } : message;
  });
  if (!taste.mergesTurns) return roles;
  const turns: Message[] = [];
  for (const message of roles) {
    const last = turns.at(-1);
    if (last?.role !== message.role || message.role === 'tool') turns.push(message);
    else turns[turns.length - 1] = { role: last.role, content: `${last.content}\n\n${message.content}` };
  }
  return turns;
}

function isStanding({ role }: Message): boolean {
  return role === 'system' || role === 'developer';
}

/** Adds the call to the assistant message the tool answers, which stands before any earlier tool messages. */
function answeredCall(sent: ChatCompletionMessageParam[], id: string, content: string): ChatCompletionMessageParam[] {
  const call = { id, type: 'function' as const, function: { name: 'tool', arguments: '{}' } };
  const result = { role: 'tool' as const, tool_call_id: id, content };
  const index = sent.findLastIndex(({ role }) => role !== 'tool');
  const asking = sent[index];
  if (asking?.role !== 'assistant') return [{ role: 'assistant', content: null, tool_calls: [call] }, result];
  sent[index] = { ...asking, tool_calls: [...(asking.tool_calls ?? []), call] };
  return [result];
}
