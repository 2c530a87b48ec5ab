// A table of vectors for many scenarios, by any measure.
import { LEXICAL_DIMENSIONS, lexicalVector, normalize, scenarioText } from './lexical-vector.ts';
import type { Scenario } from '../scenario.ts';
import { allocateVectors, type VectorMemory } from './vector-memory.ts';

/** What likeness is measured by: the lexical measure, or embeddings that were fetched and stored before. */
export interface Measure {
  readonly dimensions: number;
  /** Below this distance one scenario nearly repeats another. */
  readonly near: number;
  /** A vector of any length; it is scaled to length 1. */
  vectorOf(scenario: Scenario): Float32Array;
}

/**
 * Half the texts with every fifth word taken out are nearer than 0.53 to themselves, the nudged rewrites of one query at
 * 0.7 to 1, and no two of 250 real queries nearer than 1.06. (The study cuts at 0.4, on embeddings.)
 */
export const lexicalMeasure: Measure = {
  dimensions: LEXICAL_DIMENSIONS,
  near: 0.6,
  vectorOf: (scenario) => lexicalVector(scenarioText(scenario)),
};

/** One row a scenario, in order, with room for `size` centers. */
export function vectorize(scenarios: readonly Scenario[], measure: Measure, size: number): VectorMemory {
  return fillTable(vectorsOf(scenarios, measure), { count: scenarios.length, dimensions: measure.dimensions, size });
}

function* vectorsOf(scenarios: readonly Scenario[], measure: Measure): Generator<VectorRow> {
  for (const scenario of scenarios) yield { id: scenario.id, vector: measure.vectorOf(scenario) };
}

/** The same from vectors that are there. */
export function tableOf(
  rows: readonly VectorRow[],
  { dimensions, size }: { readonly dimensions: number; readonly size: number },
): VectorMemory {
  return fillTable(rows, { count: rows.length, dimensions, size });
}

interface VectorRow {
  readonly id: string;
  readonly vector: Float32Array;
}

function fillTable(rows: Iterable<VectorRow>, shape: Parameters<typeof allocateVectors>[0]): VectorMemory {
  const table = allocateVectors(shape);
  let row = 0;
  for (const { id, vector } of rows) {
    if (vector.length !== shape.dimensions) {
      throw new RangeError(`"${id}" has ${vector.length} dimensions, not ${shape.dimensions}`);
    }
    const place = table.values.subarray(row * table.dimensions, row * table.dimensions + vector.length);
    place.set(vector);
    normalize(place);
    row += 1;
  }
  return table;
}
