// Which clauses (or groups of scenarios) moved, up or down: the same test on each one's scenarios, for the report only.
import { whereDefined } from '../core/where-defined.ts';
import { readShared } from '../analysis/metrics/interpretation.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { CLAUSE_RATE } from './bounds.ts';
import { detectableChange, intervalOf, measureChange, type ScenarioDraws } from './change.ts';
import type { ClauseDecision, DecisionInput } from './decision.ts';
import { flipOf, readComparedDraws, readDraws, type StageRows } from './stage-rows.ts';
import { smallestAttainableP, testChangeEitherWay, type TestOptions } from './test-change.ts';

/** Non-compliance and interpretation by linked clause, in order of id. Each is a family of its own. */
export function localiseClauses(
  evidence: StageRows,
  input: Pick<DecisionInput, 'links' | 'renamed' | 'policy'>,
): readonly ClauseDecision[] {
  const { links, renamed, policy } = input;
  const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
  const { kind, stage } = evidence;
  const localise = (name: string, unitsOf: (clause: string) => readonly ScenarioDraws[]): readonly ClauseDecision[] =>
    localiseGroups(
      clauses.map((id) => ({ id, units: unitsOf(id) })),
      { kind, flip: flipOf(evidence, 'nonCompliance'), seed: `${policy.seed}\n${stage}\n${name}` },
    );
  const units = readDraws(evidence, 'nonCompliance', 'observed');
  const compliance = localise('clause', (id) => units.filter(({ scenario }) => links.get(scenario)?.includes(id)));
  const readings = localise('clause interpretation', (id) =>
    readComparedDraws(
      evidence,
      readShared((cited) => (renamed?.get(cited) ?? cited) === id),
    ),
  );
  const byId = new Map(readings.map(({ id, ...own }) => [id, own]));
  return compliance.map((clause) => {
    const interpretation = byId.get(clause.id);
    return interpretation?.change === undefined ? clause : { ...clause, interpretation };
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
      ...whereDefined({ interval, adjustedP: p }),
      status,
      ...whereDefined({ detectable }),
    };
  });
}
