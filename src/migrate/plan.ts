// What a migration compares and what it will ask: the sides, the stored answers, what the old panel said of them.
import type { HistoryRecord, NightRecord } from '../nightly/decision/record.ts';
import { UserError } from '../core/errors.ts';
import type { Ask } from '../evaluation/ask.ts';
import { requestKey } from '../evaluation/key.ts';
import { ALL_PROMPTS, promptsOf, type JudgingPrompts } from '../evaluation/prompts/judging-prompts.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { Project } from '../run/load-project.ts';
import type { ModelRef } from '../models/model.ts';
import type { MigrateReport } from './report.ts';
import type { Spec } from '../spec/clause.ts';
import { scaleProbes, type ScaleProbe } from '../doctor/probes.ts';
import { labelledProbes, type LabelledProbe } from '../doctor/labelled-accuracy.ts';
import type { LabelledItem } from '../scenarios/labelled.ts';
import { planCosts } from './cost.ts';
import { anchorItems, findAnchor, poolItems, type StoredItem } from './items.ts';
import { askSide, createSide, readCell, requestsOf, type MigrateSide, type Parts, type Said } from './side.ts';
import { hashSubject } from '../nightly/subject.ts';

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
  /** Accepts it although it is not fit. */
  readonly evenIfPoor?: boolean;
  /** Has the old panel rule where it has not yet. */
  readonly askOld?: boolean;
  /** Whether somebody of the old panel can still be asked. Default: everybody. */
  readonly canAsk?: (ref: ModelRef) => boolean;
  /** Words that the old panel may have been asked with, newest first. Default: all that there ever were. */
  readonly prompts?: readonly JudgingPrompts[];
}

/** A stored answer and what the old panel said of it. */
export interface JudgedItem {
  readonly item: StoredItem;
  readonly old: Said;
}

export interface MigratePlan {
  readonly old: MigrateSide;
  readonly new: MigrateSide;
  readonly parts: Parts;
  readonly items: readonly JudgedItem[];
  readonly anchor: NightRecord | undefined;
  readonly planned: MigrateReport['planned'];
}

/** What would be asked, at most; what was ruled on already is stored and free. @throws UserError where nothing changes. */
export async function planMigrate(options: MigrateOptions, store: AnswerStore): Promise<MigratePlan> {
  const next = createSide(options.new, options.spec, promptsOf(options.new.config));
  const found = await Promise.all(
    listPrompts(options).map((prompts) =>
      gather(options, { old: createSide(options.old, options.spec, prompts), store }),
    ),
  );
  const first = isSameQuestion(options) ? undefined : found[0];
  // The newest words under which there is an anchor, or else anything, are the old panel's.
  const chosen = found.find((one) => one.anchor !== undefined && hasWord(one)) ?? found.find(hasWord) ?? first;
  if (chosen === undefined) {
    throw new UserError({
      message:
        'both panels are the same, and no ruling is stored that was asked for with other prompts: there is nothing to migrate',
      hint: 'name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml)',
    });
  }
  const { parts, items, old } = chosen;
  const further = options.askOld === true ? items.filter((one) => !isKnown(one.old, parts)) : [];
  const canAsk = options.canAsk ?? (() => true);
  const older = [
    ...further.flatMap(({ item }) => requestsOf(old, item, parts)),
    ...listProbes(options, { side: old, parts }),
  ];
  const newer = [
    ...items.flatMap((one) => requestsOf(next, one.item, further.includes(one) ? parts : partsFor(one, parts))),
    ...listProbes(options, { side: next, parts }),
  ];
  const calls = { old: older.filter(({ request }) => canAsk(request.model)), new: newer };
  return { ...chosen, new: next, planned: planCosts(calls, { store, prices: options.new.config.prices }) };
}

/** Every judge on the labelled items, in a side's words. */
export function labelledOf(
  { labelled, spec }: MigrateOptions,
  { project, prompts }: MigrateSide,
): readonly LabelledProbe[] {
  const context = project.config.judgeContext;
  return labelledProbes(project.panel.judges, { items: labelled, spec, context, wording: prompts.judge });
}

/** A side's classifier on both ends of a few scales. */
export function scalesOf({ project, prompts }: MigrateSide): readonly ScaleProbe[] {
  return scaleProbes(project, prompts.classify);
}

/** What the new panel is asked about an answer: only what the old one's word is there for, and all of the anchor's. */
export function partsFor({ item, old }: JudgedItem, parts: Parts): Parts {
  return {
    rulings: parts.rulings && old.against !== 'missing',
    scores: parts.scores && (item.cell !== undefined || old.scores !== undefined),
  };
}

/** Whether the old panel said what is compared. */
export function isKnown({ against, scores }: Said, parts: Parts): boolean {
  return (parts.rulings && against !== 'missing') || (parts.scores && scores !== undefined);
}

function hasWord({ items, parts }: Pick<MigratePlan, 'items' | 'parts'>): boolean {
  return items.some(({ old }) => isKnown(old, parts));
}

/** Answers a question from the store, or not at all. */
export function createStoredAsk(store: AnswerStore): Ask {
  return async (request) => {
    const known = store.get(requestKey(request));
    return known === undefined
      ? { status: 'missing', reason: 'not stored' }
      : { status: 'answered', completion: known.completion };
  };
}

/** The words that the old side may have been asked with, those of its config first: other words than now where the panel is the same. */
function listPrompts(options: MigrateOptions): readonly JudgingPrompts[] {
  const own = promptsOf(options.old.config);
  const others = (options.prompts ?? ALL_PROMPTS).filter(
    ({ judge, classify }) => judge.version !== own.judge.version || classify.version !== own.classify.version,
  );
  return isSameQuestion(options) ? others : [own, ...others];
}

/** Whether both sides ask the same judges the same, but for words of earlier releases. */
function isSameQuestion({ old, new: next, spec }: MigrateOptions): boolean {
  return hashSubject(old, spec) === hashSubject(next, spec) && isSamePanel(old, next);
}

async function gather(
  { new: next, spec, history }: MigrateOptions,
  { old, store }: { readonly old: MigrateSide; readonly store: AnswerStore },
): Promise<Pick<MigratePlan, 'old' | 'parts' | 'items' | 'anchor'>> {
  const { config, bank } = old.project;
  const parts = partsOf(old, next);
  const sources = { comparison: old.comparison, scenarios: bank.byId, store };
  const ask = createStoredAsk(store);
  const pool = await Promise.all(
    poolItems(sources, config.selection.replicates.base).map(async (item): Promise<JudgedItem> => ({
      item,
      old: await askSide(old, item, { parts, ask }),
    })),
  );
  const anchor = findAnchor(history, hashSubject(old.project, spec, old.prompts));
  const nights = (anchor === undefined ? [] : anchorItems(sources, anchor)).map(({ cell, ...item }): JudgedItem => {
    const placed = { ...item, cell: cell! };
    return { item: placed, old: readCell(old, placed, { parts, store }) };
  });
  return { old, parts, items: [...pool, ...nights], anchor };
}

function listProbes(
  options: MigrateOptions,
  { side, parts }: { readonly side: MigrateSide; readonly parts: Parts },
): readonly Pick<PlannedCall, 'request' | 'purpose'>[] {
  return [
    ...(parts.rulings ? labelledOf(options, side) : []).map(({ request }) => ({ request, purpose: 'judge' as const })),
    ...(parts.scores ? scalesOf(side) : []).map(({ request }) => ({ request, purpose: 'classify' as const })),
  ];
}

function partsOf(old: MigrateSide, next: Project): Parts {
  const { panel, config } = old.project;
  const now = promptsOf(next.config);
  return {
    rulings:
      JSON.stringify(panel.judges) !== JSON.stringify(next.panel.judges) ||
      config.judgeContext !== next.config.judgeContext ||
      old.prompts.judge.version !== now.judge.version,
    scores:
      JSON.stringify(panel.classifier) !== JSON.stringify(next.panel.classifier) ||
      old.prompts.classify.version !== now.classify.version,
  };
}

/** Also the world of a simulated judge, or the file of a recorded one, which no subject names. */
function isSamePanel({ panel: a }: Project, { panel: b }: Project): boolean {
  return JSON.stringify([a.judges, a.classifier]) === JSON.stringify([b.judges, b.classifier]);
}
