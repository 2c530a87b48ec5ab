// The tables of README and docs/configuration.md are generated: what they say about inputs, outputs and options is what action.yml and the schema say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readmeTables, renewTables } from '../../tools/readme-tables.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { ROOT } from '../support/cli.ts';

const manifest = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: object;
};
const tables = readmeTables();

test('every input and output has its row', () => {
  const names = (text: string | undefined): readonly string[] =>
    [...(text ?? '').matchAll(/^\| `([\w-]+)` /gm)].map((match) => match[1]!);
  expect(names(tables['inputs'])).toEqual(Object.keys(manifest.inputs));
  expect(names(tables['outputs'])).toEqual(Object.keys(manifest.outputs));
  for (const row of Object.values(tables).flatMap((text) => text.split('\n'))) expect(row).toMatch(/^\|.*\|$/);
});

test('the description is as short as the Marketplace takes it', () => {
  expect(manifest.description.length).toBeLessThan(125);
});

test.each([
  ['output-dir', 'outputDir'],
  ['max-calls', 'budget.calls'],
  ['max-usd', 'budget.usd'],
])('input %s stands over an option of the schema: %s', (input, option) => {
  expect(manifest.inputs).toHaveProperty(input);
  const path = option
    .split('.')
    .map((name) => `properties.${name}`)
    .join('.');
  expect(configJsonSchema()).toHaveProperty(path);
});

describe('renewing', () => {
  test('only what stands between the markers changes, and twice is once', () => {
    const text = 'a\n<!-- inputs -->\nold\n<!-- /inputs -->\nb\n';
    const renewed = renewTables(text);
    expect(renewed).toBe(`a\n<!-- inputs -->\n\n${tables['inputs']}\n\n<!-- /inputs -->\nb\n`);
    expect(renewTables(renewed)).toBe(renewed);
  });

  test('a text without markers is left alone', () => {
    expect(renewTables('nothing here')).toBe('nothing here');
  });
});

test.each([
  ['README.md', ['inputs', 'outputs']],
  ['docs/configuration.md', ['options']],
])('%s is up to date (node tools/readme-tables.ts renews it)', (page, parts) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  for (const part of parts) expect(text).toContain(`<!-- /${part} -->`);
  expect(renewTables(text)).toBe(text);
});
