// A run of a command: its progress, its clock, its keys and its end are those of where it was started.
import { whereDefined } from '../core/where-defined.ts';
import { repeatEvery } from '../io/repeat.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import { openBatchFile } from '../io/store/batch-file.ts';
import { plainText } from '../render/plain-text.ts';
import { writeBatch } from '../report/terminal/batch.ts';
import { openRun, type Run, type RunOptions } from '../run/open-run.ts';
import { createProgress } from '../run/progress.ts';
import type { CommandContext } from './command-context.ts';

/** Close it. */
export function openCommandRun(
  options: Pick<
    RunOptions,
    'project' | 'store' | 'afterFailure' | 'onAnswer' | 'offline' | 'patience' | 'unattended'
  > & {
    /** The store's folder, where the batches that are out are written down; absent: every call goes by itself. */
    readonly batchFolder?: string | undefined;
  },
  context: CommandContext,
): Run {
  const { project, store, afterFailure, onAnswer, offline, batchFolder, patience, unattended } = options;
  const batches = batchFolder === undefined ? undefined : openBatchFile([batchFolder], () => SYSTEM_CLOCK.now());
  return openRun({
    project,
    store,
    ...whereDefined({ afterFailure, onAnswer, offline, batches, patience, unattended }),
    onBatch: (event) => context.remark(`${plainText(writeBatch(event))}\n`),
    progress: createProgress({
      write: context.remark,
      isTerminal: context.progress.isTerminal,
      now: context.monotonic,
      every: repeatEvery,
    }),
    signal: context.signal,
    clock: SYSTEM_CLOCK,
    env: context.env,
  });
}
