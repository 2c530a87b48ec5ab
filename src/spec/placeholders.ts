// What a program fills in before a model reads a prompt: `{{ name }}`, `{% if %}`, `${name}`, `{name}`, `<% %>`.
import type { SpecFile } from './clause.ts';

export interface Placeholder {
  readonly text: string;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** Braces around no plain name (JSON, `{#id}`, sets in mathematics) are text. */
const PLACEHOLDER =
  /\{\{[^{}\n]{1,200}\}\}|\{%[^%\n]{1,200}%\}|<%[^%\n]{1,200}%>|\$\{[A-Za-z_][\w.]{0,80}\}|(?<![\\{$\w])\{[A-Za-z_][\w.]{0,80}\}(?!\})/g;

/** In the order they stand; code, where such signs are shown as examples, is left out. */
export function findPlaceholders(files: readonly SpecFile[]): readonly Placeholder[] {
  return files.flatMap(({ file, text }) => {
    let fence: string | undefined;
    return text.split('\n').flatMap((line, index): Placeholder[] => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
        fence = fence === undefined ? mark : undefined;
        return [];
      }
      if (fence !== undefined) return [];
      const prose = line.replaceAll(/`[^`]*`/g, '');
      return [...prose.matchAll(PLACEHOLDER)].map(([found]) => ({ text: found, file, line: index + 1 }));
    });
  });
}
