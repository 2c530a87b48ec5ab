// Scenarios that resemble a clause nobody linked: better than nothing, and always marked as suggested.
import type { Clause } from '../../spec/clause.ts';
import { scenarioText } from './lexical-vector.ts';
import type { Scenario } from '../scenario.ts';
import { isIdeograph, splitWords } from './words.ts';

/** Least similarity. On 250 real queries and the 2025-09-12 OpenAI Model Spec, what passes shares a subject. */
const SUGGEST_FLOOR = 0.15;
/** At most so many for one clause. */
const MOST = 8;
/** A crude stem: "disclose", "disclosed" and "disclosing" are one term. */
const STEM = 6;

type Terms = ReadonlyMap<string, number>;

/**
 * For each clause, the ids of the most similar scenarios at or above `floor`, best first, with their similarity: the
 * cosine of term weights (1 + ln count) x ln(1 + scenarios / scenarios with the term), as in Salton & Buckley 1988.
 * Unlike the lexical vectors of selection it weighs a term by its rarity in this bank, since a long clause and a short
 * query share mostly common words.
 */
export function suggestScenarios(
  scenarios: readonly Scenario[],
  clauses: readonly Clause[],
  floor: number = SUGGEST_FLOOR,
): ReadonlyMap<string, number>[] {
  if (clauses.length === 0) return [];
  const counted = scenarios.map((scenario) => countTerms(scenarioText(scenario)));
  const spread = new Map<string, number>();
  for (const terms of counted) for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const weigh = (terms: Terms): Terms =>
    toUnit(terms, (term) => Math.log(1 + scenarios.length / (spread.get(term) ?? 1)));
  const weighed = counted.map((terms) => weigh(terms));
  return clauses.map(({ title, text }) => {
    const clause = weigh(countTerms(`${title}\n${text}`));
    const similar = scenarios
      .map(({ id }, index): [string, number] => [id, dotTerms(weighed[index]!, clause)])
      .filter(([, similarity]) => similarity >= floor);
    return new Map(similar.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST));
  });
}

function countTerms(text: string): Terms {
  const counts = new Map<string, number>();
  for (const word of splitWords(text)) {
    if (word.length < 3 && !isIdeograph(word)) continue;
    const term = word.slice(0, STEM);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function toUnit(counts: Terms, rarity: (term: string) => number): Terms {
  const weights = new Map([...counts].map(([term, count]) => [term, (1 + Math.log(count)) * rarity(term)]));
  const length = Math.hypot(...weights.values());
  return new Map([...weights].map(([term, weight]) => [term, weight / length]));
}

function dotTerms(a: Terms, b: Terms): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
