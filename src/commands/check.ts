// `spec-gate check`: the gate.
import { relative, resolve } from 'node:path';
import { prepareSpecCheck } from '../gate/prepare-check.ts';
import { runCheck } from '../gate/run-check.ts';
import { openRun } from '../io/open-run.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import { createProgress } from '../io/progress.ts';
import { openRecordingFile } from '../io/recording-file.ts';
import { openSegmentStore } from '../io/segment-store.ts';
import { renderJson } from '../report/json.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Disclosure } from '../report/build/disclose.ts';
import type { Door, ExitCode } from './door.ts';
import { exitCodeOf } from './exit-code.ts';
import { createPaint } from './paint.ts';
import { loadSides, type SidesOptions } from './sides.ts';
import { writeReports } from './write-reports.ts';

export interface CheckOptions extends Omit<SidesOptions, 'cwd'> {
  readonly outputDir?: string;
  readonly store?: string;
  readonly disclose?: Disclosure;
  /** File that every answer used is appended to. */
  readonly record?: string;
  readonly json?: boolean;
}

export async function runCheckCommand(options: CheckOptions, door: Door): Promise<ExitCode> {
  const sides = await loadSides({ ...options, cwd: door.cwd });
  const { project } = sides;
  const prepared = prepareSpecCheck(project, sides);
  const store = openSegmentStore(resolve(sides.root, options.store ?? project.config.storePath), { now: door.now() });
  const progress = createProgress({ write: door.remark, isTerminal: door.progress.isTerminal, now: door.monotonic });
  const onAnswer =
    options.record === undefined ? {} : { onAnswer: openRecordingFile(resolve(door.cwd, options.record)) };
  const run = openRun({
    project,
    store,
    progress,
    signal: door.signal,
    clock: SYSTEM_CLOCK,
    env: door.env,
    ...onAnswer,
  });
  const disclosure = options.disclose === undefined ? {} : { disclosure: options.disclose };
  const { report, evidence } = await runCheck(prepared, { project, run }, disclosure);
  const record = run.close();
  const folder = resolve(door.cwd, options.outputDir ?? project.config.outputDir);
  const written = writeReports(folder, { report, evidence, run: record });
  const view = { report, run: record, reportPath: relative(door.cwd, written.html) };
  door.print(
    options.json === true
      ? renderJson(view)
      : renderTerminal(view, { paint: createPaint(door.output.colour), width: door.output.columns }),
  );
  return exitCodeOf(report, project.config.onInconclusive);
}
