import { expect, test } from 'vitest';
import { disclose } from '../../../src/report/build/disclose.ts';

test('an excerpt is a beginning, whole characters, and says that it is cut', () => {
  const emoji = '\u{1F600}'.repeat(400);
  const excerpt = disclose(`x${emoji}`, 'excerpts');
  expect(excerpt.endsWith('…')).toBe(true);
  expect(excerpt.length).toBeLessThanOrEqual(281);
  expect(excerpt).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  expect(`x${emoji}`.startsWith(excerpt.slice(0, -1))).toBe(true);
});

test('short texts and full disclosure are left alone', () => {
  expect(disclose('short', 'excerpts')).toBe('short');
  expect(disclose('x'.repeat(1000), 'full')).toHaveLength(1000);
});
