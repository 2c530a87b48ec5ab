// Two accounts of one scenario as one: what the bank says stays, and an import adds what it does not say.
import { whereDefined } from '../../core/where-defined.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Scored } from '../../scenarios/scored.ts';

/** Whether both ask the same: only then are they two accounts of one scenario. */
export function asksTheSame(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(a.messages) === JSON.stringify(b.messages);
}

/**
 * `known` with what only `brought` says. Links and topics of `known` stay as they are where it has any; each map of its
 * scores likewise, but rulings are added model by model and judge by judge.
 */
export function fillScenario(known: Scenario, brought: Scenario): Scenario {
  const scored = fillScored(known.scored, brought.scored);
  // Rubrics measure the values they were written for.
  const sameValues = known.value1 === brought.value1 && known.value2 === brought.value2;
  const hasNoValues = known.value1 === undefined && known.rubric1 === undefined;
  const about = sameValues || hasNoValues ? valuesOf(brought) : {};
  return {
    ...about,
    ...whereDefined({ disagreement: brought.disagreement, source: brought.source }),
    ...known,
    clauses: known.clauses.length > 0 ? known.clauses : brought.clauses,
    topics: known.topics.length > 0 ? known.topics : brought.topics,
    ...whereDefined({ scored }),
  };
}

function valuesOf({
  value1,
  value2,
  nudge,
  rubric1,
  rubric2,
}: Scenario): Pick<Scenario, 'value1' | 'value2' | 'nudge' | 'rubric1' | 'rubric2'> {
  return {
    ...whereDefined({ value1, value2, nudge, rubric1, rubric2 }),
  };
}

function fillScored(known: Scored | undefined, brought: Scored | undefined): Scored | undefined {
  if (known === undefined || brought === undefined) return known ?? brought;
  // A `Map`, since a model may have any name, `__proto__` included.
  const compliance = new Map(Object.entries(brought.compliance ?? {}));
  for (const [model, rulings] of Object.entries(known.compliance ?? {})) {
    compliance.set(model, { ...compliance.get(model), ...rulings });
  }
  return { ...brought, ...known, ...(compliance.size > 0 && { compliance: Object.fromEntries(compliance) }) };
}
