// Whether a row of somebody's table says that what it is about did not run: it is then neither right nor wrong.
import { saysError } from '../answers/answer-text.ts';
import { findColumn } from './column-names.ts';

/** What went wrong instead of an answer. */
const ERROR_COLUMNS = ['error', 'exception'];
/** How it ended: a span's state or level, a run's status. */
const STATE_COLUMNS = ['state', 'status', 'level', 'status_code'];
/** Other words of such columns, `failed` above all, may be what was found of an answer. */
const ERROR_STATE = /^\s*err(?:or|ored)?\s*$/i;

/** What was tested ran to its end, and the reason of the failed test stands where an error would: promptfoo's word for it, and a raised assertion. */
const ASSERTION_FAILED = { column: 'failureReason', value: 1 } as const;
const RAISED_ASSERTION = /^\s*(?:[\w.]+\.)?Assertion(?:Failed)?Error\b/;

export interface FailureReader {
  /** The columns that may say it. */
  readonly used: readonly string[];
  readonly didNotRun: (fields: Readonly<Record<string, unknown>>) => boolean;
}

/** Reads rows with these columns. */
export function failureReader(columns: readonly string[]): FailureReader {
  const errors = findColumn(columns, ERROR_COLUMNS);
  const states = STATE_COLUMNS.flatMap((name) => findColumn(columns, [name]) ?? []);
  return {
    used: [...columns.filter((column) => column === errors || column === ASSERTION_FAILED.column), ...states],
    didNotRun: (fields) =>
      (errors !== undefined && saysError(fields[errors]) && !isOfTest(fields, fields[errors])) ||
      states.some((column) => typeof fields[column] === 'string' && ERROR_STATE.test(fields[column])),
  };
}

function isOfTest(fields: Readonly<Record<string, unknown>>, error: unknown): boolean {
  return (
    Number(fields[ASSERTION_FAILED.column]) === ASSERTION_FAILED.value ||
    (typeof error === 'string' && RAISED_ASSERTION.test(error))
  );
}
