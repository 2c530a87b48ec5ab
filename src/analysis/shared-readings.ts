// How judges read a clause: pairs of rulings on one answer that cite the same clause, and whether they are opposite.
import type { Cell } from '../evaluation/cell.ts';
import { ruledAnyway, type Ruled } from './ruled-anyway.ts';

/** Two judges who ruled on one answer. */
export interface JudgePair {
  readonly judges: readonly [string, string];
  /** Clauses that both rulings rest on. */
  readonly clauses: readonly string[];
  /** One ruled against the answer (ambiguous counts so), the other did not. */
  readonly isSplit: boolean;
}

/** The pairs of judges who were asked about an answer whatever the others said, see `ruledAnyway`; `missing` with fewer than two rulings. */
export function judgePairs(cell: Cell | undefined, judges: number): readonly JudgePair[] | 'missing' {
  const rulings = cell === undefined ? [] : ruledAnyway(cell, judges);
  if (rulings.length < 2) return 'missing';
  return rulings.flatMap((one, index) => rulings.slice(index + 1).map((other) => pairOf(one, other)));
}

/** Of the pairs asked about one answer, the share that rest on a common clause, and the share that do and part. */
export function sharedReading(
  cell: Cell | undefined,
  query: { readonly judges: number; readonly isWanted?: (clause: string) => boolean },
): { readonly rests: number; readonly parts: number } | 'missing' {
  const pairs = judgePairs(cell, query.judges);
  if (pairs === 'missing') return 'missing';
  const { isWanted = () => true } = query;
  const resting = pairs.filter(({ clauses }) => clauses.some(isWanted));
  const parting = resting.filter(({ isSplit }) => isSplit);
  return { rests: resting.length / pairs.length, parts: parting.length / pairs.length };
}

function pairOf(one: Ruled, other: Ruled): JudgePair {
  return {
    judges: [one.judge, other.judge],
    clauses: one.clauses.filter((clause) => other.clauses.includes(clause)),
    isSplit: (one.ruling === 'compliant') !== (other.ruling === 'compliant'),
  };
}
