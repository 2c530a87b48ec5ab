// One run's means: the store, the models, the budget, the counts and the progress that people see.
import { setImmediate } from 'node:timers/promises';
import { createAsk, type Ask } from '../evaluation/ask.ts';
import type { PlannedCall } from '../evaluation/plan.ts';
import { createTally, type Tally } from '../evaluation/tally.ts';
import type { Model, ModelRef } from '../models/model.ts';
import type { RunRecord } from '../report/report.ts';
import type { Project } from './load-project.ts';
import { createOfflineModels } from './offline-models.ts';
import type { Progress } from './progress.ts';
import type { SegmentStore } from './segment-store.ts';
import type { Stop } from './stop.ts';

const CALLS_BETWEEN_YIELDS = 16;

export interface RunOptions {
  readonly project: Project;
  readonly store: SegmentStore;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly clock: { readonly now: () => Date; readonly monotonic: () => number };
}

export interface Run {
  readonly ask: Ask;
  readonly store: SegmentStore;
  readonly tally: Tally;
  /** Tells the progress what a stage will ask. */
  readonly beginStage: (stage: string, planned: readonly PlannedCall[]) => void;
  readonly stopped: () => Stop | undefined;
  readonly close: () => RunRecord;
}

export function openRun(options: RunOptions): Run {
  const { project, store, progress, signal, clock } = options;
  const started = clock.now();
  const startedAt = clock.monotonic();
  const offline = createOfflineModels(project.offline, project.bank.scenarios);
  const models = new Map<string, Model>();
  const modelFor = (ref: ModelRef): Model => {
    const model = models.get(ref.id) ?? offline(ref);
    if (model === undefined) throw new Error(`no model for ${ref.id}`);
    models.set(ref.id, model);
    return model;
  };
  let sinceYield = 0;
  const schedule = async <T>(_request: unknown, call: () => Promise<T>): Promise<T> => {
    // Offline models answer without ever waiting; signals and progress need a turn too.
    sinceYield = (sinceYield + 1) % CALLS_BETWEEN_YIELDS;
    if (sinceYield === 0) await setImmediate();
    return call();
  };
  const tally = createTally(() => 0);
  let stage = { name: '', done: 0, total: 0 };
  const ask = createAsk({
    store,
    modelFor,
    schedule,
    signal,
    onEvent: (event) => {
      tally.add(event);
      if (event.kind !== 'made') return;
      stage.done += 1;
      progress.update({
        stage: stage.name,
        done: stage.done,
        total: Math.max(stage.total, stage.done),
        usd: tally.made().usd,
      });
    },
  });
  return {
    ask,
    store,
    tally,
    beginStage: (name, planned) => {
      const total = planned.filter((call) => !call.stored && !call.optional).length;
      stage = { name, done: 0, total };
    },
    stopped: () => (signal.aborted ? { kind: 'signal' } : undefined),
    close: () => {
      progress.finish();
      store.close();
      const made = tally.made();
      const { unreadable, unwritten } = store.problems();
      const failed = Object.values(tally.failed()).reduce((sum, count) => sum + count, 0);
      return {
        schema: 'spec-gate/run@1',
        startedAt: started.toISOString(),
        seconds: (clock.monotonic() - startedAt) / 1000,
        calls: { made: made.calls, stored: tally.stored(), failed, retried: 0 },
        tokens: { input: made.inputTokens, cachedInput: made.cachedInputTokens, output: made.outputTokens },
        usd: made.usd,
        storeProblems: unreadable + unwritten,
      };
    },
  };
}
