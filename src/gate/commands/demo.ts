// `spec-gate demo`: the real gate on the shipped example, twice, with simulated models.
import { join, relative, resolve } from 'node:path';
import { prepareSpecCheck } from '../change/prepare-check.ts';
import { runCheck } from '../run-check.ts';
import { loadProject, loadSpec } from '../../run/load-project.ts';
import { createMemorySegmentStore } from '../../io/store/segment-store.ts';
import { openRun } from '../../run/open-run.ts';
import { SYSTEM_CLOCK } from '../../io/system-clock.ts';
import { createProgress } from '../../run/progress.ts';
import type { SpecSource } from '../../io/read-spec.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { openReportFolder, writeReports } from '../write-reports.ts';
import type { DemoOptions } from '../commands.ts';

/** The two pull requests of the example: what the edit is, and where its head lies. */
const PULL_REQUESTS = [
  { name: 'harmless', title: 'Pull request 1: two clauses reworded, nothing asked that was not asked before' },
  {
    name: 'conflict',
    title: 'Pull request 2: one clause now asks for the whole answer and no longer says which clause it gives way to',
  },
] as const;

const CONFIG = 'spec-gate.yml';

export async function runDemoCommand(options: DemoOptions, door: Door): Promise<ExitCode> {
  const source: SpecSource = { kind: 'worktree', root: join(door.packageRoot, 'fixtures', 'harbor') };
  const paint = createPaint(door.output.colour);
  door.print(`Spec Gate demo: one spec, two pull requests. Models and judges are simulated: no key, no network.\n`);
  for (const { name, title } of PULL_REQUESTS) {
    const project = await loadProject(source, CONFIG);
    const side = { configFile: CONFIG, config: project.config };
    const base = { ref: 'main', spec: await loadSpec(source, side) };
    const head = { ref: name, spec: await loadSpec(source, { ...side, patterns: [`head-${name}/spec.md`] }) };
    const progress = createProgress({ write: door.remark, isTerminal: door.progress.isTerminal, now: door.monotonic });
    const run = openRun({
      project,
      store: createMemorySegmentStore(),
      progress,
      signal: door.signal,
      clock: SYSTEM_CLOCK,
      env: door.env,
    });
    const { report, evidence } = await runCheck(
      prepareSpecCheck(project, { base, head }),
      { project, run },
      { disclosure: 'full' },
    );
    const record = run.close();
    const written = writeReports(openReportFolder(resolve(door.cwd, options.outputDir, name)), {
      report,
      evidence,
      run: record,
    });
    const view = { report, run: record, reportPath: relative(door.cwd, written.html) };
    door.print(`\n${paint.strong(title)}\n\n${renderTerminal(view, { paint, width: door.output.columns })}`);
  }
  return EXIT.pass;
}
