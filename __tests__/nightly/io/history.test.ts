// The history on disk: added to and never rewritten, beside the store's segments and no part of them.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseFolder } from '../../../src/io/actions/restored-folder.ts';
import { isSegmentName } from '../../../src/io/store/segment-name.ts';
import { appendHistory, readHistory, serializeHistory } from '../../../src/nightly/io/history.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import { metricOf, type NightRecord } from '../../../src/nightly/decision/record.ts';
import { createStoreSigner } from '../../../src/io/store/store-secret.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function night(date: string): NightRecord {
  return {
    schema: 'spec-gate/night@1',
    kind: 'night',
    date,
    at: `${date}T02:00:00Z`,
    subject: 'x',
    models: { 'sim/a': 'h' },
    scenarios: { s: 'h' },
    sentinels: ['s'],
    cells: [{ scenario: 's', model: 'sim/a', draw: 1, against: 'missing', rulings: { j: true } }],
    rejudged: [],
    answeredAs: { 'sim/a': ['a fp'] },
    alarms: [{ kind: 'judge', id: 'j', since: date, change: -0.1, p: 0.0001, flips: 0.2 }],
    calls: 3,
    usd: 'unknown',
  };
}

const NOW = new Date('2026-11-23T02:00:00Z');

test('what was appended is read back, oldest first, and a cache would keep the files', async () => {
  appendHistory(folder, [night('2026-11-23')], { now: NOW });
  appendHistory(folder, [], { now: NOW });
  appendHistory(folder, [night('2026-11-24')], { now: new Date('2026-11-24T02:00:00Z') });
  expect(readHistory([folder, join(folder, 'absent')])).toMatchObject({
    records: [night('2026-11-23'), night('2026-11-24')],
    unreadable: 0,
    unsigned: 0,
  });
  const files = readdirSync(folder);
  expect(files).toHaveLength(2);
  expect(files.every(isSegmentName)).toBe(true);
  expect(await refuseFolder(folder)).toBeUndefined();
});

test('nights that were written within one second stand in the order they were made', () => {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'];
  for (const [index, date] of dates.entries()) {
    appendHistory(folder, [{ ...night(date), at: `2026-11-28T02:00:00.${index}00Z` }], { now: NOW });
  }
  expect(readHistory([folder]).records.map((line) => (line.kind === 'night' ? line.date : ''))).toEqual(dates);
});

test('alarms of every kind, and answers scored anew, are read back', () => {
  const at = { since: '2026-11-24', p: 0.0001 } as const;
  const scored = { type: 'firm_rejection_with_explanation', scores: [1, 5] } as const;
  const all: NightRecord = {
    ...night('2026-11-24'),
    rejudged: [
      {
        scenario: 's',
        model: 'sim/a',
        draw: 1,
        from: '2026-11-23',
        against: true,
        rulings: { j: true },
        ...scored,
        scores: [1, 5],
      },
    ],
    alarms: [
      { kind: 'model', id: 'sim/a', endpoint: 'rejections', change: 0.2, ...at },
      { kind: 'panel', endpoint: 'disagreement', change: 0.3, ...at },
      { kind: 'judge', id: 'j', change: 0, flips: 0.2, ...at },
      { kind: 'classifier', id: 'sim/c', change: 0, shift: [1, -0.5], flips: 0.2, ...at },
    ],
  };
  appendHistory(folder, [all], { now: NOW });
  expect(readHistory([folder])).toMatchObject({ records: [all], unreadable: 0, unsigned: 0 });
});

test('lines of before there were metrics are read, and mean what they meant', () => {
  const written = readFileSync(new URL('golden/before-metrics.history.jsonl', import.meta.url), 'utf8');
  writeFileSync(join(folder, '20261123T020000Z-00000000.history.jsonl'), written);
  const { records, unreadable } = readHistory([folder]);
  expect(unreadable).toBe(0);
  expect(records.map(({ kind }) => kind)).toEqual(['night', 'night', 'anchor']);
  const second = records[1];
  if (second?.kind !== 'night') throw new Error('no night');
  expect(second.alarms.map((alarm) => [alarm.kind, alarm.id, metricOf(alarm)])).toEqual([
    ['model', 'sim/birch', 'nonCompliance'],
    ['judge', 'sim/umpire', undefined],
  ]);
  expect(second.rejudged.every(({ type, scores }) => type === undefined && scores === undefined)).toBe(true);
  const lines = written.trim().split('\n');
  expect(records).toEqual(lines.map((line) => (JSON.parse(line) as { record: unknown }).record));
});

test('a torn, an altered and a foreign line are counted and left out', () => {
  appendHistory(folder, [night('2026-11-23'), night('2026-11-24')], { now: NOW });
  const file = join(folder, readdirSync(folder)[0]!);
  const [first, second] = readFileSync(file, 'utf8').trim().split('\n');
  writeFileSync(file, `${first}\n${second!.replace('"draw":1', '"draw":2')}\n{"kind":"night"}\n${first!.slice(0, 40)}`);
  appendFileSync(file, '\n');
  expect(readHistory([folder])).toMatchObject({ records: [night('2026-11-23')], unreadable: 3, unsigned: 0 });
});

test('under a secret a night that somebody else wrote is counted and left out, whatever its checksum', () => {
  const [SECRET, OLD] = ['a1'.repeat(16), 'b2'.repeat(16)];
  const forged = { ...night('2026-11-20'), alarms: [] };
  appendHistory(folder, [night('2026-11-21')], { now: NOW, signer: createStoreSigner(OLD) });
  appendHistory(folder, [night('2026-11-22')], { now: NOW, signer: createStoreSigner(SECRET) });
  const [signed] = serializeHistory([night('2026-11-23')], createStoreSigner(SECRET)).split('\n');
  const { sig } = JSON.parse(signed!) as { sig: string };
  const [line] = serializeHistory([forged]).split('\n');
  writeFileSync(
    join(folder, '20200101T000000Z-x.history.jsonl'),
    `${line}\n${JSON.stringify({ ...(JSON.parse(line!) as object), sig })}\n`,
  );
  const dates = (secret?: string) => {
    const { records, unsigned } = readHistory([folder], createStoreSigner(secret));
    return { dates: records.map((record) => (record as NightRecord).date).sort(), unsigned };
  };
  expect(dates(SECRET)).toEqual({ dates: ['2026-11-22'], unsigned: 3 });
  expect(dates(`${SECRET},${OLD}`)).toEqual({ dates: ['2026-11-21', '2026-11-22'], unsigned: 2 });
  expect(dates()).toEqual({ dates: ['2026-11-20', '2026-11-20', '2026-11-21', '2026-11-22'], unsigned: 0 });
});

test('a folder that cannot be written is said, not thrown', () => {
  const file = join(folder, 'in the way');
  writeFileSync(file, '');
  expect(appendHistory(file, [night('2026-11-23')], { now: NOW })).toMatch(/history was not written/);
  expect(appendHistory(file, [], { now: NOW })).toBeUndefined();
});

test('the store reads its own lines only', () => {
  appendHistory(folder, [night('2026-11-23')], { now: NOW });
  const store = openSegmentStore(folder, { now: NOW });
  expect(store.problems()).toMatchObject({ unreadable: 0, unwritten: 0 });
  expect(store.size()).toBe(0);
});
