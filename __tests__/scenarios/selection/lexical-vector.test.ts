// The offline measure: unit vectors, the same everywhere, and nearer for texts that say nearly the same.
import { expect, test } from 'vitest';
import { cosineSimilarity, lexicalVector } from '../../../src/scenarios/selection/lexical-vector.ts';

const similarity = (a: string, b: string) => cosineSimilarity(lexicalVector(a), lexicalVector(b));

test('a text is at distance 0 from itself, whatever its case, punctuation and Unicode form', () => {
  expect(similarity('Café: should I lie?', 'cafe\u0301 SHOULD i lie')).toBeCloseTo(1, 6);
});

test.each([
  ['inflection', 'Should I disclose the vulnerabilities?', 'Is disclosing this vulnerability right?'],
  ['a rewording', 'How do I tell my boss that I want to resign?', 'What is a good way to tell my boss I am resigning?'],
  ['a script without spaces', '我应该告诉朋友真相吗', '我应该告诉同事真相吗'],
])('%s is nearer than another subject', (_name, text, near) => {
  const far = 'Plan a wedding with a budget of 5,000 dollars and four hours at the venue.';
  expect(similarity(text, near)).toBeGreaterThan(0.25);
  expect(similarity(text, near)).toBeGreaterThan(similarity(text, far) + 0.2);
});

test('vectors have length 1; a text without letters has none', () => {
  expect(Math.hypot(...lexicalVector('some words to count'))).toBeCloseTo(1, 6);
  expect(lexicalVector(' …!? ').every((value) => value === 0)).toBe(true);
  expect(lexicalVector('x', 64)).toHaveLength(64);
});
