// Langfuse's experiments: the items that its API lists, and the results that its SDK's `run_experiment()` gives.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, objectsIn, wordIn, type Fields, type ItemScore, type ReadItems } from './experiment-item.ts';

/** `GET /experiment-items`, in the names of the wire or of the Python SDK. */
export function langfuseItem(columns: readonly string[]): ReadItems | undefined {
  const own = ['experimentItemId', 'experiment_item_id'].find((column) => columns.includes(column));
  if (own === undefined) return undefined;
  return (fields) => {
    const experiment = wordIn(fields['experimentName'] ?? fields['experiment_name']);
    const metadata = membersOf(fields['experimentItemMetadata'] ?? fields['experiment_item_metadata']);
    return [
      {
        ...whereDefined({
          id: wordIn(fields[own]),
          experiment,
          run: wordIn(fields['id']),
          group: wordIn(metadata['group']),
        }),
        asked: fields['input'],
        answer: fields['output'],
        isFailed: fields['level'] === 'ERROR',
        scores: objectsIn(fields['scores']).map(scoreIn),
      },
    ];
  };
}

/** `ExperimentItemResult`; the SDK leaves items whose task failed out of them. An item of a data set has an id, a local one may have none. */
export function langfuseResult(columns: readonly string[]): ReadItems | undefined {
  if (!['item', 'output', 'evaluations'].every((column) => columns.includes(column))) return undefined;
  return (fields) => {
    const item = membersOf(fields['item']);
    const { metadata } = item;
    return [
      {
        ...whereDefined({
          id: wordIn(item['id']),
          run: wordIn(fields['trace_id']),
          group: wordIn(membersOf(metadata)['group']),
        }),
        asked: item['input'],
        answer: fields['output'],
        isFailed: false,
        scores: objectsIn(fields['evaluations']).map(scoreIn),
      },
    ];
  };
}

/** Of a category the word; a number stands beside it. */
function scoreIn(score: Fields): ItemScore {
  const words = score['stringValue'] ?? score['string_value'];
  const isCategory = (score['dataType'] ?? score['data_type']) === 'CATEGORICAL' && typeof words === 'string';
  return { name: String(score['name']), value: isCategory ? words : score['value'] };
}
