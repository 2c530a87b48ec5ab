// What a run paid for: by model and by what was asked, and how much of the input the prompt caches served.
import type { WireRequest } from '../../__tests__/support/provider-servers.ts';
import { PRICE_TABLE, type Price } from '../../src/models/cost/price-table.ts';
import { costOf } from '../../src/models/cost/prices.ts';
import type { Billed } from './billing.ts';

export interface Spent {
  readonly purpose: string;
  readonly model: string;
  readonly calls: number;
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** US dollars, at listed prices. */
  readonly usd: number;
}

export interface Spending {
  readonly add: (request: WireRequest, billed: Billed) => void;
  readonly list: () => readonly Spent[];
}

/** What spare capacity costs of the usual price, and what batches do. */
const FLEX_SHARE = 0.5;
const BATCH_SHARE = 0.5;

/** How calls are paid: one by one, or in batches, of which no vendor says that a cache serves them. */
export type BilledHow = 'single' | 'batches';

export function createSpending(how: BilledHow = 'single'): Spending {
  const spent = new Map<string, Spent>();
  return {
    add: ({ protocol, model, messages, body }, billed) => {
      const prompt = messages.map(({ content }) => content).join('\n');
      const purpose = /\n\(([a-z-]+)@\d+\)/.exec(prompt)?.[1] ?? 'respond';
      const name = `${purpose}\n${model}`;
      const known = spent.get(name);
      const { cached, cacheWrite } = how === 'batches' ? { cached: 0, cacheWrite: 0 } : billed;
      const usd = costOf(
        {
          inputTokens: billed.input,
          cachedInputTokens: cached,
          cacheWriteTokens: cacheWrite,
          outputTokens: billed.output,
        },
        priceAt(protocol, model),
      ) as number;
      const paid = shareOf(how, body['service_tier'] === 'flex') * usd;
      spent.set(name, {
        purpose,
        model,
        calls: (known?.calls ?? 0) + 1,
        input: (known?.input ?? 0) + billed.input,
        cached: (known?.cached ?? 0) + cached,
        cacheWrite: (known?.cacheWrite ?? 0) + cacheWrite,
        output: (known?.output ?? 0) + billed.output,
        usd: (known?.usd ?? 0) + paid,
      });
    },
    list: () => [...spent.values()].sort((a, b) => b.usd - a.usd),
  };
}

/** Spare capacity is not asked in batches. */
function shareOf(how: BilledHow, isFlex: boolean): number {
  if (how === 'batches') return BATCH_SHARE;
  return isFlex ? FLEX_SHARE : 1;
}

function priceAt(protocol: WireRequest['protocol'], model: string): Price {
  return PRICE_TABLE[`https://api.${protocol}.com`]![model]!;
}

/** Of the input of these, the share that a cache served. */
export function cachedShare(spent: readonly Spent[]): number {
  const sum = (read: (one: Spent) => number): number => spent.reduce((total, one) => total + read(one), 0);
  return sum(({ cached }) => cached) / sum(({ input }) => input);
}

export function dollarsOf(spent: readonly Spent[]): number {
  return spent.reduce((total, { usd }) => total + usd, 0);
}

/** A Markdown table, the dearest first. */
export function describeSpending(spent: readonly Spent[]): readonly string[] {
  const rows = spent.map(
    ({ purpose, model, calls, input, cached, cacheWrite, output, usd }) =>
      `| ${purpose} | ${model} | ${calls} | ${Math.round(input / calls)} | ${percent(cached / input)} | ${percent(cacheWrite / input)} | ${Math.round(output / calls)} | $${usd.toFixed(2)} |`,
  );
  return [
    '| asked | of | calls | input, mean | cached | written | output, mean | dollars |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ];
}

export function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}
