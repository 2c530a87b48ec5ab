// What is told of a provider's batch while a command waits for it.
import type { BatchEvent } from '../../models/batch/batch-ports.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { name, say, type Sentence } from '../../render/sentence.ts';

/** The batch's id is the provider's word, and untrusted. */
export function writeBatch(event: BatchEvent): Sentence {
  const batch = say`batch ${name(event.batch)}`;
  const calls = plural(event.calls, 'call');
  switch (event.kind) {
    case 'submitted':
      return say`${batch}: ${calls} submitted; this may take hours, and may be ended and run again meanwhile`;
    case 'resumed':
      return say`${batch}: ${calls} submitted earlier, waited for`;
    case 'over':
      return say`${batch}: ${count(event.answered)} of ${calls} answered`;
    case 'left':
      return say`${batch}: ${calls} out; the next run collects them`;
    default:
      return event satisfies never;
  }
}
