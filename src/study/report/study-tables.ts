// The tables of a study in the order every view shows them, and what is said above them.
import type { StudyAnalysis } from '../analyze-study.ts';
import { plural } from '../../render/format-numbers.ts';
import { joinSentence, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { falseRefusalsTable, outlierList, outliersTable, responseTypesTable, shiftsTable } from './behaviour-tables.ts';
import { prioritiesTable, topPrioritiesTable } from './priorities-table.ts';
import { agreementTable, binTables, conflictsTable, judgesTable, outcomesTable } from './compliance-tables.ts';
import { DASH, type StudyTable } from './study-table.ts';

/** `narrow` gives the values that each model puts first, `wide` the whole matrix of categories and models. */
export function studyTables(analysis: StudyAnalysis, width: 'narrow' | 'wide'): readonly StudyTable[] {
  return [
    outcomesTable(analysis),
    ...binTables(analysis),
    judgesTable(analysis),
    agreementTable(analysis),
    conflictsTable(analysis),
    outliersTable(analysis),
    outlierList(analysis),
    responseTypesTable(analysis),
    shiftsTable(analysis),
    falseRefusalsTable(analysis),
    width === 'wide' ? prioritiesTable(analysis) : topPrioritiesTable(analysis),
  ];
}

export interface ShownTables {
  /** Those that have rows, with the columns that hold anything. */
  readonly tables: readonly StudyTable[];
  /** One sentence a reason: which tables have none, and why. */
  readonly leftOut: readonly Sentence[];
}

/** An analysis of answers without rulings, or of rulings without scores, is not a row of empty headings. */
export function shownTables(analysis: StudyAnalysis, width: 'narrow' | 'wide'): ShownTables {
  const all = studyTables(analysis, width);
  const byReason = new Map<string, { readonly why: Sentence; readonly titles: Wording[] }>();
  for (const { rows, empty, title } of all) {
    if (rows.length > 0) continue;
    const reason = joinSentence(empty, { words: (text) => text, name: (text) => text });
    const group = byReason.get(reason) ?? { why: empty, titles: [] };
    byReason.set(reason, group);
    group.titles.push(title);
  }
  return {
    tables: all.filter(({ rows }) => rows.length > 0).map(withoutEmptyColumns),
    leftOut: [...byReason.values()].map(({ why, titles }) => say`${titles.join(', ') as Wording}: ${why}`),
  };
}

function withoutEmptyColumns(table: StudyTable): StudyTable {
  const isKept = table.columns.map((_, index) =>
    table.rows.some((row) => row[index]?.kind === 'names' || row[index]?.text !== DASH),
  );
  const keep = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, index) => isKept[index] === true);
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) };
}

export const LEFT_OUT = wording('Not in this analysis');

/** `39 scenarios, 468 responses of 4 models, 3 judges`. */
export function describeStudy({ scenarios, responses, models, judges }: StudyAnalysis): Sentence {
  const size = plural(scenarios, 'scenario');
  return say`${size}, ${plural(responses, 'response')} of ${plural(models.length, 'model')}, ${plural(judges.length, 'judge')}`;
}

export const SIMULATED_NOTE =
  'Simulated: models or judges are simulations, so these numbers say nothing about a real model.' as Wording;

export const NO_FINDINGS: Sentence = say`No clause stands out: of none do three scenarios or more show a contradiction, an ambiguity, a conflict or a gap.`;
