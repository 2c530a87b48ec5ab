// Rows that have no header: each row's own keys are its columns.
import { UserError } from '../../core/errors.ts';
import { createRecent } from '../../core/recent.ts';
import { excerptOf, type RawRow } from '../../scenarios/rows/raw-row.ts';
import { recogniseColumns, type ColumnChoice, type RecognisedColumns } from './columns.ts';
import { itemRows } from './experiment-rows.ts';
import { besideQuery, nestedQuery, systemBeside } from './nested-query.ts';

/** A row, with the columns it was recognised by (undefined for a row that cannot be read). */
export interface OpenedRow {
  readonly row: RawRow;
  readonly columns?: RecognisedColumns;
}

/** Sets of keys whose columns are remembered: exports leave out what a row has nothing for, so that there may be thousands. */
const MOST_REMEMBERED = 200;

/** A row that holds no query is a bad one; one of an evaluation platform is its items. */
export async function* recogniseEach(rows: AsyncGenerator<RawRow>, choice: ColumnChoice): AsyncGenerator<OpenedRow> {
  const remember = createRecent<RecognisedColumns>(MOST_REMEMBERED);
  for await (const row of itemRows(rows, choice)) {
    if (row.kind === 'bad') {
      yield { row };
      continue;
    }
    const names = Object.keys(row.fields);
    try {
      yield { row, columns: remember(JSON.stringify(names), () => recogniseRow(row.fields, names, choice)) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield { row: refuse(row, error.problems[0]?.message ?? error.message) };
    }
  }
}

/** By the names of the row's keys; where none of them holds the query, by those of the objects in it. */
function recogniseRow(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
  choice: ColumnChoice,
): RecognisedColumns {
  try {
    return recogniseColumns(names, choice);
  } catch (error) {
    const found = nestedQuery(fields);
    if (!(error instanceof UserError) || found === undefined) throw error;
    const system = systemBeside(fields, found[0]);
    const read = [found, ...(system === undefined ? [] : [system])];
    const columns = recogniseColumns(names, { ...choice, map: new Map([...(choice.map ?? []), ...read]) });
    const beside = besideQuery(
      fields,
      read.map(([column]) => column),
    );
    return { ...columns, ignored: [...columns.ignored, ...beside] };
  }
}

function refuse({ number, fields }: RawRow & { readonly kind: 'row' }, reason: string): RawRow {
  return { kind: 'bad', number, reason, excerpt: excerptOf(fields) };
}
