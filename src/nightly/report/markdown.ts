// A night as Markdown: for the job summary, and for the one issue that stands while an alarm does.
import { ANSWERS_TITLE, writeAnswers } from './answers.ts';
import { writeBasis } from './basis.ts';
import { writeEvent, writeGaps } from './notes.ts';
import type { NightReport } from './report.ts';
import { nightTables, type NightTable } from './tables.ts';
import { NIGHT_ADVICE, nightHeadline, writeAlarm, writeClosed } from './words.ts';
import { asFullSentence, type Sentence } from '../../render/sentence.ts';
import { codeSpan, markdownSentence } from '../../render/safe-markdown.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

const MARKS: Readonly<Record<NightReport['status'], string>> = {
  anchored: '⚓',
  steady: '✅',
  regressed: '❌',
  'judge-drift': '⚠️',
  'classifier-drift': '⚠️',
  incomplete: '⚠️',
};

/** The body of the issue and of the summary. */
export function renderNightMarkdown(report: NightReport): string {
  const { status, alarms, closed, events, gaps } = report;
  // A green mark would mean that everything was compared, so a night with gaps gets another one.
  const mark = status === 'steady' && gaps.length > 0 ? '⚠️' : MARKS[status];
  const tables = nightTables(report, {
    name: (id) => codeSpan(id),
    bars: (text) => (text === '' ? '-' : `\`${text}\``),
  });
  const parts = [
    `### ${mark} Night of ${report.date}: ${markdownSentence(nightHeadline(report))}\n`,
    report.simulated
      ? '\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n'
      : '',
    list(
      'Alarms',
      alarms.map((alarm) => writeAlarm(alarm)),
    ),
    alarms.length === 0 ? '' : `\n${markdownSentence(NIGHT_ADVICE)}\n`,
    list('Not compared tonight', writeGaps(gaps)),
    list(
      'Closed',
      closed.map((alarm) => writeClosed(alarm)),
    ),
    list(
      'Also',
      events.map((event) => writeEvent(event)),
    ),
    ...tables.map((table) => `\n${renderTable(table)}`),
    list(ANSWERS_TITLE, writeAnswers(report)),
    `\n<sub>${writeBasis(report)
      .map((one) => markdownSentence(one))
      .join(' ')}</sub>\n`,
  ];
  return parts.join('');
}

function list(title: string, items: readonly Sentence[]): string {
  const lines = items.map((item) => `- ${markdownSentence(asFullSentence(item))}\n`);
  return lines.length === 0 ? '' : `\n**${title}**\n\n${lines.join('')}`;
}

function renderTable({ head, rows }: NightTable): string {
  return `${markdownHead(head.map((title) => [title, 'left'] as const))}${rows.map(markdownRow).join('')}`;
}
