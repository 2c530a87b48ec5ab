// For rows of a harness that is not known here: the options that would read them, as far as their columns tell.
import { shellWord } from '../../render/shell-word.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';
import { namesHarm, outcomeValue } from './outcome-value.ts';

/** What harnesses call the row of a data set, the likeliest first. */
const SCENARIO = ['scenario_id', 'doc_id', 'sample_id', 'test_id', 'datasource_item_id', 'id', 'name'];
/** Other names of what tells rows apart: `nodeid`, `instance_id`, `span.key`. */
const TELLS_APART = /(?:id|key)$/i;
const ASKED = /(?:^|[_.])(?:prompt|question|query|inputs?|vars|request|goal)$/i;
/** Where rows are of traces or runs, these and what is only called `id` name one run, and another one the next time. */
const OF_A_RUN = /(?:^|[_.])(?:trace|span|run|session|observation|request)_?id$/i;
/** Names of what an evaluator found, the likeliest outcomes. */
const FOUND =
  /correct|pass|score|success|acc(?:uracy)?(?:$|_)|match|complian|valid|grade|verdict|outcome|feedback|result|judg/i;
/** Rows that are looked at. */
const SAMPLE = 200;

/** `--map doc_id=scenario --map acc=compliant`, or undefined where no column looks like an outcome. Nothing is read by it unasked. */
export function suggestMap(raw: readonly RawRow[]): string | undefined {
  const rows = raw.slice(0, SAMPLE).flatMap((row) => (row.kind === 'row' ? [row.fields] : []));
  const columns = [...new Set(rows.flatMap((fields) => Object.keys(fields)))];
  const scenario = scenarioAmong(columns, rows);
  const outcomes = columns.filter((column) => column !== scenario && isOutcomes(rows.map((fields) => fields[column])));
  const varies = (column: string): boolean => new Set(rows.map((fields) => outcomeValue(fields[column]))).size > 1;
  // A flag that is the same in all rows is likelier one of the tool's own.
  const outcome = outcomes.find((column) => FOUND.test(column)) ?? outcomes.find(varies) ?? outcomes[0];
  if (scenario === undefined || outcome === undefined) return undefined;
  return `--map ${shellWord(scenario)}=scenario --map ${shellWord(outcome)}=${namesHarm(outcome) ? 'problematic' : 'compliant'}`;
}

function scenarioAmong(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string | undefined {
  const isOfRuns = columns.some((column) => OF_A_RUN.test(column));
  const isItsOwn = (column: string): boolean => !isOfRuns || (column !== 'id' && !OF_A_RUN.test(column));
  const named = SCENARIO.map((name) => columns.find((column) => column.toLowerCase() === name));
  const telling = columns.find(
    (column) => TELLS_APART.test(column) && isItsOwn(column) && isUnique(rows.map((fields) => fields[column])),
  );
  return (
    named.find((column) => column !== undefined && isItsOwn(column)) ??
    telling ??
    columns.find((column) => ASKED.test(column))
  );
}

function isUnique(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string') && new Set(values).size === values.length;
}

/** Whether values are right or wrong and nothing in between, apart from those that are not there; other numbers may mean anything. */
function isOutcomes(values: readonly unknown[]): boolean {
  const said = values.filter((value) => value !== null && value !== undefined && value !== '');
  return said.length > 0 && said.every((value) => [0, 1].includes(outcomeValue(value) ?? 2));
}
