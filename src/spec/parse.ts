// A spec's files as an ordered list of clauses.
import { hashJson } from '../core/canonical-json.ts';
import { type Problem, UserError } from '../core/errors.ts';
import type { Clause, ClauseMode, Spec, SpecFile } from './clause.ts';
import { assignIds, type ClauseDraft } from './draft.ts';
import { draftClauses } from './markdown-clauses.ts';

/** Problems listed before only their number is. */
const MOST_PROBLEMS = 50;

/**
 * Reads Markdown files, and YAML or JSON lists of `{id, text}` (by file extension), in the order given.
 * @throws UserError with every problem found: equal ids or heading paths, unreadable `{…}` suffixes, a fence or comment
 * that swallows headings, entries of a list that are no clause, no clause at all.
 */
export async function parseSpec(files: readonly SpecFile[], options: { readonly clauses: ClauseMode }): Promise<Spec> {
  const problems: Problem[] = [];
  const drafts: ClauseDraft[] = [];
  for (const file of files.map(normalizeText)) {
    drafts.push(...(await draftFile(file, options.clauses, problems)));
  }
  const clauses = assignIds(drafts, problems);
  if (clauses.length === 0 && problems.length === 0) problems.push(...describeEmpty(files, options.clauses));
  if (problems.length > 0) throw new UserError(firstProblems(problems));
  return { clauses, hash: hashSpec(clauses), outside: hashOutside(files.map(normalizeText), clauses) };
}

async function draftFile(file: SpecFile, mode: ClauseMode, problems: Problem[]): Promise<ClauseDraft[]> {
  if (!/\.(?:ya?ml|json)$/i.test(file.file)) return draftClauses(file, mode, problems);
  // The YAML parser is loaded for lists only: it would slow the start of every other command.
  const { draftListed } = await import('./list-clauses.ts');
  return draftListed(file, problems);
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

/** Lists have no text between their entries that anybody reads. */
function hashOutside(files: readonly SpecFile[], clauses: readonly Clause[]): string {
  const left = files.flatMap(({ file, text }) => {
    if (/\.(?:ya?ml|json)$/i.test(file)) return [];
    const lines = text.split('\n');
    for (const clause of clauses) {
      if (clause.file === file) lines.fill('', clause.lines.start - 1, clause.lines.end);
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  });
  return hashJson(left);
}

function describeEmpty(files: readonly SpecFile[], mode: ClauseMode): Problem[] {
  if (files.length === 0) return [{ message: 'the spec has no files', hint: 'set spec to a file, a glob or a list' }];
  return files.map(({ file, text }) => ({
    message: text.trim() === '' ? 'the spec is empty' : `no clause found (clauses: ${mode})`,
    hint: 'a clause is a heading with its text; set clauses: items or paragraphs for a spec without headings',
    place: { file, line: 1, column: 1 },
  }));
}
