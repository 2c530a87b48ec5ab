// Whatever the conversation, both protocols' own rules about turns and tools hold, and no text is lost or moved.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAnthropicMessages } from '../../src/models/anthropic/anthropic-messages.ts';
import type { Message, Role } from '../../src/models/model.ts';
import { toOpenAIMessages } from '../../src/models/openai/openai-messages.ts';

const roles = fc.array(fc.constantFrom<Role>('system', 'developer', 'user', 'assistant', 'tool'), {
  minLength: 1,
  maxLength: 14,
});
const conversation = roles.map((list) => list.map((role, index): Message => ({ role, content: `${role} ${index}` })));
const AS_THEY_ARE = { takesDeveloper: true, takesSystem: true, mergesTurns: false };
const isSystem = ({ role }: Message) => role === 'system' || role === 'developer';

test('OpenAI: each tool message answers a call of the assistant message just before its row', () => {
  fc.assert(
    fc.property(conversation, (messages) => {
      const sent = toOpenAIMessages(messages, AS_THEY_ARE).messages;
      let open: string[] = [];
      const unasked: string[] = [];
      for (const message of sent) {
        if (message.role === 'tool') {
          if (!open.includes(message.tool_call_id)) unasked.push(message.tool_call_id);
          open = open.filter((id) => id !== message.tool_call_id);
          continue;
        }
        expect(open).toEqual([]);
        open = message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [];
      }
      expect([...open, ...unasked]).toEqual([]);
      expect(sent.flatMap(({ content }) => (content === null ? [] : [content]))).toEqual(
        messages.map(({ content }) => content),
      );
    }),
  );
});

describe('Anthropic', () => {
  test.each([true, false])('turns, tools and texts (system messages hoisted: %s)', (hoistSystem) => {
    fc.assert(
      fc.property(conversation, fc.nat(14), (messages, shared) => {
        const { system, messages: turns, usesTool } = toAnthropicMessages(messages, { shared, hoistSystem });
        expect(turns[0]!.role).toBe('user');
        expect(usesTool).toBe(messages.some(({ role }) => role === 'tool'));
        let open: string[] = [];
        let last = '';
        const texts: string[] = [];
        let breakpoints = system.filter((block) => block.cache_control).length;
        for (const { role, content } of turns) {
          expect(role).not.toBe(last);
          last = role;
          if (typeof content === 'string') throw new Error('blocks were expected');
          const results = content.flatMap((block) => (block.type === 'tool_result' ? [block.tool_use_id] : []));
          // Every call of the turn before is answered, at the beginning of this one.
          expect(results).toEqual(open);
          expect(content.slice(0, results.length).every(({ type }) => type === 'tool_result')).toBe(true);
          open = content.flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));
          for (const block of content) {
            if (block.type === 'text') texts.push(block.text);
            if (block.type === 'tool_result') texts.push(block.content as string);
            if ('cache_control' in block) breakpoints += 1;
          }
        }
        expect(open).toEqual([]);
        // On the first message that is shared and on the last.
        const shares = shared === 0 ? [] : [...new Set([0, shared - 1])];
        expect(breakpoints).toBe(shares.filter((index) => index < messages.length).length);

        const firstTurn = messages.findIndex((message) => !isSystem(message));
        const leading = firstTurn === -1 ? messages.length : firstTurn;
        const prompt = messages.filter((message, index) => index < leading || (hoistSystem && isSystem(message)));
        expect(system.map(({ text }) => text)).toEqual(prompt.map(({ content }) => content));
        const spoken = texts.filter((text) => text !== '(The conversation begins.)');
        expect(spoken).toEqual(messages.filter((message) => !prompt.includes(message)).map(({ content }) => content));
      }),
    );
  });
});
