// A spec's lines outside of fenced code and without code in a line, where signs are shown as examples.
import type { SpecFile } from './clause.ts';

export interface ProseLine {
  readonly text: string;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

export function proseLines(files: readonly SpecFile[]): readonly ProseLine[] {
  return files.flatMap(({ file, text }) => {
    let fence: string | undefined;
    return text.split('\n').flatMap((line, index): ProseLine[] => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
        fence = fence === undefined ? mark : undefined;
        return [];
      }
      return fence === undefined ? [{ text: line.replaceAll(/`[^`]*`/g, ''), file, line: index + 1 }] : [];
    });
  });
}
