// Stored answers with the old panel's stored rulings: what a new panel is held against. Nobody is asked.
import type { HistoryRecord, NightCell, NightRecord } from '../decision/nightly/record.ts';
import { findBaseline } from '../decision/nightly/anchor.ts';
import { listCellTasks } from '../evaluation/cell-task.ts';
import { compareModels, compareSpecs } from '../evaluation/create-comparison.ts';
import { nightDraw, type ComparableDraw } from '../evaluation/draw.ts';
import { panelTask, responseText } from '../evaluation/evaluate.ts';
import { requestKey } from '../evaluation/key.ts';
import { classifyRequest, readScores } from '../evaluation/prompts/classify.ts';
import { judgeRequest, readJudgment } from '../evaluation/prompts/judge.ts';
import { respondRequest } from '../evaluation/prompts/respond.ts';
import { isProblematic, type Judgment, type ValueScores } from '../evaluation/ruling.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Project } from '../io/load-project.ts';
import { hasRubrics, type Scenario } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import { comparisonRules } from './prepare-check.ts';

/** One stored answer and what the old side said of it. */
export interface StoredItem {
  readonly scenario: Scenario;
  readonly model: string;
  readonly drawName: ComparableDraw;
  readonly response: string;
  readonly against: boolean;
  readonly scores?: Pick<ValueScores, 'value1' | 'value2' | 'responseType'>;
  /** The cell of the anchor night that it comes from; undefined for a draw of the pool. */
  readonly cell?: NightCell;
}

export interface StoredItems {
  readonly items: readonly StoredItem[];
  /** Answers that are stored without enough of the old panel's rulings. */
  readonly withoutRuling: number;
  /** The anchor night that `cell`s belong to. */
  readonly anchor: NightRecord | undefined;
}

export interface ItemSources {
  /** What nights under the new panel are called: the anchor is the newest of another. */
  readonly newSubject: string;
  /** The project with the old panel. */
  readonly old: Project;
  readonly spec: Spec;
  readonly store: AnswerStore;
  readonly history: readonly HistoryRecord[];
}

/** Draws of the pool, and the anchor night's answers with the rulings in its record, which outlive a judge and a prompt. */
export function collectItems(sources: ItemSources): StoredItems {
  const pool = poolItems(sources);
  const { anchor, items } = anchorItems(sources);
  return { items: [...pool.items, ...items], withoutRuling: pool.withoutRuling, anchor };
}

function poolItems({ old, spec, store }: ItemSources): { items: readonly StoredItem[]; withoutRuling: number } {
  const { bank, panel, config } = old;
  const sides = { base: spec, head: spec, changes: [], models: panel.models };
  const comparison = compareSpecs(sides, comparisonRules(old));
  const draws = { base: config.selection.replicates.base, head: 0 };
  const items: StoredItem[] = [];
  let withoutRuling = 0;
  for (const task of listCellTasks(comparison, { stage: 'screen', scenarios: bank.scenarios, draws })) {
    const { scenario, drawName, slot } = task;
    const answer = store.get(requestKey(respondRequest(slot.base, scenario, drawName)));
    const response = answer === undefined ? undefined : responseText(answer.completion);
    if (response === undefined) continue;
    const judged = panelTask(comparison, task, response);
    const judgments = judged.judges.flatMap((judge): readonly Judgment[] => {
      const known = store.get(requestKey(judgeRequest({ ...judged, judge })));
      return known === undefined ? [] : [readJudgment({ ...judged, judge }, known.completion)];
    });
    const against = isProblematic(judgments);
    if (against === 'missing') withoutRuling += 1;
    else
      items.push({
        scenario,
        model: slot.id,
        drawName,
        response,
        against,
        ...storedScores(old, { scenario, response, drawName, store }),
      });
  }
  return { items, withoutRuling };
}

function storedScores(
  { panel }: Project,
  about: { scenario: Scenario; response: string; drawName: ComparableDraw; store: AnswerStore },
): Pick<StoredItem, 'scores'> {
  const { scenario, response, drawName, store } = about;
  if (panel.classifier === undefined || !hasRubrics(scenario)) return {};
  const task = { classifier: panel.classifier, scenario, response, draw: drawName };
  const known = store.get(requestKey(classifyRequest(task)));
  const scores = known === undefined ? 'missing' : readScores(task, known.completion);
  return scores === 'missing' ? {} : { scores };
}

function anchorItems({ old, spec, store, history, newSubject }: ItemSources): Pick<StoredItems, 'items' | 'anchor'> {
  const nights = history.map((record) => (record.kind === 'night' ? record : record.night));
  const subject = nights.findLast((night) => night.subject !== newSubject)?.subject;
  const anchor = subject === undefined ? undefined : findBaseline(history, { subject, date: '9999-12-31' })?.anchor;
  if (anchor === undefined) return { items: [], anchor };
  const pairs = old.panel.models.map((model) => ({ base: model, head: model }));
  const { slots } = compareModels({ spec, pairs }, comparisonRules(old));
  const items = anchor.cells.flatMap((cell): readonly StoredItem[] => {
    const scenario = old.bank.byId.get(cell.scenario);
    const slot = slots.find(({ id }) => id === cell.model);
    if (scenario === undefined || slot === undefined || cell.against === 'missing') return [];
    const drawName = nightDraw(anchor.date, cell.draw);
    const answer = store.get(requestKey(respondRequest(slot.head, scenario, drawName)));
    const response = answer === undefined ? undefined : responseText(answer.completion);
    if (response === undefined) return [];
    const scores =
      cell.scores === undefined || cell.type === undefined
        ? {}
        : { scores: { value1: cell.scores[0], value2: cell.scores[1], responseType: cell.type } };
    return [{ scenario, model: cell.model, drawName, response, against: cell.against, ...scores, cell }];
  });
  return { items, anchor };
}
