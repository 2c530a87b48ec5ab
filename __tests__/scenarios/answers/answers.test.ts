// Rows of recorded answers in the shapes people have them, and what becomes of them beside a bank.
import { describe, expect, test } from 'vitest';
import { answerReader, askedKey } from '../../../src/scenarios/answers/answer-columns.ts';
import { createAnswerCollector, isModel } from '../../../src/scenarios/answers/collect-answers.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { answersOrigin, createAnswersModel, hasRecordedAnswers } from '../../../src/models/recorded-answers.ts';
import { REMEDIES, remedyOf } from '../../../src/models/remedy.ts';
import type { CompletionRequest, ModelRef } from '../../../src/models/model.ts';

const read = (fields: Readonly<Record<string, unknown>>) => answerReader(Object.keys(fields))?.read(fields);
const user = (content: string) => ({ role: 'user' as const, content });
const asked = askedKey([user('Q?')]);

describe('a row', () => {
  test.each<[string, Record<string, unknown>, readonly object[]]>([
    [
      'of ours',
      { scenario: 's', model: 'm', draw: 2, answer: 'A' },
      [{ scenario: 's', model: 'm', draw: '2', text: 'A' }],
    ],
    ['with the question', { question: 'Q?', response: 'A' }, [{ asked, text: 'A' }]],
    ['with a number for no error', { id: 's', answer: 'A', error: 0 }, [{ scenario: 's', text: 'A' }]],
    ['with an empty list of errors', { id: 's', answer: 'A', error: [] }, [{ scenario: 's', text: 'A' }]],
    ['a logged conversation', { messages: [user('Q?'), { role: 'assistant', content: 'A' }] }, [{ asked, text: 'A' }]],
    [
      'a message as the answer',
      { id: 's', output: { role: 'assistant', content: [{ type: 'text', text: 'A' }] } },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      "a provider's whole reply",
      { id: 's', response: { choices: [{ message: { content: 'A' } }] } },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'thinking is no part of it',
      {
        id: 's',
        output: [
          { type: 'reasoning', reasoning: 'hm' },
          { type: 'text', text: 'A' },
        ],
      },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'of a batch, under the name that was given (OpenAI)',
      {
        id: 'batch_req_1',
        custom_id: 's',
        response: { status_code: 200, body: { choices: [{ finish_reason: 'stop', message: { content: 'A' } }] } },
        error: null,
      },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'of a batch of Responses',
      {
        custom_id: 's',
        response: {
          body: {
            output: [
              { type: 'reasoning', summary: [] },
              { type: 'message', content: [{ type: 'output_text', text: 'A' }] },
            ],
          },
        },
      },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'of a batch (Anthropic), with what was thought',
      {
        custom_id: 's',
        result: {
          type: 'succeeded',
          message: {
            content: [
              { type: 'thinking', thinking: 'hm' },
              { type: 'text', text: 'A' },
            ],
            stop_reason: 'end_turn',
          },
        },
      },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'of a batch (Gemini)',
      {
        key: 's',
        response: {
          candidates: [{ content: { parts: [{ text: 'hm', thought: true }, { text: 'A' }] }, finishReason: 'STOP' }],
        },
      },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'turns that name who speaks (ShareGPT)',
      {
        id: 's',
        conversations: [
          { from: 'human', value: 'Q?' },
          { from: 'gpt', value: 'A' },
        ],
      },
      [{ scenario: 's', asked, text: 'A' }],
    ],
    [
      'a model that declines in a field of its own',
      { id: 's', response: { choices: [{ message: { content: null, refusal: 'No.' } }] } },
      [{ scenario: 's', text: 'No.' }],
    ],
    [
      'a stop token beside the reason (vLLM)',
      { id: 's', choices: [{ finish_reason: 'stop', stop_reason: 128009, message: { content: 'A' } }] },
      [{ scenario: 's', text: 'A' }],
    ],
    [
      'the published data set: a column for each model, null where one gave none',
      { chunk_idx: 1n, entry_idx: 2n, nudge_direction: 'value1', query: 'Q?', response_o3: 'A', response_grok_4: null },
      [{ scenario: '1_2_value1', asked, model: 'o3', text: 'A' }],
    ],
    [
      'its judge rows: one answer a row, under query_key',
      { chunk_idx: 1, entry_idx: 2, query_key: 'neutral_query', model: 'o3', response: 'A' },
      [{ scenario: '1_2_neutral', model: 'o3', text: 'A' }],
    ],
  ])('%s', (_what, fields, answers) => {
    expect(read(fields)).toEqual(answers);
  });

  test.each<[string, Record<string, unknown>]>([
    ['an error in its place', { id: 's', response: 'Error: 429 Too Many Requests', error: 'RateLimitError' }],
    ['a status', { custom_id: 's', response: { status_code: 400, body: { choices: [], error: { message: 'bad' } } } }],
    ['an error within', { custom_id: 's', result: { type: 'errored', error: { type: 'error' } } }],
    [
      'what is said before a call of a tool',
      {
        id: 's',
        response: { choices: [{ finish_reason: 'stop', message: { content: 'Let me look.', tool_calls: [{}] } }] },
      },
    ],
    [
      'a call of a tool',
      {
        id: 's',
        response: { choices: [{ finish_reason: 'tool_calls', message: { content: null, tool_calls: [{}] } }] },
      },
    ],
    [
      'cut off, says the reply',
      { id: 's', response: { choices: [{ finish_reason: 'length', message: { content: 'A' } }] } },
    ],
    [
      'cut off in the first of two',
      {
        id: 's',
        response: {
          choices: [
            { finish_reason: 'length', message: { content: 'A' } },
            { finish_reason: 'stop', message: { content: 'B' } },
          ],
        },
      },
    ],
    [
      'cut off (Anthropic)',
      { id: 's', result: { message: { content: [{ type: 'text', text: 'A' }], stop_reason: 'max_tokens' } } },
    ],
    [
      'cut off (Responses)',
      { id: 's', response: { incomplete_details: { reason: 'max_output_tokens' }, output: [{ content: 'A' }] } },
    ],
    ['cut off, says a column', { id: 's', response: 'A', finish_reason: 'length' }],
    ['a verdict', { id: 's', result: 'correct' }],
  ])('no answer: %s', (_what, fields) => {
    expect(read(fields)).toEqual([]);
  });

  test.each(['None', 'nan', 'False', '', '0', null, false])('an error of %j is none', (error) => {
    expect(read({ id: 's', response: 'A', error })).toEqual([{ scenario: 's', text: 'A' }]);
  });

  test('without an answer, and a table without any', () => {
    expect(read({ id: 's', answer: null })).toEqual([]);
    expect(answerReader(['id', 'score'])).toBeUndefined();
  });
});

describe('beside a bank', () => {
  const scenario = (id: string, text: string): Scenario => ({ id, messages: [user(text)], clauses: [], topics: [] });
  const bank = [scenario('a', 'Q?'), scenario('b', 'R?')];

  test('by id, by question, in the order of draws; other questions, silence and strangers are passed over', () => {
    const collector = createAnswerCollector(bank);
    const other = askedKey([user('Something else?')]);
    for (const answer of [
      { scenario: 'a', draw: '10', text: 'third' },
      { scenario: 'a', draw: '9', text: 'second' },
      { scenario: 'zzz', asked: askedKey([user('Q?')]), draw: '1', text: 'first' },
      { scenario: 'a', asked: other, text: 'to another question' },
      { scenario: 'b', text: '  ' },
      { scenario: 'stranger', text: 'x' },
    ]) {
      collector.add(answer);
    }
    const answers = collector.of(undefined, 'f');
    expect([answers.scenarios, answers.to('a'), answers.to('b')]).toEqual([1, ['first', 'second', 'third'], []]);
    expect(collector.mismatched()).toBe(1);
  });

  test('many names take no more memory than their answers; a name with many answers keeps them all in their places', () => {
    const many = Array.from({ length: 4000 }, (_, index) => scenario(`s${index}`, `Q${index}?`));
    const before = process.memoryUsage().arrayBuffers;
    const collector = createAnswerCollector(many);
    for (const { id } of many) {
      collector.add({ scenario: id, model: `a name for ${id}`, text: 'A' });
      collector.add({ scenario: id, model: 'm', draw: '2', text: `second to ${id}` });
      collector.add({ scenario: id, model: 'm', draw: '1', text: `first to ${id}` });
    }
    // A list over the bank for each name would be 128 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    const answers = collector.of('m', 'f');
    expect(answers.scenarios).toBe(4000);
    expect(answers.to('s7')).toEqual(['first to s7', 'second to s7']);
    expect(answers.to('s3999')).toEqual(['first to s3999', 'second to s3999']);
    expect(collector.of('a name for s7', 'f').to('s7')).toEqual(['A']);
    expect(collector.of('a name for s7', 'f').scenarios).toBe(1);
  });

  test('the digest is that of what was said, not of the order of rows', () => {
    const digestOf = (list: readonly (readonly [string, string])[]): string => {
      const collector = createAnswerCollector(bank);
      for (const [id, text] of list) collector.add({ scenario: id, text });
      return collector.of(undefined, 'f').digest;
    };
    const two = [
      ['a', 'A'],
      ['b', 'B'],
    ] as const;
    expect(digestOf([...two].reverse())).toBe(digestOf(two));
    expect(
      digestOf([
        ['a', 'A'],
        ['b', 'C'],
      ]),
    ).not.toBe(digestOf(two));
  });

  test.each([
    ['claude_opus_4', 'study/claude_opus_4', true],
    ['Claude Opus 4', 'study/claude-opus-4', true],
    ['study/claude_opus_4', 'study/claude_opus_4', true],
    ['claude_opus_41', 'study/claude_opus_4', false],
    ['__proto__', 'study/__proto__', true],
  ])('%s is %s: %s', (named, id, is) => {
    expect(isModel(named, id)).toBe(is);
  });
});

describe('draws', () => {
  const ref: ModelRef = { id: 'own/x', kind: 'recorded', origin: answersOrigin('d'), model: 'x', params: {} };
  const answerTo = async (draw: string, answers: readonly string[]): Promise<string> => {
    const model = createAnswersModel(ref, { answersTo: () => answers, poolDraws: 2 });
    const request: CompletionRequest = { model: ref, messages: [], sharedMessages: 0, draw };
    return (await model.complete(request, { signal: new AbortController().signal })).text;
  };
  const five = ['1', '2', '3', '4', '5'];

  test.each<[string, readonly string[], string]>([
    ['pool:0', five, '1'],
    ['pool:1', five, '1'],
    ['pool:4', five, '4'],
    ['confirm:0123456789abcdef:1', five, '3'],
    ['confirm:0123456789abcdef:4', five, '1'],
    ['night:2026-11-28:1', five, '3'],
    ['pool:2', ['only'], 'only'],
    ['confirm:0123456789abcdef:2', ['1', '2'], '2'],
  ])('%s of %j is %s', async (draw, answers, expected) => {
    expect(await answerTo(draw, answers)).toBe(expected);
  });

  test('no answer is missing, not a bug; only brought answers are no calls', async () => {
    await expect(answerTo('pool:1', [])).rejects.toMatchObject({ kind: 'unrecorded' });
    // Asking a file again finds nothing new in it.
    expect(REMEDIES[remedyOf('unrecorded')]).toMatch(/^Record an answer(?!.*again)/);
    expect(hasRecordedAnswers(ref)).toBe(true);
    expect(hasRecordedAnswers({ kind: 'recorded', origin: 'recorded:0123' })).toBe(false);
  });
});
