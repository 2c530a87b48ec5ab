// What a column of someone else's table may mean, by its name alone.
import { answeringModel, SCENARIO_COLUMNS } from '../../scenarios/rows/column-names.ts';

/** What a column becomes. */
export type ColumnRole =
  | { readonly kind: PlainRole }
  | { readonly kind: 'position'; readonly model: string; readonly value: 'value1' | 'value2' }
  | { readonly kind: 'ruling'; readonly judge: string }
  | { readonly kind: 'answer'; readonly model: string }
  | { readonly kind: 'topic'; readonly topic: string }
  /** What a query is about, from a column of its own. */
  | { readonly kind: 'material'; readonly stands: 'before' | 'after' };

/** The names of each field of a bank line, the likeliest first. */
export const PLAIN_NAMES = {
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

export type PlainRole = keyof typeof PLAIN_NAMES;

/** Where two answers are compared and the question stands in each alone: the one that was preferred. */
export const PREFERRED = ['chosen', 'conversation_a'];

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

/** By how the name is made; undefined where it says nothing. */
export function patternRole(column: string, names: readonly string[]): ColumnRole | undefined {
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

/** A model's thoughts or a judge's grounds: `reasoning`, `gpt_reasoning`, `reasoning_text`. */
export function isReasoning(column: string): boolean {
  return /(?:^|_)reasoning(?:_|$)/i.test(column);
}

/** The bank field that a column becomes. */
export function describeRole(role: ColumnRole): string {
  if (role.kind === 'position') return `scored.scores.${role.model}.${role.value}`;
  if (role.kind === 'ruling') return `scored.compliance.<model>.${role.judge}`;
  if (role.kind === 'topic') return `topics: ${role.topic}`;
  if (role.kind === 'material') return role.stands === 'before' ? 'beginning of query' : 'end of query';
  if (role.kind === 'answer') return `answer of ${role.model}`;
  if (role.kind === 'model') return 'scored.compliance.<model>';
  return role.kind === 'chunk' || role.kind === 'entry' || role.kind === 'queryKey' ? 'id' : role.kind;
}
