// The bank file on disk: written to line by line by a run that may be killed, or replaced as a whole.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Bank } from '../../scenarios/bank.ts';
import { parseBank } from '../../scenarios/parse-bank.ts';
import { makeFolder } from '../make-folder.ts';

export interface GrowingBank {
  /** What the file held when it was opened. */
  readonly bank: Bank;
  /** Adds a line at the end; it is on its way to the disk when this returns. */
  readonly append: (line: string) => void;
  readonly close: () => void;
}

/**
 * Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
 * torn by a kill if it is no whole scenario, and is dropped: its answers are in the store.
 * @throws UserError for lines that are no scenarios. `name` is the path shown to people.
 */
export function openGrowingBank(path: string, name: string): GrowingBank {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const text = dropTornLine(before);
  const bank = parseBank({ file: name, text });
  let file: number | undefined;
  const open = (): number => {
    makeFolder(dirname(path));
    if (text !== before) writeFileSync(path, text);
    return openSync(path, 'a');
  };
  return {
    bank,
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

/** The text up to its last line end, or with the end its last line lacks where that line is whole JSON. */
function dropTornLine(text: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (last === '') return text;
  try {
    JSON.parse(last);
    return `${text}\n`;
  } catch {
    return text.slice(0, text.length - last.length);
  }
}
