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
 * scores likewise, but rulings are added model by model and judge by judge. Where both name values and name others, what
 * measures values (rubrics, positions, disagreement) is not taken over.
 */
export function fillScenario(known: Scenario, brought: Scenario): Scenario {
  const isOfOtherValues =
    known.value1 !== undefined &&
    brought.value1 !== undefined &&
    (known.value1 !== brought.value1 || known.value2 !== brought.value2);
  const scored = fillScored(known.scored, isOfOtherValues ? rulingsAlone(brought.scored) : brought.scored);
  const sameValues = known.value1 === brought.value1 && known.value2 === brought.value2;
  const hasNoValues = known.value1 === undefined && known.rubric1 === undefined;
  return {
    ...((sameValues || hasNoValues) && valuesOf(brought)),
    ...(!isOfOtherValues && whereDefined({ disagreement: brought.disagreement })),
    ...whereDefined({ source: brought.source }),
    ...known,
    clauses: known.clauses.length > 0 ? known.clauses : brought.clauses,
    topics: known.topics.length > 0 ? known.topics : brought.topics,
    ...whereDefined({ scored }),
  };
}

/** Without what is measured on the spectra of two values; undefined where nothing else was found. */
function rulingsAlone(scored: Scored | undefined): Scored | undefined {
  if (scored === undefined) return undefined;
  const { scores: _scores, disagreements: _disagreements, responseTypes: _types, ...rest } = scored;
  return rest.compliance === undefined && rest.expressed === undefined ? undefined : rest;
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
