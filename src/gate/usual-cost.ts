// What planned calls will cost: prompts as they are, answers of usual length.
import type { PlannedCall } from '../evaluation/plan.ts';
import { estimateList } from '../models/cost/estimate-list.ts';
import type { Cost, PriceOverrides } from '../models/cost/prices.ts';

/** Tokens of an answer of usual length: what estimates are made with. Budgets set aside the most an answer may have. */
export const USUAL_OUTPUT: Readonly<Record<PlannedCall['purpose'], number>> = {
  respond: 500,
  classify: 200,
  judge: 250,
};

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
