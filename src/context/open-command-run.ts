// A run of a command: its progress, its clock, its keys and its end are those of where it was started.
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import { openRun, type Run, type RunOptions } from '../run/open-run.ts';
import { createProgress } from '../run/progress.ts';
import type { Door } from './command-context.ts';

/** Close it. */
export function openCommandRun(
  options: Pick<RunOptions, 'project' | 'store' | 'afterFailure' | 'onAnswer'>,
  door: Door,
): Run {
  const { project, store, afterFailure, onAnswer } = options;
  return openRun({
    project,
    store,
    ...(afterFailure === undefined ? {} : { afterFailure }),
    ...(onAnswer === undefined ? {} : { onAnswer }),
    progress: createProgress({ write: door.remark, isTerminal: door.progress.isTerminal, now: door.monotonic }),
    signal: door.signal,
    clock: SYSTEM_CLOCK,
    env: door.env,
  });
}
