// Lines that a project says are no part of its spec, such as "Last updated: 2026-11-28".
import type { SpecFile } from './clause.ts';

export interface LeftOut {
  /** The files with blank lines in their place, so that every other line keeps its number. */
  readonly kept: readonly SpecFile[];
  readonly ignored: readonly string[];
}

/** Leaves out the lines that match a pattern whole, white space around them aside; `*` stands for any text. */
export function leaveOut(files: readonly SpecFile[], patterns: readonly string[]): LeftOut {
  if (patterns.length === 0) return { kept: files, ignored: [] };
  const ignored: string[] = [];
  const kept = files.map(({ file, text }) => {
    const lines = text.split('\n').map((line) => {
      if (!patterns.some((pattern) => matches(line.trim(), pattern))) return line;
      ignored.push(line.trim());
      return '';
    });
    return { file, text: lines.join('\n') };
  });
  return { kept, ignored };
}

/** Without regular expressions, so that no pattern takes long on any line. */
function matches(line: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.trim().split('*');
  const last = rest.pop();
  if (last === undefined) return line === first;
  if (!line.startsWith(first) || line.length < first.length + last.length || !line.endsWith(last)) return false;
  const end = line.length - last.length;
  let from = first.length;
  for (const part of rest) {
    const found = line.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}
