// Which column means what, by its name alone; everything else is listed as ignored. Where several may hold the query, none is taken.
import { UserError } from '../../core/errors.ts';
import { KNOWN_KEYS } from '../../scenarios/parse-row.ts';
import { findColumn, QUERY_MATERIAL, queryByEnding } from '../../scenarios/rows/column-names.ts';
import {
  describeRole,
  isReasoning,
  patternRole,
  PLAIN_NAMES,
  PREFERRED,
  type ColumnRole,
  type PlainRole,
} from './column-roles.ts';
import type { ColumnMap, IgnoredColumn, ImportFormat, ImportShape } from './import-event.ts';

export interface RecognisedColumns extends ColumnMap {
  readonly roles: ReadonlyMap<string, ColumnRole>;
}

export interface ColumnChoice {
  readonly file: string;
  readonly format: ImportFormat;
  /** Column to field, as a person said; these come before what names say. A column of a nested object is `outer.inner`. */
  readonly map?: ReadonlyMap<string, string>;
}

/**
 * Reads the columns of JSONL, CSV or Parquet rows.
 * @throws UserError if none holds what is asked (a query or messages), or `map` names a field that there is none of.
 */
export function recogniseColumns(names: readonly string[], choice: ColumnChoice): RecognisedColumns {
  const roles = new Map<string, ColumnRole>(chosenRoles(names, choice));
  const ignored: IgnoredColumn[] = [];
  if (![...roles.values()].some(({ kind }) => kind === 'query')) {
    for (const [column, role] of queryInTwo(names)) roles.set(column, role);
  }
  const taken = new Set<string>([...roles.keys()].map(outermost));
  const chosen = new Set([...roles.values()].map(({ kind }) => kind));
  for (const [kind, spellings] of Object.entries(PLAIN_NAMES) as [PlainRole, readonly string[]][]) {
    const present = spellings.flatMap((spelling) =>
      names.filter((name) => name.toLowerCase() === spelling && !taken.has(name)),
    );
    for (const [index, column] of present.entries()) {
      if (index === 0 && !chosen.has(kind)) roles.set(column, { kind });
      else ignored.push({ column, reason: 'another column says it' });
      taken.add(column);
    }
  }
  for (const column of names) {
    if (taken.has(column)) continue;
    const role = patternRole(column, names);
    if (role === undefined || role.kind === 'answer') ignored.push({ column, reason: ignoredReason(column, role) });
    else roles.set(column, role);
  }
  if (![...roles.values()].some(isAsked)) {
    const column = queryByEnding(ignored.filter(({ reason }) => reason === 'unknown').map((one) => one.column));
    if (column !== undefined) {
      roles.set(column, { kind: 'query' });
      ignored.splice(
        ignored.findIndex((one) => one.column === column),
        1,
      );
    }
  }
  if (![...roles.values()].some(isAsked)) {
    const column = findColumn(names, PREFERRED);
    const at = ignored.findIndex((one) => one.column === column);
    if (column !== undefined && at >= 0) {
      roles.set(column, { kind: 'messages' });
      ignored.splice(at, 1);
    }
  }
  const shape = shapeOf(names, roles, choice.format);
  requireQuery(roles, { file: choice.file, names });
  dropUseless(roles, ignored, shape);
  const used = [...roles].map(([column, role]) => ({ column, as: describeRole(role) }));
  return { shape, used, ignored, roles };
}

/** Of a query in two columns, both. */
function queryInTwo(names: readonly string[]): readonly (readonly [string, ColumnRole])[] {
  for (const { query, material, stands } of QUERY_MATERIAL) {
    const [asked, about] = [findColumn(names, [query]), findColumn(names, [material])];
    if (asked === undefined || about === undefined) continue;
    return [
      [asked, { kind: 'query' }],
      [about, { kind: 'material', stands }],
    ];
  }
  return [];
}

function isAsked({ kind }: ColumnRole): boolean {
  return kind === 'query' || kind === 'messages';
}

function chosenRoles(names: readonly string[], { map = new Map() }: ColumnChoice): [string, ColumnRole][] {
  return [...map].flatMap(([column, field]): [string, ColumnRole][] => {
    if (!Object.hasOwn(PLAIN_NAMES, field)) {
      const message = `--map ${column}=${field}: there is no field "${field}"`;
      throw new UserError({ message, hint: `There are ${Object.keys(PLAIN_NAMES).join(', ')}.` });
    }
    // Rows may differ in their keys: a column that is not there says nothing.
    return names.includes(column) || names.includes(outermost(column)) ? [[column, { kind: field as PlainRole }]] : [];
  });
}

function outermost(column: string): string {
  return column.split('.', 1)[0]!;
}

function ignoredReason(column: string, role: ColumnRole | undefined): IgnoredColumn['reason'] {
  if (role?.kind === 'answer' || /^(response|answer|completion|output)$/i.test(column)) return 'model answer';
  return isReasoning(column) ? 'reasoning' : 'unknown';
}

function shapeOf(names: readonly string[], roles: RecognisedColumns['roles'], format: ImportFormat): ImportShape {
  const kinds = new Set([...roles.values()].map(({ kind }) => kind));
  const isObjects = format === 'jsonl' || format === 'json' || format === 'yaml';
  if (isObjects && names.includes('id') && names.every((name) => KNOWN_KEYS.includes(name))) return 'bank';
  if (kinds.has('ruling') && kinds.has('model')) return 'study-judgments';
  return kinds.has('position') ? 'study-scenarios' : 'queries';
}

export const NO_QUERY = 'no column holds the query';
export const MAP_QUERY =
  'Say which one it is: --map COLUMN=query (or messages); of an object in a column, --map OUTER.INNER=query.';

function requireQuery(
  roles: RecognisedColumns['roles'],
  { file, names }: { file: string; names: readonly string[] },
): void {
  if ([...roles.values()].some(isAsked)) return;
  throw new UserError({
    message: `${NO_QUERY}; the columns are ${names.slice(0, 20).join(', ')}`,
    hint: MAP_QUERY,
    place: { file },
  });
}

/** Takes out what this shape has no use for: a model or ruling without the other, a stated D beside the positions it is made of. */
function dropUseless(roles: Map<string, ColumnRole>, ignored: IgnoredColumn[], shape: ImportShape): void {
  if (shape === 'bank') return;
  const hasMessages = [...roles.values()].some(({ kind }) => kind === 'messages');
  for (const [column, { kind }] of roles) {
    const isUseless = (kind === 'model' || kind === 'ruling') && shape !== 'study-judgments';
    const isSaid = (kind === 'disagreement' && shape === 'study-scenarios') || (kind === 'query' && hasMessages);
    if (!isUseless && !isSaid) continue;
    roles.delete(column);
    ignored.push({ column, reason: isSaid ? 'another column says it' : 'unknown' });
  }
}
