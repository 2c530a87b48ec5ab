// How a simulated model proposes an edit of a clause: one of those that the world lists, in an order that the draw decides.
//
// A world lists right edits and wrong ones side by side; the writer does not know which is which, and its order differs from
// draw to draw. What an edit does to rulings follows from the world's demands alone.
import type { Json } from '../../core/canonical-json.ts';
import { createRandom } from '../../core/random.ts';
import type { World } from './world.ts';

interface NumberedClause {
  readonly id: string;
  readonly lines: readonly (readonly [line: number, text: string])[];
}

export interface EditCase {
  readonly item: Json;
  readonly clauses: readonly NumberedClause[];
  readonly examples: readonly { readonly question: string }[];
  readonly kind: string;
  /** From 1. */
  readonly number: number;
  readonly draw: string;
}

/** Characters of an example that an edit may retell. */
const RETOLD = 160;

/** The reply to a `clause_patch` prompt. */
export function proposeEdit(subject: EditCase, world: World): { readonly [key: string]: Json } {
  const { item, clauses, examples, kind, number, draw } = subject;
  const pool = clauses.flatMap(({ id, lines }) =>
    (world.edits.get(id) ?? []).flatMap((edit) => {
      const found = lines.find(([, text]) => text.includes(edit.at));
      return found === undefined ? [] : [{ id, edit, line: found[0], text: found[1] }];
    }),
  );
  const random = createRandom(`order of edits ${draw}`);
  const order = pool.map((one) => ({ one, rank: random.next() })).sort((a, b) => a.rank - b.rank);
  const chosen = order[number - 1]?.one;
  if (chosen === undefined) return { item, possible: false, kind, why: '', clause: '', from: 0, to: 0, lines: [] };
  const { id, edit, line, text } = chosen;
  const written = (words: string): string =>
    words.replaceAll('{case}', (examples[0]?.question ?? 'a case like this').slice(0, RETOLD));
  const indent = /^\s*/.exec(text)![0];
  const place =
    edit.by === undefined
      ? {
          from: line + 1,
          to: line,
          lines: written(edit.add!)
            .split('\n')
            .map((added) => `${added === '' ? '' : indent}${added}`),
        }
      : { from: line, to: line, lines: [text.replace(edit.at, () => written(edit.by!))] };
  return {
    item,
    possible: true,
    kind: edit.kind ?? kind,
    why: '[simulated] It settles the examples.',
    clause: id,
    ...place,
  };
}
