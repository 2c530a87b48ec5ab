// What a reply says of its tokens and of its own name, whatever that is.
import { expect, test } from 'vitest';
import { countUsage, nameOf } from '../../src/models/usage.ts';

const other = { sent: () => 'four words are here', text: 'and five more of them' };

test.each<[string, unknown]>([
  ['more than any call has', 1e15],
  ['infinite', Number.POSITIVE_INFINITY],
  ['less than none', -1],
  ['no number', '12'],
  ['absent', undefined],
])('tokens that are %s are estimated, and the count says so', (_, tokens) => {
  const { usage, estimated } = countUsage({ input: tokens, output: tokens, cached: tokens }, other);
  expect(estimated).toBe(true);
  expect([usage.inputTokens, usage.outputTokens].every((count) => count > 0 && count < 100)).toBe(true);
  expect(usage.cachedInputTokens).toBe(0);
});

test('others count as they are, fractions rounded up', () => {
  const { usage, estimated } = countUsage({ input: 1_000_000, output: 2.2 }, other);
  expect([usage.inputTokens, usage.outputTokens, estimated]).toEqual([1_000_000, 3, false]);
});

test('a name has an end', () => {
  expect(nameOf('gpt-5.5-2026-04-01')).toBe('gpt-5.5-2026-04-01');
  expect(nameOf('x'.repeat(10_000))).toBe('x'.repeat(200));
  expect([nameOf(''), nameOf(7)]).toEqual([undefined, undefined]);
});
