// Which scenarios test a spec change: linked ones first, spread by disagreement-weighted k-center, each with its reason.
import { findCarriedText, type CarriedText } from '../../spec/carried-text.ts';
import { isSubstantive, type ClauseChange } from '../../spec/change.ts';
import { isGlobal, type Clause } from '../../spec/clause.ts';
import type { Bank } from '../bank.ts';
import { createFarthestSearch } from './lazy-k-center.ts';
import type { Scenario } from '../scenario.ts';
import { orderBySeed } from './seeded-order.ts';
import { suggestScenarios } from './suggest.ts';
import { publishCenter } from './vector-memory.ts';
import { lexicalMeasure, vectorize } from './vectorize.ts';
import { withoutCopies } from './without-copies.ts';

/** Why a scenario was selected. */
export type SelectionReason =
  /** It names these changed clauses (head ids, or the base id of a removed clause), or they are global. */
  | { readonly kind: 'linked'; readonly clauses: readonly string[] }
  /** It names no changed clause, but its text resembles one that no scenario names. `similarity` is a cosine, 0 to 1. */
  | { readonly kind: 'suggested'; readonly clause: string; readonly similarity: number }
  /** It is linked to another clause, which the edit of this one names: see select-named.ts. */
  | { readonly kind: 'named'; readonly clause: string };

export interface SelectedScenario {
  readonly scenario: Scenario;
  readonly reason: SelectionReason;
  /** Counts from 0. */
  readonly rank: number;
}

export interface UntestedClause {
  readonly clause: string;
  /**
   * `no-scenario`: none names it or resembles it. `size`: there are some, but more clauses changed than the size allows.
   * `unsure`: only some that were written for the change, too few of which turn on the clause. `unwritten`: none, and none that was
   * to be written for the change came about.
   */
  readonly reason: 'no-scenario' | 'size' | 'unsure' | 'unwritten';
  /** Why nothing was written: a provider's words, or our name for a reply that was no good. */
  readonly why?: string;
}

export interface Selection {
  /** In the order chosen: the first `size` are the screen's, all of them the extended set. */
  readonly linked: readonly SelectedScenario[];
  /** Substantively changed clauses without a scenario among the first `size`. */
  readonly untested: readonly UntestedClause[];
  /** Scenarios that were left out because others ask the very same of the same clauses. */
  readonly copies: number;
}

export interface SelectScenariosOptions {
  readonly bank: Bank;
  readonly changes: readonly ClauseChange[];
  readonly size: number;
  readonly extendTo: number;
  /** Breaks ties, also the first pick among equal weights. */
  readonly seed: string;
  /** Whether scenarios that only resemble a clause may stand in where none is linked to it. Default `by likeness`. */
  readonly suggestions?: 'by likeness' | 'none';
}

/** A changed clause and the bank's scenarios that test it. */
interface Target {
  readonly clause: string;
  readonly kind: 'linked' | 'suggested';
  /** Scenario id -> similarity (1 where linked). */
  readonly scenarios: ReadonlyMap<string, number>;
}

/**
 * Selects up to `extendTo` scenarios. Each step serves the changed clause served least so far (in the order of
 * `changes`) with its scenario of largest weight x distance to all chosen ones, so every clause gets a fair share and a
 * smaller selection is the beginning of a larger one. The order of the bank's lines does not matter.
 */
export function selectScenarios(options: SelectScenariosOptions): Selection {
  const targets = findTargets(options);
  const candidates = orderBySeed(findCandidates(options.bank, targets, options.seed), options.seed);
  const different = withoutCopies(candidates);
  const linked = chooseFairly(targets, different, options);
  const screened = new Set(linked.slice(0, options.size).flatMap(({ reason }) => clausesOf(reason)));
  const untested = targets.flatMap(({ clause, scenarios }): UntestedClause[] => {
    if (screened.has(clause)) return [];
    // A scenario that only resembles the clause but is linked to another changed one is judged on that one alone.
    const tests = [...scenarios.keys()].some((id) => clausesOf(explain({ id }, targets)).includes(clause));
    return [{ clause, reason: tests ? 'size' : 'no-scenario' }];
  });
  return { linked, untested, copies: candidates.length - different.length };
}

function findTargets({ bank, changes, suggestions }: SelectScenariosOptions): Target[] {
  const changed = changes.filter((change) => isSubstantive(change));
  const linkedTo = indexLinks(bank);
  const carried = findCarriedText(changed, {
    base: changed.flatMap(({ base }) => base ?? []),
    head: changed.flatMap(({ head }) => head ?? []),
  });
  const targets = changed.map((change): Target => {
    const own = linkedTo.get(change.id) ?? [];
    const earlier = [change.baseId ?? [], cameFrom(change, carried.get(change.id))].flat();
    const links = [...own, ...earlier.flatMap((id) => linkedTo.get(id) ?? [])];
    // Judges read a global clause with every scenario, so without links of its own every scenario tests it.
    const found = links.length === 0 && isGlobal(clauseOf(change)) ? bank.scenarios : links;
    return { clause: change.id, kind: 'linked', scenarios: new Map(found.map(({ id }) => [id, 1])) };
  });
  const without = changed.filter((_, index) => targets[index]!.scenarios.size === 0);
  const indexOf = new Map(without.map((change, index) => [change.id, index]));
  const suggested =
    suggestions === 'none'
      ? without.map(() => new Map<string, number>())
      : suggestScenarios(bank.scenarios, without.map(clauseOf));
  return targets.map((target): Target => {
    const index = target.scenarios.size > 0 ? undefined : indexOf.get(target.clause);
    return index === undefined ? target : { clause: target.clause, kind: 'suggested', scenarios: suggested[index]! };
  });
}

/** Share of a new clause's words from which on the scenarios of the clauses that they come from test it. */
const MOSTLY = 0.5;

/** The ids under which a new clause's text stood before, where it is mostly another's: a clause that was split. */
function cameFrom({ base }: ClauseChange, carried: CarriedText | undefined): readonly string[] {
  if (base !== undefined || carried === undefined || carried.share < MOSTLY) return [];
  return carried.from.map(({ id }) => id);
}

function indexLinks({ scenarios }: Bank): ReadonlyMap<string, readonly Scenario[]> {
  const index = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    for (const clause of new Set(scenario.clauses)) {
      const linked = index.get(clause);
      if (linked === undefined) index.set(clause, [scenario]);
      else linked.push(scenario);
    }
  }
  return index;
}

function clauseOf(change: ClauseChange): Clause {
  const clause = change.head ?? change.base;
  if (clause === undefined) throw new Error(`a change of "${change.id}" with neither side`);
  return clause;
}

function chooseFairly(
  targets: readonly Target[],
  candidates: readonly Scenario[],
  { extendTo }: SelectScenariosOptions,
): SelectedScenario[] {
  const table = vectorize(candidates, lexicalMeasure, extendTo);
  const weights = Float32Array.from(candidates, ({ disagreement }) => disagreement ?? 1);
  const search = createFarthestSearch(table, weights);
  const remaining = targets.map(
    ({ scenarios }) => new Set(candidates.flatMap(({ id }, row) => (scenarios.has(id) ? [row] : []))),
  );
  const served = targets.map(() => 0);
  const chosen: SelectedScenario[] = [];
  while (chosen.length < extendTo) {
    const next = leastServed(served, remaining);
    if (next === undefined) break;
    const { row } = search.farthest(chosen.length, [...remaining[next]!]);
    publishCenter(table, chosen.length, row);
    search.exclude(row);
    for (const [index, rows] of remaining.entries()) if (rows.delete(row)) served[index]! += 1;
    const scenario = candidates[row]!;
    chosen.push({ scenario, reason: explain(scenario, targets), rank: chosen.length });
  }
  return chosen;
}

/** Scenarios looked at for one selection: each is a vector of a kibibyte. */
const MOST_CANDIDATES = 50_000;

/**
 * Every scenario that tests a changed clause. Where a change touches what more of a bank tests than can be compared, each clause
 * has an equal share of them: those on which models part most, equal ones as the seed has it.
 */
function findCandidates({ scenarios }: Bank, targets: readonly Target[], seed: string): readonly Scenario[] {
  const all = scenarios.filter(({ id }) => targets.some((target) => target.scenarios.has(id)));
  if (all.length <= MOST_CANDIDATES) return all;
  const dearest = orderBySeed(all, seed).toSorted((a, b) => (b.disagreement ?? 1) - (a.disagreement ?? 1));
  const share = Math.max(1, Math.floor(MOST_CANDIDATES / targets.length));
  const kept = new Set(
    targets.flatMap((target) => dearest.filter(({ id }) => target.scenarios.has(id)).slice(0, share)),
  );
  return all.filter((scenario) => kept.has(scenario));
}

function leastServed(served: readonly number[], remaining: readonly ReadonlySet<number>[]): number | undefined {
  let least: number | undefined;
  for (const [index, rows] of remaining.entries()) {
    if (rows.size > 0 && (least === undefined || served[index]! < served[least]!)) least = index;
  }
  return least;
}

function explain({ id }: Pick<Scenario, 'id'>, targets: readonly Target[]): SelectionReason {
  const hits = targets.filter(({ scenarios }) => scenarios.has(id));
  const links = hits.filter(({ kind }) => kind === 'linked');
  if (links.length > 0) return { kind: 'linked', clauses: links.map(({ clause }) => clause) };
  const [closest] = hits.toSorted((a, b) => b.scenarios.get(id)! - a.scenarios.get(id)!);
  return { kind: 'suggested', clause: closest!.clause, similarity: closest!.scenarios.get(id)! };
}

/** The clauses that judges read for this reason. */
function clausesOf(reason: SelectionReason): readonly string[] {
  return reason.kind === 'linked' ? reason.clauses : [reason.clause];
}
