// Which clauses a conversation may be about: found by its words, or by embeddings, without asking anybody.
import { cosineSimilarity, scenarioText } from '../scenarios/selection/lexical-vector.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { countTerms, createWeighing, dotTerms } from '../scenarios/selection/term-weights.ts';
import type { Measure } from '../scenarios/selection/vectorize.ts';
import type { Clause, Spec } from '../spec/clause.ts';
import { isLinkable } from './show-spec.ts';

/** The clauses most like a text, best first, at most `count`. */
export type FindClauses = (text: string, count: number) => readonly Clause[];

/**
 * Likeness by words: the cosine of term weights over the spec's clauses, their examples included, since examples speak as
 * users do.
 */
export function findClausesByWords(spec: Spec): FindClauses {
  const clauses = spec.clauses.filter(isLinkable);
  const counted = clauses.map(({ title, text }) => countTerms(`${title}\n${title}\n${text}`));
  const weigh = createWeighing(counted);
  const weighed = counted.map((terms) => weigh(terms));
  return (text, count) => {
    const terms = weigh(countTerms(text));
    return best(clauses, (index) => dotTerms(weighed[index]!, terms), count);
  };
}

/** A clause as something a measure of scenarios can place. */
export function clauseAsScenario({ id, title, text }: Clause): Scenario {
  return { id: `clause:${id}`, messages: [{ role: 'user', content: `${title}\n\n${text}` }], clauses: [], topics: [] };
}

/** Likeness by a measure that has placed the scenarios and the clauses (`clauseAsScenario`). */
export function findClausesByMeasure(
  spec: Spec,
  measure: Measure,
): (scenario: Scenario, count: number) => readonly Clause[] {
  const clauses = spec.clauses.filter(isLinkable);
  const vectors = clauses.map((clause) => measure.vectorOf(clauseAsScenario(clause)));
  return (scenario, count) => {
    const vector = measure.vectorOf(scenario);
    return best(clauses, (index) => cosineSimilarity(vectors[index]!, vector), count);
  };
}

/** The candidates of a scenario by its words. */
export function findByScenario(find: FindClauses): (scenario: Scenario, count: number) => readonly Clause[] {
  return (scenario, count) => find(scenarioText(scenario), count);
}

function best(clauses: readonly Clause[], likeness: (index: number) => number, count: number): readonly Clause[] {
  return clauses
    .map((clause, index) => ({ clause, index, likeness: likeness(index) }))
    .sort((a, b) => b.likeness - a.likeness || a.index - b.index)
    .slice(0, count)
    .map(({ clause }) => clause);
}
