// Links a bank: every scenario without a link is asked about, in the bank's order; what it would ask can be counted before.
import { whereDefined } from '../core/where-defined.ts';
import type { Ask } from '../evaluation/ask.ts';
import { requestKey } from '../evaluation/key.ts';
import type { AnswerStore } from '../evaluation/store.ts';
import type { PriceOf } from '../evaluation/tally.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { isGlobal, type Spec } from '../spec/clause.ts';
import { createPlanTally, type CallPlan } from './call-plan.ts';
import { isUnsure, linkScenario, linkTask, type Linker } from './link-scenario.ts';
import { mapInOrder } from './map-in-order.ts';
import { clauseLinksRequest, readClauseLinks, type NamedClause } from './prompts/clause-links.ts';
import { isStopping } from './stopping.ts';

export interface LinkCounts {
  /** Scenarios that have links now and had none. */
  readonly linked: number;
  /** Scenarios that had links before: they stay as they were. */
  readonly before: number;
  /** Scenarios for which no clause was named: nothing in the spec decides on them. */
  readonly none: number;
  readonly askedTwice: number;
  /** Scenarios that keep their row, by reason. */
  readonly kept: Readonly<Record<string, number>>;
  /** Why the run ended early (`aborted`, `quota`); the scenarios behind keep their rows. */
  readonly stopped?: string;
}

/** A scenario with its links, and why each was named; `links` is empty where it was not asked about. */
export interface LinkedRow {
  readonly scenario: Scenario;
  readonly links: readonly NamedClause[];
}

/** Scenarios asked about at once, unless it is said. */
const AHEAD = 64;

/** Every scenario in the bank's order. Those with links are not asked about unless `again`. */
export async function* linkBank(
  scenarios: readonly Scenario[],
  { linker, again, ahead = AHEAD }: { readonly linker: Linker; readonly again: boolean; readonly ahead?: number },
  ask: Ask,
): AsyncGenerator<LinkedRow, LinkCounts> {
  const counts = { linked: 0, before: 0, none: 0, askedTwice: 0 };
  const kept: Record<string, number> = {};
  let stopped: string | undefined;
  const found = mapInOrder(scenarios, {
    ahead,
    task: async (scenario) => ({
      scenario,
      links:
        stopped !== undefined || (scenario.clauses.length > 0 && !again)
          ? undefined
          : await linkScenario(scenario, linker, ask),
    }),
  });
  for await (const { scenario, links } of found) {
    if (links?.status === 'unanswered' && isStopping(links.reason)) stopped ??= links.reason;
    if (links === undefined || links.status !== 'linked') {
      if (scenario.clauses.length > 0) counts.before += 1;
      else if (links !== undefined && stopped === undefined) kept[links.reason] = (kept[links.reason] ?? 0) + 1;
      yield { scenario, links: [] };
      continue;
    }
    if (links.askedTwice) counts.askedTwice += 1;
    const clauses = frozenLinks(links.links, linker.spec);
    if (clauses.length > 0) counts.linked += 1;
    else counts.none += 1;
    yield { scenario: { ...scenario, clauses }, links: links.links };
  }
  return { ...counts, kept, ...whereDefined({ stopped }) };
}

/** Links as the bank holds them: in the spec's order, without the clauses that every judge reads anyway. */
export function frozenLinks(links: readonly NamedClause[], spec: Spec): readonly string[] {
  const named = new Set(links.map(({ clause }) => clause));
  return spec.clauses.filter((clause) => named.has(clause.id) && !isGlobal(clause)).map(({ id }) => id);
}

/** Tokens of a reply, a little reasoning included. */
const REPLY_TOKENS = 250;

/** What linking would ask, without asking. The second question is certain only where a stored first answer was unsure. */
export async function planLinking(
  scenarios: Iterable<Scenario> | AsyncIterable<Scenario>,
  { linker, again }: { readonly linker: Linker; readonly again: boolean },
  { store, priceOf }: { readonly store: AnswerStore; readonly priceOf: PriceOf },
): Promise<CallPlan> {
  const tally = createPlanTally(priceOf);
  const [model, second] = linker.linkers;
  for await (const scenario of scenarios) {
    if (scenario.clauses.length > 0 && !again) continue;
    const task = linkTask(scenario, linker, model);
    const request = clauseLinksRequest(task);
    const stored = store.get(requestKey(request));
    tally.add({ step: 'link', request, stored: stored !== undefined, certain: true, replyTokens: REPLY_TOKENS });
    if (second === undefined) continue;
    const read = stored === undefined ? undefined : readClauseLinks(task, stored.completion, linker.known);
    const known = read?.status === 'written' ? isUnsure(read.value) : undefined;
    if (known === false) continue;
    const again2 = clauseLinksRequest(linkTask(scenario, linker, second));
    tally.add({
      step: 'where unsure',
      request: again2,
      stored: store.get(requestKey(again2)) !== undefined,
      certain: known === true,
      replyTokens: REPLY_TOKENS,
    });
  }
  return tally.read();
}

/** So many scenarios that are not there yet, as long as users' queries are and about the spec's clauses in turn: to price a bank. */
export function imagineScenarios(count: number, spec: Spec): readonly Scenario[] {
  const texts = spec.clauses.map(({ title, text }) => `${title} ${text}`).filter((text) => text.trim() !== '');
  return Array.from({ length: count }, (_, index): Scenario => {
    const text = texts[index % Math.max(1, texts.length)] ?? '';
    const content = `${index} ${text}`.slice(0, USUAL_QUERY).padEnd(USUAL_QUERY, '.');
    return { id: `imagined-${index}`, messages: [{ role: 'user', content }], clauses: [], topics: [] };
  });
}

/** Characters of a usual query. */
const USUAL_QUERY = 600;
