// What a change does to the spec that judges are not shown: it is said, and by default it keeps the check from passing.
import { whereDefined } from '../../core/where-defined.ts';
import type { Config } from '../../config/schema.ts';
import { createFinding } from '../../report/messages.ts';
import { placeOf } from '../../report/build/finding-numbers.ts';
import type { Finding } from '../../report/report.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { Clause, Spec } from '../../spec/clause.ts';
import { findIncludes } from '../../spec/includes.ts';
import { findPlaceholders } from '../../spec/placeholders.ts';
import { hiddenIn, isReordered } from '../../spec/shown/shown-clause.ts';
import { SEVERITY_OF_ACTION } from '../../decision/severity.ts';

/** Clauses named one by one before only their number is. */
const MOST_NAMED = 10;

export interface SpecChange {
  readonly base: Spec;
  readonly head: Spec;
  readonly changes: readonly ClauseChange[];
}

/** A finding for each clause that changed out of sight, and one for text outside of clauses. */
export function findUnseen(
  { base, head, changes }: SpecChange,
  action: Config['actions']['unseen'],
): readonly Finding[] {
  const severity = SEVERITY_OF_ACTION[action];
  const unseen = changes.filter(({ kind }) => kind === 'unseen');
  const named = unseen.slice(0, MOST_NAMED).map((change) => {
    const place = placeOf(change.id, changes);
    return createFinding({
      code: 'changedOutOfSight',
      args: { clause: change.id, what: describeHidden(change) },
      clause: change.id,
      severity,
      ...whereDefined({ place }),
    });
  });
  const rest = unseen.length - named.length;
  return [
    ...named,
    ...(rest === 0 ? [] : [createFinding({ code: 'moreOutOfSight', args: { clauses: rest }, severity })]),
    ...(base.outside === head.outside ? [] : [createFinding({ code: 'textOutsideClauses', args: {}, severity })]),
  ];
}

/** What is odd about the spec's form, whatever its verdict. */
export function remarkOnSpec({ base, head }: Omit<SpecChange, 'changes'>): readonly Finding[] {
  const before = new Set((base.repeated ?? []).map(({ id }) => id));
  const repeated = (head.repeated ?? []).filter(({ id }) => !before.has(id)).slice(0, MOST_NAMED);
  return repeated.map(({ id, first }) =>
    createFinding({
      code: 'repeatedHeading',
      args: { clause: id, first: `${first.file}:${first.line}` },
      severity: 'notice',
    }),
  );
}

/** Placeholders or files that are shown. */
const FEW = 3;

/** Files that the spec takes in by a directive of its documents' tools: who edits one of them would see "nothing changed". */
export function remarkOnIncludes({ files }: Spec): readonly Finding[] {
  const found = findIncludes(files);
  const [first] = found;
  if (first === undefined) return [];
  const shown = [...new Set(found.map(({ path }) => path))].slice(0, FEW);
  const args = { first: `${first.file}:${first.line}`, shown, places: found.length };
  return [createFinding({ code: 'includesFiles', args, severity: 'notice' })];
}

/** What models are given with placeholders in it that nothing fills in here: they answer another prompt than in use. */
export function remarkOnTemplate({ files }: Spec): readonly Finding[] {
  const found = findPlaceholders(files);
  const [first] = found;
  if (first === undefined) return [];
  const shown = [...new Set(found.map(({ text }) => text))].slice(0, FEW);
  const args = { first: `${first.file}:${first.line}`, shown, places: found.length };
  return [createFinding({ code: 'templatePrompt', args, severity: 'notice' })];
}

/** Characters of ignored lines that a finding shows of each side. */
const MOST_SHOWN = 500;

/** What changed in lines that are no part of the spec. Models that are given them read them, and nothing tests what they say. */
export function findIgnored(
  { base: { ignored: was = [] }, head: { ignored: is = [] } }: Omit<SpecChange, 'changes'>,
  { sent, action }: { readonly sent: boolean; readonly action: Config['actions']['unseen'] },
): readonly Finding[] {
  if (was.length === is.length && was.every((line, index) => line === is[index])) return [];
  const [before, after] = [new Set(was), new Set(is)];
  const [gone, come] = [was.filter((line) => !after.has(line)), is.filter((line) => !before.has(line))];
  const show = (lines: readonly string[]): string => lines.join(' / ').slice(0, MOST_SHOWN);
  // The same lines in another order, or another number of them.
  const isSame = gone.length + come.length === 0;
  const args = { base: show(isSame ? was : gone), head: show(isSame ? is : come), sent };
  return [createFinding({ code: 'ignoredLines', args, severity: sent ? SEVERITY_OF_ACTION[action] : 'notice' })];
}

function describeHidden({ base, head, moved, attributes }: ClauseChange): string[] {
  const [before, after] = [base, head].map((clause: Clause | undefined) =>
    clause === undefined ? { comments: [], invisible: '', struck: [] } : hiddenIn(clause),
  );
  return [
    ...(before!.comments.join('\n') === after!.comments.join('\n') ? [] : ['comments']),
    ...(before!.invisible === after!.invisible ? [] : ['characters that show nothing']),
    ...(before!.struck.join('\n') === after!.struck.join('\n') ? [] : ['struck-out text']),
    ...(moved && base !== undefined && head !== undefined && isReordered(base, head)
      ? ['its place among what is numbered']
      : []),
    ...attributes.map(({ name }) => `attribute ${name}`),
    ...(base === undefined || head === undefined ? Object.keys((base ?? head)!.attributes) : []),
  ];
}
