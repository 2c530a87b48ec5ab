// The table of Ragas' `evaluate()`: the sample's columns, and one for each metric.
import { structured, type ReadItems } from './experiment-item.ts';

/** What a sample consists of; every other column is a metric's. */
const SAMPLE: ReadonlySet<string> = new Set([
  '',
  'index',
  'user_input',
  'response',
  'reference',
  'retrieved_contexts',
  'reference_contexts',
  'retrieved_context_ids',
  'reference_context_ids',
  'multi_responses',
  'rubrics',
  'rubric',
  'reference_tool_calls',
  'reference_topics',
  'persona_name',
  'query_style',
  'query_length',
  'synthesizer_name',
]);

/** Columns that Ragas never writes: whoever has one keeps a table of their own, which is read by its columns. */
const OF_ANOTHER_TABLE =
  /^(?:id|key|scenario|scenario_id|model|model_id|model_name|replicate|draw|repetition|epoch|sample|compliant|problematic|clauses|topics|system_prompt)$/i;

/** Samples have no ids: they are told by what is asked. */
export function ragasTable(columns: readonly string[]): ReadItems | undefined {
  const metrics = columns.filter((column) => !SAMPLE.has(column));
  const isOwn =
    columns.includes('user_input') &&
    columns.some((column) => column === 'response' || column === 'retrieved_contexts');
  if (!isOwn || metrics.length === 0 || metrics.some((column) => OF_ANOTHER_TABLE.test(column))) return undefined;
  return (fields) => [
    {
      asked: structured(fields['user_input']),
      answer: fields['response'],
      isFailed: false,
      scores: metrics.map((name) => ({ name, value: fields[name] })),
    },
  ];
}
