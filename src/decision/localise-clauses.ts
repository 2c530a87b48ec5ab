// Which clauses (or groups of scenarios) moved, up or down: the same test on each one's scenarios, for the report only.
import { whereDefined } from '../core/where-defined.ts';
import { readShared } from '../analysis/metrics/interpretation.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { CLAUSE_RATE } from './bounds.ts';
import { intervalOf, measureChange, type ScenarioDraws } from './change.ts';
import { smallestShown } from './detectable.ts';
import type { ClauseDecision, ClauseMovement, DecisionInput } from './decision.ts';
import { acrossNights } from './findings/across-nights.ts';
import type { Candidate, Tested } from './findings/test-family.ts';
import type { StageRows } from './stage-rows.ts';
import { exchangedIn, flipOf, readComparedDraws, readDraws } from './stage-draws.ts';
import { smallestAttainableP, testEitherWay, type TestOptions } from './test-change.ts';

export interface Group {
  readonly id: string;
  readonly units: readonly ScenarioDraws[];
}

/** Two-sided, since a clause that got better is reported as well. */
export interface GroupTest extends Group, Candidate {
  readonly options: TestOptions;
  /**
   * False where no outcome on these scenarios and draws could be significant: the group is then reported as untested,
   * not as unmoved.
   */
  readonly canSpeak: boolean;
}

export interface ClauseTest extends GroupTest {
  readonly about: 'compliance' | 'interpretation';
}

/** Non-compliance and interpretation by linked clause, in order of id. */
export function listClauseTests(
  evidence: StageRows,
  { links, renamed, policy }: Pick<DecisionInput, 'links' | 'renamed' | 'policy'>,
): readonly ClauseTest[] {
  const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
  const { stage } = evidence;
  const kind = exchangedIn(evidence);
  const flip = flipOf(evidence, 'nonCompliance');
  const testsOf = (about: ClauseTest['about'], unitsOf: (clause: string) => readonly ScenarioDraws[]) => {
    const options = { kind, flip, seed: `${policy.seed}\n${stage}\n${about}` };
    return clauses.map((id): ClauseTest => {
      const test = testGroup({ id, units: unitsOf(id) }, options);
      return { ...test, ...acrossNights(evidence, test.units, { own: test, flip, sides: 2 }), about };
    });
  };
  const units = readDraws(evidence, 'nonCompliance', 'observed');
  const compliance = testsOf('compliance', (id) => units.filter(({ scenario }) => links.get(scenario)?.includes(id)));
  const readings = testsOf('interpretation', (id) =>
    readComparedDraws(
      evidence,
      readShared((cited) => (renamed?.get(cited) ?? cited) === id),
    ),
  );
  return [...compliance, ...readings];
}

/** The false discovery rate of a family, and how many of it could speak. */
export interface Family {
  readonly rate: number;
  readonly looked: number;
}

/** `tested` in the order of the tests, which are part of the family. */
export function describeClauses(
  tests: readonly ClauseTest[],
  tested: readonly Tested[],
  family: Family,
): readonly ClauseDecision[] {
  const rows = tests.map((test, index) => {
    const { adjustedP } = tested[index]!;
    return {
      about: test.about,
      ...describeGroup(test, test.canSpeak ? adjustedP : undefined, family),
    };
  });
  const readings = new Map(
    rows.flatMap(({ about, id, ...own }) =>
      about === 'interpretation' && own.change !== undefined ? [[id, own]] : [],
    ),
  );
  return rows.flatMap(({ about, ...clause }) =>
    about === 'compliance' ? [{ ...clause, ...whereDefined({ interpretation: readings.get(clause.id) }) }] : [],
  );
}

/** The same for groups that are a family of their own. */
export function localiseGroups(groups: readonly Group[], options: TestOptions): readonly ClauseDecision[] {
  const tests = groups.map((group) => testGroup(group, options));
  const speaking = tests.filter(({ canSpeak }) => canSpeak);
  const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
  const adjustedP = new Map(speaking.map(({ id }, index) => [id, adjusted[index]!]));
  return tests.map((test) =>
    describeGroup(test, adjustedP.get(test.id), { rate: CLAUSE_RATE, looked: speaking.length }),
  );
}

/**
 * Whether the scenarios of one group moved, either way. A group too small to ever reach the rate keeps p 1 and takes no part
 * in the family.
 */
export function testGroup(group: Group, options: TestOptions): GroupTest {
  const canSpeak = 2 * smallestAttainableP(group.units, options.kind) <= CLAUSE_RATE;
  const test = canSpeak ? testEitherWay(group.units, options) : { p: 1, smallestP: 1 };
  return { ...group, ...test, options, canSpeak };
}

/**
 * The group as the report shows it, with p after the correction for its family (undefined: untested) and the smallest change
 * that would have been seen, in the units of the metric.
 */
export function describeGroup(
  { id, units, options }: GroupTest,
  adjustedP: number | undefined,
  { rate, looked }: Family,
): ClauseMovement & { readonly id: string } {
  const status = adjustedP === undefined ? 'untested' : adjustedP <= rate ? 'changed' : 'no-effect-seen';
  const change = measureChange(units, options.flip);
  if (change === undefined) return { id, scenarios: 0, status };
  const interval = intervalOf(change);
  // Alone among those that did not move it needs the rate divided by all, on either side (Benjamini-Hochberg's first step).
  const level = rate / Math.max(1, looked) / 2;
  const detectable = smallestShown(units, { level, flip: options.flip, kind: options.kind });
  return {
    id,
    scenarios: change.scenarios,
    base: change.base,
    head: change.head,
    change: change.value,
    ...whereDefined({ interval, adjustedP }),
    status,
    ...(detectable !== undefined && Number.isFinite(detectable) && { detectable }),
  };
}
