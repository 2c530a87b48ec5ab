// Scenarios that nearly repeat an earlier one.
import { distanceFromDot, dotRows } from '../../scenarios/selection/distance.ts';
import { createDotKernel } from '../../scenarios/selection/dot-kernel.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { lexicalMeasure, vectorize, type Measure } from '../../scenarios/selection/vectorize.ts';

export interface NearDuplicate {
  readonly scenario: string;
  /** The nearest one on an earlier line. */
  readonly of: string;
  /** Euclidean between unit vectors: 0 the same, 1.41 nothing in common. */
  readonly distance: number;
}

/** Every pair is compared: 20,000 scenarios take some seconds. */
export const MOST_COMPARED = 20_000;

/**
 * Scenarios nearer than `measure.near` to an earlier one, in file order; undefined for more than can be compared. Two framings
 * of one pair of values are meant to be alike and are none.
 */
export function findNearDuplicates(
  scenarios: readonly Scenario[],
  measure: Measure = lexicalMeasure,
): readonly NearDuplicate[] | undefined {
  if (scenarios.length > MOST_COMPARED) return undefined;
  const table = vectorize(scenarios, measure, 0);
  const nearestDot = createDotKernel(table.memory);
  const rowBytes = table.dimensions * 4;
  const found: NearDuplicate[] = [];
  for (let row = 1; row < scenarios.length; row += 1) {
    const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
    const distance = distanceFromDot(dot);
    if (distance >= measure.near) continue;
    // The kernel says how near, not which: rare enough to look again.
    let of = 0;
    while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
    if (isReframing(scenarios[row]!, scenarios[of]!)) continue;
    found.push({ scenario: scenarios[row]!.id, of: scenarios[of]!.id, distance });
  }
  return found;
}

function isReframing(a: Scenario, b: Scenario): boolean {
  return a.value1 !== undefined && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
