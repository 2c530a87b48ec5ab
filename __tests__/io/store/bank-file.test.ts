// A bank that grows line by line: what a kill tore is dropped, and nothing is written before the first line.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openGrowingBank } from '../../../src/io/store/bank-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'bank-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (id: string, query = `${id}?`): string => JSON.stringify({ id, query });
const whole = `${row('a')}\r\n${row('b')}\n`;

test.each([
  ['whole', whole, ['a', 'b'], whole],
  ['empty', '', [], ''],
  ['torn in its last line', `${whole}{"id":"c","que`, ['a', 'b'], whole],
  ['torn in its only line', '{"id":"c","que', [], ''],
  ['torn in a line longer than what is read at once', `${whole}{"id":"${'c'.repeat(200_000)}`, ['a', 'b'], whole],
  ['without its last line end', `${whole}${row('c')}`, ['a', 'b', 'c'], `${whole}${row('c')}\n`],
  ['one long line without its end', row('c', 'ü'.repeat(90_000)), ['c'], `${row('c', 'ü'.repeat(90_000))}\n`],
])('a bank %s', async (name, text, ids, kept) => {
  const path = join(folder, `${name.slice(0, 30)}.jsonl`);
  writeFileSync(path, text);
  const held: string[] = [];
  const { append, close } = await openGrowingBank(path, 'bank.jsonl', ({ id }) => held.push(id));
  expect(held).toEqual(ids);
  expect(readFileSync(path, 'utf8')).toBe(text);
  append(row('d'));
  append(row('e'));
  close();
  expect(readFileSync(path, 'utf8')).toBe(`${kept}${row('d')}\n${row('e')}\n`);
});

test('one that is not there is made with its first line', async () => {
  const path = join(folder, 'new/bank.jsonl');
  const { append, close } = await openGrowingBank(path, 'new/bank.jsonl', () => expect.unreachable());
  append(row('a'));
  close();
  expect(readFileSync(path, 'utf8')).toBe(`${row('a')}\n`);
});

test('a whole line that is no scenario is told with its line', async () => {
  const path = join(folder, 'wrong.jsonl');
  writeFileSync(path, `${whole}{"id":"c"}\n`);
  await expect(openGrowingBank(path, 'bank.jsonl', () => {})).rejects.toMatchObject({
    problems: [{ place: { file: 'bank.jsonl', line: 3 } }],
  });
});

test('lines that another run adds before the first one stay', async () => {
  const path = join(folder, 'two.jsonl');
  writeFileSync(path, whole);
  const { append, close } = await openGrowingBank(path, 'bank.jsonl', () => {});
  writeFileSync(path, `${row('x')}\n`, { flag: 'a' });
  append(row('d'));
  close();
  expect(readFileSync(path, 'utf8')).toBe(`${whole}${row('x')}\n${row('d')}\n`);
});
