// Where the changed clauses stand, as `file:line`: what editors and terminals open with a click.
import { formatPlace } from '../../core/errors.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { clauseEffects } from '../clause-effects.ts';
import type { Finding, Report, ReportChange } from '../report.ts';
import type { ReportScenario } from '../report-answers.ts';

/** Characters of a path. */
const LONGEST = 200;

/** `docs/spec.md:211-238`, or `docs/spec.md:211` for one line. */
export function placeOfChange({ file, lines: [from, to] }: Pick<ReportChange, 'file' | 'lines'>): string {
  return from === to ? placeOf(file, from) : `${placeOf(file, from)}-${to}`;
}

/**
 * Of the changed clauses that a scenario tests, the first line of the one that got worse most; empty where none changed, and for a
 * removed one, whose line holds another text now.
 */
export function placeOfScenario({ clauses }: Pick<ReportScenario, 'clauses'>, report: Report): string {
  const tested = clauseEffects(report).find(({ change }) => clauses.includes(change.id));
  if (tested === undefined || tested.change.kind === 'removed') return '';
  return placeOf(tested.change.file, tested.change.lines[0]);
}

/** What of a finding's arguments names a clause. A clause may be called like a metric or a model, too. */
const CLAUSE_ARGS = ['clause', 'other', 'against', 'favour'];

/** The clauses that a finding names, each with its place: those that changed and are still there, else where the finding itself points. */
export function placesOfFinding(
  { args, clause, place }: Finding,
  { changes }: Report,
): readonly (readonly [id: string, place: string])[] {
  const named = new Set([clause, ...CLAUSE_ARGS.map((arg) => args[arg])]);
  const changed = changes.filter(({ id, kind }) => kind !== 'cosmetic' && named.has(id));
  if (changed.length > 0) {
    return changed.filter(({ kind }) => kind !== 'removed').map(({ id, file, lines }) => [id, placeOf(file, lines[0])]);
  }
  return place === undefined || clause === undefined ? [] : [[clause, placeOf(place.file, place.line)]];
}

function placeOf(file: string, line: number): string {
  return formatPlace({ file: visibleLine(file, LONGEST), line });
}
