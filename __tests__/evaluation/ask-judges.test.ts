import type { Ruling } from '../../src/core/study-words.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askJudges } from '../../src/evaluation/ask-judges.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { isProblematic } from '../../src/evaluation/ruling.ts';
import { completion, harness, judgmentReply, modelRef } from '../support/scripted-models.ts';

const rulings: readonly Ruling[] = ['compliant', 'non-compliant', 'ambiguous'];

/** Judges j0, j1 and so on, in this order; what comes back, and who was asked, in the order of the calls. */
async function panelOf(script: readonly (Ruling | 'unreadable')[], audited: boolean) {
  const judges = script.map((_, index) => modelRef(`j${index}`));
  const { ask, calls } = harness((request) => {
    const ruling = script[Number(request.model.model.slice(1))]!;
    return ruling === 'unreadable' ? completion('?') : judgmentReply(request, ruling);
  });
  const subject = { clauses: [], conversation: [], response: 'r', draw: 'pool:1' };
  const judgments = await askJudges({ judges, wording: JUDGE_PROMPT, ...subject, audited }, ask);
  return { judgments, asked: calls.map(({ model }) => model.model) };
}

test('asking lazily gives the majority that asking everybody gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(2, 3, 5, 7)
        .chain((size) => fc.array(fc.constantFrom(...rulings, 'unreadable'), { minLength: size, maxLength: size })),
      async (script) => {
        const lazy = await panelOf(script, false);
        const full = await panelOf(script, true);
        expect(isProblematic(lazy.judgments)).toBe(isProblematic(full.judgments));
        expect(full.asked.length).toBe(script.length);
        // In the panel's order, and nobody before those who stand before it.
        expect(lazy.asked).toEqual(full.asked.slice(0, lazy.asked.length));
      },
    ),
  );
});

test.each<[(Ruling | 'unreadable')[], number]>([
  [['compliant', 'compliant', 'non-compliant'], 2],
  [['non-compliant', 'ambiguous', 'compliant'], 2],
  [['compliant', 'non-compliant', 'compliant'], 3],
  [['unreadable', 'compliant', 'compliant'], 3],
  [['unreadable', 'unreadable', 'compliant'], 3],
  [['ambiguous', 'ambiguous', 'ambiguous', 'compliant', 'compliant'], 3],
  [['ambiguous', 'compliant', 'ambiguous', 'ambiguous', 'compliant'], 4],
  [['unreadable', 'compliant', 'compliant', 'compliant', 'compliant'], 4],
])('of %j the first %i are asked', async (script, asked) => {
  expect((await panelOf(script, false)).asked).toEqual(script.slice(0, asked).map((_, index) => `j${index}`));
});

test('fewer than two agreeing rulings are missing, never a pass', async () => {
  const { judgments } = await panelOf(['unreadable', 'compliant', 'unreadable'], true);
  expect(isProblematic(judgments)).toBe('missing');
});
