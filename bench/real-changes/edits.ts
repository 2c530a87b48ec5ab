// One pull request a clause: the base revision with a single clause of the next revision in it.
import { readFileSync } from 'node:fs';
import { isSubstantive, type ClauseChange } from '../../src/spec/change.ts';
import type { Clause } from '../../src/spec/clause.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';

export interface Edit {
  readonly from: string;
  readonly to: string;
  readonly kind: ClauseChange['kind'];
  readonly id: string;
  readonly baseText: string;
  readonly headText: string;
}

/** Every clause that a revision edited, renamed or added and that has a text, alone in the older revision's file. */
export async function listEdits(files: { readonly base: string; readonly head: string }): Promise<readonly Edit[]> {
  const [base, head] = [readFileSync(files.base, 'utf8'), readFileSync(files.head, 'utf8')];
  const parse = (text: string) => parseSpec([{ file: 'spec.md', text }], { clauses: 'headings' });
  const [baseSpec, headSpec] = [await parse(base), await parse(head)];
  const linesOf = (text: string, clause: Clause): readonly string[] =>
    text.split('\n').slice(clause.lines.start - 1, clause.lines.end);
  const edits: Edit[] = [];
  for (const change of diffSpec(baseSpec, headSpec)) {
    if (!isSubstantive(change) || change.head === undefined || change.head.text === '') continue;
    const lines = linesOf(head, change.head);
    const place = change.base ?? before(change.head, headSpec.clauses, baseSpec.clauses);
    if (place === undefined) continue;
    const all = base.split('\n');
    const replaced = change.base === undefined ? ['', ...lines] : lines;
    const start = change.base === undefined ? place.lines.end : place.lines.start - 1;
    const length = change.base === undefined ? 0 : place.lines.end - place.lines.start + 1;
    all.splice(start, length, ...replaced);
    const headText = all.join('\n');
    // Alone in the older file an edit may be none any more (it moved a clause), or another one; then it is not this case.
    const alone = diffSpec(baseSpec, await parse(headText)).filter((one) => isSubstantive(one));
    if (alone.length !== 1) continue;
    edits.push({ from: files.base, to: files.head, kind: change.kind, id: alone[0]!.id, baseText: base, headText });
  }
  return edits;
}

/** The clause of the base behind which a new one goes: the nearest before it in the head that the base has, too. */
function before(clause: Clause, head: readonly Clause[], base: readonly Clause[]): Clause | undefined {
  const known = new Map(base.map((one) => [one.id, one]));
  for (let index = head.indexOf(clause) - 1; index >= 0; index -= 1) {
    const found = known.get(head[index]!.id);
    if (found !== undefined) return found;
  }
  return undefined;
}
