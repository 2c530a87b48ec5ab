// Bank lines: what is accepted, what is refused, and with which place.
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../src/core/byte-source.ts';
import { UserError } from '../../src/core/errors.ts';
import { parseBank, readBank, walkBank } from '../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';

const rubric = ['0', '1', '2', '3', '4', '5', '6'];
const full = {
  id: '3_14_value1',
  query: 'Should I tell my friend the truth?',
  value1: 'honesty',
  value2: 'kindness',
  nudge: 'value1',
  rubric1: rubric,
  rubric2: rubric,
  clauses: ['do_not_lie'],
  topics: ['moral reasoning'],
  disagreement: 1.5,
  source: 'by hand',
};

function parse(...rows: readonly unknown[]) {
  const text = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
  return parseBank({ file: 'bank.jsonl', text });
}

function problemsOf(...rows: readonly unknown[]) {
  try {
    parse(...rows);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('a valid bank', () => {
  test('keeps file order, ids and lines, past BOM, CRLF and blank lines', () => {
    const text = `\uFEFF${JSON.stringify(full)}\r\n\r\n${JSON.stringify({ id: 'b', query: 'B?' })}\r\n`;
    const bank = parseBank({ file: 'bank.jsonl', text });
    expect(bank.scenarios.map((scenario) => scenario.id)).toEqual(['3_14_value1', 'b']);
    expect(bank.lines.get('b')).toBe(3);
    expect(bank.byId.get('b')).toEqual({
      id: 'b',
      messages: [{ role: 'user', content: 'B?' }],
      clauses: [],
      topics: [],
    });
    expect(bank.byId.get('3_14_value1')?.rubric2).toEqual(rubric);
  });

  test('an empty file is an empty bank', () => {
    expect(parseBank({ file: 'bank.jsonl', text: '' }).scenarios).toEqual([]);
  });
});

describe('one broken rule a row', () => {
  const base = { id: 'x', query: 'Q?' };
  test.each<[string, unknown, RegExp]>([
    ['not an object', '"x"', /expected object/],
    ['no id', { query: 'Q?' }, /^id: expected string; it is missing/],
    ['an id with markup', { ...base, id: '<b>' }, /^id: must be/],
    ['an id with white space', { ...base, id: 'a b' }, /^id: must be/],
    ['neither query nor messages', { id: 'x' }, /exactly one of `query` and `messages`/],
    ['both', { ...base, messages: [{ role: 'user', content: 'Q?' }] }, /exactly one of/],
    ['a blank query', { id: 'x', query: ' \n ' }, /^query: is blank/],
    ['a query that shows nothing', { id: 'x', query: '\u200B\u2060 \uFEFF' }, /^query: is blank/],
    [
      'a turn that shows nothing',
      { id: 'x', messages: [{ role: 'user', content: '\u{E0041}' }] },
      /^messages\.0\.content: is blank/,
    ],
    ['a member twice', '{"id":"x","query":"Q?","query":"R?"}', /^the member "query" stands there twice/],
    [
      'a member twice within another, once with an escape',
      '{"id":"x","messages":[{"role":"user","content":"\\"{","c\\u006fntent":"b"}]}',
      /^the member "content" stands there twice/,
    ],
    ['an empty conversation', { id: 'x', messages: [] }, /^messages: /],
    ['an unknown role', { id: 'x', messages: [{ role: 'root', content: 'Q?' }] }, /^messages\.0\.role: /],
    ['an assistant last', { id: 'x', messages: [{ role: 'assistant', content: 'A' }] }, /cannot be judged/],
    ['one value', { ...base, value1: 'honesty' }, /come together/],
    ['equal values', { ...base, value1: 'honesty', value2: 'honesty' }, /the same as `value1`/],
    ['a nudge to nowhere', { ...base, nudge: 'value2' }, /needs `value1` and `value2`/],
    ['an unknown nudge', { ...base, nudge: 'left' }, /^nudge: /],
    ['six steps', { ...full, rubric1: rubric.slice(1) }, /^rubric1/],
    ['one rubric', { ...base, value1: 'a', value2: 'b', rubric1: rubric }, /come together/],
    ['rubrics without values', { ...base, rubric1: rubric, rubric2: rubric }, /the values they measure/],
    ['a clause twice', { ...base, clauses: ['a', 'a'] }, /^clauses: names the same thing twice/],
    ['a disagreement no scores can have', { ...base, disagreement: 3.1 }, /^disagreement: /],
    [
      'a position off the scale',
      { ...base, scored: { scores: { m: { value1: 7, value2: 1 } } } },
      /^scored\.scores\.m/,
    ],
    ['NaN', '{"id":"x","query":"Q?","disagreement":NaN}', /^not JSON/],
    ['a list', '[{"id":"x","query":"Q?"}]', /^a list of scenarios/],
    ['__proto__', '{"id":"x","query":"Q?","__proto__":{"polluted":1}}', /the key "__proto__" is not allowed/],
    ['escaped __proto__, deep', '{"id":"x","query":"Q?","scored":{"scores":{"\\u005f_proto__":{}}}}', /__proto__/],
    ['constructor', '{"id":"x","query":"Q?","constructor":1}', /the key "constructor" is not allowed/],
    ['deep nesting', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /levels deep/],
    ['a huge line', `{"id":"x","query":"${'q'.repeat(1_000_000)}"}`, /the limit is 1000000/],
  ])('%s', (_name, row, message) => {
    const problems = problemsOf(row);
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]?.place).toMatchObject({ file: 'bank.jsonl', line: 1 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('all problems at once, each with its line, and a hint for a mistyped key', () => {
  const problems = problemsOf(
    { id: 'a', query: 'A?', nugde: 'neutral' },
    { id: 'b' },
    { id: 'c', query: 'C?' },
    { id: 'c', query: 'D?' },
  );
  expect(problems).toEqual([
    { message: 'unknown key "nugde"', hint: 'Did you mean "nudge"?', place: { file: 'bank.jsonl', line: 1 } },
    { message: 'query: exactly one of `query` and `messages` must be there', place: { file: 'bank.jsonl', line: 2 } },
    { message: 'the id "c" is already on line 3', place: { file: 'bank.jsonl', line: 4 } },
  ]);
});

test('a member given twice is told with its line and column', () => {
  expect(problemsOf({ id: 'a', query: 'A?' }, '{"id":"b","query":"B?","id":"c"}')).toEqual([
    { message: 'the member "id" stands there twice', place: { file: 'bank.jsonl', line: 2, column: 24 } },
  ]);
});

test('a JSON error names its column', () => {
  const [problem] = problemsOf({ id: 'a', query: 'A?' }, '{"id":"b",,}');
  expect(problem?.place).toEqual({ file: 'bank.jsonl', line: 2, column: 11 });
});

test('a file of rubbish lists a hundred problems and counts the rest', () => {
  const problems = problemsOf(...Array.from({ length: 150 }, () => 'rubbish'));
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe('50 more problems');
});

test('read piece by piece it is the same bank, with the same problems', async () => {
  const rows = [full, { id: 'b', query: 'é'.repeat(600_000) }, { id: 'c', query: '漢'.repeat(500_000) }];
  const text = rows.map((row) => JSON.stringify(row)).join('\r\n');
  const open = (content: string): ByteSource => {
    const bytes = new TextEncoder().encode(`\uFEFF${content}`);
    const slice = (start: number, end?: number) => Promise.resolve(bytes.slice(start, end).buffer);
    return { name: 'bank.jsonl', byteLength: bytes.length, slice };
  };
  const read = (content: string) => readBank(open(content));
  expect(await read(text)).toEqual(parseBank({ file: 'bank.jsonl', text }));
  const bad = `${text}\n{"id":"b","query":"again"}\n${'x'.repeat(1_000_001)}`;
  const problems = await read(bad).catch((error: unknown) => (error as UserError).problems);
  expect(problems).toEqual(problemsOf(...bad.split('\n')));
  const walked: Scenario[] = [];
  const walk = async (): Promise<void> => {
    for await (const scenario of walkBank(open(bad))) walked.push(scenario);
  };
  expect(await walk().catch((error: unknown) => (error as UserError).problems)).toEqual(problems);
  expect(walked).toEqual(parseBank({ file: 'bank.jsonl', text }).scenarios);
});
