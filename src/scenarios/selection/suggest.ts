// Scenarios that resemble a clause nobody linked: better than nothing, and always marked as suggested.
import type { Clause } from '../../spec/clause.ts';
import { scenarioText } from './lexical-vector.ts';
import type { Scenario } from '../scenario.ts';
import { countTerms, createWeighing, dotTerms, type Terms } from './term-weights.ts';

/** Least similarity. On 250 real queries and the 2025-09-12 OpenAI Model Spec, what passes shares a subject. */
const SUGGEST_FLOOR = 0.15;
/** At most so many for one clause. */
const MOST = 8;

/**
 * For each clause, the ids of the scenarios that are similar enough, best first, with their similarity: the
 * cosine of term weights (term-weights.ts). Unlike the lexical vectors of selection it weighs a term by its rarity in this
 * bank, since a long clause and a short query share mostly common words.
 */
export function suggestScenarios(
  scenarios: readonly Scenario[],
  clauses: readonly Clause[],
): ReadonlyMap<string, number>[] {
  if (clauses.length === 0) return [];
  // The texts are read twice instead of kept in memory: once to count how rare each term is, once to find those that
  // resemble a clause.
  const weigh = createWeighing(termsOf(scenarios));
  const weighed = clauses.map(({ title, text }) => weigh(countTerms(`${title}\n${text}`)));
  const best = clauses.map((): [string, number][] => []);
  let row = 0;
  for (const terms of termsOf(scenarios)) {
    const { id } = scenarios[row]!;
    row += 1;
    const own = weigh(terms);
    for (const [index, clause] of weighed.entries()) {
      const similarity = dotTerms(own, clause);
      if (similarity >= SUGGEST_FLOOR) best[index] = keepBest(best[index]!, [id, similarity]);
    }
  }
  return best.map((similar) => new Map(similar));
}

function* termsOf(scenarios: readonly Scenario[]): Generator<Terms> {
  for (const scenario of scenarios) yield countTerms(scenarioText(scenario));
}

/** Best first, then by id. */
function keepBest(kept: readonly [string, number][], one: [string, number]): [string, number][] {
  return [...kept, one].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
}
