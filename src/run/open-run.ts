// One run's means: the store, the models, the budget, the counts and the progress that people see.
import { whereDefined } from '../core/where-defined.ts';
import { isLive } from '../models/provider-kind.ts';
import type { Clock } from '../core/clock.ts';
import { createAsk, type Ask } from '../evaluation/ask.ts';
import { createTally, type Tally } from '../evaluation/tally.ts';
import type { BatchJournal } from '../models/batch/batch-journal.ts';
import type { BatchEvent } from '../models/batch/batch-ports.ts';
import type { Completion, CompletionRequest, Model, ModelRef } from '../models/model.ts';
import { costOf } from '../models/cost/prices.ts';
import type { RunRecord } from '../report/run-record.ts';
import { createLiveModels, type LiveModels } from './live-models.ts';
import type { Project } from './load-project.ts';
import { fetchWithPatience } from '../io/fetch-over-http.ts';
import { lookUpHost } from '../io/look-up-host.ts';
import { createOfflineModels } from './offline-models.ts';
import type { Progress } from './progress.ts';
import type { SegmentStore } from '../io/store/segment-store.ts';
import { createStops, type Stop, type Stops } from './stop.ts';
import { describeRun } from './run-record.ts';
import { createRunPrices } from './run-prices.ts';
import { createRunSchedule, type OfflineReason } from './run-schedule.ts';
import { createStageProgress, type StageProgress } from './stage-progress.ts';

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
  readonly beginStage: StageProgress['begin'];
  readonly stopped: () => Stop | undefined;
  readonly close: () => RunRecord;
}

/** Pieces of work that wait for one batch together. */
const BATCH_PLACES = 10_000;

/** Where nobody is asked over the network, or hardly anything at once. */
const LEAST_PLACES = 16;

/** Opens a run. Keys are read, and budgets begin, when the first live call is made. */
export function openRun(options: RunOptions): Run {
  const { project, store, progress, signal, clock } = options;
  const startedAt = { date: new Date(clock.now()), monotonic: clock.monotonic() };
  const stops = createStops(signal);
  const live = openLiveModels(options, stops);
  const prices = createRunPrices(project.config.prices, live.cameCheaper);
  const stage = createStageProgress(progress);
  const tallies: Tally[] = [];
  const startTally = (): Tally => {
    const started = createTally((request, usage) => costOf(usage, prices.listed(request)));
    tallies.push(started);
    return started;
  };
  const tally = startTally();
  const isBatched = options.batches !== undefined;
  const { offline } = options;
  const sent = isBatched ? 'in-batches' : 'each-by-itself';
  const ask = createAsk({
    ...whereDefined({ afterFailure: options.afterFailure }),
    store,
    modelFor: createModelFor(project, live),
    signal,
    paymentOf: (request, completion) => {
      if (!isLive(request.model)) return undefined;
      const usd = costOf(completion.usage, prices.paid(request, completion));
      return { at: new Date(clock.now()).toISOString(), usd };
    },
    mayDiffer: isLive,
    schedule: createRunSchedule({ project, store, live, prices, stops, signal, clock, offline, sent }),
    onEvent: (event) => {
      for (const one of tallies) one.add(event);
      if (event.kind === 'stored' || event.kind === 'made') options.onAnswer?.(event.request, event.completion);
      if (event.kind === 'made') stage.made(tally.made().usd);
    },
  });
  return {
    ask,
    places: isBatched ? BATCH_PLACES : Math.max(LEAST_PLACES, live.places()),
    ...whereDefined({ offline }),
    store,
    tally,
    startTally,
    beginStage: stage.begin,
    stopped: stops.now,
    close: () => {
      progress.finish();
      store.close();
      const seconds = (clock.monotonic() - startedAt.monotonic) / 1000;
      const retried = live.retries();
      return describeRun({ tally, store, retried, startedAt: startedAt.date, seconds, stop: stops.now() });
    },
  };
}

function openLiveModels(options: RunOptions, stops: Stops): LiveModels {
  const { batches: journal, patience } = options;
  const onEvent = (event: BatchEvent): void => {
    options.onBatch?.(event);
    if (event.kind === 'left') stops.leave(event.calls);
  };
  return createLiveModels(options.project, {
    env: options.env,
    clock: options.clock,
    nodeVersion: process.versions.node,
    fetch: fetchWithPatience,
    lookup: lookUpHost,
    keyless: options.offline === 'fork',
    attended: options.unattended !== true,
    ...(journal !== undefined && { batches: { journal, onEvent, ...whereDefined({ patience }) } }),
  });
}

/** Offline models before live ones, and each made once. */
function createModelFor(project: Project, live: LiveModels): (ref: ModelRef) => Model {
  const { offline, bank, answers, config } = project;
  const poolDraws = config.selection.replicates.base;
  const offlineModel = createOfflineModels(offline, bank.scenarios, { answers, poolDraws });
  const models = new Map<ModelRef, Model>();
  return (ref) => {
    const model = models.get(ref) ?? offlineModel(ref) ?? live.modelFor(ref);
    models.set(ref, model);
    return model;
  };
}
