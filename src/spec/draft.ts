// A clause before it has its final id, and how ids are given out.
import { hashJson } from '../core/canonical-json.ts';
import type { Place, Problem } from '../core/errors.ts';
import type { Clause, RepeatedHeading } from './clause.ts';

export interface ClauseDraft extends Omit<Clause, 'id'> {
  readonly explicitId: string | undefined;
  /** The id it gets without an explicit one, if that is free. */
  readonly derivedId: string;
  /** What tells it from others with the same derived id: its exact heading path, or its text. */
  readonly identity: readonly string[];
  /** Two drafts of one identity: a mistake (entries of a list), a heading that repeats, or just text said twice (items, paragraphs). */
  readonly whenRepeated: 'refuse' | 'note' | 'number';
}

/**
 * Gives every draft its id: the explicit one, else the derived one; a derived id that another clause holds gets a piece
 * of the hash of its identity, so that it does not depend on how many others there are.
 */
export function assignIds(drafts: readonly ClauseDraft[], problems: Problem[]): IdentifiedClauses {
  const holders = new Map<string, ClauseDraft>();
  for (const draft of drafts) {
    if (draft.explicitId === undefined) continue;
    const holder = holders.get(draft.explicitId);
    if (holder === undefined) holders.set(draft.explicitId, draft);
    else problems.push(sameId(draft, holder));
  }
  const register: Register = { holders, seen: new Map(), problems, repeated: [] };
  const clauses = drafts.map((draft): Clause => {
    const { title, ancestors, attributes, text, commentary, file, lines, kind } = draft;
    const id = draft.explicitId ?? deriveId(draft, register);
    return { id, title, ancestors, attributes, text, commentary, file, lines, ...(kind && { kind }) };
  });
  return { clauses, repeated: register.repeated };
}

export interface IdentifiedClauses {
  readonly clauses: Clause[];
  readonly repeated: readonly RepeatedHeading[];
}

interface Register {
  readonly holders: Map<string, ClauseDraft>;
  /** By hash of identity: the first draft that had it, and how many did. */
  readonly seen: Map<string, { readonly first: ClauseDraft; readonly count: number }>;
  readonly problems: Problem[];
  readonly repeated: RepeatedHeading[];
}

function deriveId(draft: ClauseDraft, { holders, seen, problems, repeated }: Register): string {
  const hash = hashJson(draft.identity);
  const { first, count } = seen.get(hash) ?? { first: draft, count: 0 };
  seen.set(hash, { first, count: count + 1 });
  const holder = holders.get(draft.derivedId);
  const twin = count > 0 ? first : holder !== undefined && hashJson(holder.identity) === hash ? holder : undefined;
  if (draft.whenRepeated === 'refuse' && twin !== undefined) {
    problems.push(sameId(draft, twin));
    return draft.derivedId;
  }
  const wanted = count === 0 ? draft.derivedId : `${draft.derivedId}-${count + 1}`;
  const id =
    [wanted, `${wanted}-${hash.slice(0, 6)}`].find((candidate) => !holders.has(candidate)) ?? `${wanted}-${hash}`;
  holders.set(id, draft);
  if (draft.whenRepeated === 'note' && count > 0) {
    repeated.push({ id, first: { file: first.file, line: first.lines.start } });
  }
  return id;
}

function sameId(draft: ClauseDraft, holder: ClauseDraft): Problem {
  return {
    message: `the id ${draft.explicitId ?? draft.derivedId} is taken: ${showPlace(holder)} has it`,
    hint: 'give every clause an id of its own',
    place: placeOf(draft),
  };
}

function placeOf(draft: ClauseDraft): Place {
  return { file: draft.file, line: draft.lines.start, column: 1 };
}

function showPlace(draft: ClauseDraft): string {
  return `${draft.file}:${draft.lines.start}`;
}
