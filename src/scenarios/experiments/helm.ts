// A run of HELM: `per_instance_stats.json` scores the instances that `scenario_state.json` asks.
import { whereDefined } from '../../core/where-defined.ts';
import { membersOf, objectsIn, wordIn, type ExperimentItem, type Fields, type ReadItems } from './experiment-item.ts';

/** A row of `per_instance_stats.json`; what was asked stands beside it only. */
export function helmInstance(columns: readonly string[]): ReadItems | undefined {
  if (!['instance_id', 'train_trial_index', 'stats'].every((column) => columns.includes(column))) return undefined;
  return (fields) => [
    {
      ...placeOf(fields['instance_id'], fields),
      asked: undefined,
      isFailed: false,
      scores: objectsIn(fields['stats']).flatMap(({ name, count, mean, sum }) =>
        count === 0 ? [] : [{ name: String(membersOf(name)['name']), value: mean ?? sum }],
      ),
    },
  ];
}

/** What was asked and answered, from `scenario_state.json`; undefined for a value that is none. */
export function helmState(value: unknown): readonly ExperimentItem[] | undefined {
  const { adapter_spec: adapter, request_states: states } = membersOf(value);
  if (!Array.isArray(states) || !('model' in membersOf(adapter))) return undefined;
  const model = wordIn(membersOf(adapter)['model']);
  return objectsIn(states).map((state) => {
    const instance = membersOf(state['instance']);
    // The instance's own text is without the instructions and the choices that it was asked with.
    const [request, result] = [membersOf(state['request']), membersOf(state['result'])];
    // Where each possible answer is weighed apart, or several are asked for at once, none is the model's.
    const isWeighed = state['reference_index'] !== undefined && state['reference_index'] !== null;
    const [first] = isWeighed ? [] : objectsIn(result['completions']);
    return {
      ...placeOf(instance['id'], { ...state, perturbation: instance['perturbation'] }),
      ...whereDefined({ model }),
      asked: request['messages'] ?? request['prompt'] ?? membersOf(instance['input'])['text'],
      answer: first?.['text'],
      isFailed: result['success'] === false,
      scores: [],
    };
  });
}

/** A run's items: the scores of all instances that were asked, with what is known of them. */
export function helmItems(
  state: readonly ExperimentItem[],
  scored: readonly ExperimentItem[],
): readonly ExperimentItem[] {
  const key = ({ id, replicate }: ExperimentItem): string => JSON.stringify([id, replicate]);
  const asked = new Map(state.map((item) => [key(item), item]));
  const scores = new Map(scored.map((item) => [key(item), item]));
  const known = [...scores.values()].map((item) => ({ ...item, ...asked.get(key(item)), scores: item.scores }));
  return [...known, ...[...asked.values()].filter((item) => !scores.has(key(item)))];
}

/** An instance under a perturbation is another scenario than without. */
function placeOf(
  id: unknown,
  { perturbation, train_trial_index: trial }: Fields,
): Pick<ExperimentItem, 'id' | 'replicate'> {
  const name = wordIn(membersOf(perturbation)['name']);
  const own = wordIn(id);
  const full = own !== undefined && name !== undefined ? `${own}/${name}` : own;
  return whereDefined({ id: full, replicate: wordIn(trial) });
}
