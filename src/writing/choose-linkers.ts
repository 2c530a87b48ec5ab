// Who links: reading a few clauses is easy work, so the cheapest of the config's judges does it, and one of another vendor where it doubts.
import { UserError } from '../core/errors.ts';
import type { ModelRef } from '../models/model.ts';
import { priceOf, type PriceOverrides } from '../models/cost/prices.ts';

/** A link question costs about these: what models are compared by. */
const USUAL = { input: 3000, output: 250 };

/**
 * The cheapest of `known` by listed price, and after it the cheapest at another origin (or the next cheapest, where there is
 * no other). Models without a price come last. `names` chooses instead: one id or two.
 * @throws UserError for a name that is not among `known`.
 */
export function chooseLinkers(
  known: readonly ModelRef[],
  { prices, names }: { readonly prices: PriceOverrides; readonly names?: readonly string[] | undefined },
): readonly [ModelRef, ...ModelRef[]] {
  if (names !== undefined && names.length > 0) {
    const [first, ...others] = names.map((id) => {
      const ref = known.find((one) => one.id === id);
      if (ref !== undefined) return ref;
      throw new UserError({
        message: `no model ${id} in the config`,
        hint: `The config names ${known.map((one) => one.id).join(', ')}.`,
      });
    });
    return [first!, ...others];
  }
  const cheapest = [...known].sort((a, b) => usualCost(a, prices) - usualCost(b, prices));
  const [first] = cheapest;
  if (first === undefined) throw new Error('nobody to link with');
  const others = cheapest.filter((ref) => ref.id !== first.id);
  const second = others.find(({ origin }) => origin !== first.origin) ?? others[0];
  return second === undefined ? [first] : [first, second];
}

function usualCost(ref: ModelRef, prices: PriceOverrides): number {
  const price = priceOf(ref, prices);
  return price === 'unknown' ? Infinity : USUAL.input * price.input + USUAL.output * price.output;
}
