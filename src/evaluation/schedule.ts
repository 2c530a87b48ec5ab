// When a call may begin: a place at its provider, room in the budget, and its prompt prefix warmed by one call first.
import type { Clock } from '../core/clock.ts';
import { createConcurrency, type Concurrency } from '../core/concurrency.ts';
import type { Budget, BudgetStop } from '../models/cost/budget.ts';
import { worstCost } from '../models/cost/estimate-cost.ts';
import { CallError, type Completion, type CompletionRequest } from '../models/model.ts';
import { costOf } from '../models/cost/prices.ts';
import type { Price } from '../models/cost/price-table.ts';
import { createMinutesCap } from './schedule/minutes-cap.ts';
import { createMoneyQueue } from './schedule/money-queue.ts';
import { createPrefixOrder, UNORDERED } from './schedule/prefix-order.ts';

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

export type Schedule = (
  request: CompletionRequest,
  call: (signal?: AbortSignal) => Promise<Completion>,
) => Promise<Completion>;

/**
 * Live calls only. Requests with the same prefix run side by side in time, so that a provider's prompt cache serves them;
 * the first of them runs alone. Money is set aside when a call begins, not while it waits.
 */
export function createSchedule(ports: SchedulePorts): Schedule {
  const { budget, signal, clock, priceOf } = ports;
  const stops = createStops(ports.onStop);
  const money = createMoneyQueue(budget);
  const minutes = createMinutesCap({ budget, clock, signal, reached: () => stops.budgetReached('minutes') });
  const inPrefixOrder = ports.prefixes === 'as-they-come' ? UNORDERED : createPrefixOrder();
  const models = new Map<string, Concurrency>();

  const begin = async (request: CompletionRequest, call: Parameters<Schedule>[1]): Promise<Completion> => {
    const { provider } = ports.placesOf(request);
    const reservation = await money.reserve(worstCost(request, priceOf(request)), () => {
      signal.throwIfAborted();
      stops.checkQuota(provider);
    });
    if (reservation.status === 'stopped') throw stops.budgetReached(reservation.by);
    try {
      const completion = await minutes.within(call);
      reservation.settle(costOf(completion.usage, priceOf(request, completion)));
      return completion;
    } catch (error) {
      reservation.release();
      if (error instanceof CallError && error.kind === 'quota') stops.quotaReached(provider);
      throw error;
    } finally {
      money.ended();
    }
  };

  return async (request, call) => {
    const { concurrency } = ports.placesOf(request);
    // Each model has places of its own, so that a slow one does not hold up the others of its provider.
    const places = models.get(request.model.id) ?? createConcurrency({ max: concurrency });
    models.set(request.model.id, places);
    return inPrefixOrder(request, (priority) => places.run(() => begin(request, call), { priority, signal }));
  };
}

/** The grounds on which calls no longer begin, each told once. */
function createStops(onStop: SchedulePorts['onStop']): {
  /** The error of a call that a cap ends. */
  readonly budgetReached: (by: BudgetStop) => CallError;
  readonly quotaReached: (provider: string) => void;
  /** @throws CallError where the provider takes no further calls */
  readonly checkQuota: (provider: string) => void;
} {
  const caps = new Set<BudgetStop>();
  const providers = new Set<string>();
  return {
    budgetReached: (by) => {
      const isNew = !caps.has(by);
      caps.add(by);
      if (isNew) onStop({ kind: 'budget', by });
      return new CallError('aborted', `the budget is used up: ${by}`);
    },
    quotaReached: (provider) => {
      const isNew = !providers.has(provider);
      providers.add(provider);
      if (isNew) onStop({ kind: 'quota', provider });
    },
    checkQuota: (provider) => {
      if (providers.has(provider)) throw new CallError('quota', `${provider} takes no further calls`);
    },
  };
}
