// The rows of Azure AI evaluation's `evaluate()`: `inputs.query`, `outputs.relevance.relevance_result`.
import { columnsBelow, type ReadItems } from './experiment-item.ts';

/** Evaluators say these beside their score, in columns of their own. */
const BESIDE = /_(?:reason|properties|threshold|status|details|error_message)$/;
/** What came of the question is in the inputs, too. */
const ANSWER = /^(?:response|answer|output)$/;

export function azureEvaluationRow(columns: readonly string[]): ReadItems | undefined {
  const scores = columns.filter((column) => /^outputs\..+\../.test(column) && !BESIDE.test(column));
  const isOwn = columns.every((column) => /^(?:(?:inputs|outputs)\.|line_number$)/.test(column));
  if (!isOwn || scores.length === 0) return undefined;
  return (fields) => {
    const inputs = Object.entries(columnsBelow(fields, 'inputs.'));
    return [
      {
        asked: Object.fromEntries(inputs.filter(([name]) => !ANSWER.test(name))),
        answer: inputs.find(([name]) => ANSWER.test(name))?.[1],
        isFailed: false,
        scores: scores.map((column) => ({ name: column.slice('outputs.'.length), value: fields[column] })),
      },
    ];
  };
}
