// `compare` on outcomes of other harnesses: published counts, two halves of one model, files with gaps, the system Node.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import type { OutcomeComparison } from '../../src/compare/compare.ts';
import { findSystemNode, runCli } from '../support/cli.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-compare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly scenario: string;
  readonly model: string;
  readonly replicate?: number;
  readonly problematic: boolean;
  readonly group?: string;
}

function write(name: string, rows: readonly Row[]): void {
  writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

const compare = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(['compare', ...args], { cwd: folder });
const compareJson = async (...args: readonly string[]): Promise<OutcomeComparison> =>
  JSON.parse((await compare(...args, '--json')).stdout) as OutcomeComparison;

/** Both pass 490, both fail 30, only the new model fails 46, only the old one 21: 587 prompts. */
function writePublished(): void {
  const cells = [
    { old: false, new: false, count: 490 },
    { old: true, new: true, count: 30 },
    { old: false, new: true, count: 46 },
    { old: true, new: false, count: 21 },
  ];
  const prompts = cells.flatMap((cell) => Array.from({ length: cell.count }, () => cell));
  const side = (model: 'old' | 'new'): readonly Row[] =>
    prompts.map((cell, index) => ({
      scenario: `p${index}`,
      model,
      problematic: cell[model],
      // All that got worse, and as many that did not, are in one section.
      group: cell.new && !cell.old ? 'changed' : index % 10 === 0 ? 'changed' : 'others',
    }));
  write('base.jsonl', side('old'));
  write('head.jsonl', side('new'));
}

describe('the published counts', () => {
  test('fail, with the paired difference and the exact p', async () => {
    writePublished();
    const { code, stdout } = await compare('base.jsonl', 'head.jsonl');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}Problematic outcomes rose by 4\.3 points/);
    expect(stdout).toContain('both pass 490, both fail 30, only head fails 46, only base fails 21');
    expect(stdout).toContain('exact McNemar test p 0.00307');
    const { pairs, change, claim, groups } = await compareJson('base.jsonl', 'head.jsonl');
    expect(pairs!.exact).toBeCloseTo(0.00307, 5);
    expect(change).toBeCloseTo((46 - 21) / 587, 12);
    expect(claim).toBe('prompts-like-them');
    expect(groups.map(({ id, status }) => [id, status])).toEqual([
      ['changed', 'changed'],
      // All that got better is here.
      ['others', 'changed'],
    ]);
  });

  test('with a stored base the same outcomes only ask for fresh draws', async () => {
    writePublished();
    const { code, stdout } = await compare('base.jsonl', 'head.jsonl', '--stored');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^INCONCLUSIVE/);
    expect(stdout).toMatch(/Needed +2 new answers of both sides [\s\S]*\(about 2,348/);
  });

  test('the other way round it passes', async () => {
    writePublished();
    expect((await compare('head.jsonl', 'base.jsonl')).code).toBe(0);
  });

  test('on the system Node, as it is shipped', async () => {
    writePublished();
    const node = findSystemNode();
    const on = node === undefined ? {} : { node: node.path };
    const { code, stdout, stderr } = await runCli(['compare', 'base.jsonl', 'head.jsonl'], { cwd: folder, ...on });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('exact McNemar test p 0.00307');
  });
});

test('two halves of one model never fail', async () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const random = createRandom(`halves ${seed}`);
    const rates = Array.from({ length: 587 }, () => random.next() ** 4);
    const half = (): readonly Row[] =>
      rates.flatMap((rate, index) =>
        [1, 2].map((replicate) => ({
          scenario: `p${index}`,
          model: 'one',
          replicate,
          problematic: random.next() < rate,
        })),
      );
    write('a.jsonl', half());
    write('b.jsonl', half());
    const { code } = await compare('a.jsonl', 'b.jsonl');
    expect([seed, code === 1]).toEqual([seed, false]);
  }
});

describe('other harnesses', () => {
  test('promptfoo results against rows of another run of it', async () => {
    const results = Array.from({ length: 40 }, (_, index) => ({
      success: index >= 20,
      failureReason: index >= 20 ? 0 : 1,
      promptIdx: 0,
      provider: { id: 'm', label: '' },
      vars: {},
      testCase: { metadata: { scenario: `s${index}`, group: 'g' } },
    }));
    writeFileSync(join(folder, 'head.json'), JSON.stringify({ results: { version: 3, results } }));
    write(
      'base.jsonl',
      results.map((_, index) => ({ scenario: `s${index}`, model: 'm', problematic: false })),
    );
    const { verdict, head, groups } = await compareJson('base.jsonl', 'head.json');
    expect([verdict, head, groups.length]).toEqual(['fail', 0.5, 1]);
  });

  test('Inspect logs; of several scorers one is named', async () => {
    const log = (worse: number) => ({
      version: 2,
      status: 'success',
      eval: { model: 'openai/m', task: 't' },
      samples: Array.from({ length: 60 }, (_, index) => ({
        id: index,
        epoch: 1,
        scores: { judge: { value: index < worse ? 'I' : 'C' }, length: { value: 3 } },
      })),
    });
    writeFileSync(join(folder, 'base.json'), JSON.stringify(log(2)));
    writeFileSync(join(folder, 'head.json'), JSON.stringify(log(30)));
    const unsaid = await compare('base.json', 'head.json');
    expect([unsaid.code, unsaid.stderr]).toEqual([3, expect.stringContaining('judge, length')]);
    expect((await compare('base.json', 'head.json', '--scorer', 'judge')).code).toBe(1);
  });
});

test('two models of one file, and columns by name', async () => {
  const lines = Array.from({ length: 60 }, (_, index) => `${index},old,1\n${index},"new=er",${index % 2}`);
  writeFileSync(join(folder, 'both.csv'), `doc_id,model,acc\n${lines.join('\n')}\n`);
  const map = ['--map', 'doc_id=scenario', '--map', 'acc=compliant'];
  const result = await compareJson('both.csv', 'both.csv', ...map, '--subject', 'old=new=er');
  expect([result.verdict, result.models, result.base, result.head]).toEqual(['fail', ['old -> new=er'], 0, 0.5]);
});

test('rows of a tool that is not known are told once, with the options that would read them', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => ({
    doc_id: index,
    resps: [['x']],
    acc: index % 4 === 0 ? 0 : 1,
  }));
  for (const side of ['before', 'after']) {
    writeFileSync(join(folder, `${side}.jsonl`), rows.map((row) => JSON.stringify(row)).join('\n'));
    writeFileSync(
      join(folder, `${side}.csv`),
      `id;passed\n${rows.map(({ acc }, id) => `${id};${acc === 1}`).join('\n')}\n`,
    );
  }
  const lines = await compare('before.jsonl', 'after.jsonl');
  expect([lines.code, lines.stderr.match(/no column says/g)?.length]).toEqual([3, 2]);
  const [suggested] = /--map doc_id=scenario --map acc=compliant/.exec(lines.stderr)!;
  expect((await compare('before.jsonl', 'after.jsonl', ...suggested.split(' '))).code).toBe(0);
  const table = await compare('before.csv', 'after.csv');
  expect(table.stderr).toContain('--map id=scenario --map passed=compliant');
});

describe('gaps', () => {
  const rows = (model: string, count: number, draws: number): readonly Row[] =>
    Array.from({ length: count * draws }, (_, index) => ({
      scenario: `s${index % count}`,
      model,
      replicate: Math.floor(index / count),
      problematic: index % 7 === 0,
    }));

  test('unequal draws and a few missing scenarios are said', async () => {
    write('base.jsonl', [...rows('m', 100, 2), { scenario: 's1', model: 'm', replicate: 9, problematic: false }]);
    write('head.jsonl', rows('m', 98, 2));
    const { stdout } = await compare('base.jsonl', 'head.jsonl');
    expect(stdout).toContain('2 scenarios without an outcome in the head: s98 and s99');
    expect(stdout).toContain('between 2 and 3 answers each');
  });

  test('many missing scenarios decide nothing', async () => {
    write('base.jsonl', rows('m', 100, 1));
    write('head.jsonl', rows('m', 80, 1));
    const { code, stdout } = await compare('base.jsonl', 'head.jsonl');
    expect(code).toBe(2);
    expect(stdout).toContain('20 of 100 scenarios lack one side');
  });

  test('little evidence says how much would decide', async () => {
    write('base.jsonl', rows('m', 12, 1));
    write(
      'head.jsonl',
      rows('m', 12, 1).map((row, index) => ({ ...row, problematic: index % 5 === 0 })),
    );
    const { code, stdout } = await compare('base.jsonl', 'head.jsonl');
    expect(code).toBe(2);
    const enough = Number(/about ([\d,]+) scenarios as varied/.exec(stdout)![1]!.replaceAll(',', ''));
    expect(enough).toBeGreaterThan(12);
  });
});

test.each([
  ['no file', ['nowhere.jsonl', 'nowhere.jsonl'], /nowhere\.jsonl +no such file/],
  ['a folder', ['.', '.'], /a folder without Inspect logs/],
  ['a margin in points', ['a.jsonl', 'a.jsonl', '--margin', '5'], /0\.05 for 5 points/],
  ['lines that are none', ['bad.jsonl', 'bad.jsonl'], /bad\.jsonl:1\b.*not JSON/],
  [
    'a file of another kind',
    ['notes.txt', 'notes.txt'],
    /notes\.txt:1\b.*\n +No line of it is JSON\. compare reads results/,
  ],
  ['a table without an outcome', ['bad.csv', 'bad.csv'], /no column says the outcome; the columns are scenario, model/],
  ['a file with itself', ['a.jsonl', 'a.jsonl'], /compared with itself shows no change[\s\S]*--subject BASE=HEAD/],
  ['no model in common', ['a.jsonl', 'b.jsonl'], /no model is in both files/],
])('%s is refused', async (_what, args, expected) => {
  const row = { scenario: 's', problematic: true };
  write(
    'a.jsonl',
    ['x', 'y'].map((model) => ({ ...row, model })),
  );
  write(
    'b.jsonl',
    ['v', 'w'].map((model) => ({ ...row, model })),
  );
  writeFileSync(join(folder, 'bad.jsonl'), '{"scenario":\n{"scenario":"s"}\n');
  writeFileSync(join(folder, 'notes.txt'), '# Notes\n\nThis is no result.\n');
  writeFileSync(join(folder, 'bad.csv'), 'scenario,model\ns,m\n');
  const { code, stderr } = await compare(...args);
  expect(code).toBe(3);
  expect(stderr).toMatch(expected);
});

test('names from the files cannot write to the terminal', async () => {
  const hostile = '\u001b[31m\u202e::error::';
  const rows = ['a', 'b'].map((scenario) => ({
    scenario: scenario + hostile,
    model: hostile,
    group: hostile,
    problematic: true,
  }));
  write('base.jsonl', rows);
  write('head.jsonl', [rows[0]!]);
  const { stdout } = await compare('base.jsonl', 'head.jsonl');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});
