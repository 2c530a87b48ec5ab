// What is told of a provider's batch while a command waits for it.
import type { BatchEvent } from '../../models/batch/batches.ts';
import { plural } from '../../render/format-numbers.ts';

export function describeBatch(event: BatchEvent): string {
  const { batch, calls } = event;
  switch (event.kind) {
    case 'submitted':
      return `batch ${batch}: ${plural(calls, 'call')} submitted; this may take hours, and may be ended and run again meanwhile`;
    case 'resumed':
      return `batch ${batch}: ${plural(calls, 'call')} submitted earlier, waited for`;
    case 'over':
      return `batch ${batch}: ${event.answered} of ${plural(calls, 'call')} answered`;
    case 'left':
      return `batch ${batch}: ${plural(calls, 'call')} out; the next run collects them`;
    default:
      return event satisfies never;
  }
}
