// Which answers of known ruling a confirmation has judged once more: those of clauses that look loosened.
import { expect, test } from 'vitest';
import { compareSpecs } from '../../src/evaluation/create-comparison.ts';
import type { Control } from '../../src/evaluation/controls/control.ts';
import type { ControlTask } from '../../src/evaluation/controls/judge-controls.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import { runControls } from '../../src/gate/run-controls.ts';
import { clause, judgmentReply, modelRef, spec } from '../support/scripted-models.ts';

const judges = [modelRef('one'), modelRef('two'), modelRef('three')];
const base = spec(clause('a', 'Do.'), clause('b', 'Do not.'));
const comparison = compareSpecs(
  { base, head: base, changes: [], models: [{ ref: modelRef('asked') }] },
  {
    specUse: 'target',
    judges,
    classifier: undefined,
    judgeContext: 'linked',
    wording: JUDGE_PROMPT,
    auditShare: 0.2,
    scoredDraws: 1,
    policyHash: 'p',
  },
);
const control = (id: string, role: Control['role'], clauses: readonly string[]): Control => ({
  id,
  source: 'labelled',
  role,
  clauses,
  expected: 'non-compliant',
  conversation: [{ role: 'user', content: id }],
  response: `answer to ${id}`,
  shown: { base: [], head: [] },
});
const controls = [control('of a', 'violation', ['a']), control('of b', 'violation', ['b']), control('c', 'canary', [])];

test.each([
  ['none', []],
  ['one', ['b']],
])('clauses that look loosened: %s', async (_, loosened) => {
  const judged: ControlTask[] = [];
  await runControls(
    { controls, rulings: [] },
    {
      comparison,
      round: { stage: 'confirm', draws: 1, scenarios: 1 },
      cells: [],
      scenarios: [],
      flagged: () => new Set(loosened),
    },
    {
      ask: async (request) => ({ status: 'answered', completion: judgmentReply(request, 'non-compliant') }),
      onControls: (tasks) => judged.push(...tasks),
    },
  );
  const idsIn = (stage: string): readonly string[] => [
    ...new Set(judged.filter((task) => task.stage === stage).map((task) => task.control.id)),
  ];
  expect(idsIn('screen')).toEqual(['c', 'of a', 'of b']);
  expect(idsIn('confirm')).toEqual(loosened.map((id) => `of ${id}`));
});
