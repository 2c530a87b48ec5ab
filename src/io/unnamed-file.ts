// A file for this process alone, which goes with it: what is too much for memory and of no use to anybody afterwards.
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface UnnamedFile {
  /** Open for reading and writing. */
  readonly file: number;
  /** Closes it, after which it is gone. A process that ends need not call it. */
  readonly close: () => void;
}

/** In the folder for temporary files. An open file without a name goes with the process, however that ends. */
export function openUnnamedFile(): UnnamedFile {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-'));
  const file = openSync(join(folder, 'spool'), 'w+');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    remove();
    return { file, close: () => closeSync(file) };
  } catch {
    // Where an open file keeps its name it goes at the end.
    const close = (): void => {
      process.off('exit', close);
      closeSync(file);
      remove();
    };
    process.once('exit', close);
    return { file, close };
  }
}
