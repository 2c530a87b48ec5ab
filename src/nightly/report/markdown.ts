// A night as Markdown: for the job summary, and for the one issue that stands while an alarm does.
import { answerWords } from './answers.ts';
import { levelWords, setWords } from './basis.ts';
import type { NightReport } from './report.ts';
import { nightTables, type NightTable } from './tables.ts';
import { NIGHT_ADVICE, alarmWords, closedWords, eventWords, gapWords, nightHeadline, type Name } from './words.ts';
import { codeSpan } from '../../render/safe-markdown.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

const MARKS: Readonly<Record<NightReport['status'], string>> = {
  anchored: '⚓',
  steady: '✅',
  regressed: '❌',
  'judge-drift': '⚠️',
  'classifier-drift': '⚠️',
  incomplete: '⚠️',
};

/** Names go in lists: what makes them harmless takes nothing but the name. */
const name: Name = (id) => codeSpan(id);

export function renderNightMarkdown(report: NightReport): string {
  const { status, alarms, closed, events, gaps } = report;
  // A green mark would say that everything was looked at.
  const mark = status === 'steady' && gaps.length > 0 ? '⚠️' : MARKS[status];
  const tables = nightTables(report, { name, bars: (text) => (text === '' ? '-' : `\`${text}\``) });
  const parts = [
    `### ${mark} Night of ${report.date}: ${nightHeadline(report, name)}\n`,
    report.simulated
      ? '\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n'
      : '',
    list(
      'Alarms',
      alarms.map((alarm) => alarmWords(alarm, name)),
    ),
    alarms.length === 0 ? '' : `\n${NIGHT_ADVICE}\n`,
    list('Not compared tonight', gapWords(gaps, name)),
    list(
      'Closed',
      closed.map((alarm) => closedWords(alarm, name)),
    ),
    list(
      'Also',
      events.map((event) => eventWords(event, name)),
    ),
    ...tables.map((table) => `\n${renderTable(table)}`),
    list('Single answers (reported, never an alarm)', answerWords(report, name)),
    basis(report),
  ];
  return parts.join('');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n**${title}**\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

function basis(report: NightReport): string {
  const { anchor } = report;
  const level = levelWords(report);
  const set = setWords(report);
  if (level === undefined) return `\n<sub>${set}</sub>\n`;
  const accepted = anchor?.accepted === undefined ? '' : ` (accepted: ${name(anchor.accepted.reason)})`;
  return `\n<sub>${set} Anchor: ${anchor?.date}${accepted}. ${level}</sub>\n`;
}

function renderTable({ head, rows }: NightTable): string {
  return `${markdownHead(head.map((title) => [title, 'left'] as const))}${rows.map(markdownRow).join('')}`;
}
