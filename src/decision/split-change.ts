// How much of a rise is the text, judged more strictly, and how much are the answers, which it changed.
import { whereDefined } from '../core/where-defined.ts';
import type { CrossRuling } from '../evaluation/cross-judge.ts';
import { intervalOf, measureChange, type ScenarioDraws } from './change.ts';

/** A part of the change, in shares; positive is worse. */
export interface ChangePart {
  readonly change: number;
  /** Two-sided 95 %, Student's t over scenarios. */
  readonly interval?: readonly [number, number];
}

export interface SplitChange {
  /** The part of the text: the same answers ruled on under the new text. */
  readonly standard: ChangePart;
  /** The part of the answers: the new answers ruled on under the same text. */
  readonly behaviour: ChangePart;
  readonly scenarios: number;
}

/** A scenario's mean shares: of either arm's answers, under its own text and under the other one. */
interface Shares {
  readonly scenario: string;
  readonly base: { readonly own: number; readonly other: number };
  readonly head: { readonly own: number; readonly other: number };
}

/**
 * The two parts sum to the change on these scenarios. Each is the mean of its two orders (the text first or the answers
 * first), as L. S. Shapley divides a sum (A value for n-person games, 1953): with answers b, h under texts B, H,
 * standard = ((bH - bB) + (hH - hB)) / 2 and behaviour = ((hB - bB) + (hH - bH)) / 2. Undefined without a scenario that has
 * all four.
 */
export function splitChange(rulings: readonly CrossRuling[]): SplitChange | undefined {
  const shares = readShares(rulings);
  const part = (read: (shares: Shares) => number): ChangePart | undefined => {
    const units = shares.map((one): ScenarioDraws => ({ scenario: one.scenario, base: [0], head: [read(one)] }));
    const change = measureChange(units, 0);
    if (change === undefined) return undefined;
    const interval = intervalOf(change);
    return { change: change.value, ...whereDefined({ interval }) };
  };
  const standard = part(({ base, head }) => (base.other - base.own + (head.own - head.other)) / 2);
  const behaviour = part(({ base, head }) => (head.other - base.own + (head.own - base.other)) / 2);
  if (standard === undefined || behaviour === undefined) return undefined;
  return { standard, behaviour, scenarios: shares.length };
}

function readShares(rulings: readonly CrossRuling[]): readonly Shares[] {
  const sums = new Map<string, Record<'base' | 'head', { own: number; other: number; count: number }>>();
  for (const { cell, problematic: other } of rulings) {
    const own = cell.problematic;
    if (own === 'missing' || other === 'missing') continue;
    const sides = sums.get(cell.scenario) ?? {
      base: { own: 0, other: 0, count: 0 },
      head: { own: 0, other: 0, count: 0 },
    };
    sums.set(cell.scenario, sides);
    const side = sides[cell.arm];
    side.own += Number(own);
    side.other += Number(other);
    side.count += 1;
  }
  const mean = ({ own, other, count }: { own: number; other: number; count: number }): Shares['base'] => ({
    own: own / count,
    other: other / count,
  });
  return [...sums]
    .filter(([, { base, head }]) => base.count > 0 && head.count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([scenario, { base, head }]) => ({ scenario, base: mean(base), head: mean(head) }));
}
