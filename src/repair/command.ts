// `spec-gate repair`: small edits of the spec that mend what was found, each tested like a pull request.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import type { CommandContext } from '../context/command-context.ts';
import { openCommandRun } from '../context/open-command-run.ts';
import { describeUnwritten, openReportFolder, writeRunRecord } from '../gate/write-reports.ts';
import { createPaint } from '../render/paint.ts';
import type { Project } from '../run/load-project.ts';
import type { RepairOptions } from './commands.ts';
import { loadSubject, type LoadedSubject } from './load-subject.ts';
import { patchText } from './patch.ts';
import { planRepair } from './plan-repair.ts';
import { repair } from './repair.ts';
import { editsOf, type RepairReport } from './repair-report.ts';
import { renderRepairJson } from './report/json.ts';
import { renderRepairPlan } from './report/plan-text.ts';
import { renderRepair } from './report/terminal.ts';
import { writeRepair } from './write-repair.ts';

/** Dollars that a run may spend without being told. */
const USUAL_USD = 10;

/** Ends with 0 where every fault that could be tested has a repair, or there is no fault; with 2 otherwise. */
export async function runRepairCommand(
  named: string | undefined,
  options: RepairOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const loaded = await loadSubject(named, options, context);
  const project = withBudget(loaded.project, options.usd);
  const limits = { candidates: options.candidates, words: options.words };
  if (options.plan === true) return printPlan(loaded, { project, limits, options, context });
  const folder = openReportFolder(loaded.outputFolder, loaded.root);
  const run = openCommandRun({ project, store: loaded.store }, context);
  const report = await (async () => {
    const { current, base, find } = loaded;
    const subject = { project, current, ...whereDefined({ base }) };
    return repair({ ...subject, faults: await find(run) }, limits, run);
  })().finally(() => writeRunRecord(folder, run.close()));
  const written = writeRepair(folder, report);
  context.remark(describeUnwritten(written.unwritten));
  const page = relative(context.cwd, written.page);
  context.print(
    options.json === true
      ? renderRepairJson(report)
      : renderRepair({ report, page }, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  if (options.apply !== undefined) applyEdit(report, { number: options.apply, loaded, context });
  return exitCodeOf(report);
}

function exitCodeOf({ faults, stopped }: RepairReport): ExitCode {
  const tried = faults.filter(({ skipped }) => skipped === undefined);
  const isMended = tried.every(({ edits }) => edits.some(({ status }) => status === 'repair'));
  const isOpen = stopped !== undefined || (faults.length > 0 && tried.length === 0);
  return isMended && !isOpen ? EXIT.pass : EXIT.inconclusive;
}

/** As much as was asked for; else the usual, and never more than the config's own budget without being told. */
function withBudget(project: Project, usd: number | undefined): Project {
  const { budget } = project.config;
  const most = usd ?? Math.min(USUAL_USD, budget.usd);
  return { ...project, config: { ...project.config, budget: { ...budget, usd: most } } };
}

async function printPlan(
  loaded: LoadedSubject,
  about: {
    readonly project: Project;
    readonly limits: Parameters<typeof planRepair>[1];
    readonly options: RepairOptions;
    readonly context: CommandContext;
  },
): Promise<ExitCode> {
  const { project, limits, options, context } = about;
  const run = openCommandRun({ project, store: loaded.store, offline: 'asked' }, context);
  const { current, base, find } = loaded;
  const faults = await find(run);
  const subject = { project, current, ...whereDefined({ base }), faults };
  const plan = await planRepair(subject, limits, run);
  run.close();
  context.print(
    options.json === true
      ? `${JSON.stringify(plan, null, 2)}\n`
      : renderRepairPlan(plan, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return EXIT.pass;
}

/** Writes one repair to the working tree. @throws UserError for an edit that is none, or a file that is another by now. */
function applyEdit(
  report: RepairReport,
  {
    number,
    loaded,
    context,
  }: { readonly number: number; readonly loaded: LoadedSubject; readonly context: CommandContext },
): void {
  const edit = editsOf(report).find((one) => one.number === number);
  if (edit?.status !== 'repair') {
    const which = editsOf(report).flatMap(({ status, number: own }) => (status === 'repair' ? [`--apply ${own}`] : []));
    throw new UserError({
      message: edit === undefined ? `there is no edit #${number}` : `edit #${number} is not a repair (${edit.status})`,
      hint: which.length === 0 ? 'none of the edits is' : `these are: ${which.join(', ')}`,
    });
  }
  const path = resolve(loaded.root, edit.patch.file);
  const text = readFileSync(path, 'utf8');
  const known = loaded.current.spec.files.find(({ file }) => file === edit.patch.file)?.text;
  if (text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') !== known) {
    throw new UserError({ message: 'the file is another one than was tested', place: { file: edit.patch.file } });
  }
  writeFileSync(path, patchText(text, edit.patch));
  context.remark(`wrote edit #${number} to ${edit.patch.file}\n`);
}
