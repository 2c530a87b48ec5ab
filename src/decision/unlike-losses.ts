// Whether more answers of one side were declined, lost or asked for again: what is left of the two sides can then not
// be compared.
import { pairedCells } from '../analysis/paired-cells.ts';
import type { Cell } from '../evaluation/cell.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import type { Reason } from './decision.ts';

/** So sure that a pass must not rest on it; without a difference at most one look in a hundred says so. */
const LEVEL = 0.01;

/**
 * Asking again until something comes shifts what comes (UK AISI, inspect_ai: retries on error shift the distribution), and an
 * answer that a filter took is gone from one side only. Equal draws of both sides, a sign test over scenarios.
 */
export function unlikeLossReasons(cells: readonly Cell[]): readonly Reason[] {
  const paired = pairedCells(cells);
  const counts = new Map<string, { base: number; head: number }>();
  for (const cell of paired) {
    const own = counts.get(cell.scenario) ?? { base: 0, head: 0 };
    counts.set(cell.scenario, own);
    own[cell.arm] += Number(isTroubled(cell));
  }
  const sides = [...counts.values()];
  const worse = sides.filter(({ base, head }) => head > base).length;
  const better = sides.filter(({ base, head }) => base > head).length;
  const p = mcnemar({ worse, better }).exact.twoSided;
  if (p > LEVEL) return [];
  const sum = (arm: Cell['arm']): number => sides.reduce((total, side) => total + side[arm], 0);
  const args = { base: sum('base'), head: sum('head'), answers: paired.length / 2, p };
  return [{ code: 'unlike-losses', args, severity: 'warning' }];
}

/** A ruling that only the end of the run cut off is no sign of trouble. */
function isTroubled({ retries = 0, problematic, judgments }: Cell): boolean {
  const isLost = judgments.some((one) => one.status === 'abstained' && one.reason !== 'aborted');
  return retries > 0 || isLost || (problematic === 'missing' && judgments.length === 0);
}
