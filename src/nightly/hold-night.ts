// A night from its history to its files, whoever started it: what earlier nights left is read, tonight's is kept and written.
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { writeWhole } from '../io/write-whole.ts';
import { makeFolder } from '../io/make-folder.ts';
import { renderNightHtml } from './report/html/night-html.ts';
import { renderNightMarkdown } from './report/markdown.ts';
import type { Signer } from '../core/signer.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { RunRecord } from '../report/run-record.ts';
import type { HistoryRecord } from './decision/record.ts';
import { nightLabel } from '../io/store/pruned-files.ts';
import { writeShardNote } from '../io/store/shard-notes.ts';
import type { Shard } from '../scenarios/shard.ts';
import { askNightPart, type NightPart } from './ask-part.ts';
import { appendHistory, readHistory, historyLines, type History } from './io/history.ts';
import { pruneNights } from './io/prune.ts';
import { writeLostLines } from './report/lost-lines.ts';
import { writePruned } from './report/pruned-nights.ts';
import { plainText } from '../render/plain-text.ts';
import { createWebhookMessage, sendWebhook } from './io/webhook.ts';
import { runNight, type NightResult } from './night.ts';
import type { NightOptions } from './open.ts';
import type { NightReport } from './report/report.ts';

export interface NightPlace {
  /** The store's folder, then those that are only read. */
  readonly folders: readonly [string, ...string[]];
  readonly signer: Signer | undefined;
  /** Where the night's files are written. */
  readonly output: string;
  readonly remark: (text: string) => void;
  /** Warns of records that somebody may have tampered with. */
  readonly warn: (text: string) => void;
}

export interface HeldNight {
  readonly result: NightResult;
  /** With tonight. */
  readonly history: readonly HistoryRecord[];
  readonly record: RunRecord;
}

/** Closes the run. */
export async function holdNight(
  { project, run }: { readonly project: Project; readonly run: Run },
  place: NightPlace,
  options: Omit<NightOptions, 'history' | 'shard'>,
): Promise<HeldNight> {
  const { folders, signer, output, remark } = place;
  run.store.label(nightLabel(options.date));
  const { records, files } = readNights(place);
  const result = await runNight(project, run, { ...options, history: records });
  const record = run.close();
  const history = [...records, ...result.append];
  const unwritten = appendHistory(folders[0], result.append, { now: options.now, signer });
  if (unwritten !== undefined) remark(unwritten);
  else if (result.append.length > 0)
    prune(place, { keep: project.config.nightly.keepNights, history, files, ...options });
  for (const file of writeNight(output, result, historyLines(history, signer))) remark(file);
  return { result, history, record };
}

/** After a whole night only. What cannot be deleted stays; a later night tries again. */
function prune(
  { folders, signer, remark }: NightPlace,
  about: Pick<NightOptions, 'date' | 'now'> & {
    readonly keep: number | 'all';
    readonly history: readonly HistoryRecord[];
    readonly files: History['files'];
  },
): void {
  const { keep, date, now, history, files } = about;
  if (keep === 'all') return;
  try {
    const pruned = pruneNights(folders[0], { rule: { date, nights: keep }, history, files, now, signer });
    if (pruned !== undefined) remark(plainText(writePruned(pruned)));
  } catch (error) {
    remark(`earlier nights were not pruned: ${(error as Error).message}`);
  }
}

/** Asks one machine's part of a night and leaves a note of it in the store. Closes the run. */
export async function holdNightPart(
  { project, run }: { readonly project: Project; readonly run: Run },
  place: Omit<NightPlace, 'output'>,
  options: Omit<NightOptions, 'history'> & { readonly shard: Shard },
): Promise<NightPart> {
  run.store.label(nightLabel(options.date));
  const part = await askNightPart(project, run, { ...options, history: readNights(place).records });
  run.close();
  const { date, number, of, subject, stopped } = part;
  const note = { work: `night ${date}`, subject, number, of, finished: stopped === undefined };
  writeShardNote(place.folders[0], note, options.now);
  return part;
}

function readNights({ folders, signer, remark, warn }: Omit<NightPlace, 'output'>): History {
  const history = readHistory(folders, signer);
  const { torn, forged } = writeLostLines(history);
  if (torn !== undefined) remark(plainText(torn));
  if (forged !== undefined) warn(plainText(forged));
  return history;
}

/** Tells the config's webhook, where there is one and something to tell. Gives what it did not take. */
export async function tellWebhook(
  report: NightReport,
  { configFile, config }: Pick<Project, 'configFile' | 'config'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const { webhook } = config.nightly;
  const message = createWebhookMessage(report, configFile);
  if (webhook === undefined || message === undefined) return undefined;
  return sendWebhook(message, { ...webhook, env, fetch: globalThis.fetch });
}

/** A regression fails; judges or a classifier that drift and missing answers leave a night without a word on the models. */
export function nightExitCode({ status }: NightReport): ExitCode {
  if (status === 'regressed') return EXIT.fail;
  return status === 'anchored' || status === 'steady' ? EXIT.pass : EXIT.inconclusive;
}

/** night.json, night.html, night.md, evidence.jsonl (for `analyze`), issue.json (what the issue must say) and history.jsonl, for the artifact. Gives what could not be written. */
function writeNight(
  folder: string,
  { report, issue, evidence }: NightResult,
  /** The lines of history.jsonl. */
  history: Iterable<string>,
): readonly string[] {
  makeFolder(folder);
  const at = (name: string): string => join(folder, name);
  return writeWhole([
    [at('night.json'), `${JSON.stringify(report, null, 2)}\n`],
    [at('evidence.jsonl'), evidence],
    [at('night.md'), renderNightMarkdown(report)],
    [at('night.html'), renderNightHtml(report)],
    ...(issue === undefined ? [] : [[at('issue.json'), `${JSON.stringify(issue, null, 2)}\n`] as const]),
    [at('history.jsonl'), history],
  ]);
}
