// Streams of chunks as servers send them, and the answer that each adds up to.
import { describe, expect, test } from 'vitest';
import { openaiReply, readOpenAIReply } from '../../../src/models/openai/openai-reply.ts';
import { joinEvents } from '../../../src/models/transport/event-stream.ts';

const chunk = (delta: object, reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason: reason }],
});
const whole = (content: string, reason: string | null = null) => ({
  choices: [{ index: 0, message: { content }, finish_reason: reason }],
});
const read = (...chunks: readonly object[]) => {
  const body = joinEvents(chunks.map((one) => `data: ${JSON.stringify(one)}\n\n`).join(''));
  const { text, finish, ending } = readOpenAIReply(openaiReply.parse(body), { messages: [] });
  return [finish, ending ?? text];
};

describe('a stream', () => {
  test.each<[what: string, chunks: readonly object[], expected: readonly string[]]>([
    ['pieces', [chunk({ content: 'Ye' }), chunk({ content: 's.' }), chunk({}, 'stop')], ['stop', 'Yes.']],
    [
      'pieces in parts, thoughts among them (Mistral)',
      [
        chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] }] }),
        chunk({ content: [{ type: 'text', text: 'Ye' }] }),
        chunk({ content: 's.' }, 'stop'),
      ],
      ['stop', 'Yes.'],
    ],
    [
      'words before a call of a tool that ends with stop',
      [chunk({ content: 'Let me look.' }), chunk({ tool_calls: [{ index: 0, function: {} }] }), chunk({}, 'stop')],
      ['unfinished', 'tool_calls'],
    ],
    [
      'a call of a tool after empty lists of them',
      [
        chunk({ content: 'Hm.', tool_calls: [] }),
        chunk({ tool_calls: [{ index: 0, function: {} }] }),
        chunk({}, 'stop'),
      ],
      ['unfinished', 'tool_calls'],
    ],
    [
      "a router that tells the upstream's own reason at the end",
      [
        chunk({ content: 'Half an' }),
        { choices: [{ index: 0, delta: {}, finish_reason: 'stop', native_finish_reason: 'MAX_TOKENS' }] },
      ],
      ['length', 'Half an'],
    ],
    [
      'nothing, and the flag of a filter',
      [chunk({ content: '' }, 'stop'), { choices: [], output_sensitive: true }],
      ['content_filter', ''],
    ],
    [
      'thoughts alone',
      [chunk({ reasoning_content: 'hm' }), chunk({}, 'stop')],
      ['unfinished', 'only thoughts came, and no answer'],
    ],
    ['pieces, and the message once more', [chunk({ content: 'Yes.' }), whole('Yes.', 'stop')], ['stop', 'Yes.']],
    ['a message that grows', [whole('Ye'), whole('Yes.', 'stop')], ['stop', 'Yes.']],
    ['messages that are pieces', [whole('Ye'), whole('s.', 'stop')], ['stop', 'Yes.']],
    ['a refusal', [chunk({ refusal: 'I will' }), chunk({ refusal: ' not.' }, 'stop')], ['refusal', 'I will not.']],
  ])('of %s', (_, chunks, expected) => {
    expect(read(...chunks)).toEqual(expected);
  });
});
