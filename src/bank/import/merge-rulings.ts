// Rulings on several models' responses to one query, from several rows, as one scenario.
import type { Scenario } from '../../scenarios/scenario.ts';

/** `a` with `b`'s rulings added; both are about the same conversation. */
export function mergeRulings(a: Scenario, b: Scenario): Scenario {
  // By a map: a model may be called anything, `__proto__` too.
  const compliance = new Map(Object.entries(a.scored?.compliance ?? {}));
  for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) {
    compliance.set(model, { ...compliance.get(model), ...rulings });
  }
  return { ...a, scored: { ...a.scored, compliance: Object.fromEntries(compliance) } };
}
