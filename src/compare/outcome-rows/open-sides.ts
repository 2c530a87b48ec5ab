// The two sides of a comparison as people bring them: one file each, or a folder of Inspect logs.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { isBesideLogs, openHarnessFile, type HarnessFile } from '../../io/harness-file.ts';
import { openFile, type OpenFile } from '../../io/open-file.ts';
import { tableFormat } from '../../io/rows/open-table.ts';
import { experimentOutcomes } from './experiment-outcomes.ts';
import { readHelmFolder } from './helm-folder.ts';
import type { ScoreOptions } from './choose-outcome.ts';
import { inspectOutcomes, type NamedLog } from './inspect-outcomes.ts';
import { readLmEvalFolder } from './lm-eval-folder.ts';
import type { OutcomeRows } from './outcome-row.ts';
import { readOutcomeRows, readParquetOutcomes, type ReadOptions } from './read-outcome-rows.ts';

/** One side of a comparison as it was opened. */
export type OpenedSide =
  | { readonly kind: 'logs'; readonly logs: readonly NamedLog[] }
  | { readonly kind: 'rows'; readonly outcomes: OutcomeRows };

interface Opened {
  readonly source: OpenFile;
  readonly content: HarnessFile | { readonly kind: 'parquet' };
}

/** Opens a file, or a folder of Inspect logs or of lm-eval's samples. `name` is what people call it. `close` when the rows are read. */
export async function openSide(
  path: string,
  name: string,
  options: ReadOptions,
): Promise<{ readonly side: OpenedSide; readonly close: () => Promise<void> }> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const samples = isFolder ? await readLmEvalFolder(path, name, options) : undefined;
  const runs = isFolder && samples === undefined ? await readHelmFolder(path, name) : undefined;
  const ofFolder = samples ?? (runs === undefined ? undefined : experimentOutcomes(name, runs, options));
  if (ofFolder !== undefined) return { side: { kind: 'rows', outcomes: ofFolder }, close: () => Promise.resolve() };
  const files = isFolder ? listLogs(path, name) : [{ path, name }];
  const opened: Opened[] = [];
  const close = async (): Promise<void> => {
    for (const { source } of opened) await source.close();
  };
  try {
    for (const file of files) opened.push(await openOne(file));
    const logs = opened.flatMap(({ source, content }) =>
      content.kind === 'inspect' ? [{ file: source.name, log: content.log }] : [],
    );
    if (logs.length > 0 && logs.length < opened.length) {
      const other = opened.find(({ content }) => content.kind !== 'inspect')!;
      const hint = 'Move it out of the folder, or name one log.';
      throw new UserError({ message: 'no Inspect log, in a folder of them', hint, place: { file: other.source.name } });
    }
    if (isFolder && logs.length === 0) {
      const hint = 'A folder is read as Inspect logs or samples of lm-eval; name one file of another harness.';
      throw new UserError({ message: 'no Inspect log', hint, place: { file: opened[0]!.source.name } });
    }
    if (logs.length > 0) return { side: { kind: 'logs', logs }, close };
    const [{ source, content }] = opened as [(typeof opened)[0]];
    const outcomes =
      content.kind === 'parquet'
        ? await readParquetOutcomes(source, options)
        : await readOutcomeRows(source, content, options);
    return { side: { kind: 'rows', outcomes }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closed again where its content cannot be told. */
async function openOne({ path, name }: { readonly path: string; readonly name: string }): Promise<Opened> {
  const source = await openFile(path, name);
  try {
    const isParquet = tableFormat(name) === 'parquet';
    return { source, content: isParquet ? { kind: 'parquet' } : await openHarnessFile(source) };
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** Reads files by the names people call them; scenarios are named alike in all. */
export async function readFiles(
  names: readonly string[],
  options: ReadOptions,
  { cwd }: { readonly cwd: string },
): Promise<readonly OutcomeRows[]> {
  const opened: Awaited<ReturnType<typeof openSide>>[] = [];
  try {
    for (const name of names) opened.push(await openSide(resolve(cwd, name), name, options));
    return await readSides(
      opened.map(({ side }) => side),
      options,
    );
  } finally {
    for (const { close } of opened) await close();
  }
}

/** The outcomes of both sides; scenarios are named alike on both. */
export async function readSides(sides: readonly OpenedSide[], options: ScoreOptions): Promise<readonly OutcomeRows[]> {
  const withTasks = sides.some(
    (side) => side.kind === 'logs' && new Set(side.logs.map(({ log }) => log.task)).size > 1,
  );
  const read = async (side: OpenedSide): Promise<OutcomeRows> =>
    side.kind === 'logs' ? inspectOutcomes(side.logs, { ...options, withTasks }) : side.outcomes;
  return Promise.all(sides.map(read));
}

function listLogs(path: string, name: string): readonly { readonly path: string; readonly name: string }[] {
  const logs = readdirSync(path)
    .filter((file) => /\.(eval|json)$/.test(file) && !isBesideLogs(file))
    .sort()
    .map((file) => ({ path: join(path, file), name: join(name, file) }));
  if (logs.length > 0) return logs;
  throw new UserError({
    message: 'a folder without Inspect logs (.eval or .json) or samples of lm-eval (samples_*.jsonl)',
    hint: 'name a file of results before and one after, such as results-before.json; docs/compare.md lists what can be read',
    place: { file: name },
  });
}
