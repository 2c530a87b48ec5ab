// Which clauses a scenario tests: candidates found by likeness, one short question, and a second model only where the first was unsure.
import type { Json } from '../core/canonical-json.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { CompletionRequest, ModelRef } from '../models/model.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import { clauseLinksRequest, readClauseLinks, type ClauseLinksTask, type NamedClause } from './prompts/clause-links.ts';
import { outlineOf, shortenClause, showSpec } from './show-spec.ts';

/** Clauses shown in short: on the Model Spec the right ones are among them far more often than not (bench/README.md, "Links"). */
const CANDIDATES = 8;

/** Names the sample that linking draws: the same question, the same answer. */
export const LINK_DRAW = 'link:1';

export interface Linking {
  readonly spec: Spec;
  /** Who is asked, and who is asked where the first was unsure. */
  readonly linkers: readonly [ModelRef, ...ModelRef[]];
  readonly find: (scenario: Scenario, count: number) => readonly Clause[];
  readonly draw: string;
}

/** What is the same for every scenario of a spec, made once. */
export interface Linker extends Linking {
  readonly outline: Json;
  readonly known: ReadonlySet<string>;
  readonly short: ReadonlyMap<string, Json>;
}

export type Links =
  | { readonly status: 'linked'; readonly links: readonly NamedClause[]; readonly askedTwice: boolean }
  /**
   * `dropped`: the reply cannot be used, and asking again would not help. `unanswered`: the call failed and may succeed
   * later.
   */
  | { readonly status: 'dropped' | 'unanswered'; readonly reason: string };

export function prepareLinker(linking: Linking): Linker {
  const shown = showSpec(linking.spec);
  return {
    ...linking,
    outline: outlineOf(linking.spec),
    known: new Set(linking.spec.clauses.filter(({ text }) => text !== '').map(({ id }) => id)),
    short: new Map(shown.map((clause) => [clause.id, shortenClause(clause)])),
  };
}

/** The question about one scenario for one of the linkers. */
export function linkTask(scenario: Scenario, linker: Linker, model: ModelRef): ClauseLinksTask {
  const candidates = linker.find(scenario, CANDIDATES).map(({ id }) => linker.short.get(id)!);
  return { linker: model, outline: linker.outline, candidates, conversation: scenario.messages, draw: linker.draw };
}

/**
 * The clauses that would decide an answer. What the first model is sure of stays; of what it doubts, only what the second
 * names as well. A first model that names nothing is unsure, too. Without a second the doubted ones count.
 */
export async function linkScenario(scenario: Scenario, linker: Linker, ask: Ask): Promise<Links> {
  const [model, second] = linker.linkers;
  const first = await askLinker(scenario, { linker, model }, ask);
  if (first.status !== 'written') return first;
  if (second === undefined || !isUnsure(first.value))
    return { status: 'linked', links: first.value, askedTwice: false };
  const other = await askLinker(scenario, { linker, model: second }, ask);
  if (other.status === 'written') {
    return { status: 'linked', links: mergeLinks(first.value, other.value), askedTwice: true };
  }
  return other.status === 'unanswered' ? other : { status: 'linked', links: first.value, askedTwice: true };
}

export function isUnsure(links: readonly NamedClause[]): boolean {
  return links.length === 0 || links.some(({ sure }) => !sure);
}

function mergeLinks(first: readonly NamedClause[], second: readonly NamedClause[]): readonly NamedClause[] {
  if (first.length === 0) return second.filter(({ sure }) => sure);
  const confirmed = new Set(second.map(({ clause }) => clause));
  const kept = first.filter(({ clause, sure }) => sure || confirmed.has(clause));
  const known = new Set(kept.map(({ clause }) => clause));
  return [...kept, ...second.filter(({ clause, sure }) => sure && !known.has(clause))];
}

async function askLinker(
  scenario: Scenario,
  { linker, model }: { linker: Linker; model: ModelRef },
  ask: Ask,
): Promise<
  | { readonly status: 'written'; readonly value: readonly NamedClause[] }
  | { readonly status: 'dropped' | 'unanswered'; readonly reason: string }
> {
  const task = linkTask(scenario, linker, model);
  const request: CompletionRequest = clauseLinksRequest(task);
  const answer = await ask(request);
  if (answer.status === 'missing') return { status: 'unanswered', reason: answer.reason };
  return readClauseLinks(task, answer.completion, linker.known);
}
