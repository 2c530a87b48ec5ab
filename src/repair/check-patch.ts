// Whether a writer's patch is an edit of one clause and of nothing else, small enough, and plain to everybody who reads it.
import { canonicalJson } from '../core/canonical-json.ts';
import { UserError } from '../core/errors.ts';
import { specTextNotes } from '../report/build/spec-text-notes.ts';
import type { Finding } from '../report/report.ts';
import { isSubstantive, type ClauseChange, type WordChange } from '../spec/change.ts';
import type { Clause, ClauseMode, Spec } from '../spec/clause.ts';
import { diffSpec } from '../spec/diff.ts';
import { hiddenIn } from '../spec/shown/shown-clause.ts';
import { parseSpec } from '../spec/parse.ts';
import { diffWords } from '../spec/word-diff.ts';
import { applyPatch, isWithin, type Patch } from './patch.ts';

/** Why a patch is not tried. */
export type Refusal =
  | { readonly code: 'out-of-clause' }
  | { readonly code: 'no-longer-parses'; readonly problem: string }
  | { readonly code: 'touches-more'; readonly what: string }
  | { readonly code: 'no-effect' }
  /** It would take out, with the lines it replaces, a comment that its writer was not shown. */
  | { readonly code: 'loses-comment' }
  | { readonly code: 'too-many-words'; readonly words: number; readonly most: number }
  /** What the spec's own pull requests are checked for: hidden text, text that speaks to judges, look-alike letters. */
  | { readonly code: 'suspect-text'; readonly finding: Finding };

export type CheckedPatch =
  | {
      readonly status: 'good';
      readonly spec: Spec;
      readonly change: ClauseChange;
      /** Words taken out and put in. */
      readonly words: number;
    }
  | { readonly status: 'refused'; readonly refusal: Refusal };

export interface PatchRules {
  readonly spec: Spec;
  /** The clause that the patch says it edits. */
  readonly clause: Clause;
  readonly mode: ClauseMode;
  readonly ignore: readonly string[];
  /** The most words that may be taken out and put in. */
  readonly mostWords: number;
}

/** The spec with the patch, if that changes the words of this clause and nothing else. */
export async function checkPatch(patch: Patch, rules: PatchRules): Promise<CheckedPatch> {
  const { spec, clause, mode, ignore, mostWords } = rules;
  if (patch.file !== clause.file || !isWithin(clause.lines, patch)) return refused({ code: 'out-of-clause' });
  let patched: Spec;
  try {
    patched = await parseSpec(applyPatch(spec.files, patch), { clauses: mode, ignore });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return refused({ code: 'no-longer-parses', problem: error.problems[0]!.message });
  }
  const more = whatElseChanged(spec, patched, { clause, isNamed: isNamed(spec, clause, mode) });
  if (more !== undefined) return refused({ code: 'touches-more', what: more });
  const [was, is] = [hiddenIn(clause), hiddenIn(patched.clauses[spec.clauses.indexOf(clause)]!)];
  if (was.comments.some((comment) => !is.comments.includes(comment))) return refused({ code: 'loses-comment' });
  const changes = diffSpec(spec, patched);
  const [change] = changes;
  if (change === undefined || !isSubstantive(change)) return refused({ code: 'no-effect' });
  const words = countChangedWords(diffWords(clause.text, change.head?.text ?? ''));
  if (words > mostWords) return refused({ code: 'too-many-words', words, most: mostWords });
  // What the clause hides already is no doing of the patch.
  const hidesMore = is.comments.length > was.comments.length || is.invisible.length > was.invisible.length;
  const finding = specTextNotes(changes).find(({ code }) => code !== 'hiddenText' || hidesMore);
  if (finding !== undefined) return refused({ code: 'suspect-text', finding });
  return { status: 'good', spec: patched, change, words };
}

function refused(refusal: Refusal): CheckedPatch {
  return { status: 'refused', refusal };
}

interface Edited {
  readonly clause: Clause;
  /** Its id is written down, and not made from its words. */
  readonly isNamed: boolean;
}

/** What a patch of one clause must leave as it is: all but that clause's text. Undefined where it does. */
function whatElseChanged(before: Spec, after: Spec, { clause: edited, isNamed: hasName }: Edited): string | undefined {
  if (before.outside !== after.outside) return 'text outside of clauses';
  if (canonicalJson(before.ignored ?? []) !== canonicalJson(after.ignored ?? [])) return 'lines that are left out';
  if (before.clauses.length !== after.clauses.length) return 'the number of clauses';
  for (const [index, clause] of before.clauses.entries()) {
    const now = after.clauses[index]!;
    const isEdited = clause === edited;
    // The id and title of a list item or paragraph are its first words: they follow the edit.
    if (isEdited && !hasName && canonicalJson(standingOf(now)) === canonicalJson(standingOf(clause))) continue;
    if (now.id !== clause.id) return `the id of ${clause.id}`;
    if (now.title !== clause.title || canonicalJson(standingOf(now)) !== canonicalJson(standingOf(clause))) {
      return `the heading of ${clause.id}`;
    }
    if (!isEdited && now.text !== clause.text) return `the text of ${clause.id}`;
  }
  return undefined;
}

/**
 * Headings stand above their text, and so does what names an entry of YAML, where anything but its first words does; an item or
 * paragraph may end with its id.
 */
function isNamed({ files }: Spec, { id, file, lines, title, text }: Clause, mode: ClauseMode): boolean {
  if (/\.(?:ya?ml|json)$/i.test(file)) return !text.startsWith(title.replace(/ \.\.\.$/, ''));
  if (mode === 'headings') return true;
  const source = files.find((one) => one.file === file)?.text.split('\n') ?? [];
  return source
    .slice(lines.start - 1, lines.end)
    .join('\n')
    .includes(`{#${id}`);
}

function standingOf({ ancestors, attributes, file, kind }: Clause) {
  return { ancestors, attributes: { ...attributes }, file, kind: kind ?? 'text' };
}

function countChangedWords(words: readonly WordChange[]): number {
  const changed = words.flatMap(({ kind, text }) => (kind === 'same' ? [] : (text.match(/\S+/g) ?? [])));
  return changed.length;
}
