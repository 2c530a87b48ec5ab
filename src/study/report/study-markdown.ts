// A study as GitHub Markdown: every name is a code span.
import type { StudyAnalysis } from '../analyze-study.ts';
import { count } from '../../render/format-numbers.ts';
import { titleOf, writeParagraph } from '../../report/messages.ts';
import { codeSpan, markdownSentence } from '../../render/safe-markdown.ts';
import { asFullSentence, type Sentence } from '../../render/sentence.ts';
import { studyFindings, type StudyFinding } from './study-findings.ts';
import type { StudyCell, StudyColumn, StudyTable } from './study-table.ts';
import { describeStudy, LEFT_OUT, NO_FINDINGS, SIMULATED_NOTE, shownTables } from './study-tables.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

/** Rows of one table: a page of Markdown is read, not searched. */
const MOST_ROWS = 60;
/** More columns than this do not fit a page. */
const MOST_COLUMNS = 12;

/** The whole study, at most 60 rows a table; ends with a line feed. */
export function renderStudyMarkdown(analysis: StudyAnalysis): string {
  const findings = studyFindings(analysis);
  const width = analysis.priorities.rows.length < MOST_COLUMNS ? 'wide' : 'narrow';
  const { tables, leftOut } = shownTables(analysis, width);
  const parts = [
    `## Spec Gate analysis\n\n${markdownSentence(asFullSentence(describeStudy(analysis)))}`,
    ...(analysis.simulated ? [`> ${SIMULATED_NOTE}`] : []),
    '### Findings',
    findings.length === 0 ? markdownSentence(NO_FINDINGS) : findings.map(findingItem).join('\n'),
    ...tables.map(tablePart),
    ...(leftOut.length === 0 ? [] : [`### ${LEFT_OUT}`, leftOut.map(leftOutItem).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function findingItem({ finding, places, examples }: StudyFinding): string {
  const where = places.length === 0 ? '' : ` ${places.map((place) => codeSpan(place)).join(', ')}.`;
  const such = examples.length === 0 ? '' : ` For example ${examples.map((id) => codeSpan(id)).join(', ')}.`;
  return `- **${titleOf(finding.code)}**: ${markdownSentence(writeParagraph(finding))}${where}${such}`;
}

function leftOutItem(sentence: Sentence): string {
  return `- ${markdownSentence(asFullSentence(sentence))}`;
}

function tablePart(table: StudyTable): string {
  const rows = table.rows.slice(0, MOST_ROWS);
  const head = markdownHead(
    table.columns.map((column) => [labelOf(column), column.isNumber === true ? 'right' : 'left'] as const),
  );
  const lines = rows.map((row) => markdownRow(row.map(cellText))).join('');
  const rest = table.rows.length - rows.length;
  const more = rest === 0 ? '' : `\n\nAnd ${count(rest)} more.`;
  return `### ${headingOf(table)}\n\n${markdownSentence(asFullSentence(table.note))}\n\n${`${head}${lines}`.trimEnd()}${more}`;
}

function headingOf({ title, of }: StudyTable): string {
  return of === undefined ? title : `${title}: ${codeSpan(of)}`;
}

function labelOf({ label }: StudyColumn): string {
  return typeof label === 'string' ? label : codeSpan(label.name);
}

function cellText(cell: StudyCell): string {
  if (cell.kind === 'words') return cell.text;
  if (cell.kind === 'names') return cell.names.map((name) => codeSpan(name)).join(', ');
  return cell.range === undefined ? cell.text : `${cell.text} (${cell.range})`;
}
