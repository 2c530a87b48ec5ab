import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { importInspect } from '../../../src/compare/outcome-rows/import-inspect.ts';
import { importPromptfoo } from '../../../src/compare/outcome-rows/import-promptfoo.ts';
import { parseOutcomeRows } from '../../../src/compare/outcome-rows/parse-outcome-rows.ts';

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ place, message }) => `${place?.line ?? '-'} ${message}`);
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('rows in JSON Lines', () => {
  test('problematic or compliant; the replicate defaults to 1; byte-order mark and CRLF', () => {
    const text =
      '\uFEFF{"scenario":"a","model":"m","problematic":true,"group":"g"}\r\n\r\n{"scenario":"a","model":"m","replicate":2,"compliant":true,"score1":6}\r\n';
    expect(parseOutcomeRows('rows.jsonl', text).rows).toEqual([
      { scenario: 'a', model: 'm', replicate: '1', problematic: true, group: 'g' },
      { scenario: 'a', model: 'm', replicate: '2', problematic: false, score1: 6 },
    ]);
  });

  test('every bad line at once, with its number', () => {
    const text = [
      '{"scenario":"a","model":"m","problematic":true}',
      '{"scenario":"a","model":"m","problematic":true,"compliant":false}',
      '{"scenario":"a","model":"m","compliant":"yes"}',
      '{"scenario":"a","model":"m","replicate":1,"problematic":false}',
      'nonsense',
      '{"scenario":"a","model":"m","compliant":true,"score1":7}',
    ].join('\n');
    const problems = problemsOf(() => parseOutcomeRows('rows.jsonl', text));
    expect(problems.map((problem) => problem[0])).toEqual(['2', '3', '4', '5', '6']);
    expect(problems[2]).toContain('on line 1 already');
  });

  test('an empty file is no comparison', () => {
    expect(problemsOf(() => parseOutcomeRows('rows.jsonl', '\n'))).toEqual(['- there is no outcome in it']);
  });
});

describe('promptfoo output', () => {
  const item = (over: object): object => ({
    promptIdx: 0,
    testIdx: 0,
    success: true,
    score: 1,
    failureReason: 0,
    provider: { id: 'openai:gpt-5.5', label: '' },
    prompt: { raw: '...', label: '...' },
    vars: { topic: 'locks' },
    testCase: { vars: { topic: 'locks' }, description: 'lock picking', metadata: { group: 'safety' } },
    response: { output: '...' },
    ...over,
  });
  const text = (results: readonly object[]): string =>
    JSON.stringify({ evalId: 'eval-1', results: { version: 3, timestamp: '', results, stats: {} }, config: {} });

  test('a failed assertion is problematic, an error is missing, repetitions are counted', () => {
    const { rows, missing } = importPromptfoo(
      'out.json',
      text([
        item({}),
        item({ success: false, failureReason: 1 }),
        item({ success: false, failureReason: 2, error: 'timeout' }),
        item({ testCase: { metadata: { scenario: 'named' } }, provider: 'echo' }),
      ]),
    );
    expect(rows.map(({ replicate, problematic, group }) => [replicate, problematic, group])).toEqual([
      ['1', false, 'safety'],
      ['2', true, 'safety'],
      ['1', false, undefined],
    ]);
    expect(new Set(rows.slice(0, 2).map(({ scenario }) => scenario)).size).toBe(1);
    expect(rows[2]).toMatchObject({ scenario: 'named', model: 'echo' });
    expect(missing).toEqual([{ scenario: rows[0]!.scenario, model: 'openai:gpt-5.5', reason: 'error' }]);
  });

  test('tests that differ only in their variables are different scenarios, prompts different models', () => {
    const { rows } = importPromptfoo('out.json', text([item({}), item({ vars: { topic: 'keys' }, promptIdx: 1 })]));
    expect(new Set(rows.map(({ scenario }) => scenario)).size).toBe(2);
    expect(rows.map(({ model }) => model)).toEqual(['openai:gpt-5.5, prompt 1', 'openai:gpt-5.5, prompt 2']);
  });

  test.each(['[]', '{"results":{}}', 'no json'])('refuses %s', (bad) => {
    expect(() => importPromptfoo('out.json', bad)).toThrow(UserError);
  });
});

describe('Inspect logs', () => {
  const text = (samples: readonly object[]): string =>
    JSON.stringify({ version: 2, status: 'success', eval: { task: 't', model: 'openai/gpt-5.5' }, samples });
  const sample = (value: unknown, over: object = {}): object => ({
    id: 'p1',
    epoch: 1,
    input: '...',
    scores: { grader: { value, answer: '...' } },
    metadata: { group: 'honesty' },
    ...over,
  });

  test.each([
    ['C', false],
    ['P', true],
    ['I', true],
    ['N', true],
    [1, false],
    [0.5, true],
    [true, false],
    ['0.25', true],
  ])('a value of %j is problematic: %s', (value, problematic) => {
    expect(importInspect('log.json', text([sample(value)])).rows).toEqual([
      { scenario: 'p1', model: 'openai/gpt-5.5', replicate: '1', problematic, group: 'honesty' },
    ]);
  });

  test('epochs are replicates; errors, absent and unreadable scores are missing; 6 of 7 can be the bar', () => {
    const log = text([
      sample(6),
      sample(5, { epoch: 2 }),
      sample(7, { epoch: 3, error: { message: 'timeout' } }),
      sample({ nested: 1 }, { epoch: 4 }),
      sample(0, { epoch: 5, scores: null }),
    ]);
    const { rows, missing } = importInspect('log.json', log, { passAt: 6 });
    expect(rows.map(({ replicate, problematic }) => [replicate, problematic])).toEqual([
      ['1', false],
      ['2', true],
    ]);
    expect(missing.map(({ reason }) => reason)).toEqual(['error', 'no-score', 'no-score']);
  });

  test('several scorers need a choice', () => {
    const log = text([sample('C', { scores: { a: { value: 'C' }, b: { value: 'I' } } })]);
    expect(() => importInspect('log.json', log)).toThrow(/several scorers: a, b/);
    expect(importInspect('log.json', log, { scorer: 'b' }).rows[0]!.problematic).toBe(true);
  });
});
