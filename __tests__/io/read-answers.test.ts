// Files of recorded answers: what cannot be read is told, and what failed is only missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/io/answers/read-answers.ts';
import { askedKey, type RecordedAnswer } from '../../src/scenarios/answers/answer-columns.ts';
import { ROOT } from '../support/cli.ts';

async function textsOf(lines: readonly object[]): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'spec-gate-answers-'));
  writeFileSync(join(root, 'a.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const texts: string[] = [];
  try {
    for await (const { text } of readAnswers({ kind: 'worktree', root }, 'a.jsonl')) texts.push(text);
    return texts;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function readAll(root: string, path: string): Promise<readonly RecordedAnswer[]> {
  const answers: RecordedAnswer[] = [];
  for await (const answer of readAnswers({ kind: 'worktree', root }, path)) answers.push(answer);
  return answers;
}

test('rows of which none holds an answer are no file of answers, unless they say that they failed', async () => {
  const odd = { id: 'a', output: { blob: { words: 'A' } } };
  await expect(textsOf([odd, odd])).rejects.toThrow(/no answer can be read[^]*2 of its rows[^]*own-answers/);
  expect(await textsOf([{ id: 'a', output: 'boom', error: 'down' }])).toEqual([]);
  expect(await textsOf([odd, { id: 'b', output: 'B' }])).toEqual(['B']);
});

describe("lm-eval's samples", () => {
  const read = async (rows: readonly object[]): Promise<readonly RecordedAnswer[]> => {
    const root = mkdtempSync(join(tmpdir(), 'spec-gate-answers-'));
    writeFileSync(join(root, 'samples_a.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    // What lm-eval writes beside them is none.
    writeFileSync(join(root, 'results_2026-11-29T16-06-10.809991.json'), '{"results":{}}');
    try {
      return await readAll(root, '.');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };
  const user = (content: string): string => askedKey([{ role: 'user', content }]);
  const sample = { doc_id: 0, doc: { question: 'A?' }, arguments: {}, resps: [['yes']], filter: 'none' };

  test('as lm-eval 0.4.13 wrote them', async () => {
    const root = join(ROOT, '__tests__', 'fixtures', 'harness');
    const answers = await readAll(root, 'lm-eval-0.4.13.jsonl');
    expect(answers.length).toBeGreaterThan(2);
    expect(answers[0]).toEqual({ asked: user('What colour is the sky?'), draw: '1', text: 'lol' });
    expect(new Set(answers.map(({ asked }) => asked)).size).toBe(answers.length);
  });

  test('repetitions are draws, and an answer that is read in two ways is one', async () => {
    const twice = { ...sample, doc: { id: 'a', question: 'A?' }, resps: [['yes', 'no']] };
    expect(await read([twice, { ...twice, filter: 'strict', resps: [['yes', 'no']] }])).toEqual([
      { scenario: 'a', asked: user('A?'), draw: '1', text: 'yes' },
      { scenario: 'a', asked: user('A?'), draw: '2', text: 'no' },
    ]);
  });

  test.each<[string, string, string]>([
    ['a text', 'Say A.', user('Say A.')],
    [
      'messages',
      '[{"role": "system", "content": "Be kind."}, {"role": "user", "content": "A?"}]',
      askedKey([
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'A?' },
      ]),
    ],
    ['a text that begins like messages', '[{', user('[{')],
  ])('where the document has no question, the prompt is it: %s', async (_what, prompt, asked) => {
    const bare = { ...sample, doc: { topic: 'x' }, arguments: { gen_args_0: { arg_0: prompt, arg_1: {} } } };
    expect(await read([bare])).toEqual([{ asked, draw: '1', text: 'yes' }]);
  });

  test('what is only weighed is no answer', async () => {
    const weighed = { ...sample, resps: [[[-1.5, false]], [[-2.5, true]]] };
    await expect(read([weighed])).rejects.toThrow(/no answer can be read in it, though 1 of its rows/);
  });
});

describe('experiments of platforms', () => {
  const readItems = async (name: string, text: string): Promise<readonly RecordedAnswer[]> => {
    const root = mkdtempSync(join(tmpdir(), 'spec-gate-answers-'));
    writeFileSync(join(root, name), text);
    try {
      return await readAll(root, name);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };

  test('of two in one file each is a model, and of one alone none is told', async () => {
    const item = (experimentName: string): object => ({
      experimentItemId: 'i',
      experimentName,
      input: 'q',
      output: `said by ${experimentName}`,
    });
    const two = await readItems('items.json', JSON.stringify({ data: [item('A'), item('B')] }));
    expect(two.map(({ model, text }) => [model, text])).toEqual([
      ['A', 'said by A'],
      ['B', 'said by B'],
    ]);
    const [one] = await readItems('items.json', JSON.stringify({ data: [item('A')] }));
    expect(one).not.toHaveProperty('model');
  });

  test('an id that only counts items names no scenario: what was asked does', async () => {
    const item = {
      datasource_item_id: 0,
      datasource_item: { question: 'q' },
      status: 'pass',
      results: [],
      sample: { model: 'm', output: [{ role: 'assistant', content: 'a' }] },
    };
    expect(await readItems('items.json', JSON.stringify({ data: [item] }))).toEqual([
      { asked: askedKey([{ role: 'user', content: 'q' }]), model: 'm', text: 'a' },
    ]);
  });

  test('a table of somebody’s own is not taken for Ragas’: its model and its draw are read', async () => {
    const row = { scenario_id: 's', user_input: 'q', response: 'a', model: 'm', draw: 2 };
    expect(await readItems('own.jsonl', JSON.stringify(row))).toMatchObject([
      { scenario: 's', model: 'm', draw: '2', text: 'a' },
    ]);
  });
});
