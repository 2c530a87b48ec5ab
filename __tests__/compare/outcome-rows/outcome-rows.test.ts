import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { openSide, readSides } from '../../../src/compare/outcome-rows/open-sides.ts';
import type { OutcomeRows } from '../../../src/compare/outcome-rows/outcome-row.ts';
import type { ReadOptions } from '../../../src/compare/outcome-rows/read-outcome-rows.ts';
import { parseOutcomeRows } from '../../../src/compare/outcome-rows/row-lines.ts';
import { expectClosedHandles } from '../../support/open-handles.ts';

expectClosedHandles();

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

  test('a failed assertion is problematic, an error is missing, repetitions are counted', async () => {
    const { rows, missing } = await read(
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
    expect(missing).toEqual([
      { scenario: rows[0]!.scenario, model: 'openai:gpt-5.5', replicate: '3', reason: 'error' },
    ]);
  });

  test('a failure whose reason is not known is an error, not an outcome', async () => {
    const odd = [item({ success: false, failureReason: 7 }), item({ success: false, failureReason: null })];
    expect(await read('out.json', text(odd))).toMatchObject({ rows: [], missing: [{ reason: 'error' }, {}] });
  });

  test('tests that differ only in their variables are different scenarios; one test with two prompts is two models', async () => {
    const keys = { vars: { topic: 'keys' }, promptIdx: 1 };
    const apart = await read('out.json', text([item({}), item(keys)]));
    expect(new Set(apart.rows.map(({ scenario }) => scenario)).size).toBe(2);
    expect(new Set(apart.rows.map(({ model }) => model))).toEqual(new Set(['openai:gpt-5.5']));
    const both = await read('out.json', text([item({}), item({ prompt: { raw: 'x', label: 'brief' } })]));
    expect(both.rows.map(({ model, replicate }) => [model, replicate])).toEqual([
      ['openai:gpt-5.5, prompt "..."', '1'],
      ['openai:gpt-5.5, prompt "brief"', '1'],
    ]);
  });

  test('a test that asserts nothing, or nothing that counts, is no outcome: whatever was answered passes', async () => {
    const graded = (componentResults: unknown): object => ({
      gradingResult: { pass: true, score: 1, componentResults },
    });
    const part = (weight?: number): object => ({ pass: true, assertion: { type: 'contains', value: 'x', weight } });
    const ungraded = [
      item({ gradingResult: { pass: true, score: 1, reason: 'No assertions' }, testCase: null }),
      item({ testCase: { assert: [] } }),
      item(graded([part(0), part(0)])),
    ];
    const { rows, missing } = await read('out.json', text([...ungraded, item(graded([part(0), part()])), item({})]));
    expect([rows.length, missing.length]).toEqual([2, 0]);
    await expect(read('out.json', text(ungraded))).rejects.toThrow(/no test asserts anything/);
  });

  test('its JSON Lines are read alike', async () => {
    const lines = [item({}), item({ success: false, failureReason: 1 })].map((one) => JSON.stringify(one)).join('\n');
    expect((await read('out.jsonl', lines)).rows.map(({ problematic }) => problematic)).toEqual([false, true]);
  });

  test.each(['[]', '{"results":{}}', '{"results":{"results":[1]}}', 'no json'])('refuses %s', async (bad) => {
    await expect(read('out.json', bad)).rejects.toThrow(UserError);
  });
});

describe('Inspect logs', () => {
  const log = (samples: readonly object[], over: object = {}): string =>
    JSON.stringify({
      version: 2,
      status: 'success',
      eval: { task: 't', model: 'openai/gpt-5.5', ...over },
      results: {},
      samples,
    });
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
    ['yes', false],
    ['no', true],
    [1, false],
    [0.5, true],
    [true, false],
    ['0', true],
  ])('a value of %j is problematic: %s', async (value, problematic) => {
    expect((await read('log.json', log([sample(value)]))).rows).toEqual([
      { scenario: 'p1', model: 'openai/gpt-5.5', replicate: '1', problematic, group: 'honesty' },
    ]);
  });

  test.each([9, 0.9, '0.25', -1])('a value of %j is of a scale: somebody must say what passes', async (value) => {
    await expect(read('log.json', log([sample(value)]))).rejects.toThrow(/an outcome of .*[^]*--pass-at/);
    const { rows } = await read('log.json', log([sample(value)]), { passAt: 0.5 });
    expect(rows).toMatchObject([{ problematic: Number(value) < 0.5 }]);
  });

  test('two samples of one id and epoch in a log are told: which is the outcome, nobody can say', async () => {
    const twice = [sample('C'), sample('C', { epoch: 2 }), sample('I', { uuid: 'another' })];
    await expect(read('log.json', log(twice))).rejects.toThrow(
      /log\.json {2}samples\.2 is sample p1, epoch 1, as samples\.0 is[^]*Leave out one of the two/,
    );
  });

  test('where nothing was scored, what went wrong is said, and the way out', async () => {
    const failed = sample(0, { scores: null, error: { message: 'ConnectionError:\n no route' } });
    await expect(read('log.json', log([failed, { ...failed, epoch: 2 }]))).rejects.toThrow(
      /no sample has a score, 2 of 2 failed: ConnectionError: no route[^]*eval-retry/,
    );
    await expect(read('log.json', log([sample(0, { scores: null })]))).rejects.toThrow(
      /no sample has a score[^]*inspect score/,
    );
  });

  test.each(['constructor', '__proto__', 'toString', 'valueOf', 'perhaps', '', null, [], {}])(
    'a value of %j is no outcome',
    async (value) => {
      expect(await read('log.json', log([sample(value)]), { scorer: 'grader' }).catch(String)).toSatisfy(
        (got: unknown) => typeof got === 'string' || (got as OutcomeRows).rows.length === 0,
      );
    },
  );

  test('a scorer named as a member of every object is none', async () => {
    await expect(read('log.json', log([sample('C')]), { scorer: 'constructor' })).rejects.toThrow(
      /no scorer "constructor"/,
    );
  });

  test('epochs are replicates; errors, absent and unreadable scores are missing; 6 of 7 can be the bar', async () => {
    const text = log([
      sample(6),
      sample(5, { epoch: 2 }),
      sample(7, { epoch: 3, error: { message: 'timeout' } }),
      sample('?', { epoch: 4 }),
      sample(0, { epoch: 5, scores: null }),
    ]);
    const { rows, missing } = await read('log.json', text, { passAt: 6 });
    expect(rows.map(({ replicate, problematic }) => [replicate, problematic])).toEqual([
      ['1', false],
      ['2', true],
    ]);
    expect(missing.map(({ replicate, reason }) => [replicate, reason])).toEqual([
      ['3', 'error'],
      ['4', 'no-score'],
      ['5', 'no-score'],
    ]);
  });

  test('samples that were planned and not run are missing', async () => {
    const text = log([sample('C')], { dataset: { sample_ids: ['p1', 2] }, config: { epochs: 2 } });
    const { missing } = await read('log.json', text);
    expect(missing.map(({ scenario, replicate, reason }) => [scenario, replicate, reason])).toEqual([
      ['p1', '2', 'not-run'],
      ['2', '1', 'not-run'],
      ['2', '2', 'not-run'],
    ]);
  });

  test('NaN, as Python writes it, is a missing number and not an unreadable file; in a text it stays', async () => {
    const text = log([sample('NaN'), sample(1, { epoch: 2, input: 'is "NaN" \\ -Infinity a number?' })]).replace(
      '"value":"NaN"',
      '"value":NaN',
    );
    expect(text).toContain('"value":NaN');
    expect(await read('log.json', text)).toMatchObject({ rows: [{ replicate: '2' }], missing: [{ replicate: '1' }] });
  });

  test('several scorers, and the cells of a table, need a choice', async () => {
    const text = log([sample('C', { scores: { a: { value: 'C' }, b: { value: { kind: 0, true: 1 } } } })]);
    await expect(read('log.json', text)).rejects.toThrow(/several scorers: a, b\.kind, b\.true/);
    expect((await read('log.json', text, { scorer: 'b.kind' })).rows[0]!.problematic).toBe(true);
  });

  test('a folder: tasks that both number from one stay apart, a rerun adds draws, a retry adds none', async () => {
    const other = (task: string, list: readonly object[]): string => log(list, { task });
    const twice = { uuid: 'u1' };
    const { rows } = await readFolder({
      'a.json': other('first', [sample('C', { id: 1, ...twice })]),
      'b.json': other('first', [sample('C', { id: 1, ...twice }), sample('I', { id: 2, uuid: 'u2' })]),
      'b2.json': other('first', [sample('I', { id: 1, uuid: 'u3' })]),
      'c.json': other('second', [sample('I', { id: 1 })]),
    });
    expect(rows.map(({ scenario, replicate, problematic }) => [scenario, replicate, problematic])).toEqual([
      ['first/1', '1', false],
      ['first/2', 'run 2, 1', true],
      ['first/1', 'run 3, 1', true],
      ['second/1', '1', true],
    ]);
  });

  test('a run that stopped and its retry in one folder are one run; what was declared invalid in a copy stays out', async () => {
    const run = (list: readonly object[], id = 'T'): string =>
      log(list, { task: 't', task_id: id, dataset: { sample_ids: [1, 2, 3] }, config: { epochs: 1 } });
    const done = sample('C', { id: 1, uuid: 'u1' });
    const failed = sample(0, { id: 2, uuid: 'u2', scores: null, error: { message: 'down' } });
    const again = [done, sample('I', { id: 2, uuid: 'u3' }), sample('C', { id: 3, uuid: 'u4' })];
    const told = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { rows, missing } = await readFolder(files);
      return [
        ...rows.map(({ scenario, replicate, problematic }) => `${scenario} ${replicate} ${problematic}`),
        ...missing.map(({ scenario, replicate, reason }) => `${scenario} ${replicate} ${reason}`),
      ];
    };
    const retried = { 'a.json': run([done, failed]), 'b.json': run(again) };
    expect(await told(retried)).toEqual(['1 1 false', '2 1 true', '3 1 false']);
    expect(await told({ 'a.json': run([done, failed]) })).toEqual(['1 1 false', '3 1 not-run', '2 1 error']);
    const unscored = run([done, sample(0, { id: 2, uuid: 'u2', scores: null })]);
    expect(await told({ ...retried, 'a.json': unscored })).toEqual(['1 1 false', '2 1 true', '3 1 false']);
    const edited = run([{ ...done, invalidation: { author: 'me' } }]);
    expect(await told({ ...retried, 'c.json': edited })).toEqual(['2 1 true', '3 1 false', '1 1 invalidated']);
    expect(await told({ ...retried, 'c.json': run([sample('C', { id: 1, uuid: 'u5' })], 'another') })).toContain(
      '1 run 2, 1 false',
    );
  });

  test('what inspect eval-set writes beside its logs is passed over, and any other file is not', async () => {
    const logs = {
      'a.json': log([sample('C')]),
      'eval-set.json': '{"eval_set_id":"x","tasks":[]}',
      'logs.json': '{"a.json":{}}',
    };
    expect((await readFolder(logs)).rows).toHaveLength(1);
    await expect(readFolder({ ...logs, 'more.json': '{"eval_set_id":"x"}' })).rejects.toThrow(
      /more.json {2}no Inspect log/,
    );
  });

  test('a log without samples says how to write them', async () => {
    await expect(read('log.json', '{"eval":{"model":"m"},"plan":{}}')).rejects.toThrow(/without its samples/);
  });
});

describe('rows of other harnesses', () => {
  const ROW = '{"scenario":"a","model":"m","problematic":true}';

  test('CSV and JSON Lines by the columns that are named; what is no outcome is missing', async () => {
    const map = new Map([
      ['doc_id', 'scenario'],
      ['acc', 'compliant'],
    ]);
    const csv = 'doc_id,acc,filter\n1,1.0,none\n2,0,none\n3,,none\n';
    const lines = '{"doc_id":1,"doc":{"q":"x"},"acc":1}\n{"doc_id":2,"acc":0}\n{"doc_id":3,"acc":null}\n';
    for (const [name, text] of [
      ['samples.csv', csv],
      ['samples.jsonl', lines],
      [
        'samples.json',
        JSON.stringify(
          lines
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown),
        ),
      ],
    ] as const) {
      expect(await read(name, text, { map })).toEqual({
        rows: [
          { scenario: '1', model: 'model', replicate: '1', problematic: false },
          { scenario: '2', model: 'model', replicate: '1', problematic: true },
        ],
        missing: [{ scenario: '3', model: 'model', replicate: '1', reason: 'no-score' }],
      });
    }
  });

  test('columns that nothing is known of: the message names them and the way out', async () => {
    for (const [name, text] of [
      ['x.csv', 'doc_id,acc\n1,1\n'],
      ['x.jsonl', '{"doc_id":1,"acc":1}\n{"doc_id":2,"acc":1}\n'],
    ] as const) {
      await expect(read(name, text)).rejects.toThrow(/doc_id[\s\S]*--map COLUMN=scenario/);
    }
    await expect(read('x.csv', 'a,b\n1,1\n', { map: new Map([['c', 'scenario']]) })).rejects.toThrow(/no column "c"/);
    await expect(read('x.csv', 'a,b\n1,1\n', { map: new Map([['a', 'scenerio']]) })).rejects.toThrow(
      /no field "scenerio"/,
    );
  });

  const MAP = new Map([
    ['id', 'scenario'],
    ['said', 'problematic'],
  ]);
  const said = async (value: unknown, field = 'problematic') =>
    (await read('a.jsonl', JSON.stringify({ id: 'a', said: value }), { map: new Map([...MAP, ['said', field]]) }))
      .rows[0]?.problematic;

  test('a word that says what is good says so in any column; true and 1 say what the column is called', async () => {
    expect([await said('FAIL'), await said('passed'), await said('❌')]).toEqual([true, false, true]);
    expect([await said(true), await said('no'), await said(1), await said('Y')]).toEqual([true, false, true, true]);
    expect([await said('unsafe', 'compliant'), await said('Y', 'compliant')]).toEqual([true, false]);
  });

  test('a scale needs its bar, and a file of words that are none is refused with them', async () => {
    await expect(said(90, 'compliant')).rejects.toThrow(/an outcome of 90, and nothing says/);
    await expect(said('ja', 'compliant')).rejects.toThrow(/no outcome in column "said" can be read: it says "ja"/);
  });

  test('columns of objects in a row, and the one list in an object (Braintrust, pytest)', async () => {
    const rows = [{ id: 'a', scores: { Factuality: 1 } }];
    const map = new Map([
      ['id', 'scenario'],
      ['scores.Factuality', 'compliant'],
    ]);
    const expected = [{ scenario: 'a', problematic: false }];
    expect((await read('a.json', JSON.stringify({ created: 1, rows, summary: {} }), { map })).rows).toMatchObject(
      expected,
    );
    expect((await read('a.jsonl', JSON.stringify(rows[0]), { map })).rows).toMatchObject(expected);
    await expect(read('a.jsonl', `${JSON.stringify(rows[0])}\n${JSON.stringify(rows[0])}`)).rejects.toThrow(
      '--map id=scenario --map scores.Factuality=compliant',
    );
  });

  test('rows of two filters of lm-eval are one answer twice, and XML is told as such', async () => {
    const rows = ['strict-match', 'flexible-extract'].map((filter) => JSON.stringify({ doc_id: 1, filter, acc: 1 }));
    const map = new Map([
      ['doc_id', 'scenario'],
      ['acc', 'compliant'],
    ]);
    await expect(read('a.jsonl', rows.join('\n'), { map })).rejects.toThrow(/rows of 2 filters[^]*jq -c/);
    expect((await read('a.jsonl', rows[0]!, { map })).rows).toHaveLength(1);
    await expect(read('a.xml', '<testsuites/>')).rejects.toThrow('a.xml:1:1  XML is not read');
  });

  test('columns are found in any case and parted by any sign; a file of which no row can be read says why', async () => {
    for (const [name, text] of [
      ['a.csv', 'Scenario;Compliant\na;1\nb;0\n'],
      ['a.txt', 'scenario\tCOMPLIANT\r\na\t1\r\nb\t0\r\n'],
    ] as const) {
      expect((await read(name, text)).rows.map(({ problematic }) => problematic)).toEqual([false, true]);
    }
    await expect(read('a.csv', 'scenario,compliant,compliant\na,1,0\n')).rejects.toThrow(/"compliant" twice/);
    await expect(read('a.csv', 'scenario,compliant\na,b,1\na,b,0\n')).rejects.toThrow(/3 fields.*none of 2 rows/);
    await expect(read('a.csv', 'scenario,compliant\n')).rejects.toThrow(/no rows in it/);
  });

  test('an outcome that is said twice is not read by one half: members of one name, two columns, a column beside the one named', async () => {
    await expect(
      read('a.jsonl', `${ROW}\n{"scenario":"b","model":"m","problematic":true,"problematic":false}`),
    ).rejects.toThrow(/2:48\s+the member "problematic" stands there twice/);
    const map = new Map([
      ['id', 'scenario'],
      ['ok', 'compliant'],
    ]);
    await expect(read('a.jsonl', '{"id":"a","ok":0,"ok":1}\n{"id":"b","ok":1}', { map })).rejects.toThrow(/1.*twice/);
    const both = 'scenario,compliant,problematic\na,1,0\nb,0,0\n';
    await expect(read('a.csv', both)).rejects.toThrow(/3\s+"problematic" and "compliant" contradict/);
    const chosen = await read('a.csv', both, { map: new Map([['compliant', 'compliant']]) });
    expect(chosen.rows.map(({ problematic }) => problematic)).toEqual([false, true]);
  });

  test('a case of DeepEval that broke off before its metrics ran is missing, not left out', async () => {
    const cases = [
      { name: 'a', input: 'A?', metricsData: [{ name: 'm', success: true }] },
      { name: 'b', input: 'B?', success: false, metricsData: null },
      { name: 'c', input: 'C?', metricsData: [{ name: 'n', success: false, flaky: true }] },
    ];
    const { rows, missing } = await read('run.json', JSON.stringify({ testCases: cases, metricsScores: [] }));
    expect(rows).toMatchObject([{ scenario: expect.stringMatching(/^a /), problematic: false }]);
    expect(missing).toMatchObject([{ scenario: expect.stringMatching(/^b /), reason: 'no-score' }]);
  });

  test('a blank score is none', async () => {
    const { rows } = await read('a.csv', 'scenario,compliant,score1,score2\na,1,5, \n');
    expect(rows).toEqual([{ scenario: 'a', model: 'model', replicate: '1', problematic: false, score1: 5 }]);
  });

  test('Parquet, of which only what is named is read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spec-gate-outcomes-'));
    const rows = [0n, 1n].map((last) => ({ doc_id: 1152921504606846976n + last, acc: Number(last), answer: 'Yes.' }));
    const columns = [
      { name: 'doc_id', type: 'INT64' as const },
      { name: 'acc', type: 'DOUBLE' as const },
      { name: 'answer', type: 'STRING' as const },
    ];
    void parquetWriteRows({ writer: fileWriter(join(folder, 'a.parquet')), rows, columns });
    try {
      const map = new Map([
        ['doc_id', 'scenario'],
        ['acc', 'compliant'],
      ]);
      const { side, close } = await openSide(join(folder, 'a.parquet'), 'a.parquet', { map });
      await close();
      expect(
        (await readSides([side], {}))[0]!.rows.map(({ scenario, problematic }) => [scenario, problematic]),
      ).toEqual([
        ['1152921504606846976', true],
        ['1152921504606846977', false],
      ]);
      await expect(openSide(join(folder, 'a.parquet'), 'a.parquet', {})).rejects.toThrow(
        /columns are doc_id, acc, answer[^]*--map doc_id=scenario --map acc=compliant/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('ids of more digits than a number holds stay apart, whichever way they are written', async () => {
    const ids = ['1152921504606846977', '1152921504606846978'];
    const map = new Map([
      ['id', 'scenario'],
      ['ok', 'compliant'],
    ]);
    const rows = ids.map(
      (id, index) => `{"id": ${id}, "ok": ${index}, "p": NaN, "t": "1152921504606846979, -Infinity"}`,
    );
    for (const text of [rows.join('\n'), `[${rows.join(', ')}]`]) {
      expect((await read('a.json', text, { map })).rows.map(({ scenario }) => scenario)).toEqual(ids);
    }
  });

  test.each([
    ['0,25', /with a point/],
    ['25 %', /with a point/],
    ['WAHR', /true or false/],
  ])('an outcome of %s is told, and how to write it', async (word, hint) => {
    await expect(read('a.csv', `scenario;compliant\na;${word}\n`, { passAt: 0.5 })).rejects.toThrow(hint);
  });

  test.each(['zst', 'xlsx.bz2', 'sqlite', 'arrow'])('a file that ends in .%s is told as what it is', async (ending) => {
    await expect(read(`a.${ending}`, '(\u00b5/')).rejects.toThrow(/Unpack it|Export|as Parquet/);
  });

  test("openai/evals' log: matches are outcomes, errors and samples without one are missing", async () => {
    const event = (id: string, type: string, data: object): string =>
      JSON.stringify({ run_id: 'r', event_id: 1, sample_id: id, type, data, created_by: '', created_at: '' });
    const text = [
      JSON.stringify({ spec: { completion_fns: ['gpt-5.5'], eval_name: 'e.dev.v0' } }),
      JSON.stringify({ final_report: { accuracy: 0.5 } }),
      event('e.dev.0', 'sampling', { sampled: ['4'] }),
      event('e.dev.0', 'match', { correct: true, expected: '4' }),
      event('e.dev.1', 'match', { correct: false }),
      event('e.dev.2', 'error', { type: 'Timeout' }),
      event('e.dev.3', 'sampling', { sampled: ['?'] }),
    ].join('\n');
    const { rows, missing } = await read('log.jsonl', text);
    expect(rows.map(({ scenario, model, problematic }) => [scenario, model, problematic])).toEqual([
      ['e.dev.0', 'gpt-5.5', false],
      ['e.dev.1', 'gpt-5.5', true],
    ]);
    expect(missing.map(({ scenario, reason }) => [scenario, reason])).toEqual([
      ['e.dev.2', 'error'],
      ['e.dev.3', 'no-score'],
    ]);
  });

  test('of several lists in one value the one is read that has the columns named', async () => {
    const value = {
      cases: [
        { id: 'a', fine: true },
        { id: 'b', fine: false },
      ],
      totals: [{ id: 'all', passes: 1 }],
    };
    const map = new Map([
      ['id', 'scenario'],
      ['fine', 'compliant'],
    ]);
    const { rows } = await read('a.json', JSON.stringify(value), { map });
    expect(rows.map(({ scenario, problematic }) => [scenario, problematic])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    await expect(read('a.json', JSON.stringify(value))).rejects.toThrow(/Its lists are cases, totals/);
  });

  test('a Git LFS pointer is named', async () => {
    await expect(read('x.jsonl', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n')).rejects.toThrow(
      /Git LFS pointer/,
    );
  });
});

async function read(name: string, text: string, options: ReadOptions = {}): Promise<OutcomeRows> {
  return readFolder({ [name]: text }, { ...options, only: name });
}

/** What stands in a folder of such files, or in the `only` one of them. */
async function readFolder(
  files: Readonly<Record<string, string>>,
  { only = '', ...options }: ReadOptions & { readonly only?: string } = {},
): Promise<OutcomeRows> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-outcomes-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { side, close } = await openSide(join(folder, only), only, options);
    try {
      return (await readSides([side], options))[0]!;
    } finally {
      await close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
