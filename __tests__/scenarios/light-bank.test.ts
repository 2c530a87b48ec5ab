// A bank held by its places in the file: the same scenarios as in memory, whole wherever they are copied.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../src/core/canonical-json.ts';
import { openAgain, openFile } from '../../src/io/open-file.ts';
import { readLightBank, withClauses } from '../../src/scenarios/light-bank.ts';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import { serializeBank, serializeScenario } from '../../src/scenarios/serialize-scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'light-bank-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rubric = ['0', '1', '2', '3', '4', '5', '6'];
const rows: readonly object[] = [
  { id: 'a', query: 'Soll ich lügen? 漢字', clauses: ['x', 'y'], topics: ['t'], disagreement: 2, group: 'g' },
  { id: 'b', query: 'B?', value1: 'v', value2: 'w', nudge: 'value1', rubric1: rubric, rubric2: rubric },
  {
    id: 'c',
    messages: [
      { role: 'system', content: 'S' },
      { role: 'user', content: 'U' },
    ],
    source: 'made up',
    scored: { scores: { 'p/m': { value1: 1, value2: null } }, compliance: { 'p/m': { 'p/j': 'compliant' } } },
  },
];
const text = `\uFEFF${rows.map((row) => JSON.stringify(row)).join('\r\n\n')}\n`;

async function openLight(name: string, options: { readonly without?: 'scored' } = {}) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const source = await openFile(path, 'bank.jsonl');
  try {
    return await readLightBank(source, { ...options, readAgain: openAgain(path, 'bank.jsonl') });
  } finally {
    await source.close();
  }
}

test('its scenarios are those of the bank in memory, in every way they are looked at', async () => {
  const light = await openLight('same.jsonl');
  const whole = parseBank({ file: 'bank.jsonl', text });
  expect(light.lines).toEqual(whole.lines);
  expect(light.scenarios).toEqual(whole.scenarios);
  expect(serializeBank(light.scenarios)).toBe(serializeBank(whole.scenarios));
  for (const [index, scenario] of whole.scenarios.entries()) {
    const one = light.scenarios[index]!;
    expect(light.byId.get(scenario.id)).toBe(one);
    expect(Object.keys(one).sort()).toEqual(Object.keys(scenario).sort());
    expect(canonicalJson({ ...one } as unknown as Json)).toBe(canonicalJson(scenario as unknown as Json));
    expect(serializeScenario(withClauses(one, ['z']))).toBe(serializeScenario({ ...scenario, clauses: ['z'] }));
  }
});

test('what scoring found is left out where nobody looks at it', async () => {
  const light = await openLight('without.jsonl', { without: 'scored' });
  expect(light.scenarios.map((scenario) => 'scored' in scenario)).toEqual([false, false, false]);
  expect(light.scenarios[2]!.messages).toHaveLength(2);
});

test('a file that changed since is noticed, and never read as another scenario', async () => {
  const { scenarios } = await openLight('changed.jsonl');
  writeFileSync(join(folder, 'changed.jsonl'), text.replace('"a"', '"d"'));
  expect(() => scenarios[0]!.messages).toThrow('changed while it was read: "a"');
  writeFileSync(join(folder, 'changed.jsonl'), '');
  appendFileSync(join(folder, 'changed.jsonl'), '{}');
  const other = await openLight('short.jsonl');
  writeFileSync(join(folder, 'short.jsonl'), '');
  expect(() => other.scenarios[1]!.messages).toThrow('became shorter');
});
