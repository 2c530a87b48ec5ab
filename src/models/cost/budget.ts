// The caps of one run. Money is set aside before a call and settled after it, so no cap is passed however many run at once.
import type { Clock } from '../../core/clock.ts';
import type { Cost } from './prices.ts';

export interface BudgetCaps {
  readonly calls: number;
  readonly usd: number;
  readonly minutes: number;
  /** Let models without a price run; the dollar cap does not cover them. */
  readonly allowUnknownPrices: boolean;
}

export type BudgetStop = 'calls' | 'usd' | 'minutes' | 'unknown-price';

export interface Reservation {
  readonly status: 'reserved';
  /** The call was answered: its real cost takes the place of what was set aside. Only the first end counts. */
  settle(cost: Cost): void;
  /** The call gave no answer: what was set aside is free again; the call stays counted. */
  release(): void;
}

export interface BudgetSpent {
  /** Calls begun. */
  readonly calls: number;
  /** US dollars of settled calls whose price is known. */
  readonly usd: number;
  /** US dollars set aside for calls under way. */
  readonly reservedUsd: number;
  /** Settled calls whose price nobody knows. */
  readonly unpricedCalls: number;
}

export interface Budget {
  /** Room for one call that costs at most `worst`, or the cap that stands against it. Decides at once: never awaits. */
  reserve(worst: Cost): Reservation | { readonly status: 'stopped'; readonly by: BudgetStop };
  spent(): BudgetSpent;
  /** Milliseconds until the minutes are over; never below 0. */
  leftMs(): number;
}

/** A budget whose minutes run from its first call, not while specs are read and stored answers counted. */
export function createBudgetFromFirstCall(caps: BudgetCaps, clock: Pick<Clock, 'monotonic'>): Budget {
  let begun: Budget | undefined;
  const budget = (): Budget => (begun ??= createBudget(caps, clock));
  return {
    reserve: (worst) => budget().reserve(worst),
    spent: () => budget().spent(),
    leftMs: () => budget().leftMs(),
  };
}

/** A budget that begins now. Sums are kept in whole millionths of a dollar, so that caps are met exactly. */
export function createBudget(caps: BudgetCaps, clock: Pick<Clock, 'monotonic'>): Budget {
  const end = clock.monotonic() + caps.minutes * 60_000;
  const capMicros = toMicros(caps.usd);
  let calls = 0;
  let spentMicros = 0;
  let reservedMicros = 0;
  let unpricedCalls = 0;

  const stopOf = (micros: number | 'unknown'): BudgetStop | undefined => {
    if (micros === 'unknown' && !caps.allowUnknownPrices) return 'unknown-price';
    if (clock.monotonic() >= end) return 'minutes';
    if (calls >= caps.calls) return 'calls';
    return micros !== 'unknown' && spentMicros + reservedMicros + micros > capMicros ? 'usd' : undefined;
  };

  return {
    leftMs: () => Math.max(0, end - clock.monotonic()),
    spent: () => ({ calls, usd: spentMicros / 1e6, reservedUsd: reservedMicros / 1e6, unpricedCalls }),
    reserve: (worst) => {
      const micros = worst === 'unknown' ? worst : toMicros(worst);
      const by = stopOf(micros);
      if (by !== undefined) return { status: 'stopped', by };
      const aside = micros === 'unknown' ? 0 : micros;
      calls += 1;
      reservedMicros += aside;
      let open = true;
      const finish = (cost: Cost): void => {
        if (!open) return;
        open = false;
        reservedMicros -= aside;
        if (cost === 'unknown') unpricedCalls += 1;
        else spentMicros += toMicros(cost);
      };
      return { status: 'reserved', settle: finish, release: () => finish(0) };
    },
  };
}

function toMicros(usd: number): number {
  return Math.ceil(Math.round(usd * 1e9) / 1e3);
}
