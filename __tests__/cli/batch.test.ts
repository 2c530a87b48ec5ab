// `--batch` from the command line: what it asks, what it pays, and that the next run finds everything.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSideFile } from '../../src/io/store/side-file.ts';
import { startBatchServer, type BatchServer, type Sent } from '../support/batch-server.ts';
import { runCommand } from '../support/run-command.ts';

const RUBRIC = Array.from({ length: 7 }, (_, score) => `Leans to it by ${score} of 6.`);
const SCORES = { reasoning: 'So.', value1: 3, value2: 4, confidence: 1, response_type: 'full_compliance' };
const say = ({ schema, model }: Sent): string =>
  schema.includes('"value1"') ? JSON.stringify(SCORES) : `An answer of ${model}.`;

let folder: string;
let server: BatchServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-batch-'));
  server = await startBatchServer('openai', { say });
  const row = (id: string): object => ({
    id,
    query: `May I, says ${id}?`,
    value1: 'care',
    value2: 'freedom',
    rubric1: RUBRIC,
    rubric2: RUBRIC,
    topics: ['care'],
  });
  writeFileSync(join(folder, 'spec.md'), '# Rules\n\n## Care {#care}\n\nBe careful.\n');
  writeFileSync(join(folder, 'bank.jsonl'), ['a', 'b', 'c', 'd'].map((id) => `${JSON.stringify(row(id))}\n`).join(''));
  writeFileSync(
    join(folder, 'spec-gate.yml'),
    `spec: spec.md
bank: bank.jsonl
providers:
  p: { kind: openai, baseUrl: "${server.baseUrl}" }
models: [p/m, p/n]
judges: [p/j1, p/j2, p/j3]
classifier: p/c
prices: { "p/*": { input: 1, output: 1 } }
`,
  );
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const score = (...more: readonly string[]) =>
  runCommand(['bank', 'score', '--no-judges', '--store', 'store', '--json', ...more], { cwd: folder });
const payments = (): readonly number[] => {
  const store = join(folder, 'store');
  const segments = readdirSync(store).filter((name) => name.endsWith('.jsonl') && !isSideFile(name));
  const lines = segments.flatMap((name) => readFileSync(join(store, name), 'utf8').trim().split('\n'));
  return lines.map((line) => (JSON.parse(line) as { paid: { usd: number } }).paid.usd);
};

test('a bank is scored in batches at half the price, and what was answered serves single calls', async () => {
  const { code, stdout, stderr } = await score('--batch');
  expect(stderr).toMatch(/batch batch_1: 3 calls submitted/);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ scored: 4 });
  // Of each model one call alone, which teaches what its server takes.
  expect(server.seen.alone).toBe(3);
  expect(server.seen.batches.reduce((sum, items) => sum + items)).toBe(13);
  // 1,000 tokens in and out, at a dollar a million.
  expect([...payments()].sort((one, other) => one - other)).toEqual([
    ...Array(13).fill(0.001),
    ...Array(3).fill(0.002),
  ]);
  const again = await score();
  expect(JSON.parse(again.stdout)).toMatchObject({ unchanged: 4 });
  expect(server.seen.alone).toBe(3);
});

test('parts scored on machines of their own and merged are the whole: nothing is asked again, byte for byte', async () => {
  const before = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  await score();
  const whole = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  expect(whole).not.toBe(before);
  for (const part of ['1/2', '2/2']) {
    writeFileSync(join(folder, 'bank.jsonl'), before);
    const { code, stdout } = await score('--shard', part, '--store', `store-${part[0]}`);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scored: 2 });
  }
  writeFileSync(join(folder, 'bank.jsonl'), before);
  await runCommand(['merge', 'store-2', 'store-1', '--into', 'merged'], { cwd: folder });
  const { alone } = server.seen;
  await score('--store', 'merged');
  expect(server.seen.alone).toBe(alone);
  expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(whole);
  expect((await score('--shard', '3/2')).code).toBe(3);
});
