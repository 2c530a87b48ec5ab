// What was looked at beside the verdict, and what of it is more than an unchanged spec shows.
import type { Tested } from './test-family.ts';

export interface TestedFindings {
  /** Things that were looked at. */
  readonly looked: number;
  /** Pairs of clauses that any two judges were torn between, in order. */
  readonly conflicts: readonly (Tested & { readonly clauses: readonly [string, string] })[];
  /** Rulings of "ambiguous", over all scenarios. */
  readonly ambiguity?: Tested;
  /** Scenarios on which more models fail than before, and on which fewer do, on equal draws. */
  readonly scenarios?: Tested & { readonly worse: number; readonly better: number };
  /** By model, outliers that came and that went, on equal draws; models without either are left out. */
  readonly outliers: readonly (Tested & { readonly model: string; readonly new: number; readonly gone: number })[];
}

export const NOTHING_LOOKED_AT: TestedFindings = { looked: 0, conflicts: [], outliers: [] };
