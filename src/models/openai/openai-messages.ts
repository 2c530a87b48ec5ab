// Messages as the chat completions protocol has them.
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { Message } from '../model.ts';

export interface OpenAIMessages {
  readonly messages: ChatCompletionMessageParam[];
  readonly adapted: readonly string[];
}

const AS_SYSTEM = 'developer -> system';

/**
 * A tool's message must answer a call in the assistant message before it, so each gets one, with an identifier that
 * every server known takes (nine letters and digits). `developer` is OpenAI's own role.
 */
export function toOpenAIMessages(messages: readonly Message[], takesDeveloper: boolean): OpenAIMessages {
  const sent: ChatCompletionMessageParam[] = [];
  let calls = 0;
  for (const { role, content } of messages) {
    switch (role) {
      case 'developer':
        sent.push({ role: takesDeveloper ? 'developer' : 'system', content });
        break;
      case 'tool':
        calls += 1;
        sent.push(...answeredCall(sent, `call${String(calls).padStart(5, '0')}`, content));
        break;
      case 'system':
      case 'user':
      case 'assistant':
        sent.push({ role, content });
        break;
    }
  }
  const moved = !takesDeveloper && messages.some(({ role }) => role === 'developer');
  return { messages: sent, adapted: moved ? [AS_SYSTEM] : [] };
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
