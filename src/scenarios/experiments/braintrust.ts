// Braintrust's experiments: the results of `Eval()`, and the events that its API fetches.
import { whereDefined } from '../../core/where-defined.ts';
import { saysError } from '../answers/answer-text.ts';
import { membersOf, structured, wordIn, type ReadItems } from './experiment-item.ts';

/** An event's own id is another one in every experiment; what outlives them is the row of the data set that it came from. */
export function braintrustRow(columns: readonly string[]): ReadItems | undefined {
  if (!['input', 'output', 'expected', 'scores', 'metadata'].every((column) => columns.includes(column)))
    return undefined;
  return (fields) => {
    // A step of an item has scores of its own kind.
    if (fields['is_root'] === false) return [];
    const scores = Object.entries(membersOf(structured(fields['scores']))).map(([name, value]) => ({ name, value }));
    const id = wordIn(membersOf(structured(fields['origin']))['id']);
    const group = wordIn(membersOf(structured(fields['metadata']))['group']);
    return [
      {
        ...whereDefined({ id, group, run: wordIn(fields['id']) }),
        asked: structured(fields['input']),
        answer: structured(fields['output']),
        isFailed: saysError(fields['error']),
        scores,
      },
    ];
  };
}
