// A member that may be absent is written in one of two ways: `...whereDefined({ usd })` where it is left out for having no
// value, `...(isFinal && { usd })` where something else decides.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** `...(a ? {} : { b })`, `...(a ? { b } : {})`, and `...(a !== undefined && { b: a })`. */
const OTHER_WAYS = [
  /\.\.\.\([^;]*?\? \{\} :/,
  /\.\.\.\([^;]*?: \{\}\)/,
  /\.\.\.\(([\w.]+) !== undefined && \{ (?:\1|\w+: \1) \}\)/,
];

const otherWays = (text: string) =>
  OTHER_WAYS.flatMap((way) => [...text.matchAll(new RegExp(way, 'g'))].map(([found]) => found));

test('a member without a value is left out in one way', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const found = files.flatMap((file) =>
    otherWays(readFileSync(join(SOURCE, file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  '{ ...(usd === undefined ? {} : { usd }) }',
  '{ ...(isPaid ? { usd } : {}) }',
  '{ ...(usd !== undefined && { usd }) }',
  '{ ...(cost.usd !== undefined && { usd: cost.usd }) }',
])('%s is found', (text) => {
  expect(otherWays(text)).toHaveLength(1);
});

test.each(['{ ...whereDefined({ usd }) }', '{ ...(isPaid && { usd }) }', '[...(isPaid ? [usd] : [])]'])(
  '%s is not',
  (text) => {
    expect(otherWays(text)).toEqual([]);
  },
);
