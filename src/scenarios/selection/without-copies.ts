// Scenarios that are one: they ask the very same and test the same clauses.
import type { Scenario } from '../scenario.ts';

/** The first of each: the others would be given the same answers, and one answer would count several times. */
export function withoutCopies(scenarios: readonly Scenario[]): readonly Scenario[] {
  const seen = new Set<string>();
  return scenarios.filter(({ messages, clauses }) => {
    const words = JSON.stringify([messages, [...clauses].sort()]);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
