// Arize Phoenix's experiments: the JSON and the CSV that its server exports, and what `run_experiment()` returns.
import { whereDefined } from '../../core/where-defined.ts';
import { saysError } from '../answers/answer-text.ts';
import {
  membersOf,
  objectsIn,
  structured,
  wordIn,
  type ExperimentItem,
  type Fields,
  type ItemScore,
  type ReadItems,
} from './experiment-item.ts';

const SCORE = /^annotation_(?<name>.+)_score$/;

/** A run of an example, its evaluations as a list (JSON) or in columns (CSV). */
export function phoenixRun(columns: readonly string[]): ReadItems | undefined {
  if (!['example_id', 'repetition_number', 'latency_ms'].every((column) => columns.includes(column))) return undefined;
  const names = columns.flatMap((column) => SCORE.exec(column)?.groups?.['name'] ?? []);
  return (fields) => {
    const inColumns = names.map((name) => {
      const cell = (what: string): unknown => fields[`annotation_${name}_${what}`];
      return scoreIn(name, { score: cell('score'), label: cell('label'), error: cell('error') });
    });
    const inList = objectsIn(fields['annotations']).map((one) => scoreIn(String(one['name']), one));
    const metadata = membersOf(structured(fields['metadata']));
    return [
      {
        ...runIn(fields, wordIn(fields['example_id'])),
        ...whereDefined({ group: wordIn(metadata['group']) }),
        asked: structured(fields['input']),
        scores: [...inColumns, ...inList],
      },
    ];
  };
}

/** What `run_experiment()` returned, with the runs and their evaluations in two lists; what was asked is in neither. */
export function phoenixExperiment(value: unknown): readonly ExperimentItem[] | undefined {
  const { task_runs: runs, evaluation_runs: evaluations } = membersOf(value);
  if (!Array.isArray(runs) || !Array.isArray(evaluations)) return undefined;
  const ofRun = new Map<unknown, Fields[]>();
  for (const one of objectsIn(evaluations)) {
    const own = ofRun.get(one['experiment_run_id']);
    if (own === undefined) ofRun.set(one['experiment_run_id'], [one]);
    else own.push(one);
  }
  return objectsIn(runs).map((run) => ({
    ...runIn(run, wordIn(run['dataset_example_id'])),
    asked: undefined,
    scores: (ofRun.get(run['id']) ?? []).flatMap((one) =>
      resultsOf(one).map((result) =>
        scoreIn(String(result['name'] ?? one['name']), { ...result, error: one['error'] }),
      ),
    ),
  }));
}

/** One evaluator may give several; one that failed gives none, and has a name all the same. */
function resultsOf({ result }: Fields): readonly Fields[] {
  return Array.isArray(result) ? objectsIn(result) : [membersOf(result)];
}

function runIn(run: Fields, id: string | undefined): ExperimentItem {
  return {
    ...whereDefined({ id, replicate: wordIn(run['repetition_number']) }),
    asked: undefined,
    answer: structured(run['output']),
    isFailed: saysError(run['error']),
    scores: [],
  };
}

/** An evaluator that only labels has no score. */
function scoreIn(name: string, { score, label, error }: Fields): ItemScore {
  return { name, value: saysError(error) ? undefined : (score ?? label) };
}
