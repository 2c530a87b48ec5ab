// Messages as the Anthropic messages protocol has them: a system prompt apart, turns of blocks, tools with identifiers.
import type {
  MessageParam,
  TextBlockParam,
  ToolResultBlockParam,
  ToolUseBlockParam,
} from '@anthropic-ai/sdk/resources/messages';
import type { Message } from '../model.ts';

type Block = TextBlockParam | ToolUseBlockParam | ToolResultBlockParam;
interface Turn {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: readonly Block[];
}

export interface AnthropicMessages {
  readonly system: TextBlockParam[];
  readonly messages: MessageParam[];
  /** The conversation has tool results, which the protocol takes only beside a tool's definition. */
  readonly usesTool: boolean;
  readonly adapted: readonly string[];
}

export interface MessageOptions {
  /** Leading messages that other requests share: cache breakpoints go on the first of them, which most share, and on the last. */
  readonly shared: number;
  /** Where the server takes no system message between turns, all of them go into the system prompt. */
  readonly hoistSystem: boolean;
}

export const SYSTEM_HOISTED = 'system turn -> system prompt';

export function toAnthropicMessages(messages: readonly Message[], options: MessageOptions): AnthropicMessages {
  const isSystem = ({ role }: Message): boolean => role === 'system' || role === 'developer';
  const firstTurn = messages.findIndex((message) => !isSystem(message));
  const leading = firstTurn === -1 ? messages.length : firstTurn;
  const inPrompt = (message: Message, index: number): boolean =>
    index < leading || (options.hoistSystem && isSystem(message));

  const system: TextBlockParam[] = [];
  let turns: readonly Turn[] = [];
  let calls = 0;
  for (const [index, message] of messages.entries()) {
    const isBreak = index < options.shared && (index === 0 || index === options.shared - 1);
    const cache = isBreak ? ({ cache_control: { type: 'ephemeral' } } as const) : {};
    const text: TextBlockParam = { type: 'text', text: message.content, ...cache };
    if (inPrompt(message, index)) {
      system.push(text);
    } else if (message.role === 'tool') {
      calls += 1;
      const id = `call${String(calls).padStart(5, '0')}`;
      turns = withToolResult(turns, { type: 'tool_result', tool_use_id: id, content: message.content, ...cache });
    } else {
      turns = withTurn(turns, { role: message.role === 'developer' ? 'system' : message.role, content: [text] });
    }
  }

  const adapted: string[] = [];
  if (messages.some(({ role }) => role === 'developer')) adapted.push('developer -> system');
  if (options.hoistSystem && messages.slice(leading).some(isSystem)) adapted.push(SYSTEM_HOISTED);
  if (turns[0]?.role !== 'user') {
    turns = [{ role: 'user', content: [{ type: 'text', text: '(The conversation begins.)' }] }, ...turns];
    adapted.push('user turn added');
  }
  return { system, messages: turns.map(toParam), usesTool: calls > 0, adapted };
}

/** Turns of one role in a row are one turn. */
function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const last = turns.at(-1);
  if (last?.role !== turn.role) return [...turns, turn];
  return [...turns.slice(0, -1), { role: turn.role, content: [...last.content, ...turn.content] }];
}

/** A result must answer a call in the assistant's turn just before it, so each gets one; results of one turn stand together. */
function withToolResult(turns: readonly Turn[], result: ToolResultBlockParam): readonly Turn[] {
  const call: ToolUseBlockParam = { type: 'tool_use', id: result.tool_use_id, name: 'tool', input: {} };
  const last = turns.at(-1);
  const continues = last?.role === 'user' && last.content.every(({ type }) => type === 'tool_result');
  const before = continues ? turns.slice(0, -1) : turns;
  const results: Turn = { role: 'user', content: continues ? [...last.content, result] : [result] };
  return [...withTurn(before, { role: 'assistant', content: [call] }), results];
}

function toParam({ role, content }: Turn): MessageParam {
  if (role !== 'system') return { role, content: [...content] };
  return { role, content: content.filter((block) => block.type === 'text') };
}
