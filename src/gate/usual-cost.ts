// What planned calls will cost: prompts as they are, answers of usual length.
import type { PlannedCall } from '../evaluation/plan.ts';
import { estimateList } from '../models/cost/estimate-list.ts';
import { worstUsage } from '../models/cost/estimate-cost.ts';
import { addCosts, costOf, priceOf, type Cost, type PriceOverrides } from '../models/cost/prices.ts';

/**
 * Tokens of an answer of usual length, what some models think before it included: what estimates are made with (the means of
 * `npm run bench:real-changes -- --spending`). Budgets set aside the most an answer may have.
 */
export const USUAL_OUTPUT: Readonly<Record<PlannedCall['purpose'], number>> = {
  respond: 600,
  classify: 200,
  judge: 280,
};

/** Share of answers on which the judges who are asked first part, so that another is asked. */
const USUAL_PARTING = 0.2;

/** As `estimateCosts`, with judges who part as often as they usually do. */
export function usualCost(
  calls: readonly Pick<PlannedCall, 'request' | 'purpose' | 'optional'>[],
  prices: PriceOverrides,
  estimate = estimateCosts,
): Cost {
  const [least, most] = [calls.filter(({ optional }) => !optional), calls].map((some) => estimate(some, prices));
  if (typeof least !== 'number' || typeof most !== 'number') return 'unknown';
  return least + USUAL_PARTING * (most - least);
}

/** US dollars for calls in the order they are made: prompts at four characters a token, answers of usual length, prompt caches. */
export function estimateCosts(
  calls: readonly Pick<PlannedCall, 'request' | 'purpose'>[],
  prices: PriceOverrides,
): Cost {
  return estimateList(
    calls.map(({ request, purpose }) => ({ request, outputTokens: USUAL_OUTPUT[purpose] })),
    prices,
  );
}

/** The same without prompt caches: nobody knows what they serve of a batch, whose calls are made in any order. */
export function estimateUncached(
  calls: readonly Pick<PlannedCall, 'request' | 'purpose'>[],
  prices: PriceOverrides,
): Cost {
  return addCosts(
    calls.map(({ request, purpose }) =>
      costOf({ ...worstUsage(request), outputTokens: USUAL_OUTPUT[purpose] }, priceOf(request.model, prices)),
    ),
  );
}
