// Nothing that a model, a spec or a person wrote acts in GitHub Markdown.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeSpan, escapeText, fencedBlock } from '../../src/render/safe-markdown.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile-text.ts';
import { allNodes, findActiveMarkdown, parseGithubMarkdown } from '../support/parse-github-markdown.ts';

const TABLE = ['root', 'table', 'tableRow', 'tableCell', 'text', 'inlineCode'];

const PLACES = [
  [
    'a code span in a paragraph',
    (text: string) => `Model ${codeSpan(text)} answered.`,
    ['root', 'paragraph', 'text', 'inlineCode'],
  ],
  [
    'a code span that starts a line',
    (text: string) => `${codeSpan(text)} answered.`,
    ['root', 'paragraph', 'text', 'inlineCode'],
  ],
  ['a code span in a table', (text: string) => `| a | b |\n|-|-|\n| ${codeSpan(text)} | x |`, TABLE],
  ['a fenced block', (text: string) => `Answer:\n${fencedBlock(text)}\nend`, ['root', 'paragraph', 'text', 'code']],
  ['escaped text', (text: string) => `Reason: ${escapeText(text)} end`, ['root', 'paragraph', 'text']],
  ['escaped text that starts a line', (text: string) => escapeText(text), ['root', 'paragraph', 'text']],
  ['escaped text in a table', (text: string) => `| a | b |\n|-|-|\n| ${escapeText(text)} | x |`, TABLE],
] as const;

describe.each(PLACES)('in %s', (_, place, allowed) => {
  test.each(HOSTILE_TEXTS)('%j only shows', (text) => {
    expect(findActiveMarkdown(place(text), allowed)).toEqual([]);
  });

  test('no mixture of texts acts', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(findActiveMarkdown(place(text), allowed)).toEqual([]);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: 7 },
    );
  });
});

test('the finder finds what unsafe text does', () => {
  const kinds = HOSTILE_TEXTS.filter(
    (text) => findActiveMarkdown(text, ['root', 'paragraph', 'text', 'inlineCode']).length > 0,
  );
  expect(kinds.length).toBeGreaterThan(HOSTILE_TEXTS.length / 2);
});

test('a table row keeps its cells whatever a cell holds', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const cells = allNodes(parseGithubMarkdown(`| a | b |\n|-|-|\n| ${codeSpan(text)} | ${escapeText(text)} |`));
      expect(cells.filter((node) => node.type === 'tableCell')).toHaveLength(4);
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: 7 },
  );
});

test('a fenced block shows the text whole', () => {
  const text = '```js\nif (a) `b`\n````\n~~~';
  const code = allNodes(parseGithubMarkdown(fencedBlock(text))).find((node) => node.type === 'code');
  expect(code).toMatchObject({ value: text });
});

test.each([
  ['plain', '`plain`'],
  ['a`b', '`` a`b ``'],
  ['a``b', '``` a``b ```'],
  ['a|b', '`a¦b`'],
  ['', '`(empty)`'],
  ['two\nlines', '`two lines`'],
  ['\u202Edesrever', '`\\u{202e}desrever`'],
])('%j as code is %s', (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

test('a long name is cut', () => {
  expect(codeSpan('x'.repeat(500))).toHaveLength(122);
});
