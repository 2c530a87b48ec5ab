// Clauses that name each other: an edit of one may change how the other is read.
import type { Clause, Spec } from '../spec/clause.ts';

/** Ids of the clauses that this one names and of those that name it, in the spec's order. */
export function tiedClauses(spec: Spec, id: string): readonly string[] {
  const own = spec.clauses.find((clause) => clause.id === id);
  if (own === undefined) return [];
  return spec.clauses
    .filter((other) => other.id !== id && (isNamedIn(own, other.id) || isNamedIn(other, id)))
    .map((clause) => clause.id);
}

/** As the target of a link; or as it is, where it is no everyday word. */
function isNamedIn({ text }: Clause, id: string): boolean {
  if (text.includes(`(#${id})`)) return true;
  if (!/[\d_./-]/.test(id)) return false;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + id.length)}`;
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}
