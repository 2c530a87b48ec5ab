// How well a bank covers a spec: scenarios for each clause, and for each sentence of it that demands something.
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
  scenarios: Iterable<Scenario>,
  writtenFor: WrittenFor = new Map<never, never>(),
): readonly ClauseCoverage[] {
  const tally = createCoverageTally(spec, writtenFor);
  for (const scenario of scenarios) tally.add(scenario);
  return tally.read();
}

export interface CoverageTally {
  readonly add: (scenario: Scenario) => void;
  readonly read: () => readonly ClauseCoverage[];
}

/** Coverage by scenarios that come one after another: none of them is kept. */
export function createCoverageTally(
  spec: Pick<Spec, 'clauses'>,
  writtenFor: WrittenFor = new Map<never, never>(),
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
          writtenFor,
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
        demands: demands.map((demand, index) => ({ ...demand, scenarios: counter.counts[index]! })),
      })),
  };
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
  scenarios: Iterable<Scenario>,
  writtenFor: WrittenFor = new Map<never, never>(),
): ChangeCoverage {
  const clause = (change.head ?? change.base)!;
  const { base, head } = changedSentences(change);
  const sentences = change.head === undefined ? base : head;
  const counter = countBySentence(sentences, writtenFor);
  for (const scenario of scenarios) {
    const isLinked = scenario.clauses.includes(change.id) || scenario.clauses.includes(change.baseId ?? '');
    if (isLinked) counter.add(scenario.id, () => countTerms(scenarioText(scenario)));
  }
  const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
  return {
    clause: change.id,
    scenarios: counter.scenarios(),
    sentences: sentences.map((text, index): SentenceCoverage => {
      const by = demands.get(text);
      return { text, ...whereDefined({ by }), scenarios: counter.counts[index]! };
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
  readonly counts: readonly number[];
}

/**
 * How many scenarios fall to each sentence. One that was written for a sentence counts there; another counts where its words
 * are most alike, which is a guess; one without a common word counts nowhere.
 */
function countBySentence(sentences: readonly string[], writtenFor: WrittenFor): SentenceCounter {
  const counts = sentences.map(() => 0);
  const counted = sentences.map(countTerms);
  const weigh = createWeighing(counted);
  const weighed = counted.map((terms) => weigh(terms));
  let scenarios = 0;
  return {
    counts,
    scenarios: () => scenarios,
    add: (scenario, words) => {
      scenarios += 1;
      if (sentences.length === 0) return;
      const exact = sentences.indexOf(writtenFor.get(scenario) ?? '');
      const place = exact >= 0 ? exact : mostAlike(weighed, weigh(words()));
      if (place >= 0) counts[place]! += 1;
    },
  };
}

function mostAlike(sentences: readonly ReadonlyMap<string, number>[], terms: ReadonlyMap<string, number>): number {
  let [place, most] = [-1, 0];
  for (const [index, sentence] of sentences.entries()) {
    const likeness = dotTerms(sentence, terms);
    if (likeness > most) [place, most] = [index, likeness];
  }
  return place;
}
