// What a call costs. A price that is not known is `unknown`, never 0.
import { isLive } from '../provider-kind.ts';
import type { ModelRef, Usage } from '../model.ts';
import { providerName } from '../model-id.ts';
import { PRICE_TABLE, type Price } from './price-table.ts';

/** US dollars, or that nobody knows. */
export type Cost = number | 'unknown';

/** `provider/model` to price: the configuration's own. */
export type PriceOverrides = Readonly<Record<string, Price>>;

export const FREE: Price = { input: 0, output: 0 };

/** What stands in prices for all models of a provider. */
export function everyModelOf(provider: string): string {
  return `${provider}/*`;
}

/**
 * The price of a model: the configuration's (its own, else its provider's), else the table's for the origin that is paid.
 * Offline models cost nothing.
 */
export function priceOf(ref: ModelRef, overrides: PriceOverrides = {}): Price | 'unknown' {
  for (const name of [ref.id, everyModelOf(providerName(ref))]) {
    if (Object.hasOwn(overrides, name)) return overrides[name]!;
  }
  if (!isLive(ref)) return FREE;
  const prices = Object.hasOwn(PRICE_TABLE, ref.origin) ? PRICE_TABLE[ref.origin]! : {};
  const name = ref.model.replace(/-(\d{8}|\d{4}-\d{2}-\d{2})$/, '');
  return Object.hasOwn(prices, name) ? prices[name]! : 'unknown';
}

/**
 * US dollars of some usage.
 *
 * @example 1,000,000 input tokens, 800,000 of them cached, and 10,000 output tokens at {input 3, cachedInput 0.3,
 * output 15}: 0.2 x 3 + 0.8 x 0.3 + 0.01 x 15 = 0.99.
 */
export function costOf(usage: Usage, price: Price | 'unknown'): Cost {
  if (price === 'unknown') return 'unknown';
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
  const fresh = Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens);
  const millionths =
    fresh * price.input +
    cachedInputTokens * (price.cachedInput ?? price.input) +
    cacheWriteTokens * (price.cacheWrite ?? price.input) +
    outputTokens * price.output;
  return millionths / 1_000_000;
}

/** The sum, unknown as soon as one part is. */
export function addCosts(costs: readonly Cost[]): Cost {
  return costs.reduce<Cost>((sum, cost) => (sum === 'unknown' || cost === 'unknown' ? 'unknown' : sum + cost), 0);
}
