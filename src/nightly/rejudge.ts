// Has tonight's judges rule on answers that are stored from another night, and tonight's classifier score them.
import type { Ask } from '../evaluation/ask.ts';
import { shownClauses, type Comparison } from '../evaluation/comparison.ts';
import { nightDraw } from '../evaluation/draw.ts';
import { responseText } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import { askJudges, type JudgesTask } from '../evaluation/ask-judges.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { classifyRequest, readScores, type ClassifyTask } from '../evaluation/prompts/classify.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import { isProblematic, type Judgment, type ValueScores } from '../evaluation/ruling.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { NightCell, RejudgedCell } from './decision/record.ts';
import type { CompletionRequest } from '../models/model.ts';
import { hasRubrics, type Scenario } from '../scenarios/scenario.ts';
import type { StoredResponse } from './suspects.ts';

/** Added to the draw number of rulings on old answers, so that they are asked anew even for answers of the same night. */
const REJUDGED = 1000;

export interface RejudgeMeans {
  readonly comparison: Comparison;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly store: AnswerStore;
  readonly ask: Ask;
  /** Tonight. */
  readonly date: string;
}

/** Every judge's ruling and the classifier's scores on each answer; answers that are no longer stored are left out. */
export async function rejudge(
  responses: readonly StoredResponse[],
  means: RejudgeMeans,
): Promise<readonly RejudgedCell[]> {
  const cells = await Promise.all(
    responses.map(async (response): Promise<RejudgedCell | undefined> => {
      const requests = rejudgeRequests(response, means);
      if (requests === undefined) return undefined;
      const { panel, classify } = requests;
      const [judgments, scores] = await Promise.all([
        askJudges(panel, means.ask),
        classify === undefined ? undefined : askScores(classify, means.ask),
      ]);
      return { ...response, against: isProblematic(judgments), rulings: readRulings(judgments), ...scoredAs(scores) };
    }),
  );
  return cells.filter((cell) => cell !== undefined);
}

/** The calls that seeing these answers again takes. `standIn` is a text for those that are not there yet. */
export function planRejudge(
  responses: readonly StoredResponse[],
  means: Omit<RejudgeMeans, 'ask'> & { readonly standIn?: string },
): readonly PlannedCall[] {
  return responses.flatMap((response): readonly PlannedCall[] => {
    const requests = rejudgeRequests(response, means);
    if (requests === undefined) return [];
    const { panel, classify } = requests;
    const plan = (request: CompletionRequest, purpose: PlannedCall['purpose']): PlannedCall => {
      return { request, purpose, stored: means.store.get(requestKey(request)) !== undefined, optional: false };
    };
    return [
      ...panel.judges.map((judge) => plan(judgeRequest({ ...panel, judge }), 'judge')),
      ...(classify === undefined ? [] : [plan(classifyRequest(classify), 'classify')]),
    ];
  });
}

/** What is asked about one stored answer; undefined where it is no longer stored. */
function rejudgeRequests(
  response: StoredResponse,
  { comparison, scenarios, store, date, standIn }: Omit<RejudgeMeans, 'ask'> & { readonly standIn?: string },
): { readonly panel: JudgesTask; readonly classify: ClassifyTask | undefined } | undefined {
  const scenario = scenarios.get(response.scenario);
  const slot = comparison.slots.find(({ id }) => id === response.model);
  if (scenario === undefined || slot === undefined) return undefined;
  const answer = store.get(requestKey(respondRequest(slot.head, scenario, nightDraw(response.from, response.draw))));
  const text = answer === undefined ? standIn : responseText(answer.completion);
  if (text === undefined) return undefined;
  const { judges, classifier, wording } = comparison;
  const draw = nightDraw(date, REJUDGED + response.draw);
  const panel = {
    judges,
    clauses: shownClauses(comparison, scenario, 'head'),
    conversation: scenario.messages,
    response: text,
    draw,
    wording,
    audited: true,
  };
  const isScored = classifier !== undefined && hasRubrics(scenario);
  return { panel, classify: isScored ? { classifier, scenario, response: text, draw } : undefined };
}

async function askScores(task: ClassifyTask, ask: Ask): Promise<ValueScores | 'missing'> {
  const answer = await ask(classifyRequest(task));
  return answer.status === 'missing' ? 'missing' : readScores(task, answer.completion);
}

/** Scores as a night keeps them; nothing where there are none. */
export function scoredAs(scores: ValueScores | 'missing' | undefined): Pick<NightCell, 'type' | 'scores'> {
  if (scores === undefined || scores === 'missing') return {};
  return { type: scores.responseType, scores: [scores.value1, scores.value2] };
}

/** By judge: whether it ruled against. */
export function readRulings(judgments: readonly Judgment[]): NightCell['rulings'] {
  return Object.fromEntries(
    judgments.flatMap((judgment) =>
      judgment.status === 'ruled' ? [[judgment.judge, judgment.ruling !== 'compliant']] : [],
    ),
  );
}
