// A problem in a config that still knows its path rather than its line.
import type { Problem } from '../core/errors.ts';

export interface LocatedProblem extends Problem {
  readonly path: readonly PropertyKey[];
}
