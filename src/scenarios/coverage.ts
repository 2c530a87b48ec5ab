// How well a bank covers a spec: scenarios for each clause, and for each sentence of it that demands something.
import { sha256 } from '../core/canonical-json.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { ClauseChange } from '../spec/change.ts';
import { isGlobal, type Spec } from '../spec/clause.ts';
import { listDemands } from '../spec/demands.ts';
import { changedSentences } from '../spec/sentences.ts';
import type { Scenario } from './scenario.ts';
import { scenarioText } from './selection/lexical-vector.ts';
import { countTerms, createWeighing, dotTerms, type Terms } from './selection/term-weights.ts';

export interface SentenceCoverage {
  readonly text: string;
  /** The word that makes it a demand (spec/demands.ts); absent for a changed sentence that demands nothing. */
  readonly by?: string;
  /** Of a clause with more than a thousand an estimate from a sample of them. */
  readonly scenarios: number;
}

export interface ClauseCoverage {
  readonly clause: string;
  readonly title: string;
  readonly scenarios: number;
  readonly demands: readonly SentenceCoverage[];
}

/** Scenario id -> the sentence it was written for, word for word; the others are placed by likeness of words. */
export type WrittenFor = ReadonlyMap<string, string>;

/** Clauses that answers can be held against, in the spec's order. Global ones are read with every scenario and left out. */
export function measureCoverage(
  spec: Pick<Spec, 'clauses'>,
  scenarios: readonly Scenario[],
  writtenFor: WrittenFor = new Map<never, never>(),
): readonly ClauseCoverage[] {
  const linked = new Map<string, number>();
  for (const { clauses } of scenarios) {
    for (const clause of new Set(clauses)) linked.set(clause, (linked.get(clause) ?? 0) + 1);
  }
  const tally = createCoverageTally(spec, { writtenFor, linked });
  for (const scenario of scenarios) tally.add(scenario);
  return tally.read();
}

export interface CoverageTally {
  readonly add: (scenario: Scenario) => void;
  readonly read: () => readonly ClauseCoverage[];
}

export interface CoverageOptions {
  readonly writtenFor?: WrittenFor;
  /** How many scenarios each clause will have, where that is known. */
  readonly linked?: ReadonlyMap<string, number>;
}

/** Coverage by scenarios that come one after another: none of them is kept. */
export function createCoverageTally(
  spec: Pick<Spec, 'clauses'>,
  { writtenFor = new Map<never, never>(), linked }: CoverageOptions = {},
): CoverageTally {
  const clauses = spec.clauses
    .filter((clause) => clause.text !== '' && !isGlobal(clause))
    .map((clause) => {
      const demands = listDemands(clause.text);
      return {
        clause,
        demands,
        counter: countBySentence(
          demands.map(({ text }) => text),
          { writtenFor, expected: linked?.get(clause.id) },
        ),
      };
    });
  const byId = new Map(clauses.map(({ clause, counter }) => [clause.id, counter]));
  return {
    add: (scenario) => {
      // The words of a scenario are counted once, however many clauses it names.
      const words = lazy(() => countTerms(scenarioText(scenario)));
      for (const clause of new Set(scenario.clauses)) byId.get(clause)?.add(scenario.id, words);
    },
    read: () =>
      clauses.map(({ clause, demands, counter }) => ({
        clause: clause.id,
        title: clause.title,
        scenarios: counter.scenarios(),
        demands: withCounts(demands, counter.counts()),
      })),
  };
}

function withCounts(
  demands: readonly Omit<SentenceCoverage, 'scenarios'>[],
  counts: readonly number[],
): readonly SentenceCoverage[] {
  return demands.map((demand, index) => ({ ...demand, scenarios: counts[index]! }));
}

function lazy<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined;
  return () => (made ??= make());
}

export interface ChangeCoverage {
  readonly clause: string;
  readonly scenarios: number;
  /** Sentences that the head alone has (for a removed clause, those that went). */
  readonly sentences: readonly SentenceCoverage[];
}

/** The changed sentences of one change, and how many of the scenarios linked to its clause test each. */
export function measureChangeCoverage(
  change: ClauseChange,
  scenarios: readonly Scenario[],
  writtenFor: WrittenFor = new Map<never, never>(),
): ChangeCoverage {
  const clause = (change.head ?? change.base)!;
  const { base, head } = changedSentences(change);
  const sentences = change.head === undefined ? base : head;
  const own = scenarios.filter(({ clauses }) => clauses.includes(change.id) || clauses.includes(change.baseId ?? ''));
  const counter = countBySentence(sentences, { writtenFor, expected: own.length });
  for (const scenario of own) counter.add(scenario.id, () => countTerms(scenarioText(scenario)));
  const counts = counter.counts();
  const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
  return {
    clause: change.id,
    scenarios: counter.scenarios(),
    sentences: sentences.map((text, index): SentenceCoverage => {
      const by = demands.get(text);
      return { text, ...whereDefined({ by }), scenarios: counts[index]! };
    }),
  };
}

export interface CoverageTotals {
  readonly clauses: number;
  readonly testedClauses: number;
  readonly demands: number;
  readonly testedDemands: number;
}

export function totalCoverage(clauses: readonly ClauseCoverage[]): CoverageTotals {
  const demands = clauses.flatMap((clause) => clause.demands);
  return {
    clauses: clauses.length,
    testedClauses: clauses.filter(({ scenarios }) => scenarios > 0).length,
    demands: demands.length,
    testedDemands: demands.filter(({ scenarios }) => scenarios > 0).length,
  };
}

interface SentenceCounter {
  /** `words` is asked for only where likeness has to decide. */
  readonly add: (scenario: string, words: () => Terms) => void;
  readonly scenarios: () => number;
  /** In the sentences' order. */
  readonly counts: () => readonly number[];
}

/** Scenarios of a clause whose words are looked at: those of a large bank have to be read for it, one by one. */
const MOST_PLACED = 1000;

/**
 * How many scenarios fall to each sentence. One that was written for a sentence counts there; another counts where its words
 * are most alike, which is a guess; one without a common word counts nowhere. Of more than about a
 * thousand a sample is placed, by a hash of their ids, as banks repeat themselves in threes; it stands for the others.
 */
function countBySentence(
  sentences: readonly string[],
  { writtenFor, expected = 0 }: { readonly writtenFor: WrittenFor; readonly expected?: number | undefined },
): SentenceCounter {
  const share = MOST_PLACED / Math.max(MOST_PLACED, expected);
  const written = sentences.map(() => 0);
  const placed = sentences.map(() => 0);
  const counted = sentences.map(countTerms);
  const weigh = createWeighing(counted);
  const weighed = counted.map((terms) => weigh(terms));
  let [scenarios, others, looked] = [0, 0, 0];
  return {
    counts: () => written.map((count, place) => count + Math.round((placed[place]! * others) / Math.max(1, looked))),
    scenarios: () => scenarios,
    add: (scenario, words) => {
      scenarios += 1;
      if (sentences.length === 0) return;
      const exact = sentences.indexOf(writtenFor.get(scenario) ?? '');
      if (exact >= 0) written[exact]! += 1;
      if (exact >= 0) return;
      others += 1;
      if (share < 1 && fractionOf(scenario) >= share) return;
      looked += 1;
      const place = mostAlike(weighed, weigh(words()));
      if (place >= 0) placed[place]! += 1;
    },
  };
}

/** From 0 to below 1, the same for the same id. */
function fractionOf(id: string): number {
  return Number.parseInt(sha256(id).slice(0, 8), 16) / 2 ** 32;
}

function mostAlike(sentences: readonly ReadonlyMap<string, number>[], terms: ReadonlyMap<string, number>): number {
  let [place, most] = [-1, 0];
  for (const [index, sentence] of sentences.entries()) {
    const likeness = dotTerms(sentence, terms);
    if (likeness > most) [place, most] = [index, likeness];
  }
  return place;
}
