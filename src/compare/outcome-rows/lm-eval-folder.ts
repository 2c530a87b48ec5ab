// A folder that lm-eval wrote into (`--output_path`): a file of samples for each task.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import { openFile } from '../../io/open-file.ts';
import { jsonLines } from './json-lines.ts';
import type { ScoreOptions } from './choose-outcome.ts';
import { lmEvalOutcomes, taskOf, type TaskSamples } from './lm-eval-outcomes.ts';
import type { OutcomeRows } from './outcome-row.ts';

/** Undefined where the folder has no samples. A task that was run again adds draws. @throws UserError for a line that is no sample. */
export async function readLmEvalFolder(
  path: string,
  name: string,
  options: ScoreOptions,
): Promise<OutcomeRows | undefined> {
  const found = readdirSync(path)
    .flatMap((file) => {
      const task = taskOf(file);
      return task === undefined ? [] : [{ file, task }];
    })
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  if (found.length === 0) return undefined;
  const files: TaskSamples[] = [];
  for (const { file, task } of found) {
    const own = join(name, file);
    files.push({ file: own, task, values: await readValues(join(path, file), own) });
  }
  return lmEvalOutcomes(files, options);
}

async function readValues(path: string, name: string): Promise<readonly unknown[]> {
  const source = await openFile(path, name);
  try {
    let text = '';
    for await (const piece of readText(source)) text += piece;
    return jsonLines(text).map((row) => {
      if (row.kind === 'row') return row.fields;
      throw new UserError({ message: row.reason, place: { file: name, line: row.number } });
    });
  } finally {
    await source.close();
  }
}
