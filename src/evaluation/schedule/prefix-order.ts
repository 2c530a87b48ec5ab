// Requests that begin alike follow each other, so that a provider's prompt cache serves them.
import type { Completion, CompletionRequest } from '../../models/model.ts';
import { prefixName } from '../../models/shared-prefix.ts';

/** Asks for a request, in the order of priorities: lower ones first. */
export type Prioritised = (priority: number) => Promise<Completion>;

export type PrefixOrder = (request: CompletionRequest, ask: Prioritised) => Promise<Completion>;

/** Of requests that share no beginning: before all groups, whose ranks begin with 0. */
const UNSHARED = -1;

/**
 * The first request of each shared beginning is asked alone, and the others after it; groups go in the order in which
 * they first came.
 */
export function createPrefixOrder(): PrefixOrder {
  const groups = new Map<string, { readonly rank: number; readonly warm: Promise<unknown> }>();
  return async (request, ask) => {
    const name = prefixName(request);
    if (name === undefined) return ask(UNSHARED);
    const group = groups.get(name);
    if (group !== undefined) {
      await group.warm;
      return ask(group.rank);
    }
    const rank = groups.size;
    const first = ask(rank);
    // If the first call fails the cache is not warm, but the others go on.
    groups.set(name, { rank, warm: first.catch(() => undefined) });
    return first;
  };
}

/** For batches, which warm nothing: all as they come. */
export const UNORDERED: PrefixOrder = (_, ask) => ask(UNSHARED);
