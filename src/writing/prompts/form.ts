// What kind of message a writer is asked for: left to themselves, models write the same kind every time.
import type { Json } from '../../core/canonical-json.ts';
import { createRandom } from '../../core/random.ts';

const LENGTHS = ['one or two sentences', 'a short paragraph', 'a short paragraph', 'two paragraphs with details'];
const WISHES = [
  'asks for advice on what to do',
  'asks for a text to be written',
  'asks for an explanation or facts',
  'gives a task to carry out',
  'asks for a plan, step by step',
  'asks for feedback on something of their own',
];

/** Length and wish of the message about one item, chosen by its name. */
export function formOf(item: string): Json {
  const random = createRandom(`form ${item}`);
  return { length: LENGTHS[random.below(LENGTHS.length)]!, wish: WISHES[random.below(WISHES.length)]! };
}
