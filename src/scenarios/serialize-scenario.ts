// A scenario as one bank line: always the same bytes for the same scenario, so that git merges banks well.
import type { Json } from '../core/canonical-json.ts';
import type { Scenario } from './scenario.ts';
import type { Scored } from './scored.ts';

/** One line of JSON without the line end; keys in the documented order, maps by key, empty lists left out. */
export function serializeScenario(scenario: Scenario): string {
  const [first] = scenario.messages;
  const isQuery = scenario.messages.length === 1 && first?.role === 'user';
  return JSON.stringify({
    id: scenario.id,
    query: isQuery ? first.content : undefined,
    messages: isQuery ? undefined : scenario.messages.map(({ role, content }) => ({ role, content })),
    value1: scenario.value1,
    value2: scenario.value2,
    nudge: scenario.nudge,
    rubric1: scenario.rubric1,
    rubric2: scenario.rubric2,
    clauses: scenario.clauses.length === 0 ? undefined : scenario.clauses,
    topics: scenario.topics.length === 0 ? undefined : scenario.topics,
    disagreement: scenario.disagreement,
    source: scenario.source,
    group: scenario.group,
    scored: scenario.scored === undefined ? undefined : orderScored(scenario.scored),
  });
}

/** A whole bank file: one line a scenario, by id, so that two branches' additions merge where they belong. */
export function serializeBank(scenarios: readonly Scenario[]): string {
  return [...scenarios]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((scenario) => `${serializeScenario(scenario)}\n`)
    .join('');
}

function orderScored({ scores, disagreements, responseTypes, expressed, compliance, provenance }: Scored): object {
  const maps = { scores, disagreements, responseTypes, expressed, compliance, provenance };
  return Object.fromEntries(
    Object.entries(maps).flatMap(([key, value]) => (value === undefined ? [] : [[key, sortKeys(value as Json)]])),
  );
}

function sortKeys(value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sortKeys(member)]),
  );
}
