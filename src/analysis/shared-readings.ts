// How judges read a clause: pairs of rulings on one answer that cite the same clause, and whether they are opposite.
import type { Cell } from '../evaluation/cell.ts';
import type { Judgment } from '../evaluation/ruling.ts';

/** Two judges who ruled on one answer. */
export interface JudgePair {
  readonly judges: readonly [string, string];
  /** Clauses that both rulings rest on. */
  readonly clauses: readonly string[];
  /** One ruled against the answer (ambiguous counts so), the other did not. */
  readonly isSplit: boolean;
  /** The weight of the pair, see `judgePairs`; each answer's weights sum to the pairs that were asked on purpose. */
  readonly weight: number;
}

/**
 * The pairs of judges who were asked about an answer whatever the others said. `missing` with fewer than two rulings;
 * undefined where this panel's design measured nothing.
 *
 * A panel of three asks its third judge only when the first two differ, so outside the audit the pair asked first is read.
 * Which it was is not kept: two rulings are that pair, and of three it is one of the two pairs that differ, each by half.
 * The two are chosen by hash, so shares keep the expectation of all pairs. Larger panels are read on audited cells only.
 */
export function judgePairs(cell: Cell | undefined, judges: number): readonly JudgePair[] | 'missing' | undefined {
  if (cell === undefined) return 'missing';
  const ruled = cell.judgments.filter(isRuled);
  if (ruled.length < 2) return 'missing';
  if (!cell.audited && judges > 3) return undefined;
  const pairs = ruled.flatMap((one, index) => ruled.slice(index + 1).map((other) => pairOf(one, other)));
  const isTieBroken = !cell.audited && ruled.length === 3 && ruled.length === cell.judgments.length;
  if (!isTieBroken) return pairs;
  return pairs.filter(({ isSplit }) => isSplit).map((pair) => ({ ...pair, weight: 0.5 }));
}

/** Of the pairs asked about one answer, the share that rest on a common clause, and the share that do and part. */
export function sharedReading(
  cell: Cell | undefined,
  query: { readonly judges: number; readonly isWanted?: (clause: string) => boolean },
): { readonly rests: number; readonly parts: number } | 'missing' | undefined {
  const pairs = judgePairs(cell, query.judges);
  if (pairs === undefined || pairs === 'missing') return pairs;
  const { isWanted = () => true } = query;
  let [all, rests, parts] = [0, 0, 0];
  for (const { clauses, isSplit, weight } of pairs) {
    all += weight;
    if (!clauses.some(isWanted)) continue;
    rests += weight;
    if (isSplit) parts += weight;
  }
  return all === 0 ? { rests: 0, parts: 0 } : { rests: rests / all, parts: parts / all };
}

type Ruled = Judgment & { readonly status: 'ruled' };

function isRuled(judgment: Judgment): judgment is Ruled {
  return judgment.status === 'ruled';
}

function pairOf(one: Ruled, other: Ruled): JudgePair {
  return {
    judges: [one.judge, other.judge],
    clauses: one.clauses.filter((clause) => other.clauses.includes(clause)),
    isSplit: (one.ruling === 'compliant') !== (other.ruling === 'compliant'),
    weight: 1,
  };
}
