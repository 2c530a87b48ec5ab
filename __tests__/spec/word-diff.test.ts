// The difference of two texts, word by word.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordChange } from '../../src/spec/change.ts';
import { diffWords } from '../../src/spec/word-diff.ts';
import { anyCharacter } from '../support/any-character.ts';

const brief = (words: readonly WordChange[]): string =>
  words.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join('');

test.each<[string, string, string]>([
  ['Be kind.', 'Be kind.', 'Be kind.'],
  ['', 'new', '{+new+}'],
  ['old', '', '[-old-]'],
  ['You may lie.', 'You may not lie.', 'You may {+not +}lie.'],
  ['You may not lie.', 'You must lie.', 'You [-may not-]{+must+} lie.'],
  ['one two three', 'ONE TWO THREE', '[-one two three-]{+ONE TWO THREE+}'],
  ['не лги никогда', 'не лги иногда', 'не лги [-никогда-]{+иногда+}'],
  ['不要说谎', '不可说谎', '不[-要-]{+可+}说谎'],
  ['naïve café', 'naïve thé', 'naïve [-café-]{+thé+}'],
  ['a\n\nb\n\nc', 'a\n\nc', 'a\n\n[-b\n\n-]c'],
])('%j to %j', (base, head, expected) => {
  expect(brief(diffWords(base, head))).toBe(expected);
});

describe('joined, it gives back both texts', () => {
  const join = (words: readonly WordChange[], without: string): string =>
    words.map(({ kind, text }) => (kind === without ? '' : text)).join('');
  /** What it joins to, and whether it has empty runs or two of a kind in a row. */
  const summarize = (base: string, head: string): unknown => {
    const words = diffWords(base, head);
    const untidy = words.filter(({ kind, text }, index) => text === '' || kind === words[index - 1]?.kind);
    return { base: join(words, 'added'), head: join(words, 'removed'), untidy };
  };

  test('random texts', () => {
    const word = fc.constantFrom('a', 'b', 'must', 'not', ' ', '\n', '\n\n', '.', '’', '漢', '🙂', '\ud800');
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
      fc.string({ unit: anyCharacter }),
    );
    fc.assert(
      fc.property(text, text, (base, head) => {
        expect(summarize(base, head)).toEqual({ base, head, untidy: [] });
      }),
      { numRuns: 300, seed: 9 },
    );
    expect.assertions(300);
  });

  test.each([
    ['one long line', 'old ', 'new '],
    ['many lines', 'old line\n', 'new line\n'],
    ['unlike words', 'a b c d\n', 'e f g h '],
  ])('a large text, %s, in bounded time (the test has a time limit)', (_, old, young) => {
    const repeat = (unit: string, sign: string): string =>
      Array.from({ length: 200_000 / unit.length }, (__, index) => `${unit}${sign}${index % 977} `).join('');
    const base = repeat(old, '');
    for (const head of [repeat(young, 'x'), base.replaceAll('97 ', '98 ')]) {
      expect(summarize(base, head)).toEqual({ base, head, untidy: [] });
    }
  });
});
