// `spec-gate check --mode nightly`: has a provider changed a model, a judge or the classifier in silence?
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../core/errors.ts';
import { runNight, type NightResult } from './night.ts';
import { appendHistory, readHistory, serializeHistory } from './io/history.ts';
import { makeFolder } from '../io/make-folder.ts';
import { createStoreSigner } from '../io/store/store-secret.ts';
import { createWebhookMessage, sendWebhook } from './io/webhook.ts';
import { renderNightMarkdown } from './report/markdown.ts';
import type { NightReport } from './report/report.ts';
import { renderNightText } from './report/text.ts';
import { type Door } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { createPaint } from '../render/paint.ts';
import { loadWorkingProject, openWorkingRun } from '../context/working-project.ts';
import type { NightlyOptions } from './commands.ts';

export async function runNightlyCommand(options: NightlyOptions, door: Door): Promise<ExitCode> {
  const date = readDate(options.date, door.now());
  const working = await loadWorkingProject(options, door);
  const { project, spec, storeFolder, outputFolder } = working;
  const signer = createStoreSigner(door.storeSecret);
  const { records: history, unreadable, unsigned } = readHistory([storeFolder], signer);
  if (unreadable > 0) door.remark(`${unreadable} lines of the history cannot be read and were left out\n`);
  if (unsigned > 0) door.remark(`${unsigned} lines of the history are unsigned or forged and were left out\n`);
  const run = openWorkingRun(working, door);
  const accept = options.acceptAnchor === undefined ? {} : { acceptAnchor: options.acceptAnchor };
  const result = await runNight(project, run, { spec, date, now: door.now(), history, ...accept });
  run.close();
  const unwritten = appendHistory(storeFolder, result.append, { now: door.now(), signer });
  if (unwritten !== undefined) door.remark(`${unwritten}\n`);
  writeNight(outputFolder, result, serializeHistory([...history, ...result.append], signer));
  const { webhook } = project.config.nightly;
  const message = createWebhookMessage(result.report, project.configFile);
  if (webhook !== undefined && message !== undefined) {
    const problem = await sendWebhook(message, { ...webhook, env: door.env, fetch: globalThis.fetch });
    if (problem !== undefined) door.remark(`${problem}\n`);
  }
  door.print(
    options.json === true
      ? `${JSON.stringify(result.report, null, 2)}\n`
      : renderNightText(result.report, { paint: createPaint(door.output.colour), width: door.output.columns }),
  );
  return nightExitCode(result.report);
}

/** A regression fails; judges or a classifier that drift and missing answers leave a night without a word on the models. */
export function nightExitCode({ status }: NightReport): ExitCode {
  if (status === 'regressed') return EXIT.fail;
  return status === 'anchored' || status === 'steady' ? EXIT.pass : EXIT.inconclusive;
}

/** night.json, night.md, evidence.jsonl (for `analyze`), issue.json (what the issue must say) and history.jsonl, for the artifact. */
export function writeNight(
  folder: string,
  { report, issue, evidence }: NightResult,
  /** The lines of history.jsonl. */
  history: string,
): void {
  makeFolder(folder);
  writeFileSync(join(folder, 'night.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'evidence.jsonl'), evidence);
  writeFileSync(join(folder, 'night.md'), renderNightMarkdown(report));
  if (issue !== undefined) writeFileSync(join(folder, 'issue.json'), `${JSON.stringify(issue, null, 2)}\n`);
  writeFileSync(join(folder, 'history.jsonl'), history);
}

function readDate(given: string | undefined, now: Date): string {
  const date = given ?? now.toISOString().slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
  if (isDay && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)) return date;
  throw new UserError({ message: `--date ${date} is no day`, hint: 'write it as YYYY-MM-DD' });
}
