// The words that judges and classifier are asked with: stored rulings are found by them, so they never change in silence.
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/core/canonical-json.ts';
import { requestKey } from '../../../src/evaluation/key.ts';
import { judgeRequest, JUDGE_PROMPT } from '../../../src/evaluation/prompts/judge.ts';
import { ALL_PROMPTS } from '../../../src/evaluation/prompts/judging-prompts.ts';
import { simulatedRef } from '../../support/harbor.ts';

/** Of every version that was ever released. A failure here means: raise the version, and move the old words to EARLIER_PROMPTS. */
const RELEASED: Readonly<Record<string, string>> = {
  'judge@1': '776c2f78d2fb647c',
  'classify@1': 'c9dbbdc27e321572',
  'judge@2': '9b0ac5a99bf4d066',
  'judge@3': '95191b46d51eb407',
  'classify@2': 'd823a5af45c9d380',
};

const all = ALL_PROMPTS.flatMap(({ judge, classify }) => [judge, classify]);

test.each(all)('the words of $version are the released ones, and say their version', ({ version, instructions }) => {
  expect(sha256(instructions).slice(0, 16)).toBe(RELEASED[version]);
  expect(instructions.endsWith(`\n(${version})`)).toBe(true);
});

test('every released version is kept', () => {
  expect([...new Set(all.map(({ version }) => version))].sort()).toEqual(Object.keys(RELEASED).sort());
});

test('other words are another key', () => {
  const task = { judge: simulatedRef('j'), clauses: [], conversation: [], response: 'r', draw: 'pool:1' };
  const earlier = { version: 'judge@0', instructions: JUDGE_PROMPT.instructions.replace('@2', '@0') };
  expect(requestKey(judgeRequest({ ...task, wording: JUDGE_PROMPT }))).toBe(requestKey(judgeRequest(task)));
  expect(requestKey(judgeRequest({ ...task, wording: earlier }))).not.toBe(requestKey(judgeRequest(task)));
});
