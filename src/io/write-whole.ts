// Files that a run leaves behind: whole or not at all, and a disk that takes no more is said in words.
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createAppender } from './appender.ts';

const SAYS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large for the disk',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** What the system says of a disk or a right that is missing, in words; undefined for every other error. */
export function describeDiskError(error: unknown): string | undefined {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(SAYS, code)) return undefined;
  return `${typeof path === 'string' ? `${path} ` : ''}cannot be written or read: ${SAYS[code]} (${code})`;
}

function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // On a full disk removing the temporary file may fail as well.
  }
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    const out = createAppender(file);
    for (const piece of pieces) out.append(Buffer.from(piece));
    out.flush();
  } finally {
    closeSync(file);
  }
}

/**
 * Writes files that say what is known already (long ones in pieces), each of them whole or not at all: half a report would be read for one. Gives
 * what could not be written, in words; what was found stands without it.
 */
export function writeWhole(
  files: readonly (readonly [path: string, text: string | Iterable<string>])[],
): readonly string[] {
  return files.flatMap(([path, text]) => {
    try {
      if (typeof text === 'string') writeFileSync(path, text);
      else writePieces(path, text);
      return [];
    } catch (error) {
      takeAway(path);
      const says = describeDiskError({ ...(error as object), path });
      if (says === undefined) throw error;
      return [says];
    }
  });
}
