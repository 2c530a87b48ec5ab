// Where a row keeps its query one or two objects down: LangSmith's `inputs.question`, a batch's `body.messages`, lm-eval's `doc.question`.
import type { IgnoredColumn } from './import-event.ts';
import { SCENARIO_COLUMNS } from '../../scenarios/rows/column-names.ts';

type Fields = Readonly<Record<string, unknown>>;

const ASKED: ReadonlySet<string> = new Set<string>([...SCENARIO_COLUMNS.query, ...SCENARIO_COLUMNS.messages]);
const MESSAGES: ReadonlySet<string> = new Set<string>(SCENARIO_COLUMNS.messages);
/** What came of the query, or was wanted of it, and how it was asked for: a `text` in there is an answer's. */
const NOT_ASKED = /output|response|result|expected|target|reference|completion|answer|choice|metadata|scores?$/i;
const DEEPEST = 2;
/** What a request says beside its messages (Anthropic) or its input (OpenAI's Responses). */
const UNDER = ['system', 'instructions', 'system_prompt'];

/** The column `outer.inner` of the one text or list there with a name for what is asked; undefined where there are none or several. */
export function nestedQuery(fields: Fields): readonly [column: string, field: 'query' | 'messages'] | undefined {
  const found = askedBelow(fields, []);
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  return [only, MESSAGES.has(only.slice(only.lastIndexOf('.') + 1).toLowerCase()) ? 'messages' : 'query'];
}

/** The column of the instructions that a request gives beside its query; undefined where it gives none. */
export function systemBeside(fields: Fields, column: string): readonly [column: string, field: 'system'] | undefined {
  const { path, inner } = around(fields, column);
  const name = UNDER.find((one) => inner[one] !== undefined && inner[one] !== null);
  return name === undefined ? undefined : [[...path, name].join('.'), 'system'];
}

/** What stands in the same object as the query, and is not read: who imports is told. */
export function besideQuery(fields: Fields, read: readonly string[]): readonly IgnoredColumn[] {
  const { path, inner } = around(fields, read[0]!);
  return Object.keys(inner).flatMap((name): readonly IgnoredColumn[] => {
    const own = [...path, name].join('.');
    return read.includes(own) ? [] : [{ column: own, reason: 'unknown' }];
  });
}

/** The object that a column lies in. */
function around(fields: Fields, column: string): { readonly path: readonly string[]; readonly inner: Fields } {
  const path = column.split('.').slice(0, -1);
  return { path, inner: path.reduce<Fields>((outer, name) => outer[name] as Fields, fields) };
}

function askedBelow(fields: Fields, path: readonly string[]): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]): readonly string[] => {
    const isAsked = ASKED.has(name.toLowerCase()) && (typeof value === 'string' || Array.isArray(value));
    if (path.length > 0 && isAsked) return [[...path, name].join('.')];
    if (path.length >= DEEPEST || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return NOT_ASKED.test(name) ? [] : askedBelow(value as Fields, [...path, name]);
  });
}
