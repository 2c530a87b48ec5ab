// Changing judges, classifier or their prompts: the new panel rules on stored answers, beside the old panel's stored rulings.
import type { AnchorRecord, HistoryRecord } from '../decision/nightly/record.ts';
import type { Ask } from '../evaluation/ask.ts';
import { shownClauses, type Comparison } from '../evaluation/comparison.ts';
import { compareModels } from '../evaluation/create-comparison.ts';
import { requestKey } from '../evaluation/key.ts';
import { askPanel } from '../evaluation/panel.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { classifyRequest, readScores } from '../evaluation/prompts/classify.ts';
import { judgeRequest } from '../evaluation/prompts/judge.ts';
import { isProblematic, type ValueScores } from '../evaluation/ruling.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Project } from '../io/load-project.ts';
import type { Run } from '../io/open-run.ts';
import type { ModelRef } from '../models/model.ts';
import { addCosts } from '../models/prices.ts';
import type { MigrateReport } from '../report/migrate.ts';
import { hasRubrics } from '../scenarios/scenario.ts';
import type { Spec } from '../spec/clause.ts';
import type { LabelledItem } from './labelled.ts';
import { askLabelled, labelledProbes, type LabelledProbe } from './labelled-accuracy.ts';
import { moveAnchor } from './migrate-anchor.ts';
import { compareRulings, compareScores } from './migrate-compare.ts';
import { collectItems, type StoredItem, type StoredItems } from './migrate-items.ts';
import { hashSubject } from './nightly-subject.ts';
import { estimateCost } from './plan-check.ts';
import { comparisonRules } from './prepare-check.ts';

export interface MigrateOptions {
  /** The same project under the old and under the new panel. Arms are never compared across panels, only panels are. */
  readonly old: Project;
  readonly new: Project;
  readonly spec: Spec;
  readonly history: readonly HistoryRecord[];
  readonly labelled: readonly LabelledItem[];
  readonly now: Date;
  /** Why the new panel is accepted: sets the new anchor. */
  readonly accept?: string;
}

export interface MigratePlan {
  readonly stored: StoredItems;
  readonly planned: MigrateReport['planned'];
}

/** What the new panel would be asked, at most; what it has ruled on already is stored and free. */
export function planMigrate(options: MigrateOptions, store: AnswerStore): MigratePlan {
  const { old, new: next, spec, history, labelled } = options;
  const stored = collectItems({ old, spec, store, history, newSubject: hashSubject(next, spec) });
  const comparison = comparisonOf(next, spec);
  const judges = next.panel.judges;
  const calls: Pick<PlannedCall, 'request' | 'purpose'>[] = stored.items.flatMap((item) => [
    ...judges.map((judge) => ({
      request: judgeRequest({ ...judgeTask(comparison, item), judge }),
      purpose: 'judge' as const,
    })),
    ...classifyCalls(options, item),
  ]);
  const context = next.config.judgeContext;
  for (const { request } of labelledProbes(judges, { items: labelled, spec, context }))
    calls.push({ request, purpose: 'judge' });
  const toMake = calls.filter(({ request }) => store.get(requestKey(request)) === undefined);
  const usd = addCosts(toMake.map((call) => estimateCost(call, next.config.prices)));
  return { stored, planned: { calls: toMake.length, usd } };
}

/**
 * Asks the new panel and compares. With `accept` also gives the record of the new anchor: the old anchor's answers under
 * the new panel's rulings.
 * @throws UserError where an acceptance has nothing to stand on.
 */
export async function runMigrate(
  options: MigrateOptions,
  { plan, run }: { readonly plan: MigratePlan; readonly run: Run },
): Promise<{ readonly report: MigrateReport; readonly append: readonly AnchorRecord[] }> {
  const { old, new: next, spec } = options;
  const comparison = comparisonOf(next, spec);
  const { items, withoutRuling, anchor } = plan.stored;
  const ruled = await Promise.all(
    items.map(async (item) => {
      const [judgments, scores] = await Promise.all([
        askPanel(
          { ...judgeTask(comparison, item), judges: comparison.judges, audited: true, orderSeed: item.drawName },
          run.ask,
        ),
        askScores(options, item, run.ask),
      ]);
      return { item, judgments, against: isProblematic(judgments), scores };
    }),
  );
  const pairs = ruled.flatMap(({ item, against }) =>
    against === 'missing'
      ? []
      : [{ item, scenario: item.scenario.id, clauses: item.scenario.clauses, old: item.against, new: against }],
  );
  const scored = ruled.flatMap(({ item, scores }) =>
    item.scores === undefined || scores === undefined ? [] : [{ old: item.scores, new: scores }],
  );
  const classifier = compareScores(scored);
  const storedOnly: Ask = async (request) => {
    const known = run.store.get(requestKey(request));
    return known === undefined
      ? { status: 'missing', reason: 'not stored' }
      : { status: 'answered', completion: known.completion };
  };
  const context = next.config.judgeContext;
  const labelled = (judges: readonly ModelRef[]): readonly LabelledProbe[] =>
    labelledProbes(judges, { items: options.labelled, spec, context });
  const accuracy = {
    old: (await askLabelled(labelled(old.panel.judges), storedOnly)).filter((judge) => judge.accuracy.trials > 0),
    new: await askLabelled(labelled(next.panel.judges), run.ask),
  };
  const stop = run.stopped();
  const append =
    options.accept === undefined
      ? []
      : [await moveAnchor({ ...options, accept: options.accept }, { ruled, anchor, comparison, run })];
  const { calls, usd } = run.tally.made();
  const report: MigrateReport = {
    schema: 'spec-gate/migrate@1',
    simulated: [...old.panel.judges, ...next.panel.judges].some(({ kind }) => kind === 'simulated'),
    old: namesOf(old),
    new: namesOf(next),
    answers: {
      pool: pairs.filter(({ item }) => item.cell === undefined).length,
      anchor: pairs.filter(({ item }) => item.cell !== undefined).length,
      withoutOld: withoutRuling,
      withoutNew: ruled.length - pairs.length,
    },
    ...compareRulings(pairs),
    accuracy,
    ...(classifier === undefined ? {} : { classifier }),
    planned: plan.planned,
    made: { calls, usd },
    ...(stop === undefined ? {} : { stopped: stop.kind }),
    ...(append[0] === undefined ? {} : { accepted: { anchor: append[0].night.date, reason: append[0].reason } }),
  };
  return { report, append };
}

function comparisonOf(project: Project, spec: Spec): Comparison {
  const pairs = project.panel.models.map((model) => ({ base: model, head: model }));
  return compareModels({ spec, pairs }, comparisonRules(project));
}

/** The draw is the answer's own: what the new panel rules here, the next check under it finds stored. */
function judgeTask(
  comparison: Comparison,
  { scenario, response, drawName }: StoredItem,
): {
  clauses: ReturnType<typeof shownClauses>;
  conversation: StoredItem['scenario']['messages'];
  response: string;
  draw: string;
} {
  const clauses = shownClauses(comparison, scenario, 'base');
  return { clauses, conversation: scenario.messages, response, draw: drawName };
}

/** The new classifier, where it is another one and the old one's scores are stored. */
function classifyTask(
  { old, new: next }: MigrateOptions,
  { scenario, response, drawName, scores }: StoredItem,
): Parameters<typeof classifyRequest>[0] | undefined {
  const { classifier } = next.panel;
  if (classifier === undefined || scores === undefined || !hasRubrics(scenario)) return undefined;
  if (old.panel.classifier !== undefined && isSame(old.panel.classifier, classifier)) return undefined;
  return { classifier, scenario, response, draw: drawName };
}

function classifyCalls(options: MigrateOptions, item: StoredItem): readonly Pick<PlannedCall, 'request' | 'purpose'>[] {
  const task = classifyTask(options, item);
  return task === undefined ? [] : [{ request: classifyRequest(task), purpose: 'classify' }];
}

async function askScores(options: MigrateOptions, item: StoredItem, ask: Ask): Promise<ValueScores | undefined> {
  const task = classifyTask(options, item);
  if (task === undefined) return undefined;
  const answer = await ask(classifyRequest(task));
  const scores = answer.status === 'missing' ? 'missing' : readScores(task, answer.completion);
  return scores === 'missing' ? undefined : scores;
}

function namesOf({ panel }: Project): MigrateReport['old'] {
  const judges = panel.judges.map(({ id }) => id);
  return panel.classifier === undefined ? { judges } : { judges, classifier: panel.classifier.id };
}

function isSame(a: ModelRef, b: ModelRef): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
