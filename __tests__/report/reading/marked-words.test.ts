// Changed words where a clause is read: without what is marked as new the base stands there, without what went the head.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markWords } from '../../../src/report/reading/mark-words.ts';
import { renderMarkdownHtml } from '../../../src/report/reading/markdown-html.ts';
import { diffWords } from '../../../src/spec/word-diff.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readTags } from '../../support/read-tags.ts';

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, ' ')
    .trim();

function read(base: string, head: string): string {
  const clause = { title: 'Title', text: head };
  const whole = (text: string): string => (text === '' ? 'Title' : `Title\n\n${text}`);
  const marks = markWords(diffWords(whole(base), whole(head)), clause);
  if (marks === undefined) throw new Error('not placed');
  return renderMarkdownHtml(head, { marks: marks.text, addressOf: () => undefined }).markup;
}

describe('changed words', () => {
  test('whatever words come and go, both texts can be read off the page', () => {
    const word = fc.constantFrom('answer', 'in', 'full', 'never', 'lecture', 'people', 'who', 'ask');
    const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (base, head) => {
        const page = read(base, head);
        expect(plain(page.replaceAll(/<del>[^<]*<\/del>/g, ''))).toBe(head);
        expect(plain(page.replaceAll(/<ins>[^<]*<\/ins>/g, ''))).toBe(base);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  test.each([
    [
      'emphasis',
      'Be **very** kind.',
      'Be **truly** kind.',
      '<p>Be <strong><del>very</del><ins>truly</ins></strong> kind.</p>',
    ],
    [
      'a quote',
      '> Be\n> kind.',
      '> Be\n> calm.',
      '<blockquote><p>Be\n<del>kind</del><ins>calm</ins>.</p></blockquote>',
    ],
    ['code', 'Say `yes`.', 'Say `no`.', '<p>Say <code><del>yes</del><ins>no</ins></code>.</p>'],
    ['an item', '- one\n- two', '- one\n- three', '<ul><li>one</li><li><del>two</del><ins>three</ins></li></ul>'],
    ['an entity', 'Use &copy; now.', 'Use &copy; here.', '<p><del>now</del><ins>Use © here.</ins></p>'],
    ['a lost end', 'Stay. Go.', 'Stay.', '<p>Stay.<del> Go.</del></p>'],
  ])('in %s', (_, base, head, expected) => {
    expect(read(base, head).replaceAll(/>\s+</g, '><')).toBe(expected);
  });

  test('a difference of another text marks nothing', () => {
    expect(markWords([{ kind: 'same', text: 'other' }], { title: 'Title', text: 'text' })).toBeUndefined();
  });

  test('the title has its own marks', () => {
    const marks = markWords(diffWords('Be kind\n\nAlways.', 'Be calm\n\nNever.'), { title: 'Be calm', text: 'Never.' });
    expect(marks?.title).toEqual({ added: [{ start: 3, end: 7 }], removed: [{ at: 3, text: 'kind' }] });
    expect(marks?.text).toEqual({ added: [{ start: 0, end: 5 }], removed: [{ at: 0, text: 'Always' }] });
  });
});

const TAGS = new Set(
  'p strong em s code pre blockquote ul ol li br hr table thead tbody tr th td a span ins del'.split(' '),
);

describe('a clause from outside', () => {
  test('makes tags of ours only, all closed, and no link out of the page', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (base, head) => {
        const page = read(base.trim(), head.trim());
        const { tags, unclosed } = readTags(page);
        expect(unclosed).toEqual([]);
        expect(tags.map(({ tag }) => tag).filter((tag) => !TAGS.has(tag))).toEqual([]);
        expect(page).not.toMatch(/ (?:href|src|on\w+)="(?!#)/);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  test.each([
    ['[click](javascript:alert(1))', '<p><span class="leads-out" title="javascript:alert(1)">click</span></p>'],
    ['![x](https://evil.example/b.png)', '<p><code class="raw">![x](https://evil.example/b.png)</code></p>'],
    ['<img src=x onerror=alert(1)>', '<code class="raw">&#60;img src=x onerror=alert(1)&#62;</code>'],
  ])('%s is shown and does nothing', (text, expected) => {
    const options = { marks: { added: [], removed: [] }, addressOf: () => undefined };
    expect(renderMarkdownHtml(text, options).markup).toBe(expected);
  });

  test('ten thousand levels of nesting, and a text of a megabyte, are shown as they stand', () => {
    const options = { marks: { added: [], removed: [] }, addressOf: () => undefined };
    for (const text of ['> '.repeat(10_000), '*'.repeat(100_000), 'x'.repeat(1_000_000)]) {
      expect(renderMarkdownHtml(text, options).markup).toContain('<pre>');
    }
  });
});
