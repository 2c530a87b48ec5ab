// Where a document takes in another file: none is followed, so text of it is part of the spec only where the config names it.
import type { SpecFile } from './clause.ts';
import { proseLines } from './prose-lines.ts';

export interface Include {
  /** The file as it is written. */
  readonly path: string;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** Each names the file in its one group. A file has an ending: else `@name` would be a person, `![[x]]` a picture's title. */
const DIRECTIVES: readonly RegExp[] = [
  /\{!\s*([^!{}\s]+\.\w{1,8})\s*!\}/g, // markdown-include
  /^\s*-{1,2}8<-{1,2}\s+["']([^"']+\.\w{1,8})["']/g, // PyMdown snippets
  /\{%-?\s*(?:include|extends|import)\s+["']([^"']+)["']/g, // Jinja, Liquid
  /\{\{[<%]?\s*include\s+["']?([^"'\s>}]+\.\w{1,8})/g, // Quarto, Go templates
  /!\[\[([^\]|#]+\.(?:md|markdown|mdx|txt))/g, // Obsidian
  /^\s*(?:!include|@import|\.\. include::|:::\s*include|#include|include::)\s*["'(]?([\w./-]+\.\w{1,8})/g,
  /\[!INCLUDE\s*\[[^\]]*\]\(([^)\s]+)\)/gi, // DocFX
  /<!--\s*#?include(?:\s+(?:file|virtual)=|:?\s+)["']?([\w./-]+\.\w{1,8})/gi,
  /(?:^|\s)@((?:[\w.-]+\/)*[\w-]+\.(?:md|mdx|mdc|txt))(?=$|[\s,.;:)])/g, // rule files of coding agents
];

/** Those whose file is none of the spec's own, in the order they stand. */
export function findIncludes(files: readonly SpecFile[]): readonly Include[] {
  const isRead = (path: string): boolean => {
    const plain = path.replace(/^(?:\.{1,2}\/)+|^\//, '');
    return files.some(({ file }) => file === plain || file.endsWith(`/${plain}`));
  };
  return proseLines(files).flatMap(({ text, file, line }) =>
    DIRECTIVES.flatMap((directive) => [...text.matchAll(directive)]).flatMap(([, path]) =>
      path === undefined || isRead(path) ? [] : [{ path, file, line }],
    ),
  );
}
