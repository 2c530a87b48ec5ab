// A bank written anew row by row, beside the old one: of any size, and a kill leaves the old file as it was.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { UserError } from '../../core/errors.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import { createAppender } from '../../io/appender.ts';
import { removeAbandoned } from './bank-spool.ts';

/** Takes the next row, in the bank's order. Rows between it and the last one are as they were. */
export type PutRow = (id: string, line: string) => void;

export interface RewrittenBank {
  readonly path: string;
  /** As people call it. */
  readonly name?: string;
  readonly scenarios: readonly Scenario[];
}

/**
 * Gives `work` a new file to put rows in, which takes the old one's place where it says so: then the rows that are left are as
 * they were. `scenarios` are the bank's, in its order.
 * @throws UserError where somebody has changed the old file meanwhile: work may take hours, and the change would be lost
 */
export async function rewriteBank(
  { path, name = path, scenarios }: RewrittenBank,
  work: (put: PutRow) => Promise<'replace' | 'leave'>,
): Promise<void> {
  removeAbandoned(path);
  const before = versionOf(path);
  const nextPath = `${path}.${process.pid}.tmp`;
  const file = openSync(nextPath, 'w');
  const out = createAppender(file);
  let done = 0;
  const write = (line: string): void => {
    out.append(Buffer.from(`${line}\n`));
    done += 1;
  };
  try {
    const outcome = await work((id, line) => {
      while (scenarios[done]!.id !== id) write(serializeScenario(scenarios[done]!));
      write(line);
    });
    if (outcome === 'leave') return;
    while (done < scenarios.length) write(serializeScenario(scenarios[done]!));
    out.flush();
    fsyncSync(file);
    if (versionOf(path) !== before) {
      throw new UserError({
        message: 'the bank was changed while a command worked on it, and is left as it is now',
        hint: 'Run the command again: its answers are stored.',
        place: { file: name },
      });
    }
    renameSync(nextPath, path);
  } finally {
    closeSync(file);
    rmSync(nextPath, { force: true });
  }
}

/** Another one after every write; undefined where there is no file. */
function versionOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
