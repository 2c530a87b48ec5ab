import { expect, test } from 'vitest';
import { keepInSpool } from '../../src/io/text-spool.ts';

test('texts are read back whole by their numbers, from memory and from the file, while more come', () => {
  const kept = keepInSpool(100);
  const texts = [
    'short',
    'ä漢🙂 of several bytes',
    '',
    'x'.repeat(3_000_000),
    'a\nb\0c',
    ...Array.from({ length: 50 }, (_, index) => `number ${index}`),
  ];
  for (const [index, text] of texts.entries()) {
    expect(kept.add(text)).toBe(index);
    expect(kept.at(Math.floor(index / 2))).toBe(texts[Math.floor(index / 2)]);
  }
  expect(texts.map((_, index) => kept.at(index))).toEqual(texts);
});
