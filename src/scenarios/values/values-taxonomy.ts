// The YAML (or JSON) form of a values file: second-level categories, each with its values.
import { refuseDeepNesting } from '../../core/deep-nesting.ts';
import type { Document, LineCounter } from 'yaml';
import { z } from 'zod';
import { UserError, type Place } from '../../core/errors.ts';
import type { LocatedValue } from './value.ts';

const text = z.string().trim().min(1, 'is empty');

const Taxonomy = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        name: text,
        group: text.optional(),
        values: z.union([z.array(text), z.record(z.string(), text.nullable())], {
          error: 'expected a list of names, or a map from each name to one line that says what it means',
        }),
      }),
    )
    .min(1),
});

interface Located {
  readonly file: string;
  readonly document: Document;
  readonly lineCounter: LineCounter;
}

/** @throws UserError with every problem and its file:line:column. */
export async function readTaxonomy(source: { file: string; text: string }): Promise<readonly LocatedValue[]> {
  refuseDeepNesting(source);
  const { LineCounter: Counter, parseDocument } = await import('yaml');
  const lineCounter = new Counter();
  const document = parseDocument(source.text, { lineCounter });
  const located: Located = { file: source.file, document, lineCounter };
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(({ message, pos }) => ({
        message: message.split(' at line')[0]!,
        place: placeAt(located, pos[0]),
      })),
    );
  }
  const parsed = Taxonomy.safeParse(document.toJS());
  if (!parsed.success) {
    throw new UserError(
      parsed.error.issues.map(({ path, message }) => ({
        message: `${path.join('.') || 'values'}: ${message}`,
        hint: 'Expected `categories: [{name, values}]`.',
        place: placeOf(located, path),
      })),
    );
  }
  return parsed.data.categories.flatMap(({ name: category, values }, index) => {
    const path = ['categories', index, 'values'];
    if (Array.isArray(values)) {
      return values.map((name, at) => ({ name, category, place: placeOf(located, [...path, at]) }));
    }
    return Object.entries(values).map(([name, description]) => ({
      name: name.trim(),
      category,
      ...(description !== null && { description }),
      place: placeOf(located, [...path, name]),
    }));
  });
}

/** Where the nearest existing node at or above a path starts. */
function placeOf(located: Located, path: readonly PropertyKey[]): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = located.document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return placeAt(located, range[0]);
  }
  return placeAt(located, 0);
}

function placeAt({ file, lineCounter }: Located, offset: number): Place {
  const { line, col } = lineCounter.linePos(offset);
  return { file, line, column: col };
}
