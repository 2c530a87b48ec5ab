// What a program fills in before a model reads a prompt: `{{ name }}`, `{% if %}`, `${name}`, `{name}`, `<% %>`.
import type { SpecFile } from './clause.ts';
import { proseLines } from './prose-lines.ts';

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
  return proseLines(files).flatMap(({ text, file, line }) =>
    [...text.matchAll(PLACEHOLDER)].map(([found]) => ({ text: found, file, line })),
  );
}
