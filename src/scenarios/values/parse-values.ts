// A values file as values: a YAML taxonomy, a CSV table, or a plain list with one name a line.
import { UserError, type Problem } from '../../core/errors.ts';
import { readCsv } from '../rows/csv.ts';
import { foldName, type LocatedValue, type Value } from './value.ts';
import { readTaxonomy } from './values-taxonomy.ts';

export interface ValuesFile {
  readonly file: string;
  readonly text: string;
}

/** A longer name is a sentence, and most likely a wrong column. */
const LONGEST_NAME = 120;

/**
 * Reads a values file by its ending: `.yml`, `.yaml` and `.json` as `categories: [{name, values}]` (values a map from name
 * to description, or a list of names), `.csv` with the columns `value` and, if wanted, `category` and `description`,
 * anything else as one name a line (blank lines and lines that begin with `#` are skipped).
 * @throws UserError with every problem and its line; fewer than two values are one.
 */
export async function parseValues(source: ValuesFile): Promise<readonly Value[]> {
  const values = await readValues({ ...source, text: source.text.replace(/^\uFEFF/, '') });
  const problems = findProblems(values);
  if (values.length < 2) {
    problems.push({ message: 'a pair needs at least two values', place: { file: source.file } });
  }
  if (problems.length > 0) throw new UserError(problems);
  return values.map(({ place: _place, ...value }) => value);
}

function readValues(source: ValuesFile): Promise<readonly LocatedValue[]> {
  if (/\.(ya?ml|json)$/i.test(source.file)) return readTaxonomy(source);
  if (/\.csv$/i.test(source.file)) return readTable(source);
  return Promise.resolve(readList(source));
}

function readList({ file, text }: ValuesFile): readonly LocatedValue[] {
  return text.split('\n').flatMap((raw, index) => {
    const name = raw.trim();
    return name === '' || name.startsWith('#') ? [] : [{ name, place: { file, line: index + 1 } }];
  });
}

async function readTable({ file, text }: ValuesFile): Promise<readonly LocatedValue[]> {
  const bytes = new TextEncoder().encode(text);
  const source = {
    name: file,
    byteLength: bytes.byteLength,
    slice: async (start: number, end?: number) => bytes.slice(start, end).buffer,
  };
  const values: LocatedValue[] = [];
  for await (const row of readCsv(source)) {
    const place = { file, line: row.number };
    if (row.kind === 'bad') throw new UserError({ message: row.reason, place });
    const { value: name, category, description } = row.fields;
    if (!('value' in row.fields)) {
      const hint = `It has ${Object.keys(row.fields).join(', ')}. Add a header line: value,category,description.`;
      throw new UserError({ message: 'the table has no column "value"', hint, place: { file, line: 1 } });
    }
    values.push({
      name: textOf(name),
      ...(textOf(category) !== '' && { category: textOf(category) }),
      ...(textOf(description) !== '' && { description: textOf(description) }),
      place,
    });
  }
  return values;
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

function findProblems(values: readonly LocatedValue[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, LocatedValue>();
  for (const value of values) {
    const { name, place } = value;
    const same = first.get(foldName(name));
    if (name === '') problems.push({ message: 'a value without a name', place });
    else if (name.length > LONGEST_NAME) {
      problems.push({ message: `a name of ${name.length} characters; the limit is ${LONGEST_NAME}`, place });
    } else if (same !== undefined) {
      problems.push({ message: `"${name}" is already on line ${same.place.line}`, place });
    } else first.set(foldName(name), value);
  }
  return problems;
}
