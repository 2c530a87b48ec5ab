import type { Ruling } from '../../src/core/study-words.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askJudges } from '../../src/evaluation/ask-judges.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { isProblematic } from '../../src/evaluation/ruling.ts';
import { completion, harness, judgmentReply, modelRef } from '../support/scripted-models.ts';

const rulings: readonly Ruling[] = ['compliant', 'non-compliant', 'ambiguous'];

async function panelOf(script: readonly (Ruling | 'unreadable')[], audited: boolean, seed: string) {
  const judges = script.map((_, index) => modelRef(`j${index}`));
  const { ask, calls } = harness((request) => {
    const ruling = script[Number(request.model.model.slice(1))]!;
    return ruling === 'unreadable' ? completion('?') : judgmentReply(request, ruling);
  });
  const subject = { clauses: [], conversation: [], response: 'r', draw: 'pool:1' };
  const task = { judges, wording: JUDGE_PROMPT, ...subject, audited, orderSeed: seed };
  return { judgments: await askJudges(task, ask), calls: calls.length };
}

test('asking lazily gives the majority that asking everybody gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(3, 5, 7)
        .chain((size) => fc.array(fc.constantFrom(...rulings), { minLength: size, maxLength: size })),
      fc.string(),
      async (script, seed) => {
        const lazy = await panelOf(script, false, seed);
        const full = await panelOf(script, true, seed);
        expect(isProblematic(lazy.judgments)).toBe(isProblematic(full.judgments));
        expect(full.calls).toBe(script.length);
        expect(lazy.calls).toBeLessThanOrEqual(full.calls);
      },
    ),
  );
});

test.each<[(Ruling | 'unreadable')[], number]>([
  [['compliant', 'compliant', 'compliant'], 2],
  [['non-compliant', 'ambiguous', 'ambiguous'], 2],
  [['unreadable', 'unreadable', 'compliant'], 3],
])('%j asks %i judges', async (script, calls) => {
  expect((await panelOf(script, false, 'seed')).calls).toBe(calls);
});

test('fewer than two agreeing rulings are missing, never a pass', async () => {
  const { judgments } = await panelOf(['unreadable', 'compliant', 'unreadable'], true, 's');
  expect(isProblematic(judgments)).toBe('missing');
});

test('no judge is always the one left out', async () => {
  const left = new Set<string>();
  for (let seed = 0; seed < 40; seed += 1) {
    const { judgments } = await panelOf(['compliant', 'compliant', 'compliant'], false, String(seed));
    const asked = new Set(judgments.map(({ judge }) => judge));
    for (const judge of ['test/j0', 'test/j1', 'test/j2']) if (!asked.has(judge)) left.add(judge);
  }
  expect(left.size).toBe(3);
});
