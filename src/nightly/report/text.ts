// A night on a terminal.
import { answerWords } from './answers.ts';
import { levelWords, setWords } from './basis.ts';
import type { NightReport } from './report.ts';
import { nightTables } from './tables.ts';
import { NIGHT_ADVICE, alarmWords, closedWords, eventWords, gapWords, nightHeadline } from './words.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { fitColumns, wrapText } from '../../render/wrap-text.ts';

/** Ends with a line feed. */
export function renderNightText(report: NightReport, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const name = (id: string): string => visibleLine(id, 80);
  const { status, gaps } = report;
  const tone = status === 'steady' && gaps.length > 0 ? paint.unsure : TONES[status](paint);
  const plain = (text: string): readonly string[] => wrapText(text.replaceAll('`', ''), width);
  const answers = answerWords(report, name);
  const blocks = [
    [`${report.simulated ? '(simulated) ' : ''}${tone(`${status.toUpperCase()}  ${nightHeadline(report, name)}`)}`],
    ...report.alarms.map((alarm) => wrapText(alarmWords(alarm, name), width)),
    report.alarms.length === 0 ? [] : plain(NIGHT_ADVICE),
    ...gapWords(gaps, name).map((line) => plain(`NOT COMPARED  ${line}`)),
    ...report.closed.map((alarm) => wrapText(`closed: ${closedWords(alarm, name)}`, width)),
    ...report.events.map((event) => plain(eventWords(event, name))),
    ...nightTables(report, { name, bars: (text) => text }).map(({ head, rows, dispensable }) =>
      fitColumns([head, ...rows], { width, dispensable }),
    ),
    answers.length === 0
      ? []
      : ['Single answers (reported, never an alarm)', ...answers.flatMap((line) => wrapText(line, width))],
    closing(report, width),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const TONES: Readonly<Record<NightReport['status'], (paint: Paint) => (text: string) => string>> = {
  anchored: ({ good }) => good,
  steady: ({ good }) => good,
  regressed: ({ bad }) => bad,
  'judge-drift': ({ unsure }) => unsure,
  'classifier-drift': ({ unsure }) => unsure,
  incomplete: ({ unsure }) => unsure,
};

function closing(report: NightReport, width: number): readonly string[] {
  const level = levelWords(report);
  return [setWords(report), ...(level === undefined ? [] : wrapText(level, width))];
}
