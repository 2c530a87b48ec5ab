// The bank file on disk: written to line by line by a run that may be killed, or replaced as a whole.
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { streamBank, type KeepScenario } from '../../scenarios/parse-bank.ts';
import { makeFolder } from '../make-folder.ts';
import { openFile } from '../open-file.ts';
import { readAt } from '../read-at.ts';

export interface GrowingBank {
  /** Adds a line at the end; it is on its way to the disk when this returns. */
  readonly append: (line: string) => void;
  readonly close: () => void;
}

/**
 * Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
 * torn by a kill if it is no whole scenario, and is dropped: its answers are in the store. `keep` is told what the file holds.
 * @throws UserError for lines that are no scenarios. `name` is the path shown to people.
 */
export async function openGrowingBank(path: string, name: string, keep: KeepScenario): Promise<GrowingBank> {
  const { size, kept, lacksEnd } = existsSync(path) ? wholeLinesOf(path) : { size: 0, kept: 0, lacksEnd: false };
  if (kept > 0) await readBeginning({ path, name, bytes: kept }, keep);
  let file: number | undefined;
  const open = (): number => {
    makeFolder(dirname(path));
    // Only what was torn when it was opened: another run may have added lines since.
    if (kept < size && statSync(path, { throwIfNoEntry: false })?.size === size) truncateSync(path, kept);
    const opened = openSync(path, 'a');
    if (lacksEnd) writeSync(opened, '\n');
    return opened;
  };
  return {
    append: (line) => {
      file ??= open();
      writeSync(file, `${line}\n`);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

async function readBeginning(
  { path, name, bytes }: { path: string; name: string; bytes: number },
  keep: KeepScenario,
): Promise<void> {
  const source = await openFile(path, name);
  try {
    await streamBank({ ...source, byteLength: bytes }, keep, { without: 'scored' });
  } finally {
    await source.close();
  }
}

/** Replaces a file in one step: a reader, or a kill, finds the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  makeFolder(dirname(path));
  const next = `${path}.${process.pid}.tmp`;
  const file = openSync(next, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

/** Bytes up to the last line end; or all of them, where the last line is whole JSON and lacks its end only. */
function wholeLinesOf(path: string): { readonly size: number; readonly kept: number; readonly lacksEnd: boolean } {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    // The last line, read backwards in ever larger parts.
    for (let length = Math.min(size, PIECE); ; length = Math.min(size, 2 * length)) {
      const tail = Buffer.alloc(length);
      readAt(file, tail, size - length);
      const end = tail.lastIndexOf(LF);
      if (end === -1 && length < size) continue;
      const last = tail.subarray(end + 1);
      if (last.length > 0 && isJson(last.toString('utf8'))) return { size, kept: size, lacksEnd: true };
      return { size, kept: size - last.length, lacksEnd: false };
    }
  } finally {
    closeSync(file);
  }
}

const PIECE = 64 * 1024;
const LF = 10;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
