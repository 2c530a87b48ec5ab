// A model whose calls go in batches, except the first of each form: that one is sent alone, since what it shows of the
// server helps all others.
import type { Completion, Model } from '../model.ts';
import type { Batches } from './batches.ts';

export interface BatchedModel extends Model {
  /** Whether an answer came in a batch, and so for half the price. */
  cameInBatch(completion: Completion): boolean;
}

/** Half of the usual price, at both vendors. */
export const BATCH_SHARE = 0.5;

/** Calls without a name go alone: a batch cannot tell them from others like them. */
export function createBatchedModel(model: Model, batches: Batches): BatchedModel {
  const firsts = new Map<string, Promise<unknown>>();
  const batched = new WeakSet<Completion>();
  return {
    ref: model.ref,
    cameInBatch: (completion) => batched.has(completion),
    complete: async (request, options) => {
      const { name } = options;
      if (name === undefined) return model.complete(request, options);
      const form = request.format?.name ?? '';
      const first = firsts.get(form);
      if (first === undefined && !batches.holds(name)) {
        const alone = model.complete(request, options);
        // The others are sent however the first one ends.
        firsts.set(
          form,
          alone.catch(() => undefined),
        );
        return alone;
      }
      await first;
      const completion = await model.complete(request, { ...options, inBatch: batches.ask });
      batched.add(completion);
      return completion;
    },
  };
}
