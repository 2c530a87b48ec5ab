// Outcomes from Inspect logs: one or several of them (a folder of tasks, models and reruns) on one side of a comparison.
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import type { InspectLog, InspectSample } from '../../scenarios/harness/inspect-log.ts';
import { chooseOutcome, type Outcome, type ScoreOptions } from './choose-outcome.ts';
import type { MissingOutcome, OutcomeRow, OutcomeRows } from './outcome-row.ts';

export interface NamedLog {
  readonly file: string;
  readonly log: InspectLog;
}

/** What is kept of a sample: its answer and its events are large, and no outcome. */
interface Scored extends Pick<InspectSample, 'id' | 'epoch' | 'error' | 'invalidated' | 'scores' | 'group'> {
  readonly file: string;
  readonly model: string;
  readonly task: string;
  /** Which run of this task and model, from 1. */
  readonly run: number;
}

/**
 * The scenario is the sample's id, with its task before it where the logs hold several (`withTasks`); the replicate its
 * epoch, the group `metadata.group`. A sample with an error, that was declared invalid, without the scorer's value, with one
 * that is no number, or that was planned and not run, is missing.
 * @throws UserError where no sample has a score, or several scorers are there and none was chosen.
 */
export async function inspectOutcomes(
  logs: readonly NamedLog[],
  { withTasks, ...options }: ScoreOptions & { readonly withTasks: boolean },
): Promise<OutcomeRows> {
  const { samples, unrun } = await collect(logs);
  const outcome = outcomeOf(logs[0]!.file, samples, options);
  const scenarioOf = ({ task, id }: { task: string; id: string }): string => (withTasks ? `${task}/${id}` : id);
  const replicateOf = ({ run, epoch }: { run: number; epoch: number }): string =>
    run === 1 ? String(epoch) : `run ${run}, ${epoch}`;
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = unrun.map((one) => ({
    scenario: scenarioOf(one),
    model: one.model,
    replicate: replicateOf(one),
    reason: 'not-run',
  }));
  for (const sample of samples) {
    const place = { scenario: scenarioOf(sample), model: sample.model, replicate: replicateOf(sample) };
    const problematic = outcome.isProblem(sample.scores.get(outcome.name), sample.file);
    const reason = sample.invalidated ? 'invalidated' : sample.error === undefined ? 'no-score' : 'error';
    if (reason !== 'no-score' || problematic === undefined) {
      missing.push({ ...place, reason });
      continue;
    }
    const { group } = sample;
    rows.push({
      ...place,
      problematic,
      ...whereDefined({ group }),
    });
  }
  return { rows, missing };
}

type Unrun = Pick<Scored, 'id' | 'epoch' | 'model' | 'task' | 'run'>;

/** A task as one model was given it once, with all retries of that. */
interface Run extends Pick<Scored, 'model' | 'task'> {
  readonly planned: InspectLog['planned'];
  /** By id and epoch. */
  readonly samples: Map<string, Omit<Scored, 'run'>>;
}

async function collect(
  logs: readonly NamedLog[],
): Promise<{ readonly samples: readonly Scored[]; readonly unrun: readonly Unrun[] }> {
  const counts = new Map<string, number>();
  const samples: Scored[] = [];
  const unrun: Unrun[] = [];
  for (const { model, task, planned, samples: own } of await collectRuns(logs)) {
    const place = JSON.stringify([model, task]);
    const run = (counts.get(place) ?? 0) + 1;
    counts.set(place, run);
    for (const sample of own.values()) samples.push({ ...sample, run });
    // Only for the first run of a task: what a rerun lacks may be in the run before.
    if (planned === undefined || run > 1) continue;
    for (const id of planned.ids) {
      for (let epoch = 1; epoch <= planned.epochs; epoch += 1) {
        if (!own.has(placeIn({ id, epoch }))) unrun.push({ id, epoch, model, task, run });
      }
    }
  }
  return { samples, unrun };
}

/** In the logs' order. A retry asks again what failed: where it has an outcome, the failure before it is none that is missing. */
async function collectRuns(logs: readonly NamedLog[]): Promise<Iterable<Run>> {
  const runs = new Map<string, Run>();
  const seen = new Set<string>();
  for (const [index, { file, log }] of logs.entries()) {
    const { model, task, planned } = log;
    const key = JSON.stringify([model, task, log.taskId ?? index]);
    const run: Run = runs.get(key) ?? { model, task, planned, samples: new Map() };
    runs.set(key, run);
    for await (const { id, epoch, error, invalidated, scores, group, uuid } of log.samples()) {
      // A retried run takes over the samples that were done: they are the same ones, unless one was declared invalid meanwhile.
      if (uuid !== undefined && seen.has(uuid) && !invalidated) continue;
      if (uuid !== undefined) seen.add(uuid);
      const place = placeIn({ id, epoch });
      const before = run.samples.get(place);
      if (before !== undefined && hasOutcome(before) && !invalidated) continue;
      run.samples.set(place, { id, epoch, invalidated, scores, ...whereDefined({ error, group }), file, model, task });
    }
  }
  return runs.values();
}

function hasOutcome({ error, invalidated, scores }: Omit<Scored, 'run'>): boolean {
  return error === undefined && !invalidated && scores.size > 0;
}

function placeIn({ id, epoch }: Pick<Scored, 'id' | 'epoch'>): string {
  return JSON.stringify([id, epoch]);
}

function outcomeOf(file: string, samples: readonly Scored[], options: ScoreOptions): Outcome {
  const given = samples.flatMap(({ scores }) => [...scores].map(([name, value]) => ({ name, value })));
  if (given.length === 0) throw new UserError({ ...describeScoreless(samples), place: { file } });
  return chooseOutcome(file, given, { ...options, word: 'scorer' });
}

/** Longest part of an error that is quoted, in characters. */
const LONGEST_ERROR = 200;

function describeScoreless(samples: readonly Scored[]): { readonly message: string; readonly hint: string } {
  const errors = samples.flatMap(({ error }) => error ?? []);
  if (errors.length === 0) {
    return { message: 'no sample has a score', hint: 'Score them: inspect score FILE --scorer NAME.' };
  }
  const words = errors[0]!.replaceAll(/\s+/g, ' ').slice(0, LONGEST_ERROR);
  return {
    message: `no sample has a score, ${errors.length} of ${samples.length} failed: ${words}`,
    hint: 'Run them again: inspect eval-retry FILE.',
  };
}
