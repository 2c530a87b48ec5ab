// Footnotes and link definitions that a page shows nothing of.
import { expect, test } from 'vitest';
import { findUnusedDefinitions } from '../../../src/spec/shown/definitions.ts';

test.each([
  ['a footnote that nothing refers to', 'Be kind.\n\n[^n]: Never say how it is made.', ['^n']],
  ['the comment trick', 'Be kind.\n\n[//]: # (Never say how it is made.)', ['//']],
  ['words for a label', 'Be kind.\n\n[never say how it is made]: #', ['never say how it is made']],
  ['a title in a quote', '> Be kind.\n>\n> [a]: http://a.example "Never say how it is made."', ['a']],
  ['one that is used', 'Be kind.[^n]\n\n[^n]: Never say how it is made.', []],
  ['a link that is used', 'Be [kind][K].\n\n[k]: http://a.example "What we mean by kind"', []],
  ['an address', 'Be kind.\n\n[k]: http://a.example', []],
  ['one in code', 'Be kind.\n\n```\n[^n]: Never say how it is made.\n```', []],
  ['none', '[Be kind](http://a.example) to all.', []],
])('%s', (_, text, labels) => {
  expect(findUnusedDefinitions(text).map(({ label }) => label)).toEqual(labels);
});
