// What a model is given whose system prompt the spec is.
import { expect, test } from 'vitest';
import { parseSpec } from '../../src/spec/parse.ts';
import { writtenSpec } from '../../src/spec/written-spec.ts';

const TEXT =
  '---\nowner: x\n---\n\n# 1. Never do this {#never}\n\n- Promise a date. <!-- todo -->\n\n```\n<!-- GOOD -->\n```\n\n';
const files = (text: string) => [{ file: 's.md', text }];

test.each(['headings', 'items', 'paragraphs'] as const)('%s: the file, byte for byte', async (clauses) => {
  expect(writtenSpec(await parseSpec(files(TEXT), { clauses, ignore: ['owner: *'] }))).toBe(TEXT);
});

test('without front matter, and without comments that a page does not show', async () => {
  const spec = await parseSpec(files(TEXT), { clauses: 'items' });
  expect(writtenSpec(spec, ['frontMatter'])).toBe(TEXT.slice(TEXT.indexOf('#')));
  expect(writtenSpec(spec, ['comments'])).toBe(TEXT.replace('<!-- todo -->', ''));
});

test('several files follow one another', async () => {
  const two = [
    { file: 'a.md', text: '# A\n' },
    { file: 'b.md', text: '# B\n' },
  ];
  expect(writtenSpec(await parseSpec(two, { clauses: 'headings' }))).toBe('# A\n\n# B\n');
});
