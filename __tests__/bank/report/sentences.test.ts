// What the commands that build a bank say: whole sentences, in which nothing from outside is shown as it came.
import { expect, test } from 'vitest';
import { describeGeneration, describePlan, describeScoring } from '../../../src/bank/generation/describe-bank-run.ts';
import { describeViolations } from '../../../src/bank/generation/describe-violations.ts';
import { renderFollowed } from '../../../src/bank/report/link-text.ts';
import { plainText } from '../../../src/render/plain-text.ts';
import type { Sentence } from '../../../src/render/sentence.ts';

/** A zero-width space would hide in a terminal. */
const OUTSIDE = 'from\u200boutside';
const SHOWN = String.raw`from\u{200b}outside`;

const linesOf = (sentences: readonly Sentence[]): string => sentences.map((one) => plainText(one)).join('\n');

test.each<readonly [string, readonly Sentence[], string]>([
  [
    'a generation',
    describeGeneration(
      {
        seeds: 2,
        scenarios: 3,
        dropped: { nudges: { [OUTSIDE]: 1 } },
        unanswered: {},
        duplicates: { exact: 0, near: 1 },
        byGenerator: { [OUTSIDE]: { seeds: 2, scenarios: 3 } },
      },
      1,
    ),
    `3 scenarios from 2 pairs, 1 of them new to the bank\n  ${SHOWN}: 3 from 2\ndropped: 1 at nudges (${SHOWN})`,
  ],
  [
    'a scoring',
    describeScoring({ scored: 1, unchanged: 1200, kept: { [OUTSIDE]: 2 }, stopped: 'quota' }),
    `1 scenario scored, 1,200 scored before with the same result\n2 left as they were: ${SHOWN}\nstopped early (`,
  ],
  [
    'violations',
    describeViolations({
      count: 4,
      clauses: [{ clause: OUTSIDE, before: 0, after: 1, items: [], letPass: 2, duplicates: 0, lost: { [OUTSIDE]: 3 } }],
    }),
    `3 gave nothing: ${SHOWN}\n${SHOWN} has 1 of 4`,
  ],
  [
    'followed links',
    renderFollowed(
      { scenarios: [], moved: [{ from: OUTSIDE, to: 'new', scenarios: 1 }], dead: [{ clause: 'gone', scenarios: 2 }] },
      { from: 'main', bank: 'bank.jsonl' },
    ),
    `${SHOWN} -> new: 1 scenario\nin bank.jsonl\ngone: 2 scenarios name it, and the spec does not have it`,
  ],
])('%s', (_, sentences, expected) => {
  expect(linesOf(sentences)).toContain(expected);
  expect(linesOf(sentences)).not.toMatch(/undefined|NaN|\[object|\u200b/);
});

test('a plan stands in columns', () => {
  const totals = { calls: 3, inputTokens: 1500, outputTokens: 20, usd: 0.004 };
  const plan = {
    steps: [{ step: 'nudges', stored: 1, least: totals, most: totals }],
    least: totals,
    most: totals,
    stored: 1,
  };
  expect(linesOf(describePlan(plan)).split('\n').slice(0, 2)).toEqual([
    'nudges  3 calls, 1 stored; 1,500 tokens in, 20 out; at most about $0.00',
    'total   3 calls, 1 stored; 1,500 tokens in, 20 out; at most about $0.00',
  ]);
});
