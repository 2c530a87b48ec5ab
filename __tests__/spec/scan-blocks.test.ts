// Top-level headings, compared with a CommonMark parser on random Markdown.
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { scanBlocks } from '../../src/spec/scan-blocks.ts';

/** Lines and their order make Markdown's block structure: these are the ones that matter to headings. */
const LINES = [
  '',
  '',
  '',
  'text',
  'more text',
  '# One',
  '## Two ##',
  '### Three',
  '#hash',
  '####### seven',
  '   # indented',
  '    # four',
  '    four',
  '===',
  '---',
  '- item',
  '- ',
  '* star',
  '1. first',
  '2. second',
  '1986. A year',
  '  two',
  '   three',
  '  # in item',
  '> quote',
  '> # in quote',
  '> ```',
  '```',
  '~~~',
  '```js',
  '````',
  '``` a ` b',
  '  ```',
  '<!-- comment',
  '-->',
  '<!-- one line -->',
  '***',
  '* * *',
  '- - -',
  '\ttab',
  '\t# tab',
  '- # in item',
  '- ```',
  '10) ten',
  '#',
  '## ',
  '# a #b',
  '\\# no',
  '`# code`',
  '<pre>',
  'x </pre>',
  '<?php',
  '?>',
  '+ plus',
  '-',
  '5.',
  '  - sub',
  '- - nested',
];

function expected(source: string): [number, number, number][] {
  return fromMarkdown(source).children.flatMap((node) =>
    node.type === 'heading' ? [[node.depth, node.position!.start.line, node.position!.end.line]] : [],
  );
}

function found(source: string): [number, number, number][] {
  return scanBlocks(source.split('\n')).blocks.flatMap((block) =>
    block.kind === 'heading' ? [[block.level, block.start, block.end]] : [],
  );
}

test('the top-level headings are those of CommonMark', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), (lines) => {
      const source = lines.join('\n');
      // micromark takes a list marker right below indented code for text; by the specification (and cmark) it is a list.
      fc.pre(!/(?:^|\n)(?: {4}|\t).*\n {0,3}(?:[-*+]|\d+[.)])(?:\s|$)/.test(source));
      expect(found(source)).toEqual(expected(source));
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: 7 },
  );
});
