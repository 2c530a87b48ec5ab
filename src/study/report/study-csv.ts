// A study as CSV in long form: one line a cell, so that every table fits one file and any tool can pivot it.
import type { StudyAnalysis } from '../analyze-study.ts';
import type { Finding } from '../../report/report.ts';
import { studyFindings, type StudyFinding } from './study-findings.ts';
import type { StudyCell, StudyColumn, StudyTable } from './study-table.ts';
import { studyTables } from './study-tables.ts';

const HEADER = ['table', 'row', 'column', 'text', 'value', 'lower', 'upper', 'simulated'] as const;

/**
 * RFC 4180 with a header and CRLF: `row` counts from 1 within the table, `text` is the cell as words or names, `value`,
 * `lower` and `upper` its numbers (shares 0 to 1), empty where they are undefined or infinite. A text that a spreadsheet
 * would run as a formula is prefixed with an apostrophe.
 */
export function renderStudyCsv(analysis: StudyAnalysis): string {
  const simulated = String(analysis.simulated);
  const tables = studyTables(analysis, 'wide').flatMap((table) => tableLines(table, simulated));
  const findings = studyFindings(analysis).flatMap((found, index) => {
    return factsOf(found).map(([column, value]) => {
      const [words, number] = typeof value === 'number' ? ['', String(value)] : [String(value), ''];
      return ['findings', String(index + 1), column, words, number, '', '', simulated];
    });
  });
  return [HEADER, ...findings, ...tables].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function factsOf({ finding, places, examples }: StudyFinding): readonly (readonly [string, Finding['args'][string]])[] {
  const { code, args } = finding;
  return [['code', code], ...Object.entries(args), ['places', places.join(' ')], ['examples', examples.join(' ')]];
}

function tableLines(table: StudyTable, simulated: string): readonly (readonly string[])[] {
  const columns = table.columns.map(labelOf);
  // Two columns of one name (`times`) are told apart by what stands before them.
  const names = columns.map((label, index) =>
    columns.indexOf(label) === columns.lastIndexOf(label) ? label : `${label}: ${columns[index - 1] ?? index}`,
  );
  return table.rows.flatMap((row, index) =>
    row.map((cell, column) => [table.id, String(index + 1), names[column]!, ...cellFields(cell), simulated]),
  );
}

function cellFields(cell: StudyCell): readonly [string, string, string, string] {
  if (cell.kind === 'words') return [cell.text, '', '', ''];
  if (cell.kind === 'names') return [cell.names.join(' '), '', '', ''];
  return ['', numberText(cell.value), numberText(cell.lower), numberText(cell.upper)];
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function labelOf({ label }: StudyColumn): string {
  return typeof label === 'string' ? label : label.name;
}

function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
