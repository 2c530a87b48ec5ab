// What a bank holds, as numbers: what `bank stats` prints and draws.
import { isGlobal, type Spec } from '../../spec/clause.ts';
import { createLinkTally, type OrphanedLink } from './clause-links.ts';
import { createDuplicateTally, type NearDuplicate } from './near-duplicates.ts';
import { createCoverageTally, totalCoverage } from '../../scenarios/coverage.ts';
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

export interface BankTally {
  readonly add: (scenario: Scenario) => void;
  readonly read: () => BankStats;
}

/**
 * Counts a bank scenario by scenario, and compares its links with a spec where one is given. Only sums are kept in
 * memory.
 */
export function createBankTally({
  spec,
  measure,
}: { readonly spec?: Spec; readonly measure?: Measure } = {}): BankTally {
  const counted = { scenarios: 0, withRubrics: 0, conversations: 0, unlinked: 0, withoutDisagreement: 0 };
  const nudges = { neutral: 0, value1: 0, value2: 0, none: 0 };
  const values = createNameCounter();
  const topics = createNameCounter();
  const pairs = new Set<string>();
  const bins = BIN_EDGES.slice(1).map(() => 0);
  const clauses = spec === undefined ? undefined : createClauseTally(spec);
  const duplicates = createDuplicateTally(measure);
  return {
    add: (scenario) => {
      const { value1, value2, nudge, disagreement } = scenario;
      counted.scenarios += 1;
      if (hasRubrics(scenario)) counted.withRubrics += 1;
      if (scenario.messages.length > 1) counted.conversations += 1;
      if (scenario.clauses.length === 0) counted.unlinked += 1;
      nudges[nudge ?? 'none'] += 1;
      for (const value of [value1, value2]) if (value !== undefined) values.add(value);
      for (const topic of scenario.topics) topics.add(topic);
      if (value1 !== undefined && value2 !== undefined) pairs.add(JSON.stringify([value1, value2].sort()));
      if (disagreement === undefined) counted.withoutDisagreement += 1;
      else bins[binOf(disagreement)]! += 1;
      clauses?.add(scenario);
      duplicates.add(scenario);
    },
    read: () => ({
      scenarios: counted.scenarios,
      withRubrics: counted.withRubrics,
      conversations: counted.conversations,
      values: values.read(),
      valuePairs: pairs.size,
      nudges,
      topics: topics.read(),
      unlinked: counted.unlinked,
      ...(clauses !== undefined && { clauses: clauses.read() }),
      withoutDisagreement: counted.withoutDisagreement,
      disagreement: bins.map((count, index) => ({ from: BIN_EDGES[index]!, to: BIN_EDGES[index + 1]!, count })),
      nearDuplicates: duplicates.read(),
    }),
  };
}

function createClauseTally(spec: Spec) {
  const links = createLinkTally(spec);
  const coverage = createCoverageTally(spec);
  return {
    add: (scenario: Scenario): void => {
      links.add(scenario);
      coverage.add(scenario);
    },
    read: (): NonNullable<BankStats['clauses']> => {
      const counts = spec.clauses
        .filter((clause) => links.counts.get(clause.id)! > 0 || (clause.text !== '' && !isGlobal(clause)))
        .map(({ id }) => ({ name: id, count: links.counts.get(id)! }));
      const { demands, testedDemands } = totalCoverage(coverage.read());
      return {
        counts,
        withoutScenario: counts.flatMap(({ name, count }) => (count === 0 ? [name] : [])),
        demands: { all: demands, tested: testedDemands },
        orphaned: links.orphaned,
      };
    },
  };
}

/** The bin of a D between 0 and 3; 3 itself is in the last. */
function binOf(disagreement: number): number {
  const above = BIN_EDGES.findIndex((edge) => disagreement < edge);
  return above === -1 ? BIN_EDGES.length - 2 : above - 1;
}

interface NameCounter {
  readonly add: (name: string) => void;
  /** Most frequent first, then by name. */
  readonly read: () => readonly Count[];
}

function createNameCounter(): NameCounter {
  const counts = new Map<string, number>();
  return {
    add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    read: () =>
      [...counts]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  };
}
