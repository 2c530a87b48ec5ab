// The output items of a run on OpenAI's Evals API, as `evals.runs.output_items.list` gives them.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, objectsIn, wordIn, type ExperimentItem, type ReadItems } from './experiment-item.ts';
import { saysError } from '../answers/answer-text.ts';

/** What a grader's name ends in: an id of its own in each eval. */
const OWN_ID = /-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const VERDICTS: ReadonlyMap<unknown, ExperimentItem['verdict']> = new Map([
  ['pass', 'passed'],
  ['passed', 'passed'],
  ['fail', 'failed'],
  ['failed', 'failed'],
]);

/** The item passes where all graders pass; a status of any other word says that it did not run. */
export function openAiEvalsItem(columns: readonly string[]): ReadItems | undefined {
  if (!['datasource_item_id', 'results', 'sample'].every((column) => columns.includes(column))) return undefined;
  return (fields) => {
    const sample = membersOf(fields['sample']);
    const verdict = VERDICTS.get(fields['status']);
    return [
      {
        ...whereDefined({ id: wordIn(fields['datasource_item_id']), model: wordIn(sample['model']), verdict }),
        counts: true,
        asked: fields['datasource_item'],
        answer: sample['output'],
        isFailed: verdict === undefined || saysError(sample['error']),
        scores: objectsIn(fields['results']).map(({ name, passed, score }) => ({
          name: String(name).replace(OWN_ID, ''),
          value: passed ?? score,
        })),
      },
    ];
  };
}
