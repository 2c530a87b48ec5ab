// For rows of a harness that is not known here: the options that would read them, as far as their columns tell.
import type { RawRow } from '../../scenarios/rows/raw-row.ts';
import { outcomeValue } from './outcome-value.ts';

/** What harnesses call the row of a data set, the likeliest first. */
const SCENARIO = ['scenario_id', 'doc_id', 'sample_id', 'test_id', 'datasource_item_id', 'id', 'name'];
/** Other names of what tells rows apart: `nodeid`, `instance_id`, `span.key`. */
const TELLS_APART = /(?:id|key)$/i;
const ASKED = /(?:^|_)(?:prompt|question|query|inputs?|vars)$/i;
/** Rows that are looked at. */
const SAMPLE = 200;

/** `--map doc_id=scenario --map acc=compliant`, or undefined where no column looks like an outcome. Nothing is read by it unasked. */
export function suggestMap(raw: readonly RawRow[]): string | undefined {
  const rows = raw.slice(0, SAMPLE).flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const columns = [...new Set(rows.flatMap((fields) => Object.keys(fields)))];
  const scenario =
    SCENARIO.map((name) => columns.find((column) => column.toLowerCase() === name)).find(
      (found) => found !== undefined,
    ) ??
    columns.find((column) => TELLS_APART.test(column) && isUnique(rows.map((fields) => fields[column]))) ??
    columns.find((column) => ASKED.test(column));
  const outcome = columns.find((column) => column !== scenario && rows.every((fields) => isOutcome(fields[column])));
  if (scenario === undefined || outcome === undefined) return undefined;
  return `--map ${scenario}=scenario --map ${outcome}=compliant`;
}

function isUnique(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
}

/** Whether a value is right or wrong and nothing in between; other numbers may mean anything. */
function isOutcome(value: unknown): boolean {
  const read = outcomeValue(value);
  return read === 0 || read === 1;
}
