// A smaller bank from a large one: models disagree on every scenario kept, and the kept ones differ from each other.
import { whereDefined } from '../../core/where-defined.ts';
import { HIGH_DISAGREEMENT } from '../disagreement.ts';
import { createFarthestSearch } from './lazy-k-center.ts';
import { findGroups, type Quoted, type Quotas } from './quotas.ts';
import type { Scenario } from '../scenario.ts';
import { orderBySeed } from './seeded-order.ts';
import { growVectors, publishCenter, type VectorMemory } from './vector-memory.ts';
import { lexicalMeasure, type Measure } from './vectorize.ts';

export interface SelectionRules {
  /** `disagreement`: D x distance decides (1 without a D). `none`: distance alone. */
  readonly weighting: 'disagreement' | 'none';
  /** At most so many; all that the threshold lets through, if it is not given. */
  readonly size?: number;
  /** Stops when weight x distance falls below it. The study: 0.4 unweighted, 0.8 weighted, on its own embeddings. */
  readonly threshold?: number;
  readonly quotas?: Quotas;
  readonly seed: string;
}

/** Least D kept, 1.5 unless given. Above 0, scenarios without a D are left out. */
interface PoolOptions {
  readonly leastDisagreement?: number;
  /** The lexical measure unless given. */
  readonly measure?: Measure;
}

export interface SelectBankOptions extends SelectionRules, PoolOptions {
  readonly scenarios: readonly Scenario[];
}

/** What selection keeps of a scenario beside its vector. */
export type Candidate = Quoted & Pick<Scenario, 'id' | 'disagreement'>;

export interface BankSelection<Row extends Candidate = Scenario> {
  /** In the order chosen. `score` is weight x distance to those chosen before; the first has weight x 2. */
  readonly selected: readonly { readonly scenario: Row; readonly score: number }[];
  /** Left out before selection. */
  readonly belowDisagreement: number;
  readonly withoutDisagreement: number;
  /** Groups that have fewer than their `atLeast`. */
  readonly short: readonly { readonly kind: keyof Quotas; readonly name: string; readonly selected: number }[];
}

export interface SelectionPool<Row extends Candidate> {
  /** Takes a scenario into account, and keeps what `keep` makes of it where it is one to choose from. */
  readonly add: (scenario: Scenario, keep: (scenario: Scenario) => Row) => void;
  /** Scenarios added so far. */
  readonly size: () => number;
  /** Once, at the end. */
  readonly select: (rules: SelectionRules) => BankSelection<Row>;
}

/** A selection from scenarios that are all there. */
export function selectBank({ scenarios, leastDisagreement, measure, ...rules }: SelectBankOptions): BankSelection {
  const pool = createSelectionPool<Scenario>({ ...whereDefined({ leastDisagreement, measure }) });
  for (const scenario of scenarios) pool.add(scenario, (whole) => whole);
  return pool.select(rules);
}

/** A selection from scenarios that come one after another: a kibibyte of vector is kept of each, and what `keep` makes of it. */
export function createSelectionPool<Row extends Candidate>({
  leastDisagreement = HIGH_DISAGREEMENT,
  measure = lexicalMeasure,
}: PoolOptions): SelectionPool<Row> {
  const kept: Row[] = [];
  const vectors = growVectors(measure.dimensions);
  let [added, belowDisagreement, withoutDisagreement] = [0, 0, 0];
  return {
    size: () => added,
    add: (scenario, keep) => {
      added += 1;
      const { disagreement } = scenario;
      if (leastDisagreement > 0 && disagreement === undefined) withoutDisagreement += 1;
      else if (leastDisagreement > 0 && disagreement! < leastDisagreement) belowDisagreement += 1;
      else {
        vectors.add(measure.vectorOf(scenario));
        kept.push(keep(scenario));
      }
    },
    select: (rules) => {
      const scenarios = orderBySeed(kept, rules.seed);
      const former = new Map(kept.map((scenario, row) => [scenario, row]));
      const order = Uint32Array.from(scenarios, (scenario) => former.get(scenario)!);
      const size = Math.min(rules.size ?? scenarios.length, scenarios.length);
      const table = vectors.finish(order, size);
      const { selected, short } = chooseRows(scenarios, { ...rules, size, table });
      return { selected, belowDisagreement, withoutDisagreement, short };
    },
  };
}

/**
 * Greedy k-center under quotas. First the groups that must have some, the least served first, each its best scenario;
 * then the best of all, until the size or the threshold. A full group's other scenarios are out. The result depends on
 * the seed only through ties, and not on the order of the bank's lines.
 */
function chooseRows<Row extends Candidate>(
  scenarios: readonly Row[],
  options: SelectionRules & { readonly size: number; readonly table: VectorMemory },
): Pick<BankSelection<Row>, 'selected' | 'short'> {
  const { threshold = 0, size, table } = options;
  const weights = Float32Array.from(scenarios, ({ disagreement }) =>
    options.weighting === 'disagreement' ? (disagreement ?? 1) : 1,
  );
  const search = createFarthestSearch(table, weights);
  const groups = findGroups(scenarios, options.quotas ?? {});
  const served = groups.map(() => 0);
  const groupsOf = indexByRow(groups.map(({ rows }) => rows));
  const selected: { readonly scenario: Row; readonly score: number }[] = [];

  const choose = (row: number, score: number): void => {
    publishCenter(table, selected.length, row);
    search.exclude(row);
    selected.push({ scenario: scenarios[row]!, score });
    for (const group of groupsOf.get(row) ?? []) {
      served[group]! += 1;
      const { quota, rows } = groups[group]!;
      if (served[group] === quota.atMost) for (const other of rows) search.exclude(other);
    }
  };

  for (const { quota, rows } of groups) if (quota.atMost === 0) for (const row of rows) search.exclude(row);
  const exhausted = new Set<number>();
  while (selected.length < size) {
    const group = neediest(
      groups.map(({ quota }) => quota.atLeast ?? 0),
      served,
      exhausted,
    );
    if (group === undefined) break;
    const { row, score } = search.farthest(selected.length, groups[group]!.rows);
    if (row === -1) exhausted.add(group);
    else choose(row, score);
  }
  while (selected.length < size) {
    const { row, score } = search.farthest(selected.length);
    if (row === -1 || score < threshold) break;
    choose(row, score);
  }
  return {
    selected,
    short: groups.flatMap(({ kind, name, quota }, index) =>
      served[index]! < (quota.atLeast ?? 0) ? [{ kind, name, selected: served[index]! }] : [],
    ),
  };
}

/** The group furthest from what it must have in the number served, the first of equals; undefined where none lacks any. */
function neediest(
  atLeast: readonly number[],
  served: readonly number[],
  exhausted: ReadonlySet<number>,
): number | undefined {
  let least: number | undefined;
  for (const [index, needed] of atLeast.entries()) {
    if (served[index]! >= needed || exhausted.has(index)) continue;
    if (least === undefined || served[index]! < served[least]!) least = index;
  }
  return least;
}

function indexByRow(groups: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const byRow = new Map<number, number[]>();
  for (const [group, rows] of groups.entries()) {
    for (const row of rows) {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [group]);
      else known.push(group);
    }
  }
  return byRow;
}
