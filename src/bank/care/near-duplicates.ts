// Scenarios that nearly repeat an earlier one.
import { whereDefined } from '../../core/where-defined.ts';
import { distanceFromDot, dotRows } from '../../scenarios/selection/distance.ts';
import { createDotKernel } from '../../scenarios/selection/dot-kernel.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { lexicalMeasure, tableOf, type Measure } from '../../scenarios/selection/vectorize.ts';

export interface NearDuplicate {
  readonly scenario: string;
  /** The nearest one on an earlier line. */
  readonly of: string;
  /** Euclidean between unit vectors: 0 the same, 1.41 nothing in common. */
  readonly distance: number;
}

/** Every pair is compared: 20,000 scenarios take some seconds. */
export const MOST_COMPARED = 20_000;

export interface DuplicateTally {
  readonly add: (scenario: Scenario) => void;
  /** In file order; undefined for more scenarios than can be compared. */
  readonly read: () => readonly NearDuplicate[] | undefined;
}

/**
 * Scenarios nearer than `measure.near` to an earlier one. Two framings of one pair of values are meant to be alike and are none.
 * Scenarios come one after another: of each its vector is kept, and none beyond what can be compared.
 */
export function createDuplicateTally(measure: Measure = lexicalMeasure): DuplicateTally {
  const rows: Row[] = [];
  let count = 0;
  return {
    add: (scenario) => {
      count += 1;
      if (count > MOST_COMPARED) rows.length = 0;
      else rows.push({ ...framingOf(scenario), vector: measure.vectorOf(scenario) });
    },
    read: () => (count > MOST_COMPARED ? undefined : compareAll(rows, measure)),
  };
}

/** What is kept of a scenario: its id, its framing, and its vector. */
interface Row extends Pick<Scenario, 'id' | 'value1' | 'value2' | 'nudge'> {
  readonly vector: Float32Array;
}

function framingOf({ id, value1, value2, nudge }: Scenario): Omit<Row, 'vector'> {
  return { id, ...whereDefined({ value1, value2, nudge }) };
}

/** Rows looked at together. */
const BLOCK = 64;

function compareAll(rows: readonly Row[], measure: Measure): readonly NearDuplicate[] {
  const table = tableOf(rows, { dimensions: measure.dimensions, size: 0 });
  const nearestDot = createDotKernel(table.memory);
  const rowBytes = table.dimensions * 4;
  const found: NearDuplicate[] = [];
  for (let row = 1; row < rows.length; row += 1) {
    const dot = nearestDot(row * rowBytes, 0, row, rowBytes);
    const distance = distanceFromDot(dot);
    if (distance >= measure.near) continue;
    // The fast kernel gives the least distance, not the row it belongs to, which is then searched block by block and
    // row by row.
    let of = 0;
    while (nearestDot(row * rowBytes, of * rowBytes, Math.min(BLOCK, row - of), rowBytes) < dot) of += BLOCK;
    while (dotRows(table.values, row, table.values, of, table.dimensions) < dot) of += 1;
    if (isReframing(rows[row]!, rows[of]!)) continue;
    found.push({ scenario: rows[row]!.id, of: rows[of]!.id, distance });
  }
  return found;
}

function isReframing(a: Row, b: Row): boolean {
  return a.value1 !== undefined && a.value1 === b.value1 && a.value2 === b.value2 && a.nudge !== b.nudge;
}
