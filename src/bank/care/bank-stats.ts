// What a bank holds, as numbers: what `bank stats` prints and draws.
import { isGlobal, type Spec } from '../../spec/clause.ts';
import { countLinks, findOrphanedLinks, type OrphanedLink } from './clause-links.ts';
import { findNearDuplicates, type NearDuplicate } from './near-duplicates.ts';
import { measureCoverage, totalCoverage } from '../../scenarios/coverage.ts';
import { hasRubrics, type Nudge, type Scenario } from '../../scenarios/scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';

/** A name and how many scenarios have it. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Scenarios with `from` <= D < `to` (<= 3 in the last bin). */
export interface DisagreementBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface BankStats {
  readonly scenarios: number;
  /** With both rubrics: the others are judged for compliance only. */
  readonly withRubrics: number;
  /** With more than one message. */
  readonly conversations: number;
  /** Most frequent first; a scenario counts for both its values. */
  readonly values: readonly Count[];
  readonly valuePairs: number;
  readonly nudges: Readonly<Record<Nudge | 'none', number>>;
  readonly topics: readonly Count[];
  /** Linked to no clause at all. */
  readonly unlinked: number;
  /** There where a spec is given. */
  readonly clauses?: {
    /** In the spec's order, 0 included; without headings that say nothing and the global clauses, which are shown with every scenario. */
    readonly counts: readonly Count[];
    readonly withoutScenario: readonly string[];
    /** Sentences that demand something, and how many of them a scenario tests, by its words (scenarios/coverage.ts). */
    readonly demands: { readonly all: number; readonly tested: number };
    readonly orphaned: readonly OrphanedLink[];
  };
  readonly withoutDisagreement: number;
  /** The study's bins. */
  readonly disagreement: readonly DisagreementBin[];
  /** Undefined for a bank too large to compare every pair. */
  readonly nearDuplicates: readonly NearDuplicate[] | undefined;
}

const BIN_EDGES = [0, 1, 1.5, 2, 2.5, 3] as const;

/** Counts a bank, and holds its links against a spec where one is given. */
export function describeBank(
  scenarios: readonly Scenario[],
  { spec, measure }: { readonly spec?: Spec; readonly measure?: Measure } = {},
): BankStats {
  const pairs = scenarios.flatMap(({ value1, value2 }) =>
    value1 === undefined || value2 === undefined ? [] : [JSON.stringify([value1, value2].sort())],
  );
  const nudges = { neutral: 0, value1: 0, value2: 0, none: 0 };
  for (const { nudge } of scenarios) nudges[nudge ?? 'none'] += 1;
  return {
    scenarios: scenarios.length,
    withRubrics: scenarios.filter((scenario) => hasRubrics(scenario)).length,
    conversations: scenarios.filter(({ messages }) => messages.length > 1).length,
    values: countNames(
      scenarios.flatMap(({ value1, value2 }) => [value1, value2].filter((value) => value !== undefined)),
    ),
    valuePairs: new Set(pairs).size,
    nudges,
    topics: countNames(scenarios.flatMap(({ topics }) => topics)),
    unlinked: scenarios.filter(({ clauses }) => clauses.length === 0).length,
    ...(spec !== undefined && { clauses: coverClauses(scenarios, spec) }),
    withoutDisagreement: scenarios.filter(({ disagreement }) => disagreement === undefined).length,
    disagreement: binDisagreement(scenarios),
    nearDuplicates: findNearDuplicates(scenarios, measure),
  };
}

function coverClauses(scenarios: readonly Scenario[], spec: Spec): NonNullable<BankStats['clauses']> {
  const links = countLinks(scenarios, spec);
  const counts = spec.clauses
    .filter((clause) => links.get(clause.id)! > 0 || (clause.text !== '' && !isGlobal(clause)))
    .map(({ id }) => ({ name: id, count: links.get(id)! }));
  const { demands, testedDemands } = totalCoverage(measureCoverage(spec, scenarios));
  return {
    counts,
    withoutScenario: counts.flatMap(({ name, count }) => (count === 0 ? [name] : [])),
    demands: { all: demands, tested: testedDemands },
    orphaned: findOrphanedLinks(scenarios, spec),
  };
}

function binDisagreement(scenarios: readonly Scenario[]): readonly DisagreementBin[] {
  return BIN_EDGES.slice(0, -1).map((from, index) => {
    const to = BIN_EDGES[index + 1]!;
    const isLast = to === BIN_EDGES.at(-1);
    const count = scenarios.filter(
      ({ disagreement: d }) => d !== undefined && d >= from && (d < to || (isLast && d <= to)),
    ).length;
    return { from, to, count };
  });
}

/** Most frequent first, then by name. */
function countNames(names: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
