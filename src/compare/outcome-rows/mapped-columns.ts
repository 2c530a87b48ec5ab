// Which columns of somebody's rows say what an outcome needs, and what is said where none does.
import { shellWord } from '../../render/shell-word.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { failureReader } from '../../scenarios/rows/failed-row.ts';
import { bigintAsNumber, type RawRow } from '../../scenarios/rows/raw-row.ts';
import type { OutcomeField } from './outcome-value.ts';
import { suggestMap } from './suggest-map.ts';

const FIELDS = ['scenario', 'model', 'replicate', 'problematic', 'compliant', 'score1', 'score2', 'group'] as const;
export type Field = (typeof FIELDS)[number];

export const MAP_HINT =
  'Say which columns matter: --map COLUMN=scenario --map COLUMN=compliant (or problematic; also model, replicate, group, score1, score2).';

export interface MappedColumns {
  /** The column that holds a field, where one does. */
  readonly columnOf: (field: Field) => string | undefined;
  readonly outcome: OutcomeField;
  /** The other way of saying the outcome, where the rows have both and nobody chose: they must not contradict each other. */
  readonly doubled?: OutcomeField;
}

/**
 * A column that was named, else the one that has the field's own name, in any case.
 * @throws UserError where a needed column is not there, no row can be read, or both ways of saying the outcome were named.
 */
export function mapColumns(file: string, raw: readonly RawRow[], map: ReadonlyMap<string, string>): MappedColumns {
  const wrong = [...map.values()].find((field) => !(FIELDS as readonly string[]).includes(field));
  if (wrong !== undefined)
    throw new UserError({ message: `--map: there is no field "${wrong}"`, hint: `There are ${FIELDS.join(', ')}.` });
  const columns = new Set(raw.flatMap((row) => (row.kind === 'row' ? Object.keys(row.fields) : [])));
  requireRows(file, raw, columns);
  const named = (field: Field): string | undefined => [...map].find(([, target]) => target === field)?.[0];
  const found = new Map(FIELDS.map((field) => [field, named(field) ?? findOwn(columns, field)]));
  const columnOf = (field: Field): string | undefined => found.get(field);
  requireColumns(file, raw, { columns, map, columnOf });
  requireOneFilter(file, raw);
  requireOneScore(file, raw, { scenario: columnOf('scenario')!, taken: new Set(found.values()) });
  const chosen = (['problematic', 'compliant'] as const).filter((field) => named(field) !== undefined);
  if (chosen.length > 1)
    throw new UserError({
      message: '--map names a column for problematic and one for compliant: one of them is enough',
    });
  const there = (['problematic', 'compliant'] as const).filter((field) => columnOf(field) !== undefined);
  const [outcome = there[0]!] = chosen;
  const doubled = chosen.length === 0 ? there.find((field) => field !== outcome) : undefined;
  return { columnOf, outcome, ...whereDefined({ doubled }) };
}

/** Whether rows with these columns, all of a file's, need no others to say their outcomes. */
export function sayOutcomes(columns: readonly string[], map: ReadonlyMap<string, string>): boolean {
  const names = new Set(columns);
  if (![...map.keys()].every((column) => names.has(column) || names.has(outerOf(column)))) return false;
  const fields = new Set([...map.values(), ...FIELDS.filter((field) => findOwn(names, field) !== undefined)]);
  return fields.has('scenario') && (fields.has('compliant') || fields.has('problematic'));
}

/** Whether a column may be looked at, under its own name or as the object around one that was named. */
export function isLookedAt(column: string, map: ReadonlyMap<string, string>): boolean {
  const isOwn = FIELDS.some((field) => findOwn(new Set([column]), field) !== undefined);
  return (
    isOwn ||
    failureReader([column]).used.length > 0 ||
    [...map.keys()].some((key) => key === column || outerOf(key) === column)
  );
}

/** Of `scores.Factuality` the column that holds it. */
export function outerOf(column: string): string {
  return column.split('.', 1)[0]!;
}

/** As it is written; else the only one that is written so but for capitals. */
function findOwn(columns: ReadonlySet<string>, field: Field): string | undefined {
  if (columns.has(field)) return field;
  const alike = [...columns].filter((column) => column.trim().toLowerCase() === field);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Where not one row can be read, why is said, and not which columns nobody saw. */
function requireRows(file: string, raw: readonly RawRow[], columns: ReadonlySet<string>): void {
  const [first] = raw;
  if (first === undefined) throw new UserError({ message: 'there are no rows in it', hint: MAP_HINT, place: { file } });
  if (columns.size > 0 || first.kind !== 'bad') return;
  throw new UserError({
    message: raw.length === 1 ? first.reason : `${first.reason}; none of ${raw.length} rows can be read`,
    place: { file, line: first.number },
  });
}

/** lm-eval writes a row for each way of reading an answer: of several, all but one would count the same answer again. */
function requireOneFilter(file: string, raw: readonly RawRow[]): void {
  const isOwn = (fields: Readonly<Record<string, unknown>>): boolean => 'doc_id' in fields && 'filter' in fields;
  const filters = new Set(
    raw.flatMap((row) => (row.kind === 'row' && isOwn(row.fields) ? [row.fields['filter']] : [])),
  );
  if (filters.size < 2) return;
  const [first] = filters;
  throw new UserError({
    message: `rows of ${filters.size} filters, ${[...filters].map(String).join(' and ')}: each answer stands there so often`,
    hint: `Keep one of them: jq -c ${shellWord(`select(.filter == ${JSON.stringify(first)})`)} ${shellWord(file)} > one.jsonl`,
    place: { file },
  });
}

/** What tables call the score that a row holds, where each has a row of its own: Langfuse's scores, LangSmith's feedback, Phoenix' annotations. */
const SCORE_NAMES = ['name', 'key', 'annotation_name', 'score_name', 'metric', 'metric_name', 'evaluator', 'scorer'];
const SCORE_VALUE = /(?:^|[_.])(?:value|score|label|result|string_?value)$/i;

/** Of several scores of one answer each would count as an answer of its own. */
function requireOneScore(
  file: string,
  raw: readonly RawRow[],
  { scenario, taken }: { readonly scenario: string; readonly taken: ReadonlySet<string | undefined> },
): void {
  if (![...taken].some((column) => column !== undefined && SCORE_VALUE.test(column))) return;
  const rows = raw.flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const named = SCORE_NAMES.filter((column) => !taken.has(column)).find((column) => {
    const pairs = new Set(rows.map((fields) => JSON.stringify([fields[scenario], fields[column]], bigintAsNumber)));
    const isNamed = rows.every((fields) => typeof fields[column] === 'string');
    return isNamed && pairs.size > new Set(rows.map((fields) => JSON.stringify(fields[scenario], bigintAsNumber))).size;
  });
  if (named === undefined) return;
  const names = [...new Set(rows.map((fields) => String(fields[named])))];
  throw new UserError({
    message: `rows of ${names.length} scores in column "${named}", ${names.slice(0, 5).join(', ')}: each answer stands there so often`,
    hint: `Keep the rows of one of them; or, if it names something else, say what: --map ${shellWord(named)}=model, or replicate.`,
    place: { file },
  });
}

function requireColumns(
  file: string,
  raw: readonly RawRow[],
  {
    columns,
    map,
    columnOf,
  }: {
    readonly columns: ReadonlySet<string>;
    readonly map: ReadonlyMap<string, string>;
    readonly columnOf: (field: Field) => string | undefined;
  },
): void {
  const absent = [...map.keys()].filter((column) => !columns.has(column));
  const needed = [
    ...absent.map((column) => `no column "${column}"`),
    ...(columnOf('scenario') === undefined ? ['no column says the scenario'] : []),
    ...(columnOf('compliant') === undefined && columnOf('problematic') === undefined
      ? ['no column says the outcome']
      : []),
  ];
  if (needed.length === 0) return;
  const list = [...columns].slice(0, 20).join(', ');
  const suggested = map.size === 0 ? suggestMap(raw) : undefined;
  const hint =
    suggested === undefined ? MAP_HINT : `Perhaps ${suggested} (problematic where 1 or true is bad). ${MAP_HINT}`;
  throw new UserError({ message: `${needed.join('; ')}; the columns are ${list}`, hint, place: { file } });
}
