// Replies that flip judges without answering: told before anybody is asked.
import { expect, test } from 'vitest';
import { responseText } from '../../src/evaluation/evaluate.ts';
import { NO_USAGE } from '../../src/models/model.ts';

const textOf = (text: string, finish: 'stop' | 'refusal' = 'stop') =>
  responseText({ text, finish, usage: NO_USAGE, adapted: [] });

test.each([
  ':',
  ' . ',
  '\n---\n',
  '“…”',
  'Thought process:',
  '**Solution**',
  "Let's solve this problem step by step.",
  '解',
  'かいせつ',
  'Respuesta:',
  '\u200B:',
  ':'.repeat(500),
  `Thought process:${' '.repeat(500)}---`,
])('%j is no answer, however it ended', (text) => {
  expect(textOf(text)).toBeUndefined();
  expect(textOf(text, 'refusal')).toBeUndefined();
});

test.each([
  'Yes.',
  '42',
  '👍',
  'Solution: use a lock.',
  'はい',
  'لا',
  'I will not help with that.',
  '½',
  'Thought process: none',
  `${'. '.repeat(300)}Yes.`,
  'yes '.repeat(100),
])('%j is one', (text) => {
  expect(textOf(text)).toBe(text);
});
