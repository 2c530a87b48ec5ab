// What is said of a changed model's figures agrees with the intervals beside them.
import { expect, test } from 'vitest';
import type { ResponseType } from '../../src/core/study-words.ts';
import type { ReportModelChange } from '../../src/report/report-answers.ts';
import { writeAnswer, writeModelShift } from '../../src/report/model-change-words.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { markdownSentence } from '../../src/render/safe-markdown.ts';

const NOTHING: ReportModelChange = {
  model: 'a/new',
  origin: 'same',
  stage: 'confirm',
  differences: [],
  panel: { others: 0 },
  values: [],
  clauses: [],
  topics: [],
  outliers: { new: 0, gone: 0, standing: 0 },
  falseRefusals: [],
  examples: [],
};

test.each([
  ['seen', [0.03, 0.19], 0.02, '(+11 points, 3 to 19)'],
  ['beyond its own interval only', [0.03, 0.19], 0.06, '3 to 19; not beyond chance among so many figures)'],
  ['beyond nothing', [-0.01, 0.23], 0.3, '−1 to 23; no change seen)'],
] as const)('a rise that is %s', (_what, interval, adjustedP, expected) => {
  const nonCompliance = { base: 0.1, head: 0.21, change: 0.11, interval, p: 0.01, adjustedP, scenarios: 24 };
  expect(plainText(writeModelShift({ ...NOTHING, nonCompliance }, undefined)[0]!)).toContain(expected);
});

const SHIFT = { base: 0.1, head: 0.2, change: 0.1, p: 0.4, adjustedP: 1, scenarios: 24 };
const MOVEMENT = { distance: 0.1, expected: 0.1, p: 0.4, adjustedP: 1, scenarios: 24 };

test.each([
  ['confirm', { nonCompliance: SHIFT }, 'answers of both sides', 'drift'],
  ['screen', { nonCompliance: SHIFT }, 'against stored ones of the base', 'drift'],
  ['screen', { kinds: MOVEMENT }, 'a drift since then counts as the model’s own', 'both sides'],
  ['screen', {}, 'none of its answers could be compared', 'read on'],
  ['screen', { origin: 'added' }, 'none of its answers could be compared', 'beside'],
  [
    'screen',
    { origin: 'added', panel: { others: 3, nonCompliance: SHIFT } },
    'stands beside the panel only',
    'read on',
  ],
] as const)('%s: it is said what %j was read on', (stage, figures, expected, absent) => {
  const basis = plainText(writeModelShift({ ...NOTHING, stage, ...figures }, undefined).at(-1)!);
  expect(basis).toContain(expected);
  expect(basis).not.toContain(absent);
});

test('a kind of answer that is none of the seven is somebody’s word, not ours', () => {
  const responseType = '<img src=x onerror=alert(1)> @team' as ResponseType;
  const sentence = writeAnswer({ model: 'a', problematic: true, responseType, clauses: [] });
  const own = sentence.filter(({ kind }) => kind === 'words').map(({ text }) => text);
  expect(own.join('')).not.toContain('@team');
  expect(markdownSentence(sentence)).toContain('`<img src=x onerror=alert(1)> @team`');
});
