// `spec-gate check --mode nightly`: has a provider changed a model, a judge or the classifier in silence?
import { join, relative } from 'node:path';
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import { openBatchFile } from '../io/store/batch-file.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { renderNightText } from './report/text.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';
import { batchFolderOf, loadWorkingProject } from '../context/working-project.ts';
import type { NightlyOptions } from './commands.ts';
import { openCommandRun } from '../context/open-command-run.ts';
import { renderNightPart } from './ask-part.ts';
import { dateOfNight } from './batched-night.ts';
import { holdNight, holdNightPart, nightExitCode, tellWebhook } from './hold-night.ts';

export async function runNightlyCommand(options: NightlyOptions, context: CommandContext): Promise<ExitCode> {
  const given = readDate(options.date, context.now());
  const working = await loadWorkingProject(options, context);
  const { project, spec, storeFolder, outputFolder } = working;
  const isOpenEnded = options.batch === true && options.date === undefined;
  const batches = isOpenEnded ? openBatchFile([storeFolder], () => context.now().getTime()) : undefined;
  const date = batches === undefined ? given : dateOfNight(batches, { config: project.configFile, date: given });
  const remark = (text: string): void => context.remark(`${text}\n`);
  const means = {
    project,
    run: openCommandRun({ ...working, ...batchFolderOf(options, working), unattended: true }, context),
  };
  const signer = createStoreSigner(context.storeSecret);
  const place = { folders: [storeFolder], signer, output: outputFolder, remark, warn: remark } as const;
  const night = { spec, date, now: context.now(), ...whereDefined({ acceptAnchor: options.acceptAnchor }) };
  if (options.shard !== undefined) {
    const part = await holdNightPart(means, place, { ...night, shard: options.shard });
    context.print(options.json === true ? `${JSON.stringify(part, null, 2)}\n` : renderNightPart(part));
    return EXIT.pass;
  }
  const { result, record } = await holdNight(means, place, night);
  const isLeft = record.stopped === 'batch';
  // One that was stopped goes on under its own date.
  if (record.stopped === undefined) batches?.noteNight({ config: project.configFile, date }, 'over');
  const problem = isLeft ? undefined : await tellWebhook(result.report, project, context.env);
  if (problem !== undefined) remark(problem);
  context.print(
    options.json === true
      ? `${JSON.stringify(result.report, null, 2)}\n`
      : renderNightText(result.report, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  remark(`Open      ${relative(context.cwd, join(outputFolder, 'night.html'))}`);
  return isLeft ? EXIT.pass : nightExitCode(result.report);
}

function readDate(given: string | undefined, now: Date): string {
  const date = given ?? now.toISOString().slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (isDay && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)) return date;
  throw new UserError({ message: `--date ${date} is no day`, hint: 'write it as YYYY-MM-DD' });
}
