// One side of a migration: a panel with its words and its context, and what it says of a stored answer.
import type { NightCell } from '../nightly/decision/record.ts';
import type { Ask } from '../evaluation/ask.ts';
import { shownClauses, type Comparison } from '../evaluation/comparison.ts';
import { compareModels } from '../evaluation/create-comparison.ts';
import { requestKey } from '../evaluation/key.ts';
import { askJudges, type JudgesTask } from '../evaluation/ask-judges.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { classifyRequest, readScores, type ClassifyTask } from '../evaluation/prompts/classify.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import type { JudgingPrompts } from '../evaluation/prompts/judging-prompts.ts';
import { isProblematic, type ValueScores } from '../evaluation/ruling.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Project } from '../run/load-project.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { hasRubrics } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import type { StoredItem } from './items.ts';
import { readRulings } from '../nightly/rejudge.ts';
import { comparisonRules } from '../gate/change/prepare-check.ts';

export interface MigrateSide {
  readonly project: Project;
  readonly prompts: JudgingPrompts;
  readonly comparison: Comparison;
}

/** What a migration changes of a panel: who rules and how they are asked, who scores and how, or both. */
export interface Parts {
  readonly rulings: boolean;
  readonly scores: boolean;
}

export type Scores = Pick<ValueScores, 'value1' | 'value2' | 'responseType'>;

/** A reply that something rests on. */
export interface Reply {
  readonly request: CompletionRequest;
  readonly completion: Completion;
}

/** What a panel said of one answer. */
export interface Said {
  readonly rulings: NightCell['rulings'];
  readonly against: boolean | 'missing';
  readonly scores?: Scores;
  /** Undefined where a night's record says it and the replies themselves are no longer stored. */
  readonly replies?: readonly Reply[];
}

export function createSide(project: Project, spec: Spec, prompts: JudgingPrompts): MigrateSide {
  const pairs = project.panel.models.map((model) => ({ base: model, head: model }));
  return { project, prompts, comparison: compareModels({ spec, pairs }, comparisonRules(project)) };
}

/** Every request that asking this side about an answer may take. */
export function requestsOf(
  side: MigrateSide,
  item: StoredItem,
  parts: Parts,
): readonly Pick<PlannedCall, 'request' | 'purpose'>[] {
  const task = panelTaskOf(side, item);
  const judging = task.judges.map((judge) => ({
    request: judgeRequest({ ...task, judge }),
    purpose: 'judge' as const,
  }));
  const scoring = classifyTaskOf(side, item);
  return [
    ...(parts.rulings ? judging : []),
    ...(parts.scores && scoring !== undefined
      ? [{ request: classifyRequest(scoring), purpose: 'classify' as const }]
      : []),
  ];
}

/** Asks what the parts name; as a check asks, so that the next check under this panel finds it stored. */
export async function askSide(
  side: MigrateSide,
  item: StoredItem,
  { parts, ask }: { readonly parts: Parts; readonly ask: Ask },
): Promise<Said> {
  const replies: Reply[] = [];
  const recorded: Ask = async (request) => {
    const answer = await ask(request);
    if (answer.status === 'answered') replies.push({ request, completion: answer.completion });
    return answer;
  };
  const [judgments, scores] = await Promise.all([
    parts.rulings ? askJudges(panelTaskOf(side, item), recorded) : [],
    parts.scores ? askScores(side, item, recorded) : undefined,
  ]);
  const said: Said = { rulings: readRulings(judgments), against: isProblematic(judgments), replies };
  return scores === undefined ? said : { ...said, scores };
}

/** What stands in the night's record, which outlives a judge and its words. */
export function readCell(
  side: MigrateSide,
  item: StoredItem & { readonly cell: NightCell },
  { parts, store }: { readonly parts: Parts; readonly store: AnswerStore },
): Said {
  const { rulings, against, type, scores } = item.cell;
  const replies = requestsOf(side, item, parts).flatMap(({ request }): readonly Reply[] => {
    const known = store.get(requestKey(request));
    return known === undefined ? [] : [{ request, completion: known.completion }];
  });
  const expected = (parts.rulings ? Object.keys(rulings).length : 0) + (parts.scores && scores !== undefined ? 1 : 0);
  return {
    rulings,
    against,
    ...(type !== undefined &&
      scores !== undefined && { scores: { value1: scores[0], value2: scores[1], responseType: type } }),
    ...(replies.length >= expected && { replies }),
  };
}

function panelTaskOf({ comparison, prompts }: MigrateSide, item: StoredItem): JudgesTask {
  const { scenario, response, drawName, audited } = item;
  return {
    judges: comparison.judges,
    clauses: shownClauses(comparison, scenario, 'base'),
    conversation: scenario.messages,
    response,
    draw: drawName,
    audited,
    wording: prompts.judge,
  };
}

function classifyTaskOf({ comparison, prompts }: MigrateSide, item: StoredItem): ClassifyTask | undefined {
  const { classifier } = comparison;
  const { scenario, response, drawName } = item;
  if (classifier === undefined || !hasRubrics(scenario)) return undefined;
  return { classifier, scenario, response, draw: drawName, wording: prompts.classify };
}

async function askScores(side: MigrateSide, item: StoredItem, ask: Ask): Promise<Scores | undefined> {
  const task = classifyTaskOf(side, item);
  if (task === undefined) return undefined;
  const answer = await ask(classifyRequest(task));
  const scores = answer.status === 'missing' ? 'missing' : readScores(task, answer.completion);
  if (scores === 'missing') return undefined;
  const { value1, value2, responseType } = scores;
  return { value1, value2, responseType };
}
