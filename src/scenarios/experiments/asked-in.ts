// What an item asks, out of the object that a platform keeps it in.
import { findColumn, queryByEnding, SCENARIO_COLUMNS } from '../rows/column-names.ts';
import { membersOf } from './experiment-item.ts';

/** Requests in requests: `{"input": {"messages": [...]}}`. */
const DEEPEST = 2;

/** A text or messages: as they are, under a usual name for them, or as all there is; undefined where there are several and none has such a name. */
export function askedIn(asked: unknown, depth = 0): string | readonly unknown[] | undefined {
  if (typeof asked === 'string') return asked;
  if (Array.isArray(asked)) return asked as readonly unknown[];
  const fields = membersOf(asked);
  const names = Object.keys(fields);
  const named =
    findColumn(names, SCENARIO_COLUMNS.messages) ?? findColumn(names, SCENARIO_COLUMNS.query) ?? queryByEnding(names);
  const column = named ?? (names.length === 1 ? names[0] : undefined);
  return column === undefined || depth === DEEPEST ? undefined : askedIn(fields[column], depth + 1);
}
