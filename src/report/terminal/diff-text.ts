// What changed between two specs, as a terminal shows it.
import { formatPlace } from '../../core/errors.ts';
import type { AttributeChange, ClauseChange, WordChange } from '../../spec/change.ts';
import { countClauses } from '../../spec/clause.ts';
import { changesOutside, type DiffView } from './diff-json.ts';
import type { Paint } from '../../render/paint.ts';
import { padAfter, widthOf } from '../../render/text-width.ts';
import { breakCommands } from '../../render/runner-commands.ts';
import { visibleLine, visibleText } from '../../render/visible-text.ts';
import { pluralForm } from '../../render/plural-form.ts';
import { plural } from '../../render/format-numbers.ts';

/** Characters shown on each side of a change. */
const CONTEXT = 60;

/** The order of the summary; `edited` first, for it is what most changes are. */
const SUMMARY = ['edited', 'added', 'removed', 'renamed', 'moved', 'unseen'] as const;

const WORDS: Readonly<Record<(typeof SUMMARY)[number], string>> = {
  edited: 'edited',
  added: 'added',
  removed: 'removed',
  renamed: 'renamed',
  moved: 'moved',
  unseen: 'changed where judges cannot see',
};

/** `2 clauses edited, 1 added`; `no clause changed`. Cosmetic changes are not counted. */
export function summarizeChanges(changes: readonly ClauseChange[]): string {
  const counts = SUMMARY.map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }));
  const [first, ...others] = counts.filter(({ count }) => count > 0);
  if (first === undefined) return 'no clause changed';
  const noun = pluralForm(first.count, 'clause', 'clauses');
  return [
    `${first.count} ${noun} ${WORDS[first.kind]}`,
    ...others.map(({ kind, count }) => `${count} ${WORDS[kind]}`),
  ].join(', ');
}

/**
 * One line a change, with its file and lines: `~ be_kind  docs/spec.md:211-238`. The summary is the first line, with the
 * number of clauses before and after and of cosmetic changes, which are not listed. Text outside of clauses is told last.
 */
export function renderChangeList(view: DiffView, paint: Paint): readonly string[] {
  const { base, head, changes } = view;
  const cosmetic = changes.filter(({ kind }) => kind === 'cosmetic').length;
  const ignored = cosmetic === 0 ? '' : `; ${plural(cosmetic, 'cosmetic change')} ignored`;
  const counts = paint.faint(`(${countClauses(base.clauses)} -> ${countClauses(head.clauses)}${ignored})`);
  const shown = changes.filter(({ kind }) => kind !== 'cosmetic');
  const width = shown.reduce((widest, change) => Math.min(60, Math.max(widest, widthOf(nameOf(change)))), 0);
  return [
    `${summarizeChanges(changes)}   ${counts}`,
    ...shown.map((change) => renderLine(change, { width, paint })),
    ...(changesOutside(view)
      ? [`? text outside of clauses changed  ${paint.faint('front matter, comments, headings above nothing')}`]
      : []),
  ];
}

/**
 * The list, and below it the words that changed in each clause, marked `[-gone-]{+come+}` as `git diff --word-diff` does:
 * readable without colours too. Text from the specs shows its unseen characters as escapes.
 */
export function renderDiff(view: DiffView, paint: Paint): string {
  const details = view.changes.flatMap((change) => renderDetails(change, paint));
  return breakCommands([...renderChangeList(view, paint), ...details].map((line) => `${line}\n`).join(''));
}

function renderLine(change: ClauseChange, { width, paint }: { width: number; paint: Paint }): string {
  const notes = [describePlace(change), change.kind === 'renamed' && change.edited ? 'edited' : '']
    .concat(change.moved ? 'moved' : '', describeUnder(change), change.attributes.map(describeAttribute))
    .filter((note) => note !== '');
  return `${markOf(change)} ${padAfter(nameOf(change), width)}  ${paint.faint(notes.join(' · '))}`;
}

function markOf({ kind }: ClauseChange): string {
  if (kind === 'added') return '+';
  if (kind === 'removed') return '-';
  if (kind === 'unseen') return '?';
  return kind === 'moved' ? '>' : '~';
}

function nameOf({ baseId, id }: ClauseChange): string {
  return visibleLine(baseId === undefined ? id : `${baseId} -> ${id}`);
}

function describePlace({ head, base }: ClauseChange): string {
  const clause = head ?? base;
  if (clause === undefined) return '';
  const { start, end } = clause.lines;
  const place = formatPlace({ file: visibleLine(clause.file), line: start });
  return start === end ? place : `${place}-${end}`;
}

function describeUnder({ path }: ClauseChange): string {
  return path === undefined ? '' : visibleLine(`under ${path.base || '(top)'} -> ${path.head || '(top)'}`);
}

function describeAttribute({ name, base, head }: AttributeChange): string {
  return visibleLine(`${name} ${base ?? '(none)'} -> ${head ?? '(none)'}`);
}

function renderDetails(change: ClauseChange, paint: Paint): string[] {
  if (change.words.length === 0) return [];
  return ['', paint.strong(nameOf(change)), ...excerpt(change.words, paint).map((line) => `    ${line}`)];
}

/** The changed runs with a little of what stands around them. */
function excerpt(words: readonly WordChange[], paint: Paint): string[] {
  const marked = words.map(({ kind, text }, index) => {
    const run = visibleText(text);
    if (kind === 'removed') return markLines(run, (line) => paint.bad(`[-${line}-]`));
    if (kind === 'added') return markLines(run, (line) => paint.good(`{+${line}+}`));
    return markLines(shorten(run, { before: index > 0, after: index < words.length - 1 }), paint.faint);
  });
  const lines = marked.join('').split('\n');
  return lines.filter((line) => line.trim() !== '');
}

/** Marks line by line, so that every line of the output stands for itself. */
function markLines(text: string, mark: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : mark(line)))
    .join('\n');
}

interface Sides {
  /** Whether a change stands before, or after, the run. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Keeps what is next to a change; cuts at a word. */
function shorten(text: string, { before, after }: Sides): string {
  const kept = (before ? CONTEXT : 0) + (after ? CONTEXT : 0);
  if (text.length <= kept + 20) return text;
  const first = before ? text.slice(0, CONTEXT).replace(/\S*$/, '') : '';
  const last = after ? text.slice(-CONTEXT).replace(/^\S*/, '') : '';
  return `${first}${before && after ? '...\n...' : '...'}${last}`;
}
