// The tables of a study in the order every view shows them, and what is said above them.
import type { StudyAnalysis } from '../analyze-study.ts';
import { plural } from '../../render/format-numbers.ts';
import { say, type Sentence, type Wording } from '../../render/sentence.ts';
import { falseRefusalsTable, outlierList, outliersTable, responseTypesTable, shiftsTable } from './behaviour-tables.ts';
import { prioritiesTable, topPrioritiesTable } from './priorities-table.ts';
import { agreementTable, binTables, conflictsTable, judgesTable, outcomesTable } from './compliance-tables.ts';
import type { StudyTable } from './study-table.ts';

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

/** `39 scenarios, 468 responses of 4 models, 3 judges`. */
export function describeStudy({ scenarios, responses, models, judges }: StudyAnalysis): Sentence {
  const size = plural(scenarios, 'scenario');
  return say`${size}, ${plural(responses, 'response')} of ${plural(models.length, 'model')}, ${plural(judges.length, 'judge')}`;
}

export const SIMULATED_NOTE =
  'Simulated: models or judges are simulations, so these numbers say nothing about a real model.' as Wording;

export const NO_FINDINGS: Sentence = say`No clause stands out: fewer than three scenarios show a contradiction, an ambiguity, a conflict or a gap.`;
