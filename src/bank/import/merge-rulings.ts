// Rulings on several models' responses to one query, from several rows, as one scenario.
import type { Scenario } from '../../scenarios/scenario.ts';

/** `a` with `b`'s rulings added; both are about the same conversation. */
export function mergeRulings(a: Scenario, b: Scenario): Scenario {
  const compliance = { ...a.scored?.compliance };
  for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) {
    compliance[model] = { ...compliance[model], ...rulings };
  }
  return { ...a, scored: { ...a.scored, compliance } };
}
