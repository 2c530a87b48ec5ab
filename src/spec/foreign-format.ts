// Documents of other formats, told by their names: read as Markdown their headings would be text, or their text headings.
import type { Problem } from '../core/errors.ts';
import type { ClauseMode, SpecFile } from './clause.ts';

/** Written for readers: paragraphs are parted by blank lines in all of them. */
const DOCUMENTS: readonly (readonly [ending: RegExp, format: string])[] = [
  [/\.(?:adoc|asciidoc|asc)$/i, 'AsciiDoc'],
  [/\.(?:rst|rest)$/i, 'reStructuredText'],
  [/\.org$/i, 'Org'],
  [/\.x?html?$/i, 'HTML'],
  [/\.(?:tex|latex)$/i, 'LaTeX'],
];
/** Written for programs: their lines mean nothing to a reader of Markdown. */
const DATA: readonly (readonly [ending: RegExp, format: string])[] = [
  [/\.toml$/i, 'TOML'],
  [/\.(?:jsonl|ndjson)$/i, 'JSON Lines'],
  [/\.(?:csv|tsv)$/i, 'a table'],
];

/** What keeps a file from being read in this mode; none for Markdown, plain text and whatever else has no format of its own. */
export function describeForeign({ file }: SpecFile, mode: ClauseMode): Problem[] {
  const named = (formats: typeof DATA): string | undefined => formats.find(([ending]) => ending.test(file))?.[1];
  const place = { file, line: 1, column: 1 };
  const data = named(DATA);
  if (data !== undefined) {
    return [
      { message: `${data} is not read as a spec`, hint: 'write its rules as YAML or JSON, or as Markdown', place },
    ];
  }
  const document = mode === 'headings' ? named(DOCUMENTS) : undefined;
  if (document === undefined) return [];
  const hint = 'convert it to Markdown (pandoc does), or set clauses: paragraphs, where each paragraph is a clause';
  return [{ message: `the headings of ${document} are none in Markdown`, hint, place }];
}
