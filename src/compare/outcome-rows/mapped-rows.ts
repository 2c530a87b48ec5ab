// Rows of any harness, by the columns that a person named: CSV, JSON Lines, a JSON list or Parquet.
import { whereDefined } from '../../core/where-defined.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import { failureReader } from '../../scenarios/rows/failed-row.ts';
import { bigintAsNumber, type RawRow } from '../../scenarios/rows/raw-row.ts';
import { mapColumns, type Field } from './mapped-columns.ts';
import {
  createReplicateCounter,
  outcomePlace,
  type MissingOutcome,
  type OutcomeRow,
  type OutcomeRows,
} from './outcome-row.ts';
import { isProblemValue, type OutcomeField, WORDS_HINT } from './outcome-value.ts';

/** More problems than this are counted, not listed. */
const MOST_LISTED = 20;

export interface MappedRowsOptions {
  /** Column to field; a column that has a field's own name needs no entry. */
  readonly map: ReadonlyMap<string, string>;
  /** The least value of `compliant` that is compliant, or of `problematic` that is a problem. */
  readonly passAt?: number;
}

/**
 * A row without an outcome that can be read, or that says that what it is about did not run, is missing; without a model column all rows are one model's; without a
 * replicate column repetitions are told apart by their order.
 * @throws UserError where a needed column is not there, a row has no scenario, or an outcome is given twice.
 */
export function mappedRows(file: string, given: readonly RawRow[], { map, passAt }: MappedRowsOptions): OutcomeRows {
  const raw = given.map(withInner);
  const { columnOf, outcome, doubled } = mapColumns(file, raw, map);
  const isProblem = (field: OutcomeField, said: unknown): boolean | undefined =>
    isProblemValue(said, { field, passAt, file });
  const ofRows = new Set(raw.flatMap((row) => (row.kind === 'row' ? Object.keys(row.fields) : [])));
  const { didNotRun } = failureReader([...ofRows].filter((column) => column !== columnOf(outcome)));
  const problems: Problem[] = [];
  const replicateOf = createReplicateCounter();
  const seen = new Map<string, number>();
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  const unread = new Set<string>();
  for (const row of raw) {
    const refuse = (message: string): unknown => problems.push({ message, place: { file, line: row.number } });
    if (row.kind === 'bad') {
      refuse(row.reason);
      continue;
    }
    const cell = (field: Field): unknown => {
      const column = columnOf(field);
      return column !== undefined && Object.hasOwn(row.fields, column) ? row.fields[column] : undefined;
    };
    const scenario = nameOf(cell('scenario'));
    if (scenario === undefined) {
      refuse(`no scenario in column "${columnOf('scenario')}"`);
      continue;
    }
    const model = nameOf(cell('model')) ?? 'model';
    const at = { scenario, model, replicate: nameOf(cell('replicate')) ?? replicateOf(scenario, model) };
    const first = seen.get(outcomePlace(at));
    if (first !== undefined) {
      refuse(`scenario "${scenario}", model "${model}", replicate ${at.replicate} is in row ${first} already`);
      continue;
    }
    seen.set(outcomePlace(at), row.number);
    if (didNotRun(row.fields)) {
      missing.push({ ...at, reason: 'error' });
      continue;
    }
    const said = cell(outcome);
    const problematic = isProblem(outcome, said);
    const other = doubled === undefined ? undefined : isProblem(doubled, cell(doubled));
    if (problematic !== undefined && other !== undefined && problematic !== other)
      refuse(`"${columnOf('problematic')}" and "${columnOf('compliant')}" contradict each other; name one with --map`);
    if (problematic === undefined) {
      if (typeof said === 'string' && said.trim() !== '') unread.add(said.trim());
      missing.push({ ...at, reason: 'no-score' });
      continue;
    }
    const group = nameOf(cell('group'));
    rows.push({ ...at, problematic, ...scoresIn(cell), ...whereDefined({ group }) });
  }
  if (rows.length === 0 && unread.size > 0)
    problems.push({ ...describeUnread(columnOf(outcome), unread), place: { file } });
  if (rows.length + missing.length === 0) problems.push({ message: 'there is no outcome in it', place: { file } });
  if (problems.length > 0) throw new UserError(firstOf(problems, file));
  return { rows, missing };
}

function firstOf(problems: readonly Problem[], file: string): readonly Problem[] {
  const more = problems.length - MOST_LISTED;
  if (more <= 0) return problems;
  return [...problems.slice(0, MOST_LISTED), { message: `${more} more rows that cannot be read`, place: { file } }];
}

/** Numbers as spreadsheets of many countries show them, and shares as people do. */
const LOCAL_NUMBER = /^[-+]?\d+(?:,\d+\s*%?|(?:\.\d+)?\s*%)$/;

/** Of a column, or of a score's name. */
export function describeUnread(column: string | undefined, unread: ReadonlySet<string>): Omit<Problem, 'place'> {
  const words = [...unread].slice(0, 5).map((word) => JSON.stringify(word.slice(0, 40)));
  const isNumber = [...unread].some((word) => LOCAL_NUMBER.test(word));
  return {
    message: `no outcome in column "${column}" can be read: it says ${words.join(', ')}`,
    hint: isNumber ? 'Write numbers with a point and without a sign behind them: 0.25.' : WORDS_HINT,
  };
}

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

function nameOf(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'string' ? value : JSON.stringify(value, bigintAsNumber);
}

function scoresIn(cell: (field: Field) => unknown): Pick<OutcomeRow, 'score1' | 'score2'> {
  const scoreOf = (field: 'score1' | 'score2'): number | undefined => {
    const value = cell(field);
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    const score = isNumber || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
    return score >= 0 && score <= 6 ? score : undefined;
  };
  const [score1, score2] = [scoreOf('score1'), scoreOf('score2')];
  return { ...whereDefined({ score1, score2 }) };
}
