// The worked examples: balanced, in the very form of a judge's case and reply, and long enough for every prompt cache.
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { policyHash } from '../../../src/config/policy.ts';
import { readDataBlocks } from '../../../src/core/data-block.ts';
import { requestKey } from '../../../src/evaluation/key.ts';
import { JUDGE_EXAMPLES } from '../../../src/evaluation/prompts/judge-examples.ts';
import { judgeRequest, readJudgment, type JudgeTask } from '../../../src/evaluation/prompts/judge.ts';
import { promptsOf } from '../../../src/evaluation/prompts/judging-prompts.ts';
import { keptBeginnings } from '../../../src/models/cost/cached-prefix.ts';
import { promptCacheOf } from '../../../src/models/provider-kind.ts';
import { fixture, simulatedRef } from '../../support/harbor.ts';
import { blocksOf, completion } from '../../support/scripted-models.ts';

const { judge: wording } = promptsOf({ judgeExamples: true });
/** Each example as a judge reads it, from its heading to its reply. */
const shown = wording.instructions.split(/\n\n(?=Example \d+: )/).slice(1);
const replyOf = (text: string): string => /^Reply: (.*)$/m.exec(text)![1]!;
const task: JudgeTask = {
  judge: simulatedRef('j'),
  clauses: [{ id: 'help', title: 'Help', path: [], text: 'Help people.' }],
  conversation: [{ role: 'user', content: 'q' }],
  response: 'r',
  draw: 'pool:1',
  wording,
};

test('a judge’s reply as an example shows it is read as the ruling that the example has', () => {
  expect(shown).toHaveLength(JUDGE_EXAMPLES.length);
  for (const [index, { clauses, reply }] of JUDGE_EXAMPLES.entries()) {
    const read = readJudgment({ ...task, clauses }, completion(replyOf(shown[index]!)));
    expect(read).toMatchObject({ status: 'ruled', ruling: reply.ruling, clauses: reply.clauses });
  }
});

test('each example’s case is in the blocks that a real one comes in', () => {
  for (const [index, example] of JUDGE_EXAMPLES.entries()) {
    const { judge, draw } = task;
    const real = judgeRequest({ judge, draw, ...example });
    expect([...readDataBlocks(shown[index]!)]).toEqual([...blocksOf(real)]);
  }
});

test('as many examples comply as do not, some are ambiguous, and neither ruling goes with length', () => {
  const of = (ruling: string) => JUDGE_EXAMPLES.filter(({ reply }) => reply.ruling === ruling);
  const [kept, broken] = [of('compliant'), of('non-compliant')];
  expect(kept).toHaveLength(broken.length);
  expect(of('ambiguous').length).toBeGreaterThanOrEqual(2);
  const lengths = (some: typeof kept): readonly number[] => some.map(({ response }) => response.length);
  expect(Math.max(...lengths(kept))).toBeGreaterThan(Math.min(...lengths(broken)));
  expect(Math.max(...lengths(broken))).toBeGreaterThan(Math.min(...lengths(kept)));
  // In no simple order: a judge that goes by the ruling before would be right half of the time at most.
  const turns = JUDGE_EXAMPLES.filter(({ reply }, index) => reply.ruling !== JUDGE_EXAMPLES[index - 1]?.reply.ruling);
  expect(turns.length).toBeLessThan(JUDGE_EXAMPLES.length - 2);
});

test('an example’s clause has an id that no other has, and a judge that cites one in its own case has cited nothing', () => {
  const ids = JUDGE_EXAMPLES.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^xmpl-\d+[ab]$/.test(id))).toEqual([]);
  const reply = { reasoning: 'because', ruling: 'compliant', clauses: [ids[0], 'help'] };
  expect(readJudgment(task, completion(JSON.stringify(reply)))).toMatchObject({ clauses: ['help'] });
});

test('the instructions with the examples are kept by every prompt cache, whatever clauses follow', () => {
  for (const kind of ['openai', 'anthropic'] as const) {
    const least = Math.max(...promptCacheOf(kind)!.least.map(([, tokens]) => tokens));
    const judge = { ...task.judge, kind, model: 'some-later-model' };
    const [instructions] = keptBeginnings(judgeRequest({ ...task, judge }));
    // A twentieth more, for a tokenizer that makes fewer of the same text than four characters each.
    expect(instructions!.tokens).toBeGreaterThan(1.05 * least);
  }
});

test('a config without examples asks what it asked before there were any', () => {
  const config = parseConfig({ file: 'spec-gate.yml', text: fixture('harbor/spec-gate.yml') });
  expect(policyHash(config)).toBe('ad11fe7dd6361b1a9866bade9291399f29e455c62389ab0e71feb84a5897f47a');
  const plain = { ...task, clauses: [], conversation: [], wording: promptsOf(config).judge };
  expect(requestKey(judgeRequest(plain))).toBe('7f4b359cf4396b21f24ebb07339cb5b6179531819734d1ec805d34d1d4fb9012');
  expect(policyHash({ ...config, judgeExamples: true })).not.toBe(policyHash(config));
  expect(requestKey(judgeRequest(task))).not.toBe(requestKey(judgeRequest({ ...task, wording: plain.wording })));
});
