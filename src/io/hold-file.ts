// One process at a time writes to a file, some for hours: who does says so in a file beside it.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { UserError } from '../core/errors.ts';
import { isAlive } from './is-alive.ts';
import { makeFolder } from './make-folder.ts';

const Holder = z.object({ pid: z.int().positive(), host: z.string().max(300) });

/** Held by this process: in a container every process may have the same number as the one that was killed before it. */
const ours = new Set<string>();

/**
 * Takes the file at `path` for this process, and gives what lets go of it. What a process that was killed on this machine has
 * left is taken over. `name` is the path shown to people, `otherwise` what they can do instead of waiting.
 * @throws UserError where another run holds it.
 */
export function holdFile(
  path: string,
  { name, otherwise }: { readonly name: string; readonly otherwise: string },
): () => void {
  const lock = `${path}.lock`;
  makeFolder(dirname(path));
  if (!tryToHold(lock)) {
    const holder = readHolder(lock);
    if (!isAbandoned(lock, holder) || !takeAway(lock, holder.text) || !tryToHold(lock)) {
      throw new UserError({
        message: `another run writes to it${describe(holder)}`,
        hint: `Wait until it ends, or ${otherwise}. Where none runs any more, remove ${basename(lock)} beside it.`,
        place: { file: name },
      });
    }
  }
  ours.add(lock);
  return () => {
    ours.delete(lock);
    rmSync(lock, { force: true });
  };
}

/** Holds the file while `work` goes on, whatever comes of it. @throws UserError as `holdFile` does. */
export async function whileHeld<Result>(
  path: string,
  words: Parameters<typeof holdFile>[1],
  work: () => Promise<Result>,
): Promise<Result> {
  const letGo = holdFile(path, words);
  try {
    return await work();
  } finally {
    letGo();
  }
}

function tryToHold(lock: string): boolean {
  try {
    writeFileSync(lock, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

interface Held {
  readonly text: string;
  /** Undefined where the file does not say it: it is being written just now, or is not ours. */
  readonly by?: z.infer<typeof Holder>;
}

function readHolder(lock: string): Held {
  try {
    const text = readFileSync(lock, 'utf8');
    return { text, by: Holder.parse(JSON.parse(text)) };
  } catch {
    return { text: '' };
  }
}

function isAbandoned(lock: string, { by }: Held): boolean {
  if (by === undefined || by.host !== hostname()) return false;
  return by.pid === process.pid ? !ours.has(lock) : !isAlive(by.pid);
}

/** Whether what was taken away is what was read: another run may have taken it over meanwhile, and holds it now. */
function takeAway(lock: string, text: string): boolean {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return false;
  }
  const isSame = readHolder(aside).text === text;
  if (isSame) rmSync(aside, { force: true });
  else renameSync(aside, lock);
  return isSame;
}

function describe({ by }: Held): string {
  if (by === undefined) return '';
  return ` (process ${by.pid}${by.host === hostname() ? '' : ` on ${by.host}`})`;
}
