// How alike two clauses are: the Dice coefficient of their word pairs.
import type { Clause } from './clause.ts';
import { WORD } from './tokens.ts';

/**
 * The set of neighbouring word pairs of title and text, each padded at both ends so that one word counts too. Pairs, not
 * words: unrelated clauses of one document share about 30 % of their words, but under 2 % of their pairs.
 */
export function wordPairs(clause: Clause): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const part of [clause.title, clause.text]) {
    let previous = '';
    for (const [word] of part.toLowerCase().matchAll(WORD)) {
      pairs.add(`${previous} ${word}`);
      previous = word;
    }
    if (previous !== '') pairs.add(`${previous} `);
  }
  return pairs;
}

/** Twice the shared members over all members (Dice 1945): `{a, b}` and `{b, c}` give 0.5. Two empty sets give 0. */
export function diceCoefficient(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  if (large.size === 0) return 0;
  let shared = 0;
  for (const member of small) if (large.has(member)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}
