// Text that nests deeper than a YAML parser can follow is refused in words before it is parsed.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { describeDeepNesting } from '../../src/core/deep-nesting.ts';
import { parseWorld } from '../../src/models/simulated/world.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const DEEP = {
  lists: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  objects: `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  'lists in lists': `${'- '.repeat(50_000)}x\n`,
};

describe.each(Object.entries(DEEP))('%s, fifty thousand deep', (_what, text) => {
  test.each([
    ['a spec in YAML', (file: string) => parseSpec([{ file, text }], { clauses: 'headings' })],
    ['a config', async (file: string) => parseConfig({ file, text })],
    ['a world', (file: string) => parseWorld({ file, text })],
  ])('as %s', async (_file, parse) => {
    await expect(parse('deep.yml')).rejects.toThrow(/^deep\.yml.*nested more than 500 levels deep$/);
  });
});

test('what people write is not deep', () => {
  expect(
    describeDeepNesting(`${'- [x] {done}\n'.repeat(2_000)}${'-'.repeat(800)}\n${'a: - '.repeat(100)}`),
  ).toBeUndefined();
});
