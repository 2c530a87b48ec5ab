// Money is set aside when a call begins; where there is too little, calls wait for what those under way give back.
import type { Budget, BudgetStop, Reservation } from '../../models/cost/budget.ts';
import type { Cost } from '../../models/cost/prices.ts';

export interface MoneyQueue {
  /**
   * Room for one call that costs at most `worst` US dollars, or the cap that stands against it. `check` is called before
   * each try: it throws where the call must not begin any more.
   */
  readonly reserve: (
    worst: Cost,
    check: () => void,
  ) => Promise<Reservation | { readonly status: 'stopped'; readonly by: BudgetStop }>;
  /** A call has ended and its reservation is settled or released: those who wait try again. */
  readonly ended: () => void;
}

export function createMoneyQueue(budget: Pick<Budget, 'reserve' | 'spent'>): MoneyQueue {
  let waiting: (() => void)[] = [];
  return {
    ended: () => {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    reserve: async (worst, check) => {
      for (;;) {
        check();
        const reservation = budget.reserve(worst);
        if (reservation.status === 'reserved' || reservation.by !== 'usd') return reservation;
        // Most of what calls under way have set aside becomes free again, so the budget is exhausted only when none is
        // under way.
        if (budget.spent().reservedUsd === 0) return reservation;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}
