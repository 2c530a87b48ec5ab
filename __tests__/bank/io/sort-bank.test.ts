// A bank put in order part by part: the same bytes as in memory, the old file where something is wrong.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sortBank } from '../../../src/bank/io/sort-bank.ts';
import { openFile } from '../../../src/io/open-file.ts';
import { serializeBank, serializeScenario } from '../../../src/scenarios/serialize-scenario.ts';
import { scenarioOf } from '../../scenarios/scenario-builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'sort-bank-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In an order of their own; ids whose order by bytes and by UTF-16 units differ; one line longer than what is read at once. */
const scenarios = Array.from({ length: 60 }, (_, index) =>
  scenarioOf(`${['\u{1d4d0}', '\uff21', 'z', 'a'][index % 4]}-${(index * 37) % 61}`, {
    messages: [{ role: 'user', content: `Ünd ${'x'.repeat(index === 30 ? 100_000 : index)}` }],
  }),
);

async function sort(lines: readonly string[], mostCharacters?: number): Promise<string> {
  const path = join(folder, 'bank.jsonl');
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  const source = await openFile(path, 'bank.jsonl');
  try {
    await sortBank(source, path, mostCharacters);
  } finally {
    await source.close();
  }
  return readFileSync(path, 'utf8');
}

test.each([undefined, 1, 2_000])('in parts of %s characters it is what sorting all of it gives', async (most) => {
  expect(await sort(scenarios.map(serializeScenario), most)).toBe(serializeBank(scenarios));
  expect(readdirSync(folder)).toEqual(['bank.jsonl']);
});

test('an empty bank stays empty', async () => {
  expect(await sort([])).toBe('');
});

test('an id that is there twice leaves the file as it was', async () => {
  const lines = [...scenarios.slice(0, 9), scenarios[2]!].map(serializeScenario);
  await expect(sort(lines, 1)).rejects.toThrow(`the id "${scenarios[2]!.id}" is there twice`);
  expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
  expect(readdirSync(folder)).toEqual(['bank.jsonl']);
});
