// One run at a time writes to a file; what a killed one left behind keeps nobody out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdFile } from '../../src/io/hold-file.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'spec-gate-hold-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const bank = (): string => join(folder, 'new', 'bank.jsonl');
const lock = (): string => `${bank()}.lock`;
const hold = (): (() => void) => holdFile(bank(), { name: 'bank.jsonl', otherwise: 'name another' });
const leave = (text: string): void => {
  hold()();
  writeFileSync(lock(), text);
};

test('a second run is told who writes and what to do, until the first lets go', () => {
  const letGo = hold();
  expect(hold).toThrow(
    `bank.jsonl  another run writes to it (process ${process.pid})\n    Wait until it ends, or name another. Where none runs any more, remove bank.jsonl.lock beside it.`,
  );
  expect(existsSync(lock())).toBe(true);
  letGo();
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
  hold()();
});

test.each([
  ['a process that is gone', (): number => spawnSync('true').pid],
  ['one that had our number, as in a container started again', (): number => process.pid],
])('what is left by %s is taken over', (_who, pid) => {
  leave(JSON.stringify({ pid: pid(), host: hostname() }));
  const letGo = hold();
  expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual({ pid: process.pid, host: hostname() });
  letGo();
  expect(readdirSync(join(folder, 'new'))).toEqual([]);
});

test.each([
  ['a process that runs', JSON.stringify({ pid: process.ppid, host: hostname() }), ` (process ${process.ppid})`],
  ['one of another machine', JSON.stringify({ pid: 1, host: 'elsewhere' }), ' (process 1 on elsewhere)'],
  ['nobody that can be told', '', ''],
])('what is held by %s stays', (_who, text, named) => {
  leave(text);
  expect(hold).toThrow(`another run writes to it${named}\n`);
  expect(readFileSync(lock(), 'utf8')).toBe(text);
});
