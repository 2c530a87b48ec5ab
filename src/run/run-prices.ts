// What a run's calls cost: half in a batch, and nothing that has no price where dollars are limited.
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import { BATCH_SHARE } from '../models/batch/batched-model.ts';
import type { Price } from '../models/cost/price-table.ts';
import { priceOf } from '../models/cost/prices.ts';
import type { Project } from './load-project.ts';

/** What the same tokens cost in a batch. */
export function inBatch(price: Price | 'unknown'): Price | 'unknown' {
  if (price === 'unknown') return price;
  const { input, output, cachedInput, cacheWrite } = price;
  const half = (usd: number | undefined): number | undefined => (usd === undefined ? undefined : usd * BATCH_SHARE);
  return {
    input: input * BATCH_SHARE,
    output: output * BATCH_SHARE,
    ...whereDefined({ cachedInput: half(cachedInput), cacheWrite: half(cacheWrite) }),
  };
}

export function unknownPrices({ config, panel }: Project): UserError {
  const refs = [
    ...panel.models.map(({ ref }) => ref),
    ...panel.judges,
    ...(panel.classifier === undefined ? [] : [panel.classifier]),
  ];
  const unpriced = [...new Set(refs.filter((ref) => priceOf(ref, config.prices) === 'unknown').map(({ id }) => id))];
  return new UserError(
    unpriced.map((id) => ({
      message: `${id}: no price is known, so the dollar budget could not hold`,
      hint: `add prices: { ${id}: { input: ..., output: ... } } in US dollars per million tokens, or set budget.allowUnknownPrices: true`,
    })),
  );
}
