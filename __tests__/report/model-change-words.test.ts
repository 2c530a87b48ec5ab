// What is said of a changed model's figures agrees with the intervals beside them.
import { expect, test } from 'vitest';
import type { ReportModelChange } from '../../src/report/report.ts';
import { writeModelShift } from '../../src/report/model-change-words.ts';
import { plainText } from '../../src/report/plain-text.ts';

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

test.each([
  ['confirm', 'answers of both sides'],
  ['screen', 'a drift since then counts as the model’s own'],
] as const)('on the %s it is said what was read', (stage, expected) => {
  const sentences = writeModelShift({ ...NOTHING, stage }, undefined);
  expect(plainText(sentences.at(-1)!)).toContain(expected);
});
