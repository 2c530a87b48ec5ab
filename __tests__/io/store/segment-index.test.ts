// The index beside a large segment: found by it as without it, and whatever it says, never another key's answer.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../src/core/canonical-json.ts';
import { createSigner, type Signer } from '../../../src/core/signer.ts';
import { writeAnswerLine } from '../../../src/evaluation/answer-record.ts';
import type { StoredAnswer } from '../../../src/evaluation/store.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import { RECORD_BYTES } from '../../../src/io/store/segment-records.ts';
import { NO_USAGE } from '../../../src/models/model.ts';

const COUNT = 300;
const keyOf = (index: number): string => sha256(`question ${index}`);
const answerTo = (index: number, parts: Partial<StoredAnswer> = {}): StoredAnswer => ({
  completion: { text: `${index} `.repeat(400), finish: 'stop', usage: NO_USAGE, adapted: [] },
  ...parts,
});
const paidOn = (day: number) => ({ at: `2026-11-0${day}T12:00:00Z`, usd: 0.5 });

let folder: string;
let segment: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'segment-index-'));
  segment = join(folder, '20261101T000000Z-0000.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeSegment(signer?: Signer): void {
  const lines = Array.from({ length: COUNT }, (_, index) =>
    writeAnswerLine(keyOf(index), answerTo(index, { paid: paidOn(1 + (index % 2)) }), signer),
  );
  writeFileSync(segment, `${lines.join('\n')}\n`);
}
const open = (signer?: Signer) => openSegmentStore(folder, { now: new Date(0), signer, indexes: 'beside' });
const textOf = (store: ReturnType<typeof open>, index: number) => store.get(keyOf(index))?.completion.text;
const indexPath = () => `${segment}.index`;

/** The index as somebody would write it who has no secret. */
function forge(change: (records: Buffer) => Buffer): void {
  const file = readFileSync(indexPath());
  const end = file.indexOf(10);
  const records = change(Buffer.from(file.subarray(end + 1)));
  const header = JSON.parse(file.toString('utf8', 0, end)) as object;
  const forged = { ...header, count: records.length / RECORD_BYTES, records: sha256(records) };
  writeFileSync(indexPath(), Buffer.concat([Buffer.from(`${JSON.stringify(forged)}\n`), records]));
}

test('by the index a store is what it is without: answers, size, spending', () => {
  writeSegment();
  const first = open();
  expect(existsSync(indexPath())).toBe(true);
  const again = open();
  for (const store of [first, again]) {
    expect([0, 7, COUNT - 1].map((index) => textOf(store, index))).toEqual(
      [0, 7, COUNT - 1].map((index) => answerTo(index).completion.text),
    );
    expect(store.get(keyOf(COUNT))).toBeUndefined();
    expect(store.size()).toBe(COUNT);
    expect(store.problems()).toEqual({ unreadable: 0, unsigned: 0, unwritten: 0 });
    expect(store.spending()).toEqual([
      { day: '2026-11-01', usd: 75, calls: 150 },
      { day: '2026-11-02', usd: 75, calls: 150 },
    ]);
    store.close();
  }
  expect(readdirSync(folder).sort()).toEqual([segment, indexPath()].map((path) => path.slice(folder.length + 1)));
});

test('a folder that must hold nothing but segments gets none', () => {
  writeSegment();
  openSegmentStore(folder, { now: new Date(0) }).close();
  expect(existsSync(indexPath())).toBe(false);
});

test('it is read by the index: a record that changed since is no answer, and counted', () => {
  writeSegment();
  open().close();
  const text = readFileSync(segment, 'utf8');
  writeFileSync(segment, text.replace('150 150', '151 150'));
  const store = open();
  expect(textOf(store, 150)).toBeUndefined();
  expect(store.problems().unreadable).toBe(1);
  expect(textOf(store, 151)).toBe(answerTo(151).completion.text);
  store.close();
});

test('what was looked up once is not read again', () => {
  writeSegment();
  open().close();
  const store = open();
  textOf(store, 7);
  writeFileSync(segment, '');
  expect([7, 8].map((index) => textOf(store, index))).toEqual([answerTo(7).completion.text, undefined]);
  store.close();
});

test('places that were swapped lead to no answer, least of all to the other one', () => {
  writeSegment();
  open().close();
  forge((records) => {
    const place = Buffer.from(records.subarray(16, 32));
    records.copy(records, 16, RECORD_BYTES + 16, RECORD_BYTES + 32);
    place.copy(records, RECORD_BYTES + 16);
    return records;
  });
  const store = open();
  expect([textOf(store, 0), textOf(store, 1)]).toEqual([undefined, undefined]);
  expect(textOf(store, 2)).toBe(answerTo(2).completion.text);
  store.close();
});

test('what was added since is found, also where the last line has no end yet', () => {
  writeSegment();
  open().close();
  appendFileSync(
    segment,
    `${writeAnswerLine(keyOf(900), answerTo(900))}\n${writeAnswerLine(keyOf(901), answerTo(901))}`,
  );
  for (const _ of [1, 2]) {
    const store = open();
    expect([900, 901, 3].map((index) => textOf(store, index))).toEqual(
      [900, 901, 3].map((index) => answerTo(index).completion.text),
    );
    expect(store.size()).toBe(COUNT + 2);
    store.close();
  }
});

test.each([
  [
    'another segment stands in its place',
    () => writeFileSync(segment, readFileSync(segment, 'utf8').replace('"0 0', '"9 0')),
  ],
  ['it is damaged', () => writeFileSync(indexPath(), readFileSync(indexPath()).fill(7, 2000))],
  ['it is no index', () => writeFileSync(indexPath(), 'hello')],
])('it is made anew where %s', (_name, spoil) => {
  writeSegment();
  open().close();
  spoil();
  const store = open();
  expect(textOf(store, 299)).toBe(answerTo(299).completion.text);
  expect(store.size() + store.problems().unreadable).toBe(COUNT);
  store.close();
});

test('with a secret an index that others wrote hides nothing', () => {
  const signer = createSigner(['s'.repeat(32)]);
  writeSegment(signer);
  open(signer).close();
  forge((records) => records.subarray(0, RECORD_BYTES));
  expect(open().size()).toBe(1);
  const store = open(signer);
  expect(store.size()).toBe(COUNT);
  store.close();
});

test('of two answers the older holds; attempts count over segments and this run', () => {
  const attempt = (index: number) => answerTo(index, { attempt: true });
  const later = join(folder, '20261102T000000Z-0000.jsonl');
  writeFileSync(
    segment,
    `${[writeAnswerLine(keyOf(1), answerTo(1)), writeAnswerLine(keyOf(2), attempt(2))].join('\n')}\n`,
  );
  const lines = [answerTo(5), attempt(3), attempt(4)].map((answer, at) =>
    writeAnswerLine(keyOf(at === 0 ? 1 : 2), answer),
  );
  writeFileSync(later, `${lines.join('\n')}\n`);
  const store = open();
  expect(textOf(store, 1)).toBe(answerTo(1).completion.text);
  expect(store.attempts(keyOf(2))).toBe(3);
  expect(store.get(keyOf(2))).toBeUndefined();
  store.put(keyOf(2), attempt(6));
  expect(store.attempts(keyOf(2))).toBe(4);
  expect(textOf(store, 2)).toBe(answerTo(6).completion.text);
  store.close();
});
