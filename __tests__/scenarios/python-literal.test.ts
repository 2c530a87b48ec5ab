// What Python's `repr` gives, as `python3 -c 'print(...)'` printed it.
import { expect, test } from 'vitest';
import { parsePython } from '../../src/scenarios/rows/python-literal.ts';

test.each<[string, unknown]>([
  [`{'question': 'What colour is the sky?'}`, { question: 'What colour is the sky?' }],
  [String.raw`["It's", 'say "hi"', 'both \' and "']`, ["It's", 'say "hi"', 'both \' and "']],
  [String.raw`['a\nb\tc\\d', '\x00\x7f', '\u200b', '\U000e0001']`, ['a\nb\tc\\d', '\0\u007F', '\u200B', '\u{E0001}']],
  [`{'n': [1, -2.5, 1e-07, True, False, None, nan]}`, { n: [1, -2.5, 1e-7, true, false, null, null] }],
  [`(1,)`, [1]],
  [`{'a': (), 'b': {}}`, { a: [], b: {} }],
])('%s', (text, value) => {
  expect(parsePython(text)).toEqual(value);
});

test.each([
  `['A?' 'B?']`,
  `[HumanMessage(content='A?')]`,
  `{1: 'a'}`,
  `{'a', 'b'}`,
  `['open`,
  `array([1, 2])`,
  `'a text'`,
  `{'__proto__': {'a': 1}}`,
  `{'a': 1, 'a': 2}`,
])('%s is no such value', (text) => {
  expect(parsePython(text)).toBeUndefined();
});
