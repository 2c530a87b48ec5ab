// A large bank by its index: the same bank, never an older one, and never a row that its line does not bear out.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/core/byte-source.ts';
import { openAgain, openFile } from '../../../src/io/open-file.ts';
import { readIndexedBank } from '../../../src/io/store/bank-index.ts';
import type { Bank } from '../../../src/scenarios/bank.ts';
import { digestBank } from '../../../src/scenarios/bank-digest.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';

const home = mkdtempSync(join(tmpdir(), 'bank-index-'));
afterAll(() => rmSync(home, { recursive: true }));

const rubric = ['0', '1', '2', '3', '4', '5', '6'];
const rows: readonly object[] = [
  { id: 'a', query: 'A?', clauses: ['x', 'y'], topics: ['t'], disagreement: 2, group: 'g' },
  { id: 'b', query: 'B?', value1: 'v', value2: 'w', nudge: 'value1', rubric1: rubric, rubric2: rubric, source: 's' },
  { id: 'c', query: 'C?', clauses: ['x'], scored: { disagreements: { all: 1 } } },
];
const text = `${rows.map((row) => JSON.stringify(row)).join('\n\n')}\n`;
/** Long after any file of this test was written. */
const LATER = Date.parse('2100-01-01');

interface Place {
  readonly path: string;
  readonly folder: string;
}

function write(name: string, content = text): Place {
  const path = join(home, `${name}.jsonl`);
  writeFileSync(path, content);
  return { path, folder: join(home, name) };
}

async function read(place: Place, now = LATER): Promise<Bank> {
  const source = await openFile(place.path, 'bank.jsonl');
  try {
    return await readIndexedBank(source, { ...place, ...options(place), now });
  } finally {
    await source.close();
  }
}

/** The bank as far as its index alone gives it. */
function readByIndex(place: Place): Promise<Bank> {
  const unread: ByteSource = {
    name: 'bank.jsonl',
    byteLength: 1,
    slice: () => Promise.reject(new Error('the bank was gone through')),
  };
  return readIndexedBank(unread, { ...place, ...options(place), now: LATER });
}

function options({ path }: Place) {
  return { readAgain: openAgain(path, 'bank.jsonl'), without: 'scored' } as const;
}

function indexOf({ folder }: Place): string {
  return join(folder, readdirSync(folder)[0]!);
}

test('the second time the bank is not gone through, and is the same', async () => {
  const place = write('again');
  const first = await read(place);
  const again = await readByIndex(place);
  const { scored: _scored, ...last } = rows[2] as { readonly scored: object };
  const lines = [rows[0], rows[1], last].map((row) => JSON.stringify(row)).join('\n\n');
  const whole = parseBank({ file: 'bank.jsonl', text: lines });
  for (const bank of [first, again]) {
    expect(bank.scenarios).toEqual(whole.scenarios);
    expect(bank.lines).toEqual(whole.lines);
    expect(serializeBank(bank.scenarios)).toBe(serializeBank(whole.scenarios));
    expect(bank.byId.get('b')).toBe(bank.scenarios[1]);
    expect(bank.digest).toBe(digestBank(whole));
  }
});

test('a bank that was written to has no index any more, and gets another', async () => {
  const place = write('grown');
  await read(place);
  appendFileSync(place.path, `${JSON.stringify({ id: 'd', query: 'D?' })}\n`);
  await expect(readByIndex(place)).rejects.toThrow('gone through');
  expect((await read(place)).scenarios).toHaveLength(4);
  expect((await readByIndex(place)).scenarios).toHaveLength(4);
});

test.each([
  ['torn', (index: string) => index.slice(0, -5)],
  ['without its end', (index: string) => index.slice(0, index.lastIndexOf('\n', index.length - 2) + 1)],
  ['short of a row', (index: string) => index.replace(/^\["b".*\n/m, '')],
  ['with a row twice', (index: string) => index.replace(/^\["b".*\n/m, '$&$&').replace(/\n3\n$/, '\n4\n')],
  ['with a row of something else', (index: string) => index.replace(/^\["b",\d+/m, '["b","1"')],
  ['of another state of the file', (index: string) => index.replace(/(\d) (\d)/, '$11 $2')],
  ['empty', () => ''],
])('an index %s is not taken', async (name, spoil) => {
  const place = write(name.replaceAll(' ', '-'));
  await read(place);
  const index = readFileSync(indexOf(place), 'utf8');
  expect(spoil(index)).not.toBe(index);
  writeFileSync(indexOf(place), spoil(index));
  await expect(readByIndex(place)).rejects.toThrow('gone through');
  expect((await read(place)).scenarios).toHaveLength(3);
});

test.each([
  ['other links', (index: string) => index.replace('["x","y"]', '["x"]')],
  ['another disagreement', (index: string) => index.replace(',2,null,"g"]', ',3,null,"g"]')],
  ['another id', (index: string) => index.replace('["a"', '["z"')],
  ['another place', (index: string) => index.replace('["a",0', '["a",1')],
])('a row with %s than its line is refused when it is used', async (name, spoil) => {
  const place = write(name.replaceAll(' ', '-'));
  await read(place);
  const index = readFileSync(indexOf(place), 'utf8');
  expect(spoil(index)).not.toBe(index);
  writeFileSync(indexOf(place), spoil(index));
  const { scenarios } = await readByIndex(place);
  expect(() => scenarios[0]!.messages).toThrow('is not where it was');
});

test('a bank that changed a moment ago is not indexed: another change could have the same time', async () => {
  const place = write('fresh');
  expect((await read(place, 0)).scenarios).toHaveLength(3);
  await expect(readByIndex(place)).rejects.toThrow('gone through');
});

test('where no index can be written the bank is read all the same', async () => {
  const place = write('unwritable');
  writeFileSync(place.folder, 'a file where the folder would be');
  expect((await read(place)).scenarios).toHaveLength(3);
});

test('what is wrong with a bank is told, and no index is left', async () => {
  const place = write('wrong', `${text}{"id":"a","query":"Twice?"}\n`);
  await expect(read(place)).rejects.toThrow('already on line 1');
  expect(readdirSync(place.folder)).toEqual([]);
});
