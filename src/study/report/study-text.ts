// A study on a terminal: findings first, then the tables. Pure: colours and the width are given.
import type { StudyAnalysis } from '../analyze-study.ts';
import { count } from '../../render/format-numbers.ts';
import { titleOf, writeParagraph } from '../../report/messages.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { fitColumns, wrapText } from '../../render/wrap-text.ts';
import { studyFindings, type StudyFinding } from './study-findings.ts';
import type { StudyCell, StudyColumn, StudyTable } from './study-table.ts';
import { describeStudy, LEFT_OUT, NO_FINDINGS, SIMULATED_NOTE, shownTables } from './study-tables.ts';

/** Rows of one table; the rest is counted. */
const MOST_ROWS = 24;
const LONGEST_NAME = 36;

/** The whole study as text that ends with a line feed. */
export function renderStudyText(
  analysis: StudyAnalysis,
  { paint = NO_PAINT, width = 100 }: TerminalOptions = {},
): string {
  const columns = Math.max(48, Math.min(width, 140));
  const findings = studyFindings(analysis);
  const { tables, leftOut } = shownTables(analysis, 'narrow');
  const blocks = [
    [
      ...wrapText(`Spec Gate analysis of a ${analysis.source}: ${plainText(describeStudy(analysis))}`, columns).map(
        paint.strong,
      ),
      ...(analysis.simulated ? wrapText(SIMULATED_NOTE, columns).map(paint.unsure) : []),
    ],
    [
      paint.strong('Findings'),
      ...(findings.length === 0
        ? wrapText(plainText(NO_FINDINGS), columns)
        : findings.flatMap((finding) => findingLines(finding, { paint, columns }))),
    ],
    ...tables.map((table) => tableLines(table, { paint, columns })),
    ...(leftOut.length === 0
      ? []
      : [
          [
            paint.strong(LEFT_OUT),
            ...leftOut.flatMap((sentence) => wrapText(plainText(asFullSentence(sentence)), columns).map(paint.faint)),
          ],
        ]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Sheet {
  readonly paint: Paint;
  readonly columns: number;
}

function findingLines({ finding, places, examples }: StudyFinding, { paint, columns }: Sheet): readonly string[] {
  const where = [...places, ...examples].map((text) => visibleLine(text, columns - 6)).join(' · ');
  return [
    paint.unsure(titleOf(finding.code)),
    ...wrapText(plainText(writeParagraph(finding)), columns - 2).map((line) => `  ${line}`),
    ...(where === '' ? [] : wrapText(where, columns - 2).map((line) => paint.faint(`  ${line}`))),
  ];
}

function tableLines(table: StudyTable, { paint, columns }: Sheet): readonly string[] {
  const heading = paint.strong(
    table.of === undefined ? table.title : `${table.title}: ${visibleLine(table.of, LONGEST_NAME)}`,
  );
  const rows = table.rows.slice(0, MOST_ROWS);
  const lines = fitColumns([table.columns.map(labelOf), ...rows.map((row) => row.map(cellText))], {
    width: columns,
    right: indicesWhere(table.columns, ({ isNumber }) => isNumber === true),
    dispensable: indicesWhere(table.columns, ({ isDispensable }) => isDispensable === true),
  });
  const rest = table.rows.length - rows.length;
  return [
    heading,
    ...wrapText(plainText(asFullSentence(table.note)), columns).map(paint.faint),
    ...lines.map((line, index) => (index === 0 ? paint.faint(line) : line)),
    ...(rest === 0 ? [] : [paint.faint(`and ${count(rest)} more; --format csv and --format json have every row`)]),
  ];
}

function labelOf({ label }: StudyColumn): string {
  return typeof label === 'string' ? label : visibleLine(label.name, LONGEST_NAME);
}

function cellText(cell: StudyCell): string {
  if (cell.kind === 'words') return cell.text;
  if (cell.kind === 'names') return cell.names.map((name) => visibleLine(name, LONGEST_NAME)).join(', ');
  return cell.range === undefined ? cell.text : `${cell.text} (${cell.range})`;
}

function indicesWhere(columns: readonly StudyColumn[], has: (column: StudyColumn) => boolean): readonly number[] {
  return columns.flatMap((column, index) => (has(column) ? [index] : []));
}
