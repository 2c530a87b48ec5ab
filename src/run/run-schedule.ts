// When a call of a run may begin: offline at once, live within rates and budget, and not at all where its provider may not be asked.
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import { createSchedule, type Schedule, type SchedulePorts } from '../evaluation/schedule.ts';
import { keepRoomForNew } from '../io/tight-heap.ts';
import { MOST_ITEMS } from '../models/batch/batch-protocol.ts';
import { createBudgetFromFirstCall } from '../models/cost/budget.ts';
import { runCap } from '../models/cost/ledger.ts';
import { CallError } from '../models/model.ts';
import { providerName } from '../models/model-id.ts';
import { isLive } from '../models/provider-kind.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import type { LiveModels } from './live-models.ts';
import type { Project } from './load-project.ts';
import { halved, unknownPrices, type RunPrices } from './run-prices.ts';
import type { Stops } from './stop.ts';

/** Why live calls are not made: asked for, variables that are not set, or no secrets because the change comes from a fork. */
export type OfflineReason = 'asked' | 'fork' | { readonly missing: readonly string[] };

export interface RunSchedulePorts {
  readonly project: Project;
  readonly store: Pick<SegmentStore, 'spending'>;
  readonly live: Pick<LiveModels, 'placesOf' | 'isKeyless'>;
  readonly prices: RunPrices;
  readonly stops: Stops;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly offline: OfflineReason | undefined;
  /** `batches`: live calls are collected into batches, which take them all at once and at half the price. */
  readonly sent: 'each-by-itself' | 'in-batches';
}

export function createRunSchedule(ports: RunSchedulePorts): Schedule {
  const { live, stops, offline } = ports;
  const scheduleOffline = createOfflineSchedule();
  const scheduleLive = createLiveSchedule(ports);
  return (request, call) => {
    const { model } = request;
    if (!isLive(model)) return scheduleOffline(request, call);
    // A change from a fork gets no secrets; a model that takes none can be asked all the same.
    if (offline === undefined || (offline === 'fork' && live.isKeyless(model))) {
      keepRoomForNew();
      return scheduleLive(request, call);
    }
    const variables = typeof offline === 'object' ? offline.missing : [];
    stops.shut(providerName(model), { fork: offline === 'fork', variables });
    throw new CallError('aborted', 'no live calls in this run');
  };
}

const CALLS_BETWEEN_YIELDS = 16;

/** Offline models answer without ever waiting; signals and progress need a turn too. */
function createOfflineSchedule(): Schedule {
  let sinceYield = 0;
  return async (_, call) => {
    sinceYield = (sinceYield + 1) % CALLS_BETWEEN_YIELDS;
    if (sinceYield === 0) {
      keepRoomForNew();
      await setImmediate();
    }
    return call();
  };
}

function createLiveSchedule({ project, store, live, prices, stops, signal, clock, sent }: RunSchedulePorts): Schedule {
  const { budget: caps } = project.config;
  const usd = runCap(store.spending(), { at: clock.now(), usd: caps.usd, caps });
  const inBatches: Pick<SchedulePorts, 'priceOf' | 'placesOf' | 'prefixes'> = {
    priceOf: (request) => halved(prices.listed(request)),
    placesOf: (request) => ({ ...live.placesOf(request), concurrency: MOST_ITEMS }),
    prefixes: 'as-they-come',
  };
  const byThemselves: typeof inBatches = {
    priceOf: (request, completion) =>
      completion === undefined ? prices.listed(request) : prices.paid(request, completion),
    placesOf: live.placesOf,
    prefixes: 'warmed-first',
  };
  return createSchedule({
    ...(sent === 'in-batches' ? inBatches : byThemselves),
    budget: createBudgetFromFirstCall({ ...caps, usd }, clock),
    signal,
    clock,
    onStop: (reason) => {
      if (reason.kind === 'quota') return stops.reach(reason);
      const { by } = reason;
      if (by === 'unknown-price') throw unknownPrices(project);
      stops.reach({ kind: 'budget', budget: by, allowed: by === 'usd' ? usd : caps[by] });
    },
  });
}
