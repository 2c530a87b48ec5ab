// A night on a terminal.
import { ANSWERS_TITLE, writeAnswers } from './answers.ts';
import { writeBasis } from './basis.ts';
import { writeEvent, writeGaps } from './notes.ts';
import type { NightReport } from './report.ts';
import { nightTables } from './tables.ts';
import { NIGHT_ADVICE, nightHeadline, writeAlarm, writeClosed } from './words.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { fitColumns, wrapText } from '../../render/wrap-text.ts';

/** Ends with a line feed. */
export function renderNightText(report: NightReport, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const { status, gaps } = report;
  const tone = status === 'steady' && gaps.length > 0 ? paint.unsure : TONES[status](paint);
  const wrap = (sentence: Sentence): readonly string[] => wrapText(plainText(asFullSentence(sentence)), width);
  const after = (label: Wording, all: readonly Sentence[]): readonly (readonly string[])[] =>
    all.map((one) => wrap(say`${label}${one}`));
  const answers = writeAnswers(report);
  const blocks = [
    [
      `${report.simulated ? '(simulated) ' : ''}${tone(`${status.toUpperCase()}  ${plainText(nightHeadline(report))}`)}`,
    ],
    ...report.alarms.map((alarm) => wrap(writeAlarm(alarm))),
    report.alarms.length === 0 ? [] : wrap(NIGHT_ADVICE),
    ...after(wording('NOT COMPARED  '), writeGaps(gaps)),
    ...after(
      wording('CLOSED  '),
      report.closed.map((alarm) => writeClosed(alarm)),
    ),
    ...report.events.map((event) => wrap(writeEvent(event))),
    ...nightTables(report, { name: (id) => visibleLine(id, 80), bars: (text) => text }).map(
      ({ head, rows, dispensable }) => fitColumns([head, ...rows], { width, dispensable }),
    ),
    answers.length === 0 ? [] : [ANSWERS_TITLE, ...answers.flatMap((line) => wrap(line))],
    writeBasis(report).flatMap((one) => wrap(one)),
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
