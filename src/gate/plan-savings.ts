// What a round saves, and why: stored answers, judges that need not be asked, and prompt caches.
import type { PlannedCall } from '../evaluation/plan.ts';
import type { Cost, PriceOverrides } from '../models/cost/prices.ts';
import type { Saving } from '../report/terminal/plan.ts';
import { estimateCosts, estimateUncached } from './usual-cost.ts';

/** The savings of a round above zero, each counted after those before it. */
export function listSavings(calls: readonly PlannedCall[], prices: PriceOverrides): readonly Saving[] {
  const stored = calls.filter((call) => call.stored);
  const spared = calls.filter((call) => !call.stored && call.optional);
  const toMake = calls.filter((call) => !call.stored && !call.optional);
  const savings: readonly Saving[] = [
    { by: 'store', calls: stored.length, usd: estimateCosts(stored, prices) },
    { by: 'agreeing-judges', calls: spared.length, usd: estimateCosts(spared, prices) },
    { by: 'prompt-caches', calls: 0, usd: minus(estimateUncached(toMake, prices), estimateCosts(toMake, prices)) },
  ];
  return savings.filter((saving) => saving.calls > 0 || (saving.usd !== 'unknown' && saving.usd >= LEAST_USD));
}

/** Smaller savings are not mentioned. */
export const LEAST_USD = 0.005;

function minus(one: Cost, other: Cost): Cost {
  return one === 'unknown' || other === 'unknown' ? 'unknown' : one - other;
}
