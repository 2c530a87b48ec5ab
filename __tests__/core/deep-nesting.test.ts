// Text that nests deeper than a YAML parser can follow is refused in words before it is parsed.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import type { ByteSource } from '../../src/core/byte-source.ts';
import { describeDeepNesting } from '../../src/core/deep-nesting.ts';
import { parseWorld } from '../../src/models/simulated/world.ts';
import { readYaml } from '../../src/bank/import/read-yaml.ts';
import { readTaxonomy } from '../../src/scenarios/values/values-taxonomy.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const DEEP = {
  lists: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  objects: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  'lists in lists': `${'- '.repeat(50_000)}x\n`,
};

function sourceOf(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  const slice: ByteSource['slice'] = (start, end) => Promise.resolve(bytes.slice(start, end).buffer);
  return { name, byteLength: bytes.length, slice };
}

describe.each(Object.entries(DEEP))('%s, fifty thousand deep', (_what, text) => {
  test.each([
    ['a spec in YAML', (file: string) => parseSpec([{ file, text }], { clauses: 'headings' })],
    ['a config', async (file: string) => parseConfig({ file, text })],
    ['a world', (file: string) => parseWorld({ file, text })],
    ['values', (file: string) => readTaxonomy({ file, text })],
    ['queries', (file: string) => readYaml(sourceOf(file, text))],
  ])('as %s', async (_file, parse) => {
    await expect(parse('deep.yml')).rejects.toThrow(/^deep\.yml.*nested more than 500 levels deep$/);
  });
});

test('what people write is not deep', () => {
  expect(
    describeDeepNesting(`${'- [x] {done}\n'.repeat(2_000)}${'-'.repeat(800)}\n${'a: - '.repeat(100)}`),
  ).toBeUndefined();
});
