// The file of labelled answers, written to clause by clause by a run that may be killed.
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../../io/make-folder.ts';
import { parseLabelled, serializeLabelled, type LabelledItem } from '../../scenarios/labelled.ts';

export interface LabelledFile {
  /** What it holds already. */
  readonly existing: readonly LabelledItem[];
  /** Adds lines at the end, in one piece: whoever reads the file meanwhile, or a kill, finds whole lines. */
  readonly append: (items: readonly LabelledItem[]) => void;
  readonly close: () => void;
}

/** A file that is not there is made with the first line. `name` is the path shown to people. @throws UserError for lines that are none. */
export function openLabelledFile(path: string, name: string): LabelledFile {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  let end = text === '' || text.endsWith('\n') ? '' : '\n';
  let file: number | undefined;
  return {
    existing: parseLabelled({ file: name, text }),
    append: (items) => {
      if (items.length === 0) return;
      makeFolder(dirname(path));
      file ??= openSync(path, 'a');
      writeWhole(file, Buffer.from(`${end}${items.map((item) => `${serializeLabelled(item)}\n`).join('')}`));
      end = '';
    },
    close: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** All of it or nothing: half of a line would keep every later run from reading the file. */
function writeWhole(file: number, bytes: Uint8Array): void {
  const { size } = fstatSync(file);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  }
}
