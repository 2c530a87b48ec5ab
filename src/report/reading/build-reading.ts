// The spec as a person reads it, with what the change did to each clause and what tests it.
import { whereDefined } from '../../core/where-defined.ts';
import type { EvidenceClause } from '../../analysis/evidence/evidence-line.ts';
import { clauseEffects, writeTested, type ClauseEffect } from '../clause-effects.ts';
import type { Report } from '../report.ts';
import type { Sentence } from '../../render/sentence.ts';

export interface ReadClause {
  readonly clause: EvidenceClause;
  /** What the change did to it; absent where it did not touch it. */
  readonly change?: ClauseEffect;
  /** What was measured on the scenarios of a clause that stayed as it was. */
  readonly measured?: Sentence;
  /** Scenarios of this run that test it. */
  readonly asked: number;
}

/** Pure: clauses in the order of reading. */
export function buildReading(report: Report, clauses: readonly EvidenceClause[]): readonly ReadClause[] {
  const effects = new Map(clauseEffects(report).map((effect) => [effect.change.id, effect]));
  const tested = new Map(report.clauses.map((one) => [one.id, one]));
  const asked = countAsked(report);
  return clauses.map((clause) => {
    const change = effects.get(clause.clause);
    const own = tested.get(clause.clause);
    const measured =
      change === undefined && own !== undefined && own.status !== 'untested' ? writeTested(own) : undefined;
    return { clause, ...whereDefined({ change, measured }), asked: asked.get(clause.clause) ?? 0 };
  });
}

function countAsked({ scenarios }: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of scenarios.flatMap((scenario) => scenario.clauses)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
