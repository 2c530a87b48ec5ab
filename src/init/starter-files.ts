// Writes the files of a new project: what is there already stays as it is.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Written {
  /** Path from the project's folder. */
  readonly file: string;
  readonly what: 'written' | 'added to' | 'kept as it is';
}

export function writeNew(root: string, file: string, text: string): Written {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return { file, what: 'written' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { file, what: 'kept as it is' };
  }
}

/** Adds the lines that the file does not have yet. */
export function addLines(root: string, file: string, lines: readonly string[]): Written {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !known.has(line));
  if (missing.length === 0) return { file, what: 'kept as it is' };
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  appendFileSync(path, `${start}${missing.join('\n')}\n`);
  return { file, what: before === '' ? 'written' : 'added to' };
}
