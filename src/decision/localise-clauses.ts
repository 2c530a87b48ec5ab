// Which clauses moved: the same test on each clause's scenarios, for the report only.
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { CLAUSE_RATE } from './bounds.ts';
import { detectableChange, intervalOf, measureChange } from './change.ts';
import type { ClauseDecision } from './decision.ts';
import { flipOf, readDraws, type Evidence } from './evidence.ts';
import type { DecisionPolicy } from './policy.ts';
import { smallestAttainableP, testChange } from './test-change.ts';

/**
 * Non-compliance by clause, in order of id. A clause whose smallest attainable p is above the false discovery rate cannot
 * be told from chance with these scenarios and draws: it is untested, not unmoved.
 */
export function localiseClauses(
  evidence: Evidence,
  links: ReadonlyMap<string, readonly string[]>,
  policy: DecisionPolicy,
): readonly ClauseDecision[] {
  const flip = flipOf(evidence, 'nonCompliance');
  const units = readDraws(evidence, 'nonCompliance', 'observed');
  const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
  const rows = clauses.map((id) => {
    const own = units.filter(({ scenario }) => links.get(scenario)?.includes(id));
    return { id, own, testable: smallestAttainableP(own, evidence.kind) <= CLAUSE_RATE };
  });
  const tested = rows.filter(({ testable }) => testable);
  const seed = `${policy.seed}\n${evidence.stage}\nclause`;
  const adjusted = benjaminiHochberg(tested.map(({ own }) => testChange(own, { kind: evidence.kind, flip, seed })));
  const adjustedP = new Map(tested.map(({ id }, index) => [id, adjusted[index]!]));
  return rows.map(({ id, own }) => {
    const p = adjustedP.get(id);
    const status = p === undefined ? 'untested' : p <= CLAUSE_RATE ? 'changed' : 'no-effect-seen';
    const change = measureChange(own, flip);
    if (change === undefined) return { id, scenarios: 0, status };
    const interval = intervalOf(change);
    const detectable = detectableChange(change);
    return {
      id,
      scenarios: change.scenarios,
      base: change.base,
      head: change.head,
      change: change.value,
      ...(interval === undefined ? {} : { interval }),
      ...(p === undefined ? {} : { adjustedP: p }),
      status,
      ...(detectable === undefined ? {} : { detectable }),
    };
  });
}
