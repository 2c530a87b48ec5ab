// An experiment's items as rows that hold a scenario: the data set's own id and what was asked, never the run's id and its answer.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, type ExperimentItem } from '../../scenarios/experiments/experiment-item.ts';
import { itemReader } from '../../scenarios/experiments/recognise-experiment.ts';
import { excerptOf, type RawRow, rowOf } from '../../scenarios/rows/raw-row.ts';
import { isPython, PYTHON } from './cell.ts';
import type { ColumnChoice } from './columns.ts';

/** Whether rows with these columns are a platform's. Where somebody named columns, they are read by those. */
export function isExperiment(columns: readonly string[], { map }: Pick<ColumnChoice, 'map'>): boolean {
  return (map === undefined || map.size === 0) && itemReader(columns) !== undefined;
}

/** The rows with those of a platform as their items. */
export async function* itemRows(rows: AsyncIterable<RawRow>, choice: ColumnChoice): AsyncGenerator<RawRow> {
  for await (const row of rows) {
    const columns = row.kind === 'row' ? Object.keys(row.fields) : [];
    if (row.kind === 'bad' || !isExperiment(columns, choice)) yield row;
    else yield* itemReader(columns)!(row.fields).map((item) => itemRow(item, row.number));
  }
}

/** Items of one value as rows, counted from 1. */
export async function* rowsOfItems(items: readonly ExperimentItem[]): AsyncGenerator<RawRow> {
  for (const [index, item] of items.entries()) yield itemRow(item, index + 1);
}

/** What is asked under a name that says so: a text, messages, or the object that holds either, with what stands beside it. */
function itemRow({ id, counts, asked }: ExperimentItem, number: number): RawRow {
  const own = whereDefined({ scenario_id: counts === undefined ? id : undefined });
  const bad = (reason: string): RawRow => ({ kind: 'bad', number, reason, excerpt: excerptOf(asked ?? id ?? '') });
  if (asked === undefined || asked === null) return bad('it says how an item was scored, not what was asked');
  if (typeof asked === 'string' && isPython(asked)) return bad(`what was asked is ${PYTHON}`);
  if (Array.isArray(asked)) return rowOf({ ...own, messages: asked }, number);
  if (typeof asked !== 'object') return rowOf({ ...own, question: asked }, number);
  const [only, ...more] = Object.values(membersOf(asked));
  return rowOf(
    typeof only === 'string' && more.length === 0 ? { ...own, question: only } : { ...own, inputs: asked },
    number,
  );
}
