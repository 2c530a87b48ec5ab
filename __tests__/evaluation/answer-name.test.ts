// Which answer a draw is given: under a spec that models never see, one serves two draws of a confirmation.
import { expect, test } from 'vitest';
import { listCellTasks } from '../../src/evaluation/cell-task.ts';
import { compareSpecs, type PanelModel } from '../../src/evaluation/create-comparison.ts';
import type { Comparison } from '../../src/evaluation/comparison.ts';
import { evaluate } from '../../src/evaluation/evaluate.ts';
import { JUDGE_PROMPT } from '../../src/evaluation/prompts/judge.ts';
import type { CompletionRequest } from '../../src/models/model.ts';
import { findCopying } from '../../src/decision/copies.ts';
import { clause, completion, judgmentReply, modelRef, scenario, spec } from '../support/scripted-models.ts';

const judges = [modelRef('one'), modelRef('two'), modelRef('three')];
const brought: PanelModel = {
  ref: modelRef('brought'),
  recorded: { file: 'answers.jsonl', to: () => [], scenarios: 0, digest: 'd' },
};

function compare(
  specUse: 'target' | 'prompt',
  models: readonly PanelModel[] = [{ ref: modelRef('asked') }],
): Comparison {
  const [base, head] = [spec(clause('help', 'Help.')), spec(clause('help', 'Help always.'))];
  const rules = { judges, classifier: undefined, judgeContext: 'linked', auditShare: 0.2, scoredDraws: 1 } as const;
  return compareSpecs(
    { base, head, changes: [], models },
    { ...rules, wording: JUDGE_PROMPT, specUse, policyHash: 'p' },
  );
}

function answersOf(comparison: Comparison, stage: 'screen' | 'confirm'): readonly string[] {
  const range = { stage, scenarios: [scenario('s1', ['help'])], draws: { base: 4, head: 0 } } as const;
  return listCellTasks(comparison, range).map(({ answerName }) => answerName);
}

test('a confirmation under target is given the pool’s answers, each for two draws', () => {
  const target = compare('target');
  expect(answersOf(target, 'confirm')).toEqual(['pool:1', 'pool:1', 'pool:2', 'pool:2']);
  expect(answersOf(target, 'screen')).toEqual(['pool:1', 'pool:2', 'pool:3', 'pool:4']);
});

test('prompts, nights and answers that somebody brought have one a draw', () => {
  const own = (digest: string): readonly string[] => [1, 2, 3, 4].map((n) => `confirm:${digest}:${n}`);
  const prompt = compare('prompt');
  expect(answersOf(prompt, 'confirm')).toEqual(own(prompt.digest));
  const recorded = compare('target', [brought]);
  expect(answersOf(recorded, 'confirm')).toEqual(own(recorded.digest));
  const night = { ...compare('target'), night: '2026-11-29' };
  expect(answersOf(night, 'confirm')).toEqual([1, 2, 3, 4].map((n) => `night:2026-11-29:${n}`));
});

test('the rulings on it are drawn anew, and it is no copy', async () => {
  const comparison = compare('target');
  const scenarios = Array.from({ length: 12 }, (_, index) => scenario(`s${index}`, ['help']));
  const asked: CompletionRequest[] = [];
  const cells = await evaluate(
    comparison,
    listCellTasks(comparison, { stage: 'confirm', scenarios, draws: { base: 2, head: 2 } }),
    async (request) => {
      asked.push(request);
      const isAnswer = request.format === undefined;
      const text = `${request.messages[0]!.content} under ${request.draw}`;
      return { status: 'answered', completion: isAnswer ? completion(text) : judgmentReply(request, 'compliant') };
    },
  );
  const draws = (isAnswer: boolean): ReadonlySet<string> =>
    new Set(asked.filter(({ format }) => (format === undefined) === isAnswer).map(({ draw }) => draw));
  expect(draws(true)).toEqual(new Set(['pool:1']));
  expect(draws(false)).toEqual(new Set([1, 2].map((n) => `confirm:${comparison.digest}:${n}`)));
  expect(new Set(cells.map(({ scenario: id, response }) => `${id} ${response}`)).size).toBe(scenarios.length);
  expect(findCopying(cells, 'target').size).toBe(0);
  // With an answer for each draw, answers that are equal word for word are copies.
  expect(findCopying(cells, 'prompt')).toEqual(new Set(['test/asked']));
});
