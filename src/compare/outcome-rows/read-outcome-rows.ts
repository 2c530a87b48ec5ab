// The outcomes of one file that is no Inspect log, in whichever form it has, told by its content.
import { whereDefined } from '../../core/where-defined.ts';
import type { ByteSource } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import { repeatsKey } from '../../core/untrusted-json.ts';
import type { HarnessFile } from '../../io/harness-file.ts';
import { isPromptfooResult, readPromptfooResults } from '../../scenarios/harness/promptfoo-output.ts';
import { openTable, tableFormat } from '../../io/rows/open-table.ts';
import { parseLooseJson } from '../../scenarios/harness/loose-json.ts';
import { readCsv } from '../../scenarios/rows/csv.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';
import type { InspectOptions } from './inspect-outcomes.ts';
import { isLookedAt, sayOutcomes } from './mapped-columns.ts';
import { mappedRows } from './mapped-rows.ts';
import { isOpenAiEvalsLog, openAiEvalsOutcomes } from './openai-evals-outcomes.ts';
import type { OutcomeRows } from './outcome-row.ts';
import { promptfooOutcomes } from './promptfoo-outcomes.ts';
import { KEY_TWICE, parseOutcomeRows } from './row-lines.ts';

export interface ReadOptions extends InspectOptions {
  /** Which columns of somebody's own rows matter: column to field. */
  readonly map?: ReadonlyMap<string, string>;
}

/** Outcomes of a Parquet file. @throws UserError where its columns do not say them, or it cannot be read. */
export async function readParquetOutcomes(
  source: ByteSource,
  { map = new Map<string, string>(), passAt }: ReadOptions,
): Promise<OutcomeRows> {
  let isPlain = true;
  // Answers are the bulk of such files, and no outcome.
  const used = (columns: readonly string[]): readonly string[] => {
    isPlain = sayOutcomes(columns, map);
    return isPlain ? columns.filter((column) => isLookedAt(column, map)) : columns;
  };
  const rows: RawRow[] = [];
  for await (const row of openTable(source, 'parquet', used)) {
    rows.push(row);
    if (!isPlain && rows.length >= ENOUGH_TO_TELL) break;
  }
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
  const mapped = (rows: readonly RawRow[]): OutcomeRows =>
    mappedRows(source.name, rows, { map, ...whereDefined({ passAt }) });
  if (content.kind === 'promptfoo') return promptfooOutcomes(content.results);
  if (content.kind === 'json') {
    if (Array.isArray(content.value)) return mapped(content.value.map(toRow));
    // A file of one line is one JSON value, too.
    if (map.size > 0) return mapped((onlyList(content.value) ?? [content.value]).map(toRow));
    if (isOutcomeLine(content.value)) return parseOutcomeRows(source.name, JSON.stringify(content.value));
    const inner = onlyList(content.value);
    if (inner !== undefined) return mapped(inner.map(toRow));
    const message = "neither outcome rows, nor promptfoo's output, nor an Inspect log";
    throw new UserError({
      message,
      hint: 'Write one JSON object a line, or a list of them.',
      place: { file: source.name },
    });
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
    if (values.every(isPromptfooResult)) return promptfooOutcomes(readPromptfooResults(source.name, values));
    if (isOpenAiEvalsLog(values)) return openAiEvalsOutcomes(values, { file: source.name, passAt });
    // Somebody else's rows: what is missing is said once, by column, and not for each of them.
    if (!values.some(isOutcomeLine)) return mapped(lines);
  }
  return parseOutcomeRows(source.name, text);
}

/** The one list of objects that a value holds: `{"tests": [...], "summary": {...}}` of pytest, `testCases` of DeepEval. */
function onlyList(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.values(value).filter(
    (list): list is unknown[] => Array.isArray(list) && list.some((one) => typeof one === 'object' && one !== null),
  );
  return lists.length === 1 ? lists[0] : undefined;
}

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

function jsonLines(text: string): readonly RawRow[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly RawRow[] => {
    if (line.replace(/^\uFEFF/, '').trim() === '') return [];
    try {
      const row = toRow(parseLooseJson(line), index);
      return [repeatsKey(line) ? { kind: 'bad', number: row.number, reason: KEY_TWICE, excerpt: '' } : row];
    } catch {
      return [{ kind: 'bad', number: index + 1, reason: 'not JSON', excerpt: '' }];
    }
  });
}

/** `index` counts from 0. */
function toRow(value: unknown, index: number): RawRow {
  const number = index + 1;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'bad', number, reason: 'not an object', excerpt: '' };
  }
  return { kind: 'row', number, fields: value as Readonly<Record<string, unknown>> };
}
