// Rows of recorded answers in the shapes people have them, and what becomes of them beside a bank.
import { describe, expect, test } from 'vitest';
import { answerReader, askedKey } from '../../../src/scenarios/answers/answer-columns.ts';
import { createAnswerCollector, isModel } from '../../../src/scenarios/answers/collect-answers.ts';
import type { Scenario } from '../../../src/scenarios/scenario.ts';
import { answersOrigin, createAnswersModel, hasRecordedAnswers } from '../../../src/models/recorded-answers.ts';
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
    expect(hasRecordedAnswers(ref)).toBe(true);
    expect(hasRecordedAnswers({ kind: 'recorded', origin: 'recorded:0123' })).toBe(false);
  });
});
