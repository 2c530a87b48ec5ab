// A smaller bank from a large one: models disagree on every scenario kept, and the kept ones differ from each other.
import { HIGH_DISAGREEMENT } from '../disagreement.ts';
import { createFarthestSearch } from './lazy-k-center.ts';
import { findGroups, type Quotas } from './quotas.ts';
import type { Scenario } from '../scenario.ts';
import { orderBySeed } from './seeded-order.ts';
import { publishCenter } from './vector-memory.ts';
import { lexicalMeasure, vectorize, type Measure } from './vectorize.ts';

export interface SelectBankOptions {
  readonly scenarios: readonly Scenario[];
  /** Least D kept, 1.5 unless given. Above 0, scenarios without a D are left out. */
  readonly leastDisagreement?: number;
  /** `disagreement`: D x distance decides (1 without a D). `none`: distance alone. */
  readonly weighting: 'disagreement' | 'none';
  /** At most so many; all that the threshold lets through, if it is not given. */
  readonly size?: number;
  /** Stops when weight x distance falls below it. The study: 0.4 unweighted, 0.8 weighted, on its own embeddings. */
  readonly threshold?: number;
  readonly quotas?: Quotas;
  /** The lexical measure unless given. */
  readonly measure?: Measure;
  readonly seed: string;
}

export interface BankSelection {
  /** In the order chosen. `score` is weight x distance to those chosen before; the first has weight x 2. */
  readonly selected: readonly { readonly scenario: Scenario; readonly score: number }[];
  /** Left out before selection. */
  readonly belowDisagreement: number;
  readonly withoutDisagreement: number;
  /** Groups that have fewer than their `atLeast`. */
  readonly short: readonly { readonly kind: keyof Quotas; readonly name: string; readonly selected: number }[];
}

/**
 * Greedy k-center under quotas. First the groups that must have some, the least served first, each its best scenario;
 * then the best of all, until the size or the threshold. A full group's other scenarios are out. The result depends on
 * the seed only through ties, and not on the order of `scenarios`.
 */
export function selectBank(options: SelectBankOptions): BankSelection {
  const { leastDisagreement = HIGH_DISAGREEMENT, measure = lexicalMeasure, threshold = 0 } = options;
  const scored = options.scenarios.filter(({ disagreement }) => leastDisagreement <= 0 || disagreement !== undefined);
  const kept = scored.filter(({ disagreement }) => leastDisagreement <= 0 || disagreement! >= leastDisagreement);
  const scenarios = orderBySeed(kept, options.seed);
  const size = Math.min(options.size ?? scenarios.length, scenarios.length);
  const table = vectorize(scenarios, measure, size);
  const weights = Float32Array.from(scenarios, ({ disagreement }) =>
    options.weighting === 'disagreement' ? (disagreement ?? 1) : 1,
  );
  const search = createFarthestSearch(table, weights);
  const groups = findGroups(scenarios, options.quotas ?? {});
  const served = groups.map(() => 0);
  const groupsOf = indexByRow(groups.map(({ rows }) => rows));
  const selected: { readonly scenario: Scenario; readonly score: number }[] = [];

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
    belowDisagreement: scored.length - kept.length,
    withoutDisagreement: options.scenarios.length - scored.length,
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
    for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), group]);
  }
  return byRow;
}
