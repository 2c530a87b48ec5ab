// `spec-gate judges migrate`: what another panel makes of the answers that are stored, and the new anchor once accepted.
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import { planMigrate, type MigrateOptions } from './plan.ts';
import { runMigrate } from './migrate.ts';
import { appendHistory, readHistory } from '../nightly/io/history.ts';
import { plainText } from '../render/plain-text.ts';
import { writeLostLines } from '../nightly/report/lost-lines.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import type { MigrateReport } from './report.ts';
import { renderMigrate, renderMigratePlan } from './report-text.ts';
import { readLabelled } from '../doctor/command.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { findAskable, loadPanels, runProject } from './panels.ts';
import { createPaint } from '../render/paint.ts';
import { loadWorkingProject } from '../context/working-project.ts';
import type { JudgesMigrateOptions } from './commands.ts';
import { openCommandRun } from '../context/open-command-run.ts';

/** Ends with 0 where the panels were compared (and accepted, if that was asked), 1 where an acceptance was refused. */
export async function runJudgesMigrateCommand(
  options: JudgesMigrateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { accept, askOld = false, evenIfPoor = false } = options;
  if (evenIfPoor && accept === undefined) {
    throw new UserError({
      message: '--even-if-poor accepts nothing by itself',
      hint: 'say it beside --accept "reason"',
    });
  }
  const working = await loadWorkingProject(options, context);
  const { spec, store, storeFolder } = working;
  const panels = await loadPanels(options, { project: working.project, context });
  const signer = createStoreSigner(context.storeSecret);
  const { records: history, ...lost } = readHistory([storeFolder], signer);
  const { torn, forged } = writeLostLines(lost);
  for (const sentence of [torn, forged]) if (sentence !== undefined) context.remark(`${plainText(sentence)}\n`);
  const canAsk = findAskable(panels, context);
  const migration: MigrateOptions = {
    ...panels,
    spec,
    history,
    labelled: await readLabelled(options, context, working.project),
    now: context.now(),
    askOld,
    canAsk,
    evenIfPoor,
    ...whereDefined({ accept }),
  };
  const plan = await planMigrate(migration, store);
  context.remark(renderMigratePlan(plan.planned));
  const { judges, classifier } = panels.old.panel;
  const old = [...judges, ...(classifier === undefined ? [] : [classifier])].filter(canAsk);
  const end = new AbortController();
  const signal = AbortSignal.any([context.signal, end.signal]);
  // A refusal by a retired judge must not end the run. One by a new judge does, and then nobody else is asked.
  const run = openCommandRun(
    { project: runProject(panels, old), store, afterFailure: 'go-on' },
    { ...context, signal },
  );
  run.beginStage('migrate', () => []);
  const { report, append } = await runMigrate(migration, { plan, run }).catch((error: unknown) => {
    end.abort();
    throw error;
  });
  run.close();
  const unwritten = appendHistory(storeFolder, append, { now: context.now(), signer });
  if (unwritten !== undefined) context.remark(`${unwritten}\n`);
  context.print(
    options.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderMigrate(report, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return exitCodeOf(report);
}

function exitCodeOf({ refused, stopped }: MigrateReport): ExitCode {
  if (refused === true) return EXIT.fail;
  return stopped === undefined ? EXIT.pass : EXIT.inconclusive;
}
