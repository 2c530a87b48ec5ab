// Rows of any harness, by the columns that a person named: CSV, JSON Lines or a JSON list.
import { whereDefined } from '../../core/where-defined.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import { bigintAsNumber, type RawRow } from '../../scenarios/rows/raw-row.ts';
import {
  createReplicateCounter,
  outcomePlace,
  type MissingOutcome,
  type OutcomeRow,
  type OutcomeRows,
} from './outcome-row.ts';
import { outcomeValue, passMark, saysQuality } from './outcome-value.ts';
import { suggestMap } from './suggest-map.ts';

const FIELDS = ['scenario', 'model', 'replicate', 'problematic', 'compliant', 'score1', 'score2', 'group'] as const;
type Field = (typeof FIELDS)[number];

export const MAP_HINT =
  'Say which columns matter: --map COLUMN=scenario --map COLUMN=compliant (or problematic; also model, replicate, group, score1, score2).';
/** More problems than this are counted, not listed. */
const MOST_LISTED = 20;

export interface MappedRowsOptions {
  /** Column to field; a column that has a field's own name needs no entry. */
  readonly map: ReadonlyMap<string, string>;
  /** The least value of `compliant` that is compliant, default 1. */
  readonly passAt?: number;
}

/**
 * A row without an outcome that can be read is missing; without a model column all rows are one model's; without a
 * replicate column repetitions are told apart by their order.
 * @throws UserError where a needed column is not there, a row has no scenario, or an outcome is given twice.
 */
export function mappedRows(file: string, given: readonly RawRow[], { map, passAt }: MappedRowsOptions): OutcomeRows {
  const raw = given.map(withInner);
  const wrong = [...map.values()].filter((field) => !(FIELDS as readonly string[]).includes(field));
  if (wrong.length > 0)
    throw new UserError({ message: `--map: there is no field "${wrong[0]}"`, hint: `There are ${FIELDS.join(', ')}.` });
  const columns = new Set(raw.flatMap((row) => (row.kind === 'row' ? Object.keys(row.fields) : [])));
  const columnOf = (field: Field): string | undefined =>
    [...map].find(([, target]) => target === field)?.[0] ?? (columns.has(field) ? field : undefined);
  requireColumns(file, raw, { columns, map, columnOf });
  const outcome = columnOf('problematic') === undefined ? 'compliant' : 'problematic';
  const problems: Problem[] = [];
  const replicateOf = createReplicateCounter();
  const seen = new Map<string, number>();
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  const unread = new Set<string>();
  requireOneFilter(file, raw);
  for (const row of raw) {
    const place = { file, line: row.number };
    if (row.kind === 'bad') {
      problems.push({ message: row.reason, place });
      continue;
    }
    const cell = (field: Field): unknown => {
      const column = columnOf(field);
      return column !== undefined && Object.hasOwn(row.fields, column) ? row.fields[column] : undefined;
    };
    const scenario = nameOf(cell('scenario'));
    if (scenario === undefined) {
      problems.push({ message: `no scenario in column "${columnOf('scenario')}"`, place });
      continue;
    }
    const model = nameOf(cell('model')) ?? 'model';
    const at = { scenario, model, replicate: nameOf(cell('replicate')) ?? replicateOf(scenario, model) };
    const first = seen.get(outcomePlace(at));
    if (first !== undefined) {
      const message = `scenario "${scenario}", model "${model}", replicate ${at.replicate} is in row ${first} already`;
      problems.push({ message, place });
      continue;
    }
    seen.set(outcomePlace(at), row.number);
    const said = cell(outcome);
    const value = outcomeValue(said);
    if (value === undefined) {
      if (typeof said === 'string' && said.trim() !== '') unread.add(said.trim());
      missing.push({ ...at, reason: 'no-score' });
      continue;
    }
    const group = nameOf(cell('group'));
    rows.push({
      ...at,
      problematic:
        outcome === 'compliant' ? value < passMark(value, passAt, file) : saysQuality(said) ? value < 1 : value > 0,
      ...scoresIn(cell),
      ...whereDefined({ group }),
    });
  }
  if (problems.length > MOST_LISTED) {
    problems.splice(MOST_LISTED, Infinity, {
      message: `${problems.length - MOST_LISTED} more rows that cannot be read`,
      place: { file },
    });
  }
  if (rows.length === 0 && unread.size > 0) {
    const words = [...unread].slice(0, 5).map((word) => JSON.stringify(word.slice(0, 40)));
    const message = `no outcome in column "${columnOf(outcome)}" can be read: it says ${words.join(', ')}`;
    problems.push({ message, hint: WORDS_HINT, place: { file } });
  }
  if (rows.length + missing.length === 0) problems.push({ message: 'there is no outcome in it', place: { file } });
  if (problems.length > 0) throw new UserError(problems);
  return { rows, missing };
}

const WORDS_HINT =
  'An outcome is true or false, 1 or 0, yes or no, pass or fail, correct or incorrect, C or I, or a number with --pass-at.';

/** A row with what is in the objects in it under names of their own: `scores.Factuality`. */
function withInner(row: RawRow): RawRow {
  if (row.kind === 'bad') return row;
  const inner = Object.entries(row.fields).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, one]): [string, unknown] => [`${name}.${key}`, one])
      : [],
  );
  return inner.length === 0 ? row : { ...row, fields: { ...Object.fromEntries(inner), ...row.fields } };
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
    hint: `Keep one of them: jq -c 'select(.filter == ${JSON.stringify(first)})' ${file} > one.jsonl`,
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
    readonly map: MappedRowsOptions['map'];
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

function nameOf(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value, bigintAsNumber);
}

function scoresIn(cell: (field: Field) => unknown): Pick<OutcomeRow, 'score1' | 'score2'> {
  const scoreOf = (field: 'score1' | 'score2'): number | undefined => {
    const value = cell(field);
    const score = value === null || value === '' ? Number.NaN : Number(value);
    return score >= 0 && score <= 6 ? score : undefined;
  };
  const [score1, score2] = [scoreOf('score1'), scoreOf('score2')];
  return { ...whereDefined({ score1, score2 }) };
}
