// `spec-gate check`: the gate.
import { relative, resolve } from 'node:path';
import { whereDefined } from '../../core/where-defined.ts';
import { judgeChange } from '../run-change.ts';
import { openRecordingFile } from '../../run/recording-file.ts';
import { readValueCategories } from '../../run/value-categories.ts';
import { renderJson } from '../../report/formats/json.ts';
import { renderRunStart } from '../../report/terminal/run-start.ts';
import { renderTerminal } from '../../report/terminal/terminal.ts';
import type { View } from '../../report/view.ts';
import type { CommandContext } from '../../context/command-context.ts';
import type { ExitCode } from '../../core/exit-code.ts';
import { findCiService } from '../../core/ci-service.ts';
import { originServer } from '../../io/origin-server.ts';
import { worstExitCode } from '../exit-code.ts';
import { openCommandStore } from '../../context/command-store.ts';
import { createPaint } from '../../render/paint.ts';
import { refuseCommittedStore } from './committed-store.ts';
import { prepareSides } from './prepare-sides.ts';
import { loadSides } from './sides.ts';
import { describeUnwritten, openReportFolder, writeReports } from '../write-reports.ts';
import type { CheckOptions } from '../commands.ts';
import { openCommandRun } from '../../context/open-command-run.ts';
import { batchFolderOf } from '../../context/working-project.ts';

export async function runCheckCommand(options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const sides = await loadSides({ ...options, cwd: context.cwd, env: context.env });
  const { checks, project } = prepareSides(sides);
  const place = { root: sides.root, config: project.config, given: options.store };
  const { store, storeFolder } = await openCommandStore(place, context);
  const onAnswer =
    options.record === undefined ? {} : { onAnswer: openRecordingFile(resolve(context.cwd, options.record)) };
  if (options.basePolicy === true && context.storeSecret === undefined) {
    await refuseCommittedStore(sides.root, storeFolder);
  }
  const run = openCommandRun({ project, store, ...onAnswer, ...batchFolderOf(options, { storeFolder }) }, context);
  const disclosure = options.disclose === undefined ? {} : { disclosure: options.disclose };
  const folder = openReportFolder(resolve(context.cwd, options.outputDir ?? project.config.outputDir), sides.root);
  const categories = checks.models === undefined ? {} : { categories: await readValueCategories(context.packageRoot) };
  const { reports, record } = await judgeChange(
    checks,
    { project, run, folder },
    {
      ...disclosure,
      ...categories,
      ...(readsNoReviews(options, { env: context.env, root: sides.root }) && { acceptances: 'not-read' }),
      onStart: (start) => context.remark(renderRunStart(start)),
      grounds: sides.grounds ?? [],
      notes: sides.notes ?? [],
    },
  );
  const views = reports.map(({ name, report, evidence }, index): View => {
    const files = { report, evidence, run: record, ...(index !== 0 && { name }) };
    const written = writeReports(folder, files);
    context.remark(describeUnwritten(written.unwritten));
    const [reportPath, reportJson] = [written.html, written.json].map((path) => relative(context.cwd, path));
    return { report, run: record, ...whereDefined({ reportPath, reportJson }) };
  });
  const paint = createPaint(context.output.colour);
  context.print(
    options.json === true
      ? views.slice(0, 1).map(renderJson).join('')
      : views.map((view) => renderTerminal(view, { paint, width: context.output.columns })).join('\n'),
  );
  return worstExitCode(
    views.map(({ report }) => report),
    project.config.onInconclusive,
  );
}

/** A check on a developer's machine may be one of a change that the Action will judge, whose reviews are read. */
function readsNoReviews(
  { basePolicy }: Pick<CheckOptions, 'basePolicy'>,
  { env, root }: { readonly env: CommandContext['env']; readonly root: string },
): boolean {
  const server = originServer(root);
  return basePolicy === true || findCiService(env) !== undefined || (server !== undefined && server !== 'github');
}
