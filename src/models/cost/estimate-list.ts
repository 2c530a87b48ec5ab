// What a list of requests will cost, in the order they are made: beginnings that a prompt cache serves are paid in full once.
import type { CompletionRequest } from '../model.ts';
import { createUsageMeter } from './cached-prefix.ts';
import { addCosts, costOf, priceOf, type Cost, type PriceOverrides } from './prices.ts';

/** US dollars, for prompts at four characters a token and replies of so many tokens. */
export function estimateList(
  calls: readonly { readonly request: CompletionRequest; readonly outputTokens: number }[],
  prices: PriceOverrides,
): Cost {
  const meter = createUsageMeter();
  return addCosts(
    calls.map(({ request, outputTokens }) =>
      costOf({ ...meter(request), outputTokens }, priceOf(request.model, prices)),
    ),
  );
}
