// The outcomes behind a report as CSV: one row a judged answer, for a spreadsheet or a notebook. `spec-gate compare` reads it.
import type { EvidenceCell } from '../../analysis/evidence/evidence-line.ts';
import type { View } from '../view.ts';

/** A column and its cell; undefined is an empty cell. Those that `compare` reads have its names. */
const COLUMNS: Readonly<Record<string, (cell: EvidenceCell) => string | number | boolean | undefined>> = {
  scenario: ({ scenario }) => scenario,
  model: ({ model }) => model,
  side: ({ arm }) => arm,
  // A screen and a confirmation both count their draws from 1.
  replicate: ({ stage, draw }) => `${stage} ${draw}`,
  problematic: ({ problematic }) => (problematic === 'missing' ? undefined : problematic),
  compliant_rulings: (cell) => rulings(cell, 'compliant'),
  non_compliant_rulings: (cell) => rulings(cell, 'non-compliant'),
  ambiguous_rulings: (cell) => rulings(cell, 'ambiguous'),
  abstentions: ({ judgments }) => judgments.filter(({ status }) => status === 'abstained').length,
  score1: ({ scores }) => scored(scores)?.value1,
  score2: ({ scores }) => scored(scores)?.value2,
  response_type: ({ scores }) => scored(scores)?.responseType,
  response_length: ({ responseLength, responseText }) => responseLength ?? responseText?.length,
  missing_reason: ({ missingReason }) => missingReason,
};

/** RFC 4180, with a header and line feeds. `simulated` is a column, so that no row can be mistaken for a real model's. */
export function renderCsv({ report, cells = [] }: Pick<View, 'report' | 'cells'>): string {
  const header = [...Object.keys(COLUMNS), 'simulated'];
  const rows = cells.map((cell) => [...Object.values(COLUMNS).map((read) => read(cell)), report.simulated]);
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}

function rulings({ judgments }: EvidenceCell, ruling: string): number {
  return judgments.filter((one) => one.status === 'ruled' && one.ruling === ruling).length;
}

function scored(scores: EvidenceCell['scores']): Exclude<EvidenceCell['scores'], 'missing'> {
  return scores === 'missing' ? undefined : scores;
}

function csvField(value: string | number | boolean | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  // A spreadsheet takes text that begins with one of these for a formula, and runs it.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
