// Which column means what, by its name alone; everything else is listed as ignored, never guessed.
import { UserError } from '../../core/errors.ts';
import { KNOWN_KEYS } from '../../scenarios/parse-row.ts';
import type { ColumnMap, IgnoredColumn, ImportFormat, ImportShape } from './import-event.ts';

/** What a column becomes. */
export type ColumnRole =
  | { readonly kind: PlainRole }
  | { readonly kind: 'position'; readonly model: string; readonly value: 'value1' | 'value2' }
  | { readonly kind: 'ruling'; readonly judge: string }
  | { readonly kind: 'topic'; readonly topic: string };

const PLAIN_NAMES = {
  id: ['id', 'scenario_id', 'query_key', 'key'],
  query: ['query', 'question', 'prompt', 'input', 'text', 'instruction', 'user_query'],
  messages: ['messages', 'conversation'],
  value1: ['value1', 'value_1'],
  value2: ['value2', 'value_2'],
  nudge: ['nudge', 'nudge_direction'],
  chunk: ['chunk_idx', 'chunk_index'],
  entry: ['entry_idx', 'entry_index'],
  rubric1: ['rubric1', 'value1_spectrum', 'spectrum_value1', 'value1_rubric', 'value1_strategies', 'spectrum1'],
  rubric2: ['rubric2', 'value2_spectrum', 'spectrum_value2', 'value2_rubric', 'value2_strategies', 'spectrum2'],
  clauses: ['clauses'],
  topics: ['topics'],
  disagreement: ['disagreement', 'max_pop_std', 'max_pop_std_all', 'max_pop_std_openai'],
  source: ['source', 'query_generator'],
  model: ['model'],
} as const;

type PlainRole = keyof typeof PLAIN_NAMES;

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

/**
 * Reads the columns of JSONL, CSV or Parquet rows.
 * @throws UserError if none holds what is asked (a query or messages).
 */
export function recogniseColumns(names: readonly string[], file: string, format: ImportFormat): RecognisedColumns {
  const roles = new Map<string, ColumnRole>();
  const ignored: IgnoredColumn[] = [];
  const taken = new Set<string>();
  for (const [kind, spellings] of Object.entries(PLAIN_NAMES) as [PlainRole, readonly string[]][]) {
    const present = spellings.flatMap((spelling) => names.filter((name) => name.toLowerCase() === spelling));
    for (const [index, column] of present.entries()) {
      if (index === 0) roles.set(column, { kind });
      else ignored.push({ column, reason: 'another column says it' });
      taken.add(column);
    }
  }
  for (const column of names) {
    if (taken.has(column)) continue;
    const role = patternRole(column, names);
    if (role === undefined) ignored.push({ column, reason: ignoredReason(column) });
    else roles.set(column, role);
  }
  const shape = shapeOf(names, roles, format);
  requireQuery(roles, { file, names });
  dropUseless(roles, ignored, shape);
  const used = [...roles].map(([column, role]) => ({ column, as: describeRole(role) }));
  return { shape, used, ignored, roles };
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
  if (column.endsWith('_response') || column.endsWith('_reasoning')) return undefined;
  const topic = TOPICS.find(([pattern]) => pattern.test(column.toLowerCase()))?.[1];
  return topic === undefined ? undefined : { kind: 'topic', topic };
}

function ignoredReason(column: string): IgnoredColumn['reason'] {
  if (column.endsWith('_response')) return 'model answer';
  return column.endsWith('_reasoning') ? 'reasoning' : 'unknown';
}

function shapeOf(names: readonly string[], roles: RecognisedColumns['roles'], format: ImportFormat): ImportShape {
  const kinds = new Set([...roles.values()].map(({ kind }) => kind));
  const isObjects = format === 'jsonl' || format === 'json';
  if (isObjects && names.includes('id') && names.every((name) => KNOWN_KEYS.includes(name))) return 'bank';
  if (kinds.has('ruling') && kinds.has('model')) return 'study-judgments';
  return kinds.has('position') ? 'study-scenarios' : 'queries';
}

function requireQuery(
  roles: RecognisedColumns['roles'],
  { file, names }: { file: string; names: readonly string[] },
): void {
  const kinds = new Set([...roles.values()].map(({ kind }) => kind));
  if (kinds.has('query') || kinds.has('messages')) return;
  throw new UserError({
    message: `no column holds the query; the columns are ${names.slice(0, 20).join(', ')}`,
    hint: `Name one of them ${PLAIN_NAMES.query.join(', ')} or messages.`,
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
  if (role.kind === 'model') return 'scored.compliance.<model>';
  return role.kind === 'chunk' || role.kind === 'entry' ? 'id' : role.kind;
}
