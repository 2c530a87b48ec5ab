// A run of a command: its progress, its clock, its keys and its end are those of where it was started.
import { whereDefined } from '../core/where-defined.ts';
import { repeatEvery } from '../io/repeat.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import { openRun, type Run, type RunOptions } from '../run/open-run.ts';
import { createProgress } from '../run/progress.ts';
import type { CommandContext } from './command-context.ts';

/** Close it. */
export function openCommandRun(
  options: Pick<RunOptions, 'project' | 'store' | 'afterFailure' | 'onAnswer' | 'offline'>,
  context: CommandContext,
): Run {
  const { project, store, afterFailure, onAnswer, offline } = options;
  return openRun({
    project,
    store,
    ...whereDefined({ afterFailure, onAnswer, offline }),
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
