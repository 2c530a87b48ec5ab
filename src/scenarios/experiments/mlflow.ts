// The table of MLflow's `genai.evaluate()`: a row for each trace, a column `correctness/value` for each scorer.
import { whereDefined } from '../../core/where-defined.ts';
import { structured, wordIn, type ReadItems } from './experiment-item.ts';

const VALUE = '/value';

/** The id is the trace's, another one every time. A state that is not `OK` is no answer; scorers score it all the same. */
export function mlflowTable(columns: readonly string[]): ReadItems | undefined {
  const scores = columns.filter((column) => column.endsWith(VALUE));
  if (scores.length === 0 || !['trace_id', 'state', 'request'].every((column) => columns.includes(column)))
    return undefined;
  return (fields) => [
    {
      ...whereDefined({ run: wordIn(fields['trace_id']) }),
      asked: structured(fields['request']),
      answer: structured(fields['response']),
      isFailed: fields['state'] !== 'OK',
      scores: scores.map((column) => ({ name: column.slice(0, -VALUE.length), value: fields[column] })),
    },
  ];
}
