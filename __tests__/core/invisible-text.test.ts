import { expect, test } from 'vitest';
import { replaceInvisible } from '../../src/core/invisible-text.ts';

test.each([
  ['plain', 'plain', 0],
  ['zero\u200Bwidth', 'zerowidth', 1],
  ['\u202Eevil\u202C', 'evil', 2],
  ['tag\u{E0041}\u{E0042}', 'tag', 2],
  ['e\u0301', 'e\u0301', 0],
  ['soft\u00ADhyphen', 'softhyphen', 1],
  ['a\uFE0F\u{E0100}', 'a', 2],
  // What joins or chooses a form is seen.
  ['\u26A0\uFE0F Safety', '\u26A0\uFE0F Safety', 0],
  ['\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', 0],
  [
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    0,
  ],
  ['\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', 0],
  ['\u0915\u094D\u200D\u0937', '\u0915\u094D\u200D\u0937', 0],
  // Not what is hidden behind it.
  ['\u{1F600}\uFE0F\u{E0101}\u{E0102}', '\u{1F600}\uFE0F', 2],
  ['a\u200Db', 'ab', 1],
])('%j is seen as %j', (source, text, characters) => {
  const seen = replaceInvisible(source, '');
  expect(seen.text).toBe(text);
  expect(Array.from(seen.invisible)).toHaveLength(characters);
});

test('a hundred thousand of them are read in a moment', () => {
  const started = process.cpuUsage();
  replaceInvisible('\u200B'.repeat(100_000), '');
  replaceInvisible(`${'\u{1F468}\u200D'.repeat(30_000)}\u200B`, '');
  replaceInvisible(`${'word '.repeat(20_000)}\u200B`, '');
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});
