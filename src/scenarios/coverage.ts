// How well a bank covers a spec: scenarios for each clause, and for each sentence of it that demands something.
import { whereDefined } from '../core/where-defined.ts';
import type { ClauseChange } from '../spec/change.ts';
import { isGlobal, type Clause, type Spec } from '../spec/clause.ts';
import { listDemands } from '../spec/demands.ts';
import { changedSentences } from '../spec/sentences.ts';
import type { Scenario } from './scenario.ts';
import { scenarioText } from './selection/lexical-vector.ts';
import { countTerms, createWeighing, dotTerms } from './selection/term-weights.ts';

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
  scenarios: readonly Scenario[],
  writtenFor: WrittenFor = new Map<never, never>(),
): readonly ClauseCoverage[] {
  return spec.clauses
    .filter((clause) => clause.text !== '' && !isGlobal(clause))
    .map((clause) => {
      const linked = scenarios.filter(({ clauses }) => clauses.includes(clause.id));
      const demands = listDemands(clause.text);
      const counts = countBySentence(
        demands.map(({ text }) => text),
        { linked, clause, writtenFor },
      );
      return {
        clause: clause.id,
        title: clause.title,
        scenarios: linked.length,
        demands: demands.map((demand, index) => ({ ...demand, scenarios: counts[index]! })),
      };
    });
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
  const linked = scenarios.filter(
    ({ clauses }) => clauses.includes(change.id) || clauses.includes(change.baseId ?? ''),
  );
  const counts = countBySentence(sentences, { linked, clause, writtenFor });
  const demands = new Map(listDemands(clause.text).map(({ text, by }) => [text, by]));
  return {
    clause: change.id,
    scenarios: linked.length,
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

/**
 * How many scenarios fall to each sentence. One that was written for a sentence counts there; another counts where its words
 * are most alike, which is a guess; one without a common word counts nowhere.
 */
function countBySentence(
  sentences: readonly string[],
  about: { readonly linked: readonly Scenario[]; readonly clause: Clause; readonly writtenFor: WrittenFor },
): readonly number[] {
  const counts = sentences.map(() => 0);
  if (sentences.length === 0 || about.linked.length === 0) return counts;
  const counted = sentences.map(countTerms);
  const weigh = createWeighing(counted);
  const weighed = counted.map((terms) => weigh(terms));
  for (const scenario of about.linked) {
    const exact = sentences.indexOf(about.writtenFor.get(scenario.id) ?? '');
    const place = exact >= 0 ? exact : mostAlike(weighed, weigh(countTerms(scenarioText(scenario))));
    if (place >= 0) counts[place]! += 1;
  }
  return counts;
}

function mostAlike(sentences: readonly ReadonlyMap<string, number>[], terms: ReadonlyMap<string, number>): number {
  let [place, most] = [-1, 0];
  for (const [index, sentence] of sentences.entries()) {
    const likeness = dotTerms(sentence, terms);
    if (likeness > most) [place, most] = [index, likeness];
  }
  return place;
}
