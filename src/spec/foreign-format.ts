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
  [/\.(?:jsonc|json5|hjson)$/i, 'JSON with comments'],
  [/\.(?:ini|cfg|conf|properties|env)$/i, 'a file of settings'],
  [/\.(?:csv|tsv)$/i, 'a table'],
  [/\.ipynb$/i, 'a notebook'],
];
/** Programs that hold a prompt: its rules would stand among clauses made of code, whose comments look like headings. */
const PROGRAM =
  /\.(?:pyi?|[cm]?[jt]sx?|go|rs|rb|java|kts?|scala|swift|cs|fs|c|cc|cpp|h|hpp|m|php|pl|lua|r|jl|dart|exs?|clj|hs|vue|svelte|sh|bash|zsh|ps1|sql)$/i;

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
  if (PROGRAM.test(file)) {
    const hint =
      'keep the prompt in a file of its own that the program reads, such as prompts/system.md, and name that';
    return [{ message: 'the source of a program is not read as a spec: its code would be clauses, too', hint, place }];
  }
  const document = mode === 'headings' ? named(DOCUMENTS) : undefined;
  if (document === undefined) return [];
  const hint = 'convert it to Markdown (pandoc does), or set clauses: paragraphs, where each paragraph is a clause';
  return [{ message: `the headings of ${document} are none in Markdown`, hint, place }];
}
