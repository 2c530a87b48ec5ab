// Scenarios that resemble a clause nobody linked: better than nothing, and always marked as suggested.
import type { Clause } from '../../spec/clause.ts';
import { scenarioText } from './lexical-vector.ts';
import type { Scenario } from '../scenario.ts';
import { countTerms, createWeighing, dotTerms } from './term-weights.ts';

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
  const counted = scenarios.map((scenario) => countTerms(scenarioText(scenario)));
  const weigh = createWeighing(counted);
  const weighed = counted.map((terms) => weigh(terms));
  return clauses.map(({ title, text }) => {
    const clause = weigh(countTerms(`${title}\n${text}`));
    const similar = scenarios
      .map(({ id }, index): [string, number] => [id, dotTerms(weighed[index]!, clause)])
      .filter(([, similarity]) => similarity >= SUGGEST_FLOOR);
    return new Map(similar.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST));
  });
}
