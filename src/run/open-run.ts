// One run's means: the store, the models, the budget, the counts and the progress that people see.
import { whereDefined } from '../core/where-defined.ts';
import { providerName } from '../models/model-id.ts';
import { isLive } from '../models/provider-kind.ts';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import { createAsk, type Ask } from '../evaluation/ask.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { createSchedule } from '../evaluation/schedule.ts';
import { createTally, type Tally } from '../evaluation/tally.ts';
import type { BatchJournal } from '../models/batch/batch-journal.ts';
import { MOST_ITEMS } from '../models/batch/batch-protocol.ts';
import type { BatchEvent } from '../models/batch/batches.ts';
import { createBudget, type Budget } from '../models/cost/budget.ts';
import { runCap } from '../models/cost/ledger.ts';
import { CallError, type Completion, type CompletionRequest, type Model, type ModelRef } from '../models/model.ts';
import { costOf, priceOf } from '../models/cost/prices.ts';
import type { RunRecord } from '../report/report.ts';
import { createLiveModels } from './live-models.ts';
import type { Project } from './load-project.ts';
import { fetchWithPatience } from '../io/fetch-over-http.ts';
import { lookUpHost } from '../io/look-up-host.ts';
import { keepRoomForNew } from '../io/tight-heap.ts';
import { createOfflineModels } from './offline-models.ts';
import type { Progress } from './progress.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import type { Stop } from './stop.ts';
import { describeRun } from './run-record.ts';
import { halved, unknownPrices } from './run-prices.ts';

export interface RunOptions {
  readonly project: Project;
  readonly store: SegmentStore;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Make no live call: answer from the store, and say what is missing. */
  readonly offline?: OfflineReason;
  /** Told every answer that is used, stored or made: what `check --record` writes down. */
  readonly onAnswer?: (request: CompletionRequest, completion: Completion) => void;
  /** Whether calls go on after what only the user can mend; not by default. */
  readonly afterFailure?: 'stop' | 'go-on';
  /** The journal of batches, where calls are sent in the providers' batches; absent: each call by itself. */
  readonly batches?: BatchJournal;
  readonly onBatch?: (event: BatchEvent) => void;
  /** `leave`: batches that are out are left to a later run. Default: wait. */
  readonly patience?: 'wait' | 'leave';
  /** Nobody waits for this run: providers' spare capacity may be asked first. */
  readonly unattended?: boolean;
}

/** Why live calls are not made: asked for, variables that are not set, or no secrets because the change comes from a fork. */
export type OfflineReason = 'asked' | 'fork' | { readonly missing: readonly string[] };

export interface Run {
  readonly ask: Ask;
  /**
   * How many pieces of work that ask one question after another keep every provider's places filled: as many as all have
   * together, for at any time a part of them wait for each.
   */
  readonly places: number;
  /** Why no live call is made; absent where they are. */
  readonly offline?: OfflineReason;
  readonly store: SegmentStore;
  readonly tally: Tally;
  /** Counts from now on: for one of several comparisons of a run. */
  readonly startTally: () => Tally;
  /** Tells the progress what a stage will ask: looked at once a call is made, since a run that finds all of it stored need not know. */
  readonly beginStage: (stage: string, plan: () => readonly Pick<PlannedCall, 'stored' | 'optional'>[]) => void;
  readonly stopped: () => Stop | undefined;
  readonly close: () => RunRecord;
}

interface Stage {
  readonly name: string;
  /** Calls made. */
  readonly done: number;
  readonly plan: Parameters<Run['beginStage']>[1];
  /** Calls to make, once one is made. */
  readonly total?: number;
}

const CALLS_BETWEEN_YIELDS = 16;

/** Pieces of work that wait for one batch together. */
const BATCH_PLACES = 10_000;

/** Where nobody is asked over the network, or hardly anything at once. */
const LEAST_PLACES = 16;

/** Opens a run. Keys are read, and budgets begin, when the first live call is made. */
export function openRun(options: RunOptions): Run {
  const { project, store, progress, signal, clock } = options;
  const { budget: caps, prices } = project.config;
  const startedAt = { date: new Date(clock.now()), monotonic: clock.monotonic() };
  let stop: Stop | undefined;
  const unasked = new Set<string>();
  const onBatch = (event: BatchEvent): void => {
    options.onBatch?.(event);
    if (event.kind !== 'left' || (stop !== undefined && stop.kind !== 'batch')) return;
    stop = { kind: 'batch', calls: (stop?.calls ?? 0) + event.calls };
  };
  const live = createLiveModels(project, {
    env: options.env,
    clock,
    nodeVersion: process.versions.node,
    fetch: fetchWithPatience,
    lookup: lookUpHost,
    keyless: options.offline === 'fork',
    attended: options.unattended !== true,
    ...(options.batches !== undefined && {
      batches: { journal: options.batches, onEvent: onBatch, ...whereDefined({ patience: options.patience }) },
    }),
  });
  const offlineModel = createOfflineModels(project.offline, project.bank.scenarios, {
    answers: project.answers,
    poolDraws: project.config.selection.replicates.base,
  });
  const models = new Map<ModelRef, Model>();
  const modelFor = (ref: ModelRef): Model => {
    const known = models.get(ref);
    if (known !== undefined) return known;
    const model = offlineModel(ref) ?? live.modelFor(ref);
    models.set(ref, model);
    return model;
  };
  const usd = runCap(store.spending(), { at: clock.now(), usd: caps.usd, caps });
  let opened: Budget | undefined;
  // The minutes run from the first live call, not while specs are read and stored answers counted.
  const budget: Budget = {
    reserve: (worst) => (opened ??= createBudget({ ...caps, usd }, clock)).reserve(worst),
    spent: () => (opened ??= createBudget({ ...caps, usd }, clock)).spent(),
    leftMs: () => (opened ??= createBudget({ ...caps, usd }, clock)).leftMs(),
  };
  const price = ({ model }: CompletionRequest): ReturnType<typeof priceOf> => priceOf(model, prices);
  const isBatched = options.batches !== undefined;
  const scheduleLive = createSchedule({
    budget,
    priceOf: (request, completion) =>
      isBatched || (completion !== undefined && live.cameCheaper(completion)) ? halved(price(request)) : price(request),
    placesOf: isBatched ? (request) => ({ ...live.placesOf(request), concurrency: MOST_ITEMS }) : live.placesOf,
    prefixes: isBatched ? 'as-they-come' : 'warmed-first',
    signal,
    clock,
    onStop: (reason) => {
      if (reason.kind === 'budget' && reason.by === 'unknown-price') throw unknownPrices(project);
      stop ??=
        reason.kind === 'quota'
          ? reason
          : {
              kind: 'budget',
              budget: reason.by as 'calls',
              allowed: reason.by === 'usd' ? usd : caps[reason.by as 'calls'],
            };
    },
  });
  let sinceYield = 0;
  const scheduleOffline = async <T>(call: () => Promise<T>): Promise<T> => {
    // Offline models answer without ever waiting; signals and progress need a turn too.
    sinceYield = (sinceYield + 1) % CALLS_BETWEEN_YIELDS;
    if (sinceYield === 0) await setImmediate();
    return call();
  };
  const startTally = (): Tally => {
    const started = createTally((request, usage) => costOf(usage, price(request)));
    tallies.push(started);
    return started;
  };
  const tallies: Tally[] = [];
  const tally = startTally();
  let stage: Stage = { name: '', done: 0, plan: () => [] };
  const ask = createAsk({
    ...whereDefined({ afterFailure: options.afterFailure }),
    store,
    modelFor,
    signal,
    paymentOf: (request, completion) =>
      isLive(request.model)
        ? {
            at: new Date(clock.now()).toISOString(),
            usd: costOf(completion.usage, live.cameCheaper(completion) ? halved(price(request)) : price(request)),
          }
        : undefined,
    mayDiffer: isLive,
    schedule: (request, call) => {
      if (!isLive(request.model)) return scheduleOffline(call);
      // A change from a fork gets no secrets; a model that takes none can be asked all the same.
      const isOpen = options.offline === undefined || (options.offline === 'fork' && live.isKeyless(request.model));
      if (isOpen) {
        keepRoomForNew();
        return scheduleLive(request, call);
      }
      unasked.add(providerName(request.model));
      const { offline } = options;
      const variables = typeof offline === 'object' ? offline.missing : [];
      stop = { kind: 'no-keys', providers: [...unasked].sort(), fork: offline === 'fork', variables };
      throw new CallError('aborted', 'no live calls in this run');
    },
    onEvent: (event) => {
      for (const one of tallies) one.add(event);
      if (event.kind === 'stored' || event.kind === 'made') options.onAnswer?.(event.request, event.completion);
      if (event.kind !== 'made') return;
      const done = stage.done + 1;
      // Judges that are asked only where others differ are counted, too: otherwise a full bar would grow again.
      const total = stage.total ?? done + stage.plan().filter(({ stored }) => !stored).length;
      stage = { ...stage, done, total };
      progress.update({
        stage: stage.name,
        done,
        total,
        usd: tally.made().usd,
      });
    },
  });
  return {
    ask,
    places: isBatched ? BATCH_PLACES : Math.max(LEAST_PLACES, live.places()),
    ...whereDefined({ offline: options.offline }),
    store,
    tally,
    startTally,
    beginStage: (name, plan) => {
      stage = { name, done: 0, plan };
    },
    stopped: () => (signal.aborted ? { kind: 'signal' } : stop),
    close: () => {
      progress.finish();
      store.close();
      return describeRun({
        tally,
        store,
        retried: live.retries(),
        startedAt: startedAt.date,
        seconds: (clock.monotonic() - startedAt.monotonic) / 1000,
        stop: signal.aborted ? { kind: 'signal' } : stop,
      });
    },
  };
}
