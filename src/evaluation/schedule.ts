// When a call may begin: a place at its provider, room in the budget, and its prompt prefix warmed by one call first.
import type { Clock } from '../core/clock.ts';
import { eitherSignal } from '../core/either-signal.ts';
import { createConcurrency, type Concurrency } from '../core/concurrency.ts';
import type { Budget, BudgetStop } from '../models/cost/budget.ts';
import { worstCost } from '../models/cost/estimate-cost.ts';
import { CallError, type Completion, type CompletionRequest } from '../models/model.ts';
import { costOf } from '../models/cost/prices.ts';
import type { Price } from '../models/cost/price-table.ts';
import { prefixName } from '../models/shared-prefix.ts';

export interface SchedulePorts {
  readonly budget: Budget;
  /** The most that a request may cost, or what its answer did. */
  readonly priceOf: (request: CompletionRequest, completion?: Completion) => Price | 'unknown';
  /**
   * Calls at once at the request's provider. Each model may hand over as many; the transport keeps their sum within the
   * limit.
   */
  readonly placesOf: (request: CompletionRequest) => { readonly provider: string; readonly concurrency: number };
  /**
   * Whether the first request of each shared beginning is sent alone before the others (default), or all as they come,
   * as batches are.
   */
  readonly prefixes?: 'warmed-first' | 'as-they-come';
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Told once for each ground, when it first keeps a call from beginning. */
  readonly onStop: (
    stop: { readonly kind: 'budget'; readonly by: BudgetStop } | { readonly kind: 'quota'; readonly provider: string },
  ) => void;
}

/** Node's timers fire at once beyond this. */
const LONGEST_TIMER_MS = 2_147_483_647;

export type Schedule = (
  request: CompletionRequest,
  call: (signal?: AbortSignal) => Promise<Completion>,
) => Promise<Completion>;

/**
 * Live calls only. Requests with the same prefix run side by side in time, so that a provider's prompt cache serves them;
 * the first of them runs alone. Money is set aside when a call begins, not while it waits.
 */
export function createSchedule(ports: SchedulePorts): Schedule {
  const models = new Map<string, Concurrency>();
  const groups = new Map<string, { readonly rank: number; warm: Promise<unknown> | undefined }>();
  const stopped = new Set<string>();
  const settled = createBell();
  const told = new Set<BudgetStop>();

  const budgetReached = (by: BudgetStop): CallError => {
    const isNew = !told.has(by);
    told.add(by);
    if (isNew) ports.onStop({ kind: 'budget', by });
    return new CallError('aborted', `the budget is used up: ${by}`);
  };

  const reserve = async (
    request: CompletionRequest,
  ): Promise<ReturnType<Budget['reserve']> & { status: 'reserved' }> => {
    const { provider } = ports.placesOf(request);
    for (;;) {
      // Asked anew after each wait: the run or its provider may have been stopped meanwhile.
      ports.signal.throwIfAborted();
      if (stopped.has(provider)) throw new CallError('quota', `${provider} takes no further calls`);
      const reservation = ports.budget.reserve(worstCost(request, ports.priceOf(request)));
      if (reservation.status === 'reserved') return reservation;
      // Most of what calls under way have set aside becomes free again, so the budget is exhausted only when none is
      // under way.
      if (reservation.by !== 'usd' || ports.budget.spent().reservedUsd === 0) throw budgetReached(reservation.by);
      await settled.next();
    }
  };

  const over = new AbortController();
  const ended = eitherSignal(ports.signal, over.signal);
  let underWay = 0;
  let timer = new AbortController();

  /** The minutes end calls under way, too: a slow server would answer long after them. One timer runs while any is. */
  const untilMinutesAreOver = async (call: Parameters<Schedule>[1]): Promise<Completion> => {
    underWay += 1;
    if (underWay === 1) {
      timer = new AbortController();
      ports.clock.sleep(Math.min(ports.budget.leftMs(), LONGEST_TIMER_MS), timer.signal).then(
        () => over.abort(),
        () => undefined,
      );
    }
    try {
      return await call(ended);
    } catch (error) {
      throw over.signal.aborted && !ports.signal.aborted ? budgetReached('minutes') : error;
    } finally {
      underWay -= 1;
      if (underWay === 0) timer.abort();
    }
  };

  const begin = async (request: CompletionRequest, call: Parameters<Schedule>[1]): Promise<Completion> => {
    const { provider } = ports.placesOf(request);
    const reservation = await reserve(request);
    try {
      const completion = await untilMinutesAreOver(call);
      reservation.settle(costOf(completion.usage, ports.priceOf(request, completion)));
      return completion;
    } catch (error) {
      reservation.release();
      if (error instanceof CallError && error.kind === 'quota' && !stopped.has(provider)) {
        stopped.add(provider);
        ports.onStop({ kind: 'quota', provider });
      }
      throw error;
    } finally {
      settled.ring();
    }
  };

  return async (request, call) => {
    const { concurrency } = ports.placesOf(request);
    // Each model has places of its own, so that a slow one does not hold up the others of its provider.
    const places = models.get(request.model.id) ?? createConcurrency({ max: concurrency });
    models.set(request.model.id, places);
    const run = (priority: number): Promise<Completion> =>
      places.run(() => begin(request, call), { priority, signal: ports.signal });
    const name = ports.prefixes === 'as-they-come' ? undefined : prefixName(request);
    if (name === undefined) return run(-1);
    const group = groups.get(name) ?? { rank: groups.size, warm: undefined };
    groups.set(name, group);
    if (group.warm !== undefined) {
      await group.warm;
      return run(group.rank);
    }
    const first = run(group.rank);
    // If the first call fails the cache is not warm, but the others go on.
    group.warm = first.catch(() => undefined);
    return first;
  };
}

/** Wakes everyone who waits for the next ring. */
function createBell(): { next: () => Promise<void>; ring: () => void } {
  let waiting: (() => void)[] = [];
  return {
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    ring: () => {
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
}
