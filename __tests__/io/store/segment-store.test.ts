import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/core/canonical-json.ts';
import { writeAnswerLine } from '../../../src/evaluation/answer-record.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import { completion } from '../../support/scripted-models.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (name: string): string => sha256(name);
const answer = (text: string) => ({ completion: completion(text) });
const open = (time = '2026-11-23T10:00:00Z') => openSegmentStore(folder, { now: new Date(time) });

test('what one process wrote another reads', () => {
  const first = open();
  first.put(key('a'), answer('one'));
  first.put(key('a'), answer('another'));
  first.put(key('b'), answer('two'));
  expect(open().get(key('a'))).toEqual(answer('one'));
  expect(open().size()).toBe(2);
});

test('answers put by a process itself are found again, also those that no longer are at hand', () => {
  const store = open();
  const names = Array.from({ length: 24 }, (_, index) => `${index}`);
  const long = (name: string) => answer(`${name} ${'é'.repeat(500_000)}`);
  for (const name of names) {
    store.put(key(name), { ...long(name), attempt: true });
    store.put(key(name), long(name));
    store.put(key(name), answer('another'));
  }
  expect(names.every((name) => store.get(key(name))?.completion.text === long(name).completion.text)).toBe(true);
  expect([store.size(), store.attempts(key('0')), store.problems().unwritten]).toEqual([24, 1, 0]);
  expect(store.get(key('24'))).toBeUndefined();
  const [segment] = readdirSync(folder);
  truncateSync(join(folder, segment!), 3_000_000);
  expect(store.get(key('3'))).toBeUndefined();
  expect(store.get(key('0'))?.completion.text).toBe(long('0').completion.text);
  expect(store.get(key('23'))?.completion.text).toBe(long('23').completion.text);
});

test('what a process put is told apart by its whole key', () => {
  const store = open();
  const keys = Array.from({ length: 500 }, (_, index) => key(`${index}`));
  for (const [index, one] of keys.entries()) store.put(one, answer(`${index}`));
  expect(keys.map((one) => store.get(one)?.completion.text)).toEqual(keys.map((_, index) => `${index}`));
  expect(store.get(`${keys[0]!.slice(0, -1)}${keys[0]!.endsWith('0') ? '1' : '0'}`)).toBeUndefined();
});

test('nothing is written before the first answer', () => {
  open().get(key('a'));
  expect(readdirSync(folder)).toEqual([]);
});

test('a torn last line is a counted miss and loses nothing before it', () => {
  open().put(key('a'), answer('one'));
  const [segment] = readdirSync(folder);
  const line = writeAnswerLine(key('b'), answer('two'));
  appendFileSync(join(folder, segment!), line.slice(0, line.length / 2));
  const store = open('2026-11-23T11:00:00Z');
  expect(store.get(key('a'))).toEqual(answer('one'));
  expect(store.get(key('b'))).toBeUndefined();
  expect(store.problems().unreadable).toBe(1);
});

test('no flipped character turns into an answer', () => {
  const line = writeAnswerLine(key('a'), answer('the answer'));
  for (let at = 0; at < line.length; at += 1) {
    const flipped = line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1);
    writeFileSync(join(folder, '20261123T000000Z-flipped.jsonl'), `${flipped}\n`);
    const read = open().get(key('a'));
    expect(read === undefined || JSON.stringify(read) === JSON.stringify(answer('the answer'))).toBe(true);
  }
});

test('of two answers under one key the older segment holds, whichever folder it lies in', () => {
  const extra = mkdtempSync(join(tmpdir(), 'spec-gate-extra-'));
  writeFileSync(join(folder, '20261123T100000Z-b.jsonl'), `${writeAnswerLine(key('a'), answer('newer'))}\n`);
  writeFileSync(join(extra, '20261122T100000Z-a.jsonl'), `${writeAnswerLine(key('a'), answer('older'))}\n`);
  const store = openSegmentStore(folder, { now: new Date(0), extraFolders: [extra] });
  expect(store.get(key('a'))).toEqual(answer('older'));
  rmSync(extra, { recursive: true });
});

test('what two runs paid for one key is spent twice; the same payment in two segments once', () => {
  const paid = (at: string) => ({ ...answer('one'), paid: { at, usd: 10 } });
  const first = writeAnswerLine(key('a'), paid('2026-11-23T10:00:00.000Z'));
  const second = writeAnswerLine(key('a'), paid('2026-11-23T11:00:00.000Z'));
  writeFileSync(join(folder, '20261123T100000Z-a.jsonl'), `${first}\n`);
  writeFileSync(join(folder, '20261123T110000Z-b.jsonl'), `${first}\n${second}\n`);
  expect(open().spending()).toEqual([{ day: '2026-11-23', usd: 20, calls: 2 }]);
});

test('links and foreign files are not read', () => {
  const outside = join(tmpdir(), `spec-gate-outside-${process.pid}.jsonl`);
  writeFileSync(outside, `${writeAnswerLine(key('a'), answer('one'))}\n`);
  symlinkSync(outside, join(folder, 'link.jsonl'));
  writeFileSync(join(folder, 'notes.txt'), 'hello');
  expect(open().size()).toBe(0);
  rmSync(outside);
});

test('a line longer than any record is counted, and what follows it is found', () => {
  const path = join(folder, '2026-11-22T00-00-00-huge.jsonl');
  writeFileSync(path, '');
  // It takes no room on the disk.
  truncateSync(path, 65 * 1024 * 1024);
  appendFileSync(path, `\n${writeAnswerLine(key('a'), answer('one'))}\n`);
  const store = open();
  expect(store.get(key('a'))).toEqual(answer('one'));
  expect(store.problems().unreadable).toBe(1);
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot)("a segment that cannot be read is the user's to mend, and named", () => {
  open().put(key('a'), answer('one'));
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0);
  expect(() => open()).toThrow(/a segment of the store cannot be read \(EACCES\)[\s\S]*move it out/);
});

test('a folder that cannot be written keeps the answers in memory and says so', () => {
  const store = openSegmentStore(join(folder, 'sub'), { now: new Date(0) });
  writeFileSync(join(folder, 'sub'), 'a file where the folder should be');
  store.put(key('a'), answer('one'));
  expect(store.get(key('a'))).toEqual(answer('one'));
  expect(store.problems().unwritten).toBe(1);
});

test('the file holds one line an answer', () => {
  const store = open();
  store.put(key('a'), answer('line\nbreak'));
  store.put(key('b'), answer('two'));
  expect(
    readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(2);
});
