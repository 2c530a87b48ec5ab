// Where a row keeps its query one or two objects down: LangSmith's `inputs.question`, a batch's `body.messages`, lm-eval's `doc.question`.
import type { IgnoredColumn } from './import-event.ts';
import { SCENARIO_COLUMNS } from '../../scenarios/rows/column-names.ts';

type Fields = Readonly<Record<string, unknown>>;

const ASKED: ReadonlySet<string> = new Set<string>([...SCENARIO_COLUMNS.query, ...SCENARIO_COLUMNS.messages]);
const MESSAGES: ReadonlySet<string> = new Set<string>(SCENARIO_COLUMNS.messages);
/** What came of the query, or was wanted of it, and how it was asked for: a `text` in there is an answer's. */
const NOT_ASKED = /output|response|result|expected|target|reference|completion|answer|choice|metadata|scores?$/i;
const DEEPEST = 2;

/** The column `outer.inner` of the one text or list there with a name for what is asked; undefined where there are none or several. */
export function nestedQuery(fields: Fields): readonly [column: string, field: 'query' | 'messages'] | undefined {
  const found = askedBelow(fields, []);
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  return [only, MESSAGES.has(only.slice(only.lastIndexOf('.') + 1).toLowerCase()) ? 'messages' : 'query'];
}

/** What stands in the same object as the query, and is not read: who imports is told. */
export function besideQuery(fields: Fields, column: string): readonly IgnoredColumn[] {
  const path = column.split('.').slice(0, -1);
  const inner = path.reduce<Fields>((outer, name) => outer[name] as Fields, fields);
  return Object.keys(inner).flatMap((name): readonly IgnoredColumn[] => {
    const own = [...path, name].join('.');
    return own === column ? [] : [{ column: own, reason: 'unknown' }];
  });
}

function askedBelow(fields: Fields, path: readonly string[]): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]): readonly string[] => {
    const isAsked = ASKED.has(name.toLowerCase()) && (typeof value === 'string' || Array.isArray(value));
    if (path.length > 0 && isAsked) return [[...path, name].join('.')];
    if (path.length >= DEEPEST || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return NOT_ASKED.test(name) ? [] : askedBelow(value as Fields, [...path, name]);
  });
}
