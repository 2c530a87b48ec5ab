// Rows that an import left out, each with its reason, for a person to mend: JSON Lines, made with the first reject.
import { closeSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../io/make-folder.ts';

export interface RejectedRow {
  /** The file or address it came from. */
  readonly source: string;
  /** Counts from 1, as the source's format counts. */
  readonly row: number;
  readonly reason: string;
  /** The row's beginning. */
  readonly excerpt: string;
}

export interface RejectFile {
  readonly add: (row: RejectedRow) => void;
  readonly close: () => void;
}

/** A file of an earlier import is replaced by the first reject; without rejects it is left alone. */
export function openRejectFile(path: string): RejectFile {
  let file: number | undefined;
  const open = (): number => {
    makeFolder(dirname(path));
    return openSync(path, 'w');
  };
  return {
    add: ({ source, row, reason, excerpt }) => {
      file ??= open();
      writeSync(file, `${JSON.stringify({ source, row, reason, excerpt })}\n`);
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
