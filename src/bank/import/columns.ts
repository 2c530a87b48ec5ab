// Which column means what, by its name alone; everything else is listed as ignored. Where several may hold the query, none is taken.
import { UserError } from '../../core/errors.ts';
import { KNOWN_KEYS } from '../../scenarios/parse-row.ts';
import {
  answeringModel,
  findColumn,
  QUERY_MATERIAL,
  queryByEnding,
  SCENARIO_COLUMNS,
} from '../../scenarios/rows/column-names.ts';
import type { ColumnMap, IgnoredColumn, ImportFormat, ImportShape } from './import-event.ts';

/** What a column becomes. */
export type ColumnRole =
  | { readonly kind: PlainRole }
  | { readonly kind: 'position'; readonly model: string; readonly value: 'value1' | 'value2' }
  | { readonly kind: 'ruling'; readonly judge: string }
  | { readonly kind: 'answer'; readonly model: string }
  | { readonly kind: 'topic'; readonly topic: string }
  /** What a query is about, from a column of its own. */
  | { readonly kind: 'material'; readonly stands: 'before' | 'after' };

const PLAIN_NAMES = {
  ...SCENARIO_COLUMNS,
  /** Under what a query was asked. A column called only "system" names whose answers these are, as often. */
  system: ['system_prompt', 'systemprompt', 'system_message', 'system_instruction'],
  rubric1: rubricNames(1),
  rubric2: rubricNames(2),
  clauses: ['clauses'],
  topics: ['topics'],
  disagreement: ['disagreement', 'max_pop_std', 'max_pop_std_all', 'max_pop_std_openai'],
  source: ['source', 'query_generator'],
  model: ['model'],
} as const;

/** `value1_spectrum`, `spectrum_value1`, `spectrum1`, and so on. */
function rubricNames(value: 1 | 2): readonly string[] {
  const kinds = ['spectrum', 'rubric', 'strategies'];
  const values = [`value${value}`, `value_${value}`, `v${value}`];
  return [
    `rubric${value}`,
    ...kinds.flatMap((kind) => values.flatMap((name) => [`${name}_${kind}`, `${kind}_${name}`])),
    ...kinds.flatMap((kind) => [`${kind}${value}`, `${kind}_${value}`]),
  ];
}

type PlainRole = keyof typeof PLAIN_NAMES;

/** Where two answers are compared and the question stands in each alone: the one that was preferred. */
const PREFERRED = ['chosen', 'conversation_a'];

/** The study's eight topics, by how a column's name begins. */
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [/^(topic_|is_)?bio(logical|safety|logy)/, 'biological safety'],
  [/^(topic_|is_)?chem(ical|istry)/, 'chemical safety'],
  [/^(topic_|is_)?cyber/, 'cyber security'],
  [/^(topic_|is_)?politic/, 'politics'],
  [/^(topic_|is_)?child_?groom/, 'child grooming'],
  [/^(topic_|is_)?mental_?(illness|health)/, 'mental illness'],
  [/^(topic_|is_)?philosoph/, 'philosophical reasoning'],
  [/^(topic_|is_)?moral/, 'moral reasoning'],
];

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

function patternRole(column: string, names: readonly string[]): ColumnRole | undefined {
  const position = /^(.+)_value([12])_position$/.exec(column);
  if (position !== null) {
    const [, model, value] = position;
    const isPair = names.includes(`${model}_value${value === '1' ? 2 : 1}_position`);
    return isPair ? { kind: 'position', model: model!, value: value === '1' ? 'value1' : 'value2' } : undefined;
  }
  const ruling = /^(.+)_decision$/.exec(column);
  if (ruling !== null) return { kind: 'ruling', judge: ruling[1]! };
  const model = answeringModel(column);
  if (model !== undefined) return { kind: 'answer', model };
  if (isReasoning(column)) return undefined;
  const topic = TOPICS.find(([pattern]) => pattern.test(column.toLowerCase()))?.[1];
  return topic === undefined ? undefined : { kind: 'topic', topic };
}

function ignoredReason(column: string, role: ColumnRole | undefined): IgnoredColumn['reason'] {
  if (role?.kind === 'answer' || /^(response|answer|completion|output)$/i.test(column)) return 'model answer';
  return isReasoning(column) ? 'reasoning' : 'unknown';
}

function isReasoning(column: string): boolean {
  return /(?:^|_)reasoning(?:_|$)/i.test(column);
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

function describeRole(role: ColumnRole): string {
  if (role.kind === 'position') return `scored.scores.${role.model}.${role.value}`;
  if (role.kind === 'ruling') return `scored.compliance.<model>.${role.judge}`;
  if (role.kind === 'topic') return `topics: ${role.topic}`;
  if (role.kind === 'material') return role.stands === 'before' ? 'beginning of query' : 'end of query';
  if (role.kind === 'answer') return `answer of ${role.model}`;
  if (role.kind === 'model') return 'scored.compliance.<model>';
  return role.kind === 'chunk' || role.kind === 'entry' || role.kind === 'queryKey' ? 'id' : role.kind;
}
