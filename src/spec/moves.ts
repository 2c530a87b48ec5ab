// Which clauses changed their place: another parent, or another order among the clauses of the same parent.
import type { Clause } from './clause.ts';
import type { Rename } from './renames.ts';
import { shownTitle } from './shown/shown-heading.ts';

/**
 * The head clauses that moved, given every pair of a base clause and what it became. Order is compared among siblings
 * and by the longest increasing subsequence, so that a section moved with its content, or one clause carried past ten
 * others, is one move. A retitled section does not move the clauses in it.
 */
export function findMoves(
  bases: readonly Clause[],
  heads: readonly Clause[],
  pairs: readonly Rename[],
): ReadonlySet<Clause> {
  const became = new Map(pairs.map(({ base, head }) => [base, head]));
  const parentInBase = findParents(bases);
  const parentInHead = findParents(heads);
  const position = new Map(bases.map((clause, index) => [clause, index]));
  const was = new Map(pairs.map(({ base, head }) => [head, base]));
  const moved = new Set<Clause>();
  const families = new Map<Parent, Clause[]>();
  for (const head of heads) {
    const base = was.get(head);
    if (base === undefined) continue;
    const now = parentInHead.get(head)!;
    const before = parentInBase.get(base)!;
    const stayed = typeof before === 'string' ? before === now : became.get(before) === now;
    const family = families.get(now);
    if (!stayed) moved.add(head);
    else if (family === undefined) families.set(now, [head]);
    else family.push(head);
  }
  for (const siblings of families.values()) {
    const order = siblings.map((head) => position.get(was.get(head)!)!);
    const inOrder = longestIncreasing(order);
    siblings.forEach((head, index) => {
      if (!inOrder.has(index)) moved.add(head);
    });
  }
  return moved;
}

/** The clause of the heading above, or that heading's path where headings are no clauses (or there is none). */
type Parent = Clause | string;

function findParents(clauses: readonly Clause[]): ReadonlyMap<Clause, Parent> {
  const latest = new Map<string, Clause>();
  const parents = new Map<Clause, Parent>();
  for (const clause of clauses) {
    const path = JSON.stringify(clause.ancestors.map(shownTitle));
    parents.set(clause, latest.get(path) ?? path);
    latest.set(JSON.stringify([...clause.ancestors, clause.title].map(shownTitle)), clause);
  }
  return parents;
}

/** Indices of a longest strictly increasing subsequence (Schensted 1961; n log n): `[2, 0, 1]` gives `{1, 2}`. */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  });
  const members = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) members.add(index);
  return members;
}
