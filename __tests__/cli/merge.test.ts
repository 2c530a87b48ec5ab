// `merge`: stores of shards as one, checked and without repeats; payments too.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../src/core/canonical-json.ts';
import { writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { openSegmentStore } from '../../src/io/store/segment-store.ts';
import { createStoreSigner } from '../../src/io/store/store-secret.ts';
import { NO_USAGE } from '../../src/models/model.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Answers = Readonly<Record<string, string>>;

/** A segment of a shard; names begin with their time, as the store's do. */
function writeSegment(shard: string, name: string, answers: Answers, secret?: string): void {
  const signer = createStoreSigner(secret);
  mkdirSync(join(folder, shard), { recursive: true });
  const lines = Object.entries(answers).map(([question, text]) =>
    writeAnswerLine(sha256(question), { completion: { text, finish: 'stop', usage: NO_USAGE, adapted: [] } }, signer),
  );
  writeFileSync(join(folder, shard, `${name}.jsonl`), lines.map((line) => `${line}\n`).join(''));
}

const merge = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(['merge', ...args, '--json'], { cwd: folder });
const counts = ({ stdout }: CommandResult): Record<string, number> => JSON.parse(stdout) as Record<string, number>;

function read(shard: string, secret?: string): Answers {
  const store = openSegmentStore(join(folder, shard), { now: new Date(0), signer: createStoreSigner(secret) });
  return Object.fromEntries(
    ['q1', 'q2', 'q3', 'q4'].flatMap((question) => {
      const answer = store.get(sha256(question));
      return answer === undefined ? [] : [[question, answer.completion.text]];
    }),
  );
}

test('every answer is there once; merging again adds nothing', async () => {
  writeSegment('a', '20260101-a', { q1: 'one', q2: 'two' });
  writeSegment('b', '20260102-b', { q2: 'two', q3: 'three' });
  const first = await merge('a', 'b', '--into', 'all');
  expect(first.code).toBe(0);
  expect(counts(first)).toMatchObject({ added: 3, repeated: 1, conflicting: 0, unreadable: 0, total: 3 });
  expect(read('all')).toEqual({ q1: 'one', q2: 'two', q3: 'three' });
  const before = readdirSync(join(folder, 'all')).map((name) => readFileSync(join(folder, 'all', name), 'utf8'));
  expect(counts(await merge('b', 'a', '--into', 'all'))).toMatchObject({ added: 0, repeated: 4, total: 3 });
  expect(readdirSync(join(folder, 'all')).map((name) => readFileSync(join(folder, 'all', name), 'utf8'))).toEqual(
    before,
  );
});

test.each([
  ['in order', ['a', 'b']],
  ['the other way', ['b', 'a']],
])('of two shards that asked the same the older answer holds, named %s', async (_what, shards) => {
  writeSegment('a', '20260101-a', { q1: 'older' });
  writeSegment('b', '20260102-b', { q1: 'newer' });
  expect(counts(await merge(...shards, '--into', 'all'))).toMatchObject({ conflicting: 1, total: 1 });
  expect(read('all')).toEqual({ q1: 'older' });
});

test('a shard may be older than the target: the older answer holds in one store as in the other', async () => {
  writeSegment('all', '20260301-x', { q1: 'newer' });
  writeSegment('a', '20260101-a', { q1: 'older', q4: 'four' });
  await merge('a', '--into', 'all');
  expect(read('all')).toEqual({ q1: 'older', q4: 'four' });
  expect(readFileSync(join(folder, 'all', '20260301-x.jsonl'), 'utf8')).toContain('newer');
});

test('what two shards paid for one question counts twice, and once each however often they are merged', async () => {
  for (const [shard, at] of [
    ['a', '2026-01-01T00:00:00Z'],
    ['b', '2026-01-02T00:00:00Z'],
  ] as const) {
    mkdirSync(join(folder, shard));
    const completion = { text: 'one', finish: 'stop', usage: NO_USAGE, adapted: [] } as const;
    writeFileSync(
      join(folder, shard, `${at.slice(0, 10)}.jsonl`),
      `${writeAnswerLine(sha256('q1'), { completion, paid: { at, usd: 2 } })}\n`,
    );
  }
  await merge('a', 'b', '--into', 'all');
  await merge('b', '--into', 'all');
  const spent = openSegmentStore(join(folder, 'all'), { now: new Date(0) }).spending();
  expect(spent.map(({ usd }) => usd)).toEqual([2, 2]);
});

test('torn and altered lines are left out and counted; a torn end of the target does not swallow a line', async () => {
  writeSegment('a', '20260101-a', { q1: 'one', q2: 'two' });
  const path = join(folder, 'a', '20260101-a.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"two"', '"TWO"'));
  appendFileSync(path, '{"key":"torn');
  mkdirSync(join(folder, 'all'));
  writeFileSync(join(folder, 'all', '20260101-a.jsonl'), '{"key":"to');
  expect(counts(await merge('a', '--into', 'all'))).toMatchObject({ added: 1, unreadable: 2 });
  expect(read('all')).toEqual({ q1: 'one' });
});

const SECRET = 'a1'.repeat(16);
const OLD = 'b2'.repeat(16);

test('without a secret signatures come along, also where the same answer is there unsigned', async () => {
  writeSegment('a', '20260101-a', { q1: 'one' });
  writeSegment('b', '20260102-b', { q1: 'one', q2: 'two' }, SECRET);
  expect(counts(await merge('a', 'b', '--into', 'all'))).toMatchObject({ added: 2, conflicting: 0, unsigned: 0 });
  expect(read('all', SECRET)).toEqual({ q1: 'one', q2: 'two' });
  expect(counts(await merge('a', 'b', '--into', 'all'))).toMatchObject({ added: 0, repeated: 3 });
});

test('under a secret only what it signed is copied, whatever the shard or the target holds unsigned', async () => {
  writeSegment('all', '20250101-x', { q1: 'forged' });
  writeSegment('a', '20260101-a', { q1: 'one', q2: 'two' }, SECRET);
  writeSegment('b', '20260102-b', { q3: 'forged' });
  const storeSecret = SECRET;
  const merged = await runCommand(['merge', 'a', 'b', '--into', 'all', '--json'], { cwd: folder, storeSecret });
  expect(counts(merged)).toMatchObject({ added: 2, conflicting: 0, unsigned: 1, total: 2 });
  expect(read('all', SECRET)).toEqual({ q1: 'one', q2: 'two' });
  const told = await runCommand(['merge', 'b', '--into', 'all'], { cwd: folder, storeSecret });
  expect(told.stdout).toContain('1 line unsigned or forged');
});

test('a new secret takes a store over: what the old one signed is signed anew', async () => {
  writeSegment('a', '20260101-a', { q1: 'one', q2: 'two' }, OLD);
  await runCommand(['merge', 'a', '--into', 'all'], { cwd: folder, storeSecret: `${SECRET},${OLD}` });
  expect(read('all', SECRET)).toEqual({ q1: 'one', q2: 'two' });
  expect(read('a', SECRET)).toEqual({});
});

test.each([
  ['a folder that is not there', ['nowhere'], /nowhere +no such folder/],
  ['a folder without a store', ['empty'], /no store in it/],
  ['the target itself', ['all'], /the folder itself/],
  ['the target by another name', ['link'], /the folder itself/],
  ['a file', ['all/20260101-a.jsonl'], /a file, not a folder/],
])('%s is a mistake, and nothing is written', async (_what, names, expected) => {
  mkdirSync(join(folder, 'empty'));
  writeSegment('all', '20260101-a', { q1: 'one' });
  symlinkSync('all', join(folder, 'link'));
  const { code, stderr } = await merge(...names, '--into', 'all');
  expect(code).toBe(3);
  expect(stderr).toMatch(expected);
});
