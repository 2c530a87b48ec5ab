// LangSmith's experiments: the data frame of `evaluate()`, its results one by one, and the runs that its client lists.
import { whereDefined } from '../../core/where-defined.ts';
import { saysError } from '../answers/answer-text.ts';
import {
  columnsBelow,
  membersOf,
  objectsIn,
  wordIn,
  type ExperimentItem,
  type Fields,
  type ItemScore,
  type ReadItems,
} from './experiment-item.ts';

/** `to_pandas()`: a column for each field of the inputs and outputs and for each evaluator; `id` is the run's, another one every time. */
export function langSmithTable(columns: readonly string[]): ReadItems | undefined {
  const isOwn =
    columns.includes('example_id') && columns.some((column) => /^(?:inputs|outputs|feedback)\./.test(column));
  if (!isOwn) return undefined;
  return (fields) => [
    {
      ...whereDefined({ id: wordIn(fields['example_id']), run: wordIn(fields['id']) }),
      asked: columnsBelow(fields, 'inputs.'),
      answer: present(columnsBelow(fields, 'outputs.')),
      isFailed: saysError(fields['error']),
      scores: Object.entries(columnsBelow(fields, 'feedback.')).map(([name, value]) => ({ name, value })),
    },
  ];
}

/** A failed run's outputs are a column that all the others leave empty. */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}

/** What `evaluate()` yields: `{"run": {...}, "example": {...}, "evaluation_results": {"results": [...]}}`. */
export function langSmithResult(columns: readonly string[]): ReadItems | undefined {
  if (!['run', 'example', 'evaluation_results'].every((column) => columns.includes(column))) return undefined;
  return (fields) => {
    const example = membersOf(fields['example']);
    const results = objectsIn(membersOf(fields['evaluation_results'])['results']);
    const scores = results.map(({ key, score, value }) => ({ name: String(key), value: score ?? value }));
    const group = wordIn(membersOf(example['metadata'])['group']);
    return [{ ...runIn(membersOf(fields['run'])), asked: example['inputs'], scores, ...whereDefined({ group }) }];
  };
}

/** `client.list_runs()`. A step within a run has no example: it is a part of the run above it. */
export function langSmithRun(columns: readonly string[]): ReadItems | undefined {
  if (!['reference_example_id', 'run_type', 'inputs'].every((column) => columns.includes(column))) return undefined;
  return (fields) => (wordIn(fields['reference_example_id']) === undefined ? [] : [runIn(fields)]);
}

/** `client.get_experiment_results()`: examples, each with its runs. */
export function langSmithExample(columns: readonly string[]): ReadItems | undefined {
  if (!['id', 'inputs', 'runs', 'dataset_id'].every((column) => columns.includes(column))) return undefined;
  return (fields) =>
    objectsIn(fields['runs']).map((run) => ({
      ...runIn(run),
      ...whereDefined({ id: wordIn(fields['id']) }),
      asked: fields['inputs'],
    }));
}

function runIn(run: Fields): ExperimentItem {
  const experiment = wordIn(run['session_name']) ?? wordIn(run['session_id']);
  return {
    ...whereDefined({ id: wordIn(run['reference_example_id']), experiment, run: wordIn(run['id']) }),
    asked: run['inputs'],
    answer: run['outputs'],
    isFailed: saysError(run['error']) || run['status'] === 'error',
    scores: Object.entries(membersOf(run['feedback_stats'])).map(([name, stats]) => scoreOf(name, membersOf(stats))),
  };
}

/** Of a number the mean, of words the only one. */
function scoreOf(name: string, { avg, values }: Fields): ItemScore {
  const words = Object.keys(membersOf(values));
  return { name, value: avg ?? (words.length === 1 ? words[0] : undefined) };
}
