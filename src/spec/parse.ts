// A spec's files as an ordered list of clauses.
import { hashJson } from '../core/canonical-json.ts';
import { type Problem, UserError } from '../core/errors.ts';
import type { Clause, ClauseMode, Spec, SpecFile } from './clause.ts';
import { findConflict } from './conflict-markers.ts';
import { DATA_HINT } from './data-hint.ts';
import { assignIds, type ClauseDraft } from './draft.ts';
import { describeForeign } from './foreign-format.ts';
import { leaveOut } from './ignored-lines.ts';
import { draftClauses, type DraftedFile } from './markdown-clauses.ts';
import type { PromptFile } from './prompt-file.ts';
import { needsTree } from './shown/shown-text.ts';

/** Problems listed before only their number is. */
const MOST_PROBLEMS = 50;

/** Limits far above any spec that was ever published (the largest has 0.25 MB and 80 clauses), and below what takes long. */
const MOST_CLAUSES = 20_000;
const MOST_CHARACTERS = 8_000_000;
/** Clauses of which only a Markdown tree tells what a page hides: so many are read in about two seconds. */
const MOST_HIDING = 2000;
/** A longer clause fits no judge beside the others. */
const LONGEST_CLAUSE = 100_000;

export interface ParseSpecOptions {
  readonly clauses: ClauseMode;
  /** Lines that are no part of the spec, `*` standing for any text: `Last updated: *`. */
  readonly ignore?: readonly string[];
}

/**
 * Reads Markdown files, and of YAML or JSON (by file extension) rules and prompts, in the order given.
 * @throws UserError with every problem found: equal ids, unreadable `{…}` suffixes, a fence or comment that swallows
 * headings, an unresolved merge, entries of a list that are no clause, no clause at all, more text than a spec can have.
 */
export async function parseSpec(files: readonly SpecFile[], options: ParseSpecOptions): Promise<Spec> {
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > MOST_CHARACTERS) throw new UserError(describeSize(files, size));
  const drafts: ClauseDraft[] = [];
  const outside: string[] = [];
  const sources = files.map(normalizeText);
  const problems: Problem[] = sources.flatMap((source) => [
    ...describeForeign(source, options.clauses),
    ...describeConflict(source),
  ]);
  if (problems.length > 0) throw new UserError(firstProblems(problems));
  const { kept, ignored } = leaveOut(sources, options.ignore ?? []);
  for (const file of kept) {
    const drafted = await draftFile(file, options.clauses, problems);
    drafts.push(...drafted.drafts);
    outside.push(...drafted.outside);
  }
  problems.push(...describeTooLarge(drafts));
  if (drafts.length > MOST_CLAUSES) throw new UserError(firstProblems(problems));
  const { clauses, repeated } = assignIds(drafts, problems);
  if (clauses.length === 0 && problems.length === 0) problems.push(...describeEmpty(files, options.clauses));
  if (problems.length > 0) throw new UserError(firstProblems(problems));
  return {
    clauses,
    hash: hashSpec(clauses),
    outside: hashJson(outside),
    files: await Promise.all(sources.map(asGiven)),
    repeated,
    ignored,
  };
}

async function draftFile(file: SpecFile, mode: ClauseMode, problems: Problem[]): Promise<DraftedFile> {
  if (!isData(file)) return draftClauses(file, mode, problems);
  const prompt = await promptIn(file);
  if (prompt !== undefined) return draftPrompt(file, mode, { prompt, problems });
  const { draftListed } = await import('./list-clauses.ts');
  return draftListed(file, problems);
}

/** The YAML parser is loaded for such files only: it would slow the start of every other command. */
async function promptIn(file: SpecFile): Promise<PromptFile | undefined> {
  if (!isData(file)) return undefined;
  return (await import('./prompt-file.ts')).readPromptFile(file);
}

function isData({ file }: SpecFile): boolean {
  return /\.(?:ya?ml|json)$/i.test(file);
}

function draftPrompt(
  { file }: SpecFile,
  mode: ClauseMode,
  { prompt, problems }: { readonly prompt: PromptFile; readonly problems: Problem[] },
): DraftedFile {
  const { drafts, outside } = draftClauses({ file, text: prompt.padded }, mode, problems);
  const within = (line: number): number => Math.min(line, prompt.lastLine);
  return {
    drafts: drafts.map((draft) => ({
      ...draft,
      lines: { start: within(draft.lines.start), end: within(draft.lines.end) },
    })),
    outside: [...outside, ...prompt.rest],
  };
}

/** Of a prompt file, what a model is given. */
async function asGiven(source: SpecFile): Promise<SpecFile> {
  const prompt = await promptIn(source);
  return prompt === undefined ? source : { file: source.file, text: prompt.written };
}

function describeSize(files: readonly SpecFile[], size: number): Problem {
  const [largest] = files.toSorted((one, other) => other.text.length - one.text.length);
  return {
    message: `the spec has ${size} characters; at most ${MOST_CHARACTERS} are read`,
    hint: 'name only the files that are the spec',
    place: { file: largest!.file, line: 1, column: 1 },
  };
}

function describeConflict({ file, text }: SpecFile): Problem[] {
  const line = findConflict(text);
  if (line === undefined) return [];
  return [
    {
      message: 'a merge that is not resolved: both texts stand here, between <<<<<<< and >>>>>>>',
      hint: 'keep what shall be the rule, and take the three marks out',
      place: { file, line, column: 1 },
    },
  ];
}

function describeTooLarge(drafts: readonly ClauseDraft[]): Problem[] {
  const long = drafts.filter(({ text }) => text.length > LONGEST_CLAUSE);
  const extra = drafts[MOST_CLAUSES];
  // Looked at only where there are more clauses than that limit at all.
  const hiding = drafts.length <= MOST_HIDING ? [] : drafts.filter(({ text }) => needsTree(text));
  const oneMore = hiding[MOST_HIDING];
  return [
    ...(oneMore === undefined
      ? []
      : [
          {
            message: `${hiding.length} clauses hide comments, struck-out text or characters within their text; at most ${MOST_HIDING} are read`,
            hint: 'put comments on lines of their own with a blank line above and below, and take out what shows nothing',
            place: { file: oneMore.file, line: oneMore.lines.start, column: 1 },
          },
        ]),
    ...long.map((draft) => ({
      message: `a clause of ${draft.text.length} characters; at most ${LONGEST_CLAUSE} are read`,
      hint: 'part it with headings: no judge can weigh so long a clause',
      place: { file: draft.file, line: draft.lines.start, column: 1 },
    })),
    ...(extra === undefined
      ? []
      : [
          {
            message: `the spec has ${drafts.length} clauses; at most ${MOST_CLAUSES} are read`,
            hint: 'name only the files that are the spec, or set clauses: headings',
            place: { file: extra.file, line: extra.lines.start, column: 1 },
          },
        ]),
  ];
}

function normalizeText({ file, text }: SpecFile): SpecFile {
  return { file, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
}

function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  const rest = problems.length - MOST_PROBLEMS;
  return [...problems.slice(0, MOST_PROBLEMS), { message: `and ${rest} more problems in the spec` }];
}

/** Files and lines are left out: moving text to another file or line does not make another spec text. */
function hashSpec(clauses: readonly Clause[]): string {
  return hashJson(
    clauses.map(({ id, ancestors, title, attributes, text }) => ({ id, ancestors, title, attributes, text })),
  );
}

function describeEmpty(files: readonly SpecFile[], mode: ClauseMode): Problem[] {
  if (files.length === 0) return [{ message: 'the spec has no files', hint: 'set spec to a file, a glob or a list' }];
  return files.map((source) => ({
    message: source.text.trim() === '' ? 'the spec is empty' : `no clause found (clauses: ${mode})`,
    hint: isData(source)
      ? DATA_HINT
      : 'a clause is a heading with its text; set clauses: items or paragraphs for a spec without headings',
    place: { file: source.file, line: 1, column: 1 },
  }));
}
