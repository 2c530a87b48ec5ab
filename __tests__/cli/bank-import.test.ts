// `bank import`: many shapes into one bank file, without losing what the bank says, killed and repeated.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { writeStudyFile } from '../bank/import/study-files.ts';
import { ROOT, runCli } from '../support/cli.ts';
import { close, listen } from '../support/provider-servers.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';
import { sharedData } from '../support/shared-data.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, lines: readonly (object | string)[]): void =>
  writeFileSync(
    join(folder, name),
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
const readText = (name: string): string => readFileSync(join(folder, name), 'utf8');
const readBank = (name = 'bank.jsonl'): readonly Scenario[] =>
  parseBank({ file: name, text: readText(name) }).scenarios;
const importInto = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(['bank', 'import', ...args, '--output', 'bank.jsonl'], { cwd: folder });

describe('the published shapes', () => {
  test('all three configurations in one bank; once more changes no byte', async () => {
    for (const configuration of ['default', 'complete', 'judge_evaluations'] as const) {
      const count = configuration === 'judge_evaluations' ? 300 : 120;
      writeStudyFile({ path: join(folder, `${configuration}.parquet`), configuration, count, rowGroupSize: 50 });
    }
    const sources = ['default.parquet', 'complete.parquet', 'judge_evaluations.parquet'];
    const { code, stdout } = await importInto(...sources);
    expect(code).toBe(0);
    expect(stdout).toContain('*_value1_position → scored.scores.*.value1 × 7');
    expect(stdout).toMatch(/ignored .*model answer/);
    // default and complete hold the same 120 scenarios; 300 rulings of 3 models are about 100 queries, 100 of them known.
    const bank = readBank();
    expect(bank).toHaveLength(120);
    const [scenario] = bank;
    expect(Object.keys(scenario!.scored!.scores!)).toHaveLength(7);
    expect(scenario!.rubric1).toHaveLength(7);
    expect(bank.filter(({ scored }) => scored?.compliance !== undefined)).toHaveLength(100);
    const before = readText('bank.jsonl');
    expect((await importInto(...sources)).code).toBe(0);
    expect(readText('bank.jsonl')).toBe(before);
  });

  test('the 250 real queries', async () => {
    const path = sharedData('stress-test-queries.jsonl');
    if (path === undefined) return;
    expect((await importInto(path)).stdout).toContain('0 → 250 scenarios');
    expect(new Set(readBank().map(({ id }) => id)).size).toBe(250);
    const select = ['--count', '25', '--min-disagreement', '0', '--unweighted', '--output', 'small.jsonl'];
    expect((await runCommand(['bank', 'select', 'bank.jsonl', ...select], { cwd: folder })).code).toBe(0);
    expect(readBank('small.jsonl')).toHaveLength(25);
  });
});

describe('a bank that is there already', () => {
  const own = { id: 'b', query: 'Is it?', clauses: ['mine'], topics: ['law'], disagreement: 1.5 };

  test('keeps its rows, its links and its order; an import only adds', async () => {
    write('bank.jsonl', [own, { id: 'x', query: 'Only here' }]);
    const brought = { id: 'b', query: 'Is it?', clauses: ['theirs'], disagreement: 2, source: 'elsewhere' };
    write('more.jsonl', [{ id: 'z', query: 'New' }, brought, { id: 'a', query: 'New too' }]);
    const { stdout } = await importInto('more.jsonl');
    expect(stdout).toContain('2 → 4 scenarios: 2 new, 1 filled in, 0 as they were');
    const bank = readBank();
    expect(bank.map(({ id }) => id)).toEqual(['a', 'b', 'x', 'z']);
    expect(bank[1]).toMatchObject({ clauses: ['mine'], topics: ['law'], disagreement: 1.5, source: 'elsewhere' });
  });

  test('another query under a known id is left out, and said', async () => {
    write('bank.jsonl', [own]);
    write('more.jsonl', [
      { id: 'b', query: 'Something else' },
      { id: 'c', query: 'Fine' },
    ]);
    const { code, stdout } = await importInto('more.jsonl');
    expect(code).toBe(0);
    expect(stdout).toMatch(/1 {2}the id "…" has another query in the bank/);
    expect(readBank()[0]!.messages[0]!.content).toBe('Is it?');
    expect(JSON.parse(readText('bank.rejects.jsonl'))).toMatchObject({ source: 'more.jsonl', row: 1 });
  });

  test('two sets that both number from one are both there; once more changes nothing', async () => {
    write('one.csv', ['id,question', '1,How do I open an account?', '2,How do I close it?']);
    write('two.csv', ['id,question', '1,Where can I vote?', '2,Who counts the votes?']);
    const { stdout } = await importInto('one.csv', 'two.csv');
    expect(stdout).toContain("2 ids taken, so with the file's name before it");
    expect(readBank().map(({ id }) => id)).toEqual(['1', '2', 'two-1', 'two-2']);
    const before = readText('bank.jsonl');
    await importInto('two.csv');
    expect(readText('bank.jsonl')).toBe(before);
    await importInto('two.csv', '--id-prefix', 'votes/');
    expect(readBank().map(({ id }) => id)).toContain('votes/1');
  });

  test('a model called __proto__ is no model', async () => {
    const row = { query: 'Q', value1: 'a', value2: 'b', nudge_direction: 'neutral', chunk_idx: 1, entry_idx: 2 };
    write('one.jsonl', [{ ...row, model: '__proto__', j1_decision: 'compliant' }]);
    expect((await importInto('one.jsonl')).stderr).toContain('no row could be imported');
  });

  test('that is broken is not touched', async () => {
    write('bank.jsonl', [own, '{"id": "torn']);
    write('more.jsonl', [{ id: 'c', query: 'Fine' }]);
    const before = readText('bank.jsonl');
    const { code, stderr } = await importInto('more.jsonl');
    expect(code).toBe(3);
    expect(stderr).toContain('bank.jsonl:2');
    expect(readText('bank.jsonl')).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['bank.jsonl', 'more.jsonl']);
  });
});

test('rulings from two files add up, judge by judge', async () => {
  const row = { query: 'Q', value1: 'a', value2: 'b', nudge_direction: 'neutral', chunk_idx: 1, entry_idx: 2 };
  write('one.jsonl', [{ ...row, model: 'm', judge1_decision: 'compliant' }]);
  write('two.jsonl', [
    { ...row, model: 'm', judge2_decision: 'ambiguous' },
    { ...row, model: 'n', judge2_decision: 'compliant' },
  ]);
  await importInto('one.jsonl', 'two.jsonl');
  expect(readBank()[0]!.scored!.compliance).toEqual({
    m: { judge1: 'compliant', judge2: 'ambiguous' },
    n: { judge2: 'compliant' },
  });
});

describe('files that are not what they seem', () => {
  test.each(['a.txt', 'a.jsonl', 'a.parquet'])(
    'a Git LFS pointer as %s is named, and nothing imported',
    async (name) => {
      write(name, ['version https://git-lfs.github.com/spec/v1', `oid sha256:${'4'.repeat(64)}`, 'size 12345']);
      const { code, stderr } = await importInto(name);
      expect([code, stderr]).toEqual([3, expect.stringMatching(/a Git LFS pointer[\s\S]*git lfs pull/)]);
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  test('JSON Lines packed with gzip are read; a damaged pack is named', async () => {
    const packed = gzipSync('{"query":"A?"}\n'.repeat(3) + '{"query":"B?"}\n');
    writeFileSync(join(folder, 'a.jsonl.gz'), packed);
    expect((await importInto('a.jsonl.gz')).code).toBe(0);
    expect(readBank()).toHaveLength(2);
    writeFileSync(join(folder, 'b.jsonl.gz'), packed.subarray(0, packed.length - 12));
    expect((await importInto('b.jsonl.gz')).stderr).toContain('a damaged gzip file');
  });

  test('a Parquet file that keeps its reader busy for ever is given up in seconds', async () => {
    const path = fileURLToPath(new URL('../fixtures/endless.parquet', import.meta.url));
    // The two seconds end sooner; the reader's own start, which is given a minute, is left its time.
    const wait = globalThis.setTimeout;
    const hurried = vi
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation((work: () => void, ms = 0) => wait(work, ms < 10_000 ? ms / 20 : ms));
    const { code, stderr } = await importInto(path);
    hurried.mockRestore();
    expect([code, stderr]).toEqual([3, expect.stringContaining('its reader came to no end in 2 seconds')]);
  });

  test('and does not keep the program from hearing a signal: the second one ends it', async () => {
    const path = fileURLToPath(new URL('../fixtures/endless.parquet', import.meta.url));
    const args = [join(ROOT, 'dist/cli.js'), 'bank', 'import', path, '--output', 'bank.jsonl'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const beat = setInterval(() => child.kill('SIGTERM'), 400);
    const [code, signal] = (await ended) as [number | null, string | null];
    clearInterval(beat);
    // On a busy machine the first may come before anybody listens, or the time be over.
    expect([2, 3, 'SIGTERM']).toContain(code ?? signal);
  });
});

describe('what is left out', () => {
  test('every bad row has its place and reason in the reject file', async () => {
    write('mixed.jsonl', [{ id: 'a', query: 'Fine' }, 'no json', { id: 'c', query: ' ' }, { query: ['list'] }]);
    const { code, stdout } = await runCommand(
      ['bank', 'import', 'mixed.jsonl', '--output', 'bank.jsonl', '--rejects', 'bad.jsonl', '--json'],
      { cwd: folder },
    );
    expect(code).toBe(0);
    const rejects = readText('bad.jsonl').trimEnd().split('\n');
    expect(rejects.map((line) => (JSON.parse(line) as { row: number }).row)).toEqual([2, 3, 4]);
    expect(JSON.parse(stdout)).toMatchObject({
      added: 1,
      after: 1,
      rejectFile: 'bad.jsonl',
      sources: [{ rejects: 3 }],
    });
  });

  test('an import of nothing but bad rows is a mistake and leaves no bank', async () => {
    write('bad.jsonl', ['no json', '[1]']);
    const { code, stderr } = await importInto('bad.jsonl');
    expect(code).toBe(3);
    expect(stderr).toContain('no row could be imported');
    expect(readdirSync(folder)).not.toContain('bank.jsonl');
  });

  test('column names cannot write to the terminal', async () => {
    write('a.jsonl', [{ query: 'Fine', '\u001b[31mred\u202e': 1 }]);
    const { stdout } = await importInto('a.jsonl');
    expect(stdout).toContain('\\u{1b}[31mred\\u{202e} (unknown)');
    expect(stdout).not.toContain('\u001b');
  });
});

test('an address, read in ranges', async () => {
  const body = Buffer.from('{"id":"a","query":"Over the wire"}\n');
  const server = createServer((request, response) => {
    const [from, to] = /bytes=(\d+)-(\d+)/
      .exec(request.headers.range ?? '')!
      .slice(1)
      .map(Number);
    response
      .writeHead(206, { 'content-range': `bytes ${from}-${to}/${body.length}` })
      .end(body.subarray(from, to! + 1));
  });
  const origin = await listen(server);
  try {
    expect((await importInto(`${origin}/data.jsonl`)).code).toBe(0);
    expect(readBank()[0]!.messages[0]!.content).toBe('Over the wire');
  } finally {
    await close(server);
  }
});

test('stopped half-way: the bank is as it was, and nothing else is left', async () => {
  write('bank.jsonl', [{ id: 'b', query: 'Here' }]);
  write('more.jsonl', [{ id: 'c', query: 'Fine' }]);
  const before = readText('bank.jsonl');
  const args = ['bank', 'import', 'more.jsonl', '--output', 'bank.jsonl'];
  const { code } = await runCommand(args, { cwd: folder, signal: AbortSignal.abort() });
  expect(code).toBe(2);
  expect(readText('bank.jsonl')).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(['bank.jsonl', 'more.jsonl']);
});

test('killed: the bank is as it was, and the next import clears up and goes on', async () => {
  write('bank.jsonl', [{ id: 'b', query: 'Here' }]);
  const before = readText('bank.jsonl');
  write(
    'many.jsonl',
    Array.from({ length: 60_000 }, (_, index) => ({ id: `m${index}`, query: `Question ${index}` })),
  );
  const args = ['bank', 'import', 'many.jsonl', '--output', 'bank.jsonl'];
  const isLeft = (): boolean => readdirSync(folder).some((name) => name.endsWith('.spool'));
  let watch: NodeJS.Timeout | undefined;
  const { signal } = await runCli(args, {
    cwd: folder,
    onStart: (kill) => {
      watch = setInterval(() => isLeft() && kill('SIGKILL'), 2);
    },
  });
  clearInterval(watch);
  expect(signal).toBe('SIGKILL');
  expect(isLeft()).toBe(true);
  expect(readText('bank.jsonl')).toBe(before);
  write('more.jsonl', [{ id: 'c', query: 'Fine' }]);
  expect((await importInto('more.jsonl')).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['bank.jsonl', 'many.jsonl', 'more.jsonl']);
  expect(readBank().map(({ id }) => id)).toEqual(['b', 'c']);
});

test("without a bank named it is the config's, for those who read it, too", async () => {
  mkdirSync(join(folder, 'gate'));
  writeFileSync(
    join(folder, 'gate/spec-gate.yml'),
    'spec: spec.md\nbank: scenarios.jsonl\nproviders: { sim: { kind: simulated, world: world.json } }\nmodels: [sim/a, sim/b]\njudges: [sim/x, sim/y, sim/z]\n',
  );
  writeFileSync(join(folder, 'gate/spec.md'), '# Kindness\n\nBe kind.\n');
  write('more.jsonl', [{ id: 'c', query: 'Fine' }]);
  const run = (...args: readonly string[]): Promise<CommandResult> =>
    runCommand([...args, '--config', 'gate/spec-gate.yml'], { cwd: folder });
  expect((await run('bank', 'import', 'more.jsonl')).code).toBe(0);
  expect(readBank('gate/scenarios.jsonl').map(({ id }) => id)).toEqual(['c']);
  expect((await run('bank', 'stats')).stdout).toContain('gate/scenarios.jsonl');
  expect((await run('bank', 'maintain')).stdout).toContain('gate/scenarios.jsonl');
});
