// Comments that stand by themselves are taken out without a Markdown tree, and just as with one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCommentsApart } from '../../../src/spec/shown/comments-apart.ts';
import { showText } from '../../../src/spec/shown/shown-text.ts';

const PIECES = [
  'A word.',
  '# A heading',
  'two\nlines',
  '===',
  '---',
  '**bold** `code` [link](x)',
  'a < b and <3',
  '[ref]: http://a.example',
  '&lt;!-- shown --&gt;',
  '\\',
  'ends with two spaces  ',
];
const COMMENTS = [
  '<!-- one -->',
  '<!-- over\ntwo lines -->',
  '<!--\n\nblank lines\n\n-->',
  '<!---->',
  '<!-- a < b > c -- d -->',
];

test('the rest is what the tree leaves of it: a list further down makes the tree be asked, and changes nothing above', () => {
  let apart = 0;
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...COMMENTS)), { minLength: 1, maxLength: 6 }),
      (pieces) => {
        const source = [...pieces, 'Last.'].join('\n\n');
        if (findCommentsApart(source) === undefined) return;
        apart += 1;
        const list = '\n\nThe end.\n\n- item';
        expect(findCommentsApart(`${source}${list}`)).toBeUndefined();
        const asked = showText(`${source}${list}`);
        expect(`${showText(source).text}${list}`.trimStart()).toBe(asked.text.trimStart());
        expect(showText(source).comments).toEqual(asked.comments);
      },
    ),
    { numRuns: 400, seed: 12 },
  );
  expect(apart).toBeGreaterThan(100);
});

test.each([
  ['in a line', 'a <!-- b --> c'],
  ['in code', '```\n\n<!-- GOOD -->\n\n```'],
  ['in indented code', 'a\n\n    <!-- GOOD -->\n\n    b'],
  ['between items of a list', '- a\n\n<!-- b -->\n\n- c'],
  ['without a blank line', 'a\n<!-- b -->\n\nc'],
  ['with text behind it', '<!-- a --> b\n\nc'],
  ['without an end', 'a\n\n<!-- b'],
  ['that a browser ends earlier', '<!-- a --!> b -->'],
  ['that ends at once', '<!--> a -->'],
  ['in other HTML', '<script>\n\n<!-- a -->\n\n</script>'],
  ['of none', 'plain'],
])('the tree is asked about one %s', (_, source) => {
  expect(findCommentsApart(source)).toBeUndefined();
});
