// A folder that HELM wrote: one run, or a suite of runs side by side.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { openHarnessFile } from '../../io/harness-file.ts';
import { openFile } from '../../io/open-file.ts';
import type { ExperimentItem } from '../../scenarios/experiments/experiment-item.ts';
import { helmItems, helmState } from '../../scenarios/experiments/helm.ts';
import { rowOf } from '../../scenarios/rows/raw-row.ts';
import { itemsOfRows } from '../../scenarios/experiments/recognise-experiment.ts';

const STATE = 'scenario_state.json';
const STATS = 'per_instance_stats.json';

/** The items of all runs; undefined where the folder holds none. @throws UserError where a run lacks one of its files. */
export async function readHelmFolder(path: string, name: string): Promise<readonly ExperimentItem[] | undefined> {
  const isRun = (folder: string): boolean => [STATE, STATS].some((file) => existsSync(join(folder, file)));
  if (isRun(path)) return readRun(path, name);
  const runs = readdirSync(path)
    .sort()
    .filter((run) => isRun(join(path, run)));
  if (runs.length === 0) return undefined;
  const tasks = runs.map(taskOf);
  const items: ExperimentItem[] = [];
  for (const [index, run] of runs.entries()) {
    const own = await readRun(join(path, run), join(name, run));
    const task = new Set(tasks).size > 1 ? `${tasks[index]}/` : '';
    for (const item of own) items.push(item.id === undefined ? item : { ...item, id: `${task}${item.id}` });
  }
  return items;
}

/** A run's name says its task and its model: `mmlu:subject=anatomy,model=openai_gpt-4o`. */
function taskOf(run: string): string {
  const [scenario = run, ...rest] = run.split(':');
  const options = rest
    .join(':')
    .split(',')
    .filter((option) => option !== '' && !/^model(?:_deployment)?=/.test(option));
  return options.length === 0 ? scenario : `${scenario}:${options.join(',')}`;
}

async function readRun(path: string, name: string): Promise<readonly ExperimentItem[]> {
  const state = helmState(await readJson(join(path, STATE), join(name, STATE)));
  const stats = await readJson(join(path, STATS), join(name, STATS));
  const scored = Array.isArray(stats)
    ? itemsOfRows(
        name,
        stats.map((one, index) => rowOf(one, index + 1)),
      )
    : undefined;
  if (state !== undefined && scored !== undefined) return helmItems(state, scored);
  const message = `no ${scored === undefined ? STATS : STATE} of HELM`;
  throw new UserError({ message, hint: 'Name the folder of a run that came to its end.', place: { file: name } });
}

async function readJson(path: string, name: string): Promise<unknown> {
  const source = await openFile(path, name);
  try {
    const content = await openHarnessFile(source);
    return content.kind === 'json' ? content.value : undefined;
  } finally {
    await source.close();
  }
}
