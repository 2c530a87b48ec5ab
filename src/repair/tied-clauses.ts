// Clauses that name each other: an edit of one may change how the other is read.
import type { Spec } from '../spec/clause.ts';
import { namesId } from '../spec/clause-names.ts';

/** Ids of the clauses that this one names and of those that name it, in the spec's order. */
export function tiedClauses(spec: Spec, id: string): readonly string[] {
  const own = spec.clauses.find((clause) => clause.id === id);
  if (own === undefined) return [];
  return spec.clauses
    .filter((other) => other.id !== id && (namesId(own.text, other.id) || namesId(other.text, id)))
    .map((clause) => clause.id);
}
