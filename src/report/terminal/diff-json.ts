// `diff --json`: what changed between two specs, for programs.
import type { Json } from '../../core/canonical-json.ts';
import type { AttributeChange, ClauseChange } from '../../spec/change.ts';
import { countClauses, type Spec } from '../../spec/clause.ts';

/** A diff to show: both specs and what `diffSpec` found between them. */
export interface DiffView {
  readonly base: Spec;
  readonly head: Spec;
  readonly changes: readonly ClauseChange[];
}

/**
 * `{base: {clauses}, head: {clauses}, textOutsideClauses?, changes: [{kind, id, baseId?, edited?, moved?, attributes?, path?, file, lines}]}`. Flags
 * stand only where they are true; `file` and `lines` are the head's, or the base's of a removed clause.
 */
export function diffToJson({ base, head, changes }: DiffView): Json {
  return {
    base: { clauses: countClauses(base.clauses) },
    head: { clauses: countClauses(head.clauses) },
    textOutsideClauses: changesOutside({ base, head }) || undefined,
    changes: changes.map(changeToJson),
  };
}

/** Whether what stands in no clause differs: front matter, comments, headings above nothing. */
export function changesOutside({ base, head }: Pick<DiffView, 'base' | 'head'>): boolean {
  return base.outside !== head.outside;
}

function changeToJson(change: ClauseChange): Json {
  const place = change.head ?? change.base;
  return {
    kind: change.kind,
    id: change.id,
    baseId: change.baseId,
    edited: change.edited || undefined,
    moved: change.moved || undefined,
    attributes: change.attributes.length === 0 ? undefined : change.attributes.map(attributeToJson),
    path: change.path === undefined ? undefined : { ...change.path },
    file: place?.file,
    lines: place === undefined ? undefined : { start: place.lines.start, end: place.lines.end },
  };
}

function attributeToJson({ name, base, head }: AttributeChange): Json {
  return { name, base, head };
}
