// Which clauses (or groups of scenarios) moved, up or down: the same test on each one's scenarios, for the report only.
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { CLAUSE_RATE } from './bounds.ts';
import { detectableChange, intervalOf, measureChange, type ScenarioDraws } from './change.ts';
import type { ClauseDecision } from './decision.ts';
import { flipOf, readDraws, type Evidence } from './evidence.ts';
import type { DecisionPolicy } from './policy.ts';
import { smallestAttainableP, testChangeEitherWay, type TestOptions } from './test-change.ts';

/** Non-compliance by linked clause, in order of id. */
export function localiseClauses(
  evidence: Evidence,
  links: ReadonlyMap<string, readonly string[]>,
  policy: DecisionPolicy,
): readonly ClauseDecision[] {
  const units = readDraws(evidence, 'nonCompliance', 'observed');
  const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
  const groups = clauses.map((id) => ({
    id,
    units: units.filter(({ scenario }) => links.get(scenario)?.includes(id)),
  }));
  const { kind, stage } = evidence;
  return localiseGroups(groups, {
    kind,
    flip: flipOf(evidence, 'nonCompliance'),
    seed: `${policy.seed}\n${stage}\nclause`,
  });
}

/**
 * Two-sided: that a clause got better is news, too. A group whose smallest attainable p is above the false discovery rate cannot be told from chance with these scenarios and
 * draws: it is untested, not unmoved. Benjamini-Hochberg over the others.
 */
export function localiseGroups(
  groups: readonly { readonly id: string; readonly units: readonly ScenarioDraws[] }[],
  options: TestOptions,
): readonly ClauseDecision[] {
  const tested = groups.filter(({ units }) => 2 * smallestAttainableP(units, options.kind) <= CLAUSE_RATE);
  const adjusted = benjaminiHochberg(tested.map(({ units }) => testChangeEitherWay(units, options)));
  const adjustedP = new Map(tested.map(({ id }, index) => [id, adjusted[index]!]));
  return groups.map(({ id, units }) => {
    const p = adjustedP.get(id);
    const status = p === undefined ? 'untested' : p <= CLAUSE_RATE ? 'changed' : 'no-effect-seen';
    const change = measureChange(units, options.flip);
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
