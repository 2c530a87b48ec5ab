// Which clause that is gone lives on under a new id: one to one, the most alike first.
import type { Clause } from './clause.ts';
import { shownTitle } from './shown/shown-heading.ts';
import { diceCoefficient, wordPairs } from './similarity.ts';

/**
 * From this similarity on a clause counts as renamed rather than removed and added. In the Model Spec's largest rewrite
 * (2025-04-11 to 2025-09-12) the four true renames, all heavily edited, have 0.53 to 0.85; the most alike pair that is
 * none, which shares an example that was moved, has 0.27. The floor is the middle of that gap.
 */
const FLOOR = 0.4;

/** A word pair that more clauses share than this is a common phrase: it proposes no candidates. Keeps the search linear. */
const COMMON = 32;

/** Candidates compared in full for each new clause, those that share most first. */
const CANDIDATES = 8;

export interface Rename {
  readonly base: Clause;
  readonly head: Clause;
}

/** Pairs clauses whose ids are only in base with clauses whose ids are only in head. Ties go to the earlier clause. */
export function findRenames(gone: readonly Clause[], come: readonly Clause[]): readonly Rename[] {
  const takenBase = new Set<number>();
  const takenHead = new Set<number>();
  const renames: Rename[] = [];
  const take = (base: number, head: number): void => {
    if (takenBase.has(base) || takenHead.has(head)) return;
    takenBase.add(base);
    takenHead.add(head);
    renames.push({ base: gone[base]!, head: come[head]! });
  };
  pairUnchanged(gone, come, take);
  const scored = scoreCandidates(gone, come, { takenBase, takenHead });
  scored.sort((one, other) => other.score - one.score || one.head - other.head || one.base - other.base);
  for (const { base, head } of scored) take(base, head);
  return renames;
}

type Take = (base: number, head: number) => void;

/** Same words, another id: nothing to weigh. */
function pairUnchanged(gone: readonly Clause[], come: readonly Clause[], take: Take): void {
  const wording = ({ title, text }: Clause): string => JSON.stringify([shownTitle(title), text]);
  const waiting = new Map<string, number[]>();
  for (let base = gone.length - 1; base >= 0; base -= 1) {
    const key = wording(gone[base]!);
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [base]);
    else queue.push(base);
  }
  come.forEach((clause, head) => {
    const base = waiting.get(wording(clause))?.pop();
    if (base !== undefined) take(base, head);
  });
}

interface Scored {
  readonly base: number;
  readonly head: number;
  readonly score: number;
}

interface Taken {
  readonly takenBase: ReadonlySet<number>;
  readonly takenHead: ReadonlySet<number>;
}

function scoreCandidates(gone: readonly Clause[], come: readonly Clause[], taken: Taken): Scored[] {
  const pairsOf = gone.map((clause, base) => (taken.takenBase.has(base) ? new Set<string>() : wordPairs(clause)));
  const holders = indexPairs(pairsOf);
  const sameText = indexTexts(gone, taken.takenBase);
  return come.flatMap((clause, head) => {
    if (taken.takenHead.has(head)) return [];
    const pairs = wordPairs(clause);
    const candidates = new Set([...(sameText.get(clause.text) ?? []), ...mostShared(pairs, holders)]);
    return [...candidates].flatMap((base): Scored[] => {
      const score = diceCoefficient(pairsOf[base]!, pairs);
      return score >= FLOOR ? [{ base, head, score }] : [];
    });
  });
}

function indexPairs(pairsOf: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  pairsOf.forEach((pairs, base) => {
    for (const pair of pairs) {
      const list = holders.get(pair);
      if (list === undefined) holders.set(pair, [base]);
      else if (list.length <= COMMON) list.push(base);
    }
  });
  return holders;
}

/** Of a text that stood under another title. In a spec of few different words every word pair is common, and proposes nothing. */
function indexTexts(gone: readonly Clause[], taken: ReadonlySet<number>): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [base, { text }] of gone.entries()) {
    if (text === '' || taken.has(base)) continue;
    const list = holders.get(text) ?? [];
    if (list.length < CANDIDATES) holders.set(text, [...list, base]);
  }
  return holders;
}

function mostShared(pairs: ReadonlySet<string>, holders: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    const list = holders.get(pair) ?? [];
    if (list.length > COMMON) continue;
    for (const base of list) shared.set(base, (shared.get(base) ?? 0) + 1);
  }
  const best = [...shared].sort(([one, count], [other, otherCount]) => otherCount - count || one - other);
  return best.slice(0, CANDIDATES).map(([base]) => base);
}
