// Whose experiment a row or a whole value is, told by what only that platform writes.
import { azureEvaluationRow } from './azure-evaluation.ts';
import { braintrustRow } from './braintrust.ts';
import { membersOf, wordIn, type ExperimentItem, type Fields, type ReadItems } from './experiment-item.ts';
import { helmInstance, helmState } from './helm.ts';
import { langfuseItem, langfuseResult } from './langfuse.ts';
import { langSmithExample, langSmithResult, langSmithRun, langSmithTable } from './langsmith.ts';
import { mlflowTable } from './mlflow.ts';
import { openAiEvalsItem } from './openai-evals.ts';
import { phoenixExperiment, phoenixRun } from './phoenix.ts';
import { pydanticCase, pydanticReport } from './pydantic-evals.ts';
import { ragasTable } from './ragas.ts';
import { UserError } from '../../core/errors.ts';
import { rowOf, type RawRow } from '../rows/raw-row.ts';

const ROWS: readonly ((columns: readonly string[]) => ReadItems | undefined)[] = [
  phoenixRun,
  langSmithTable,
  langSmithResult,
  langSmithRun,
  langSmithExample,
  langfuseItem,
  langfuseResult,
  mlflowTable,
  openAiEvalsItem,
  helmInstance,
  pydanticCase,
  azureEvaluationRow,
  ragasTable,
  braintrustRow,
];

/** Reads rows with these columns; undefined for rows of nobody who is known here. A warehouse may have made all their names capitals. */
export function itemReader(columns: readonly string[]): ReadItems | undefined {
  const small = columns.map((column) => column.toLowerCase());
  const isCapitals = columns.every((column) => column === column.toUpperCase());
  if (isCapitals && columns.some((column, index) => column !== small[index])) {
    const read = itemReader(small);
    return read === undefined ? undefined : (fields) => read(inSmallLetters(fields));
  }
  for (const recognise of ROWS) {
    const read = recognise(columns);
    if (read !== undefined) return read;
  }
  return undefined;
}

function inSmallLetters(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([column, value]) => [column.toLowerCase(), value]));
}

/**
 * The items of a list of rows, each by its own columns; undefined where the first row is no platform's.
 * @throws UserError for a row that cannot be read, or is of another kind, behind one that is.
 */
export function itemsOfRows(file: string, rows: readonly RawRow[]): readonly ExperimentItem[] | undefined {
  const readers = new Map<string, ReadItems | undefined>();
  const items: ExperimentItem[] = [];
  for (const [index, row] of rows.entries()) {
    const columns = row.kind === 'row' ? Object.keys(row.fields) : [];
    const key = JSON.stringify(columns);
    if (!readers.has(key)) readers.set(key, itemReader(columns));
    const read = readers.get(key);
    if (read !== undefined && row.kind === 'row') items.push(...read(row.fields));
    else if (index === 0) return undefined;
    else throw unlike(file, row);
  }
  return items.length === 0 ? undefined : items;
}

function unlike(file: string, row: RawRow): UserError {
  const message = row.kind === 'bad' ? row.reason : 'no item of an experiment, behind rows that are';
  return new UserError({ message: `row ${row.number}: ${message}`, hint: 'Take it out of the file.', place: { file } });
}

/** Lists that a whole value keeps its rows in: a page of an API, a fetch of events, a result with its metrics or its summary. */
const LISTS = ['data', 'events', 'rows', 'results', 'item_results', 'examples_with_runs'];

/** The items of one JSON value that is no list. @throws UserError as for a list. */
export function itemsOfValue(file: string, value: unknown): readonly ExperimentItem[] | undefined {
  const whole = pydanticReport(value) ?? phoenixExperiment(value) ?? helmState(value);
  if (whole !== undefined) return whole;
  const fields = membersOf(value);
  const list = LISTS.map((name) => fields[name]).find((one) => Array.isArray(one) && one.length > 0);
  return Array.isArray(list)
    ? itemsOfRows(
        file,
        list.map((one, index) => rowOf(one, index + 1)),
      )
    : undefined;
}

/** Whether a value is a page of an API that says there are more of them: Langfuse by a cursor, OpenAI by a flag. */
export function isOnePage(value: unknown): boolean {
  const { has_more: hasMore, meta } = membersOf(value);
  return hasMore === true || wordIn(membersOf(meta)['cursor']) !== undefined;
}
