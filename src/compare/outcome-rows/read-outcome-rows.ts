// The outcomes of one file that is no Inspect log, in whichever form it has, told by its content.
import { whereDefined } from '../../core/where-defined.ts';
import type { ByteSource } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import type { HarnessFile } from '../../io/harness-file.ts';
import { isPromptfooResult, readPromptfooResults } from '../../scenarios/harness/promptfoo-output.ts';
import { openTable, tableFormat } from '../../io/rows/open-table.ts';
import { readCsv } from '../../scenarios/rows/csv.ts';
import { rowsOfFrame } from '../../scenarios/rows/data-frame.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';
import { isOnePage, itemReader, itemsOfRows, itemsOfValue } from '../../scenarios/experiments/recognise-experiment.ts';
import type { ExperimentItem } from '../../scenarios/experiments/experiment-item.ts';
import type { ScoreOptions } from './choose-outcome.ts';
import { deepEvalOutcomes, isDeepEvalRun } from './deepeval-outcomes.ts';
import { experimentOutcomes, mapsScore } from './experiment-outcomes.ts';
import { isLmEvalSample, lmEvalOutcomes } from './lm-eval-outcomes.ts';
import { jsonLines, toRows } from './json-lines.ts';
import { isLookedAt, outerOf, sayOutcomes } from './mapped-columns.ts';
import { mappedRows } from './mapped-rows.ts';
import { isOpenAiEvalsLog, openAiEvalsOutcomes } from './openai-evals-outcomes.ts';
import type { OutcomeRows } from './outcome-row.ts';
import { promptfooOutcomes } from './promptfoo-outcomes.ts';
import { parseOutcomeRows } from './row-lines.ts';

/** `map` says which columns of somebody's own rows matter, too: column to field. */
export type ReadOptions = ScoreOptions;

/** Outcomes of a Parquet file. @throws UserError where its columns do not say them, or it cannot be read. */
export async function readParquetOutcomes(source: ByteSource, options: ReadOptions): Promise<OutcomeRows> {
  const { map = new Map<string, string>(), passAt } = options;
  let [isPlain, isExperiment] = [true, false];
  // Answers are the bulk of such files, and no outcome.
  const used = (columns: readonly string[]): readonly string[] => {
    isPlain = sayOutcomes(columns, map);
    isExperiment = itemReader(columns) !== undefined;
    return isPlain ? columns.filter((column) => isLookedAt(column, map)) : columns;
  };
  const rows: RawRow[] = [];
  for await (const row of openTable(source, 'parquet', used)) {
    rows.push(row);
    if (!isPlain && !isExperiment && rows.length >= ENOUGH_TO_TELL) break;
  }
  const items = isPlain ? undefined : itemsOfRows(source.name, rows);
  if (items !== undefined && mapsScore(items, map)) return experimentOutcomes(source.name, items, options);
  return mappedRows(source.name, rows, { map, ...whereDefined({ passAt }) });
}

/** Rows from which the columns are told where they do not say outcomes. */
const ENOUGH_TO_TELL = 200;

/** @throws UserError naming what cannot be read, and the way out. */
export async function readOutcomeRows(
  source: ByteSource,
  content: HarnessFile,
  options: ReadOptions,
): Promise<OutcomeRows> {
  const { map = new Map<string, string>(), passAt } = options;
  const mayHoldItems = [...map.values()].every((field) => field === 'compliant' || field === 'problematic');
  const ofItems = (items: readonly ExperimentItem[] | undefined): OutcomeRows | undefined =>
    items !== undefined && mapsScore(items, map) ? experimentOutcomes(source.name, items, options) : undefined;
  const mapped = (rows: readonly RawRow[]): OutcomeRows =>
    (mayHoldItems && !sayOutcomes(columnsOf(rows), map) ? ofItems(itemsOfRows(source.name, rows)) : undefined) ??
    mappedRows(source.name, rows, { map, ...whereDefined({ passAt }) });
  if (content.kind === 'promptfoo') return promptfooOutcomes(source.name, content.results);
  if (content.kind === 'json') {
    const table = rowsOfFrame(content.value);
    if (table !== undefined) return mapped(toRows(table));
    if (Array.isArray(content.value)) return mapped(toRows(content.value));
    const experiment = mayHoldItems ? ofItems(itemsOfValue(source.name, content.value)) : undefined;
    if (experiment !== undefined && isOnePage(content.value)) throw onePage(source.name);
    if (experiment !== undefined) return experiment;
    // A file of one line is one JSON value, too.
    if (map.size > 0) return mapped(toRows(listWith(content.value, map) ?? [content.value]));
    if (isOutcomeLine(content.value)) return parseOutcomeRows(source.name, JSON.stringify(content.value));
    if (isDeepEvalRun(content.value)) return deepEvalOutcomes(content.value, { file: source.name, ...options });
    if (isLmEvalSample(content.value)) return lmEvalOutcomes([{ file: source.name, values: [content.value] }], options);
    const lists = listsIn(content.value);
    if (lists.size === 1) return mapped(toRows([...lists.values()][0]!));
    throw new UserError({ ...describeUnknown(lists), place: { file: source.name } });
  }
  if (content.kind !== 'text') throw new Error('logs are read as logs');
  const { text } = content;
  if (/^\uFEFF?\s*</.test(text)) {
    const hint = 'Write its cases as CSV or JSON Lines, one a row; docs/compare.md lists what can be read.';
    throw new UserError({ message: 'XML is not read', hint, place: { file: source.name, line: 1, column: 1 } });
  }
  if (!/^\uFEFF?\s*[{[]/.test(text))
    return looksLikeTable(source.name, text) || map.size > 0
      ? mapped(await collectCsv(source))
      : parseOutcomeRows(source.name, text);
  if (map.size > 0) return mapped(jsonLines(text));
  const lines = jsonLines(text);
  const values = lines.flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  if (values.length === lines.length && values.length > 0) {
    if (values.every(isPromptfooResult))
      return promptfooOutcomes(source.name, readPromptfooResults(source.name, values));
    if (values.every(isLmEvalSample)) return lmEvalOutcomes([{ file: source.name, values }], options);
    if (isOpenAiEvalsLog(values)) return openAiEvalsOutcomes(values, { file: source.name, passAt });
    // Somebody else's rows: what is missing is said once, by column, and not for each of them.
    if (!values.some(isOutcomeLine)) return mapped(lines);
  }
  return parseOutcomeRows(source.name, text);
}

/** Outcomes of the items that the server lists first say nothing of the others. */
function onePage(file: string): UserError {
  return new UserError({
    message: 'one page of an experiment, and its server says that there are more',
    hint: 'Fetch all pages, and write their items as one JSON list.',
    place: { file },
  });
}

function columnsOf(rows: readonly RawRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => (row.kind === 'row' ? Object.keys(row.fields) : [])))];
}

/** The lists of objects that a value holds, by name: `{"tests": [...], "summary": {...}}` of pytest has one. */
function listsIn(value: unknown): ReadonlyMap<string, readonly unknown[]> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).filter(
      (entry): entry is [string, unknown[]] =>
        Array.isArray(entry[1]) && entry[1].some((one) => typeof one === 'object' && one !== null),
    ),
  );
}

/** The one list, or of several the only one whose objects have all the columns that were named. */
function listWith(value: unknown, map: ReadonlyMap<string, string>): readonly unknown[] | undefined {
  const lists = [...listsIn(value).values()];
  if (lists.length === 1) return lists[0];
  const fitting = lists.filter((list) => {
    const columns = new Set(list.flatMap((one) => Object.keys(Object(one))));
    return [...map.keys()].every((column) => columns.has(outerOf(column)) || columns.has(column));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

function describeUnknown(lists: ReadonlyMap<string, readonly unknown[]>): { message: string; hint: string } {
  const message = "neither outcome rows, nor promptfoo's output, nor an Inspect log, nor a test run of DeepEval";
  if (lists.size === 0) return { message, hint: 'Write one JSON object a line, or a list of them.' };
  const names = [...lists.keys()].slice(0, MOST_LISTS).join(', ');
  const hint = `Its lists are ${names}: name columns that only one of them has, --map COLUMN=scenario --map COLUMN=compliant.`;
  return { message, hint };
}

/** Lists that are named. */
const MOST_LISTS = 10;

function looksLikeTable(name: string, text: string): boolean {
  const [header = ''] = text.trimStart().split('\n', 1);
  return /[,;\t]/.test(header) || tableFormat(name) === 'csv';
}

function isOutcomeLine(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'scenario' in value;
}

async function collectCsv(source: ByteSource): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of readCsv(source)) rows.push(row);
  return rows;
}
