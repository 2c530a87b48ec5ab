// Requests that begin alike follow each other, so that a provider's prompt cache serves them.
import { keptBeginnings } from '../../models/cost/cached-prefix.ts';
import type { Completion, CompletionRequest } from '../../models/model.ts';
import { prefixName } from '../../models/shared-prefix.ts';

/** Asks for a request, in the order of priorities: lower ones first. */
export type Prioritised = (priority: number) => Promise<Completion>;

export type PrefixOrder = (request: CompletionRequest, ask: Prioritised) => Promise<Completion>;

/** Of requests that share no beginning: before all groups, whose ranks begin with 0. */
const UNSHARED = -1;

/**
 * The first request of each shared beginning is asked alone, and the others after it; groups go in the order in which
 * they first came. Where groups share a beginning that is kept by itself, the very first request goes before them all: a
 * beginning that many ask at once is paid for, and written, by each of them.
 */
export function createPrefixOrder(): PrefixOrder {
  const ranks = new Map<string, number>();
  const warm = new Map<string, Promise<unknown>>();

  const askBehind = async (beginnings: readonly string[], ask: () => Promise<Completion>): Promise<Completion> => {
    const [outer, ...inner] = beginnings;
    if (outer === undefined) return ask();
    const known = warm.get(outer);
    if (known !== undefined) {
      await known;
      return askBehind(inner, ask);
    }
    const first = askBehind(inner, ask);
    // If the first call fails the cache is not warm, but the others go on.
    warm.set(
      outer,
      first.catch(() => undefined),
    );
    return first;
  };

  return async (request, ask) => {
    const name = prefixName(request);
    if (name === undefined) return ask(UNSHARED);
    const rank = ranks.get(name) ?? ranks.size;
    ranks.set(name, rank);
    const shorter = keptBeginnings(request).map((beginning) => beginning.name);
    return askBehind([...new Set([...shorter, name])], () => ask(rank));
  };
}

/** For batches, which warm nothing: all as they come. */
export const UNORDERED: PrefixOrder = (_, ask) => ask(UNSHARED);
