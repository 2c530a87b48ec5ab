// How wide text is in a terminal: what is taken for plain is as wide as the library says, alone and side by side.
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/render/text-width.ts';

const SIGNS = Array.from({ length: 0x2600 }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => sign.trim() !== '',
);

test('each sign is as wide as the library says, alone and after a letter', () => {
  const unlike = SIGNS.filter((sign) => {
    return widthOf(sign) !== stringWidth(sign) || widthOf(`a${sign}`) !== stringWidth(`a${sign}`);
  });
  expect(unlike).toEqual([]);
});

test.each([
  ['PASS · 12 of 40 → 3', 19],
  ['“naïve” – café…', 15],
  ['漢字', 4],
  ['©\uFE0F', 2],
  ['1\uFE0F\u20E3', 2],
  ['e\u0301', 1],
  ['\u001B[31mred\u001B[39m', 3],
  ['soft\u00ADhyphen', 10],
])('%j is %i columns wide', (text, width) => {
  expect(widthOf(text)).toBe(width);
  expect(widthOf(text)).toBe(stringWidth(text));
});
