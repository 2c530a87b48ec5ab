// A spec as the writers' prompts show it: whole clauses, clauses in short, and an outline of all of them.
import type { Json } from '../core/canonical-json.ts';
import { pairClauses, showClauses } from '../evaluation/clause-pairs.ts';
import { showTitle } from '../spec/shown/shown-heading.ts';
import type { ShownClause } from '../spec/shown/shown-clause.ts';
import { isGlobal, type Clause, type Spec } from '../spec/clause.ts';

/** Every clause of a spec as prompts show it. */
export function showSpec(spec: Spec): readonly ShownClause[] {
  return showClauses(pairClauses(spec, spec, []), { links: [], arm: 'base', context: 'full' });
}

/** Whether answers can be held against a clause of its own: it has text, and is not read with every scenario anyway. */
export function isLinkable(clause: Clause): boolean {
  return clause.text !== '' && !isGlobal(clause);
}

/** Ids and titles in the spec's order: what a model needs to know that there is more than it is shown. */
export function outlineOf(spec: Spec): Json {
  return spec.clauses.filter(({ text }) => text !== '').map(({ id, title }) => [id, showTitle(title).text]);
}

/** Characters of a clause in short: about 225 tokens, so that eight of them cost less than a long clause. */
const SHORT = 900;

/** A clause without its examples, cut at a word: what it asks for, not how that looks. */
export function shortenClause({ id, title, text }: ShownClause): Json {
  const prose = text
    .replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\S\n]*$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
  const cut = prose.length <= SHORT ? prose : `${prose.slice(0, prose.lastIndexOf(' ', SHORT))} ...`;
  return { id, title, text: cut };
}
