// A night on a terminal.
import { NIGHT_ADVICE, alarmWords, eventWords, nightHeadline } from './nightly-words.ts';
import { percent, pValue, signedPoints } from './format-numbers.ts';
import { modelColumns } from './nightly-markdown.ts';
import type { NightReport } from './nightly-report.ts';
import { sparkline } from './sparkline.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from './terminal.ts';
import { visibleLine } from './visible-text.ts';
import { fitColumns, wrapText } from './wrap-text.ts';

/** Ends with a line feed. */
export function renderNightText(report: NightReport, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const name = (id: string): string => visibleLine(id, 80);
  const { status, trend } = report;
  const blocks = [
    [
      `${report.simulated ? '(simulated) ' : ''}${TONES[status](paint)(`${status.toUpperCase()}  ${nightHeadline(report, name)}`)}`,
    ],
    ...report.alarms.map((alarm) => wrapText(alarmWords(alarm, name), width)),
    report.alarms.length === 0 ? [] : wrapText(NIGHT_ADVICE.replaceAll('`', ''), width),
    ...report.closed.map(({ kind, id, since }) => [`closed: ${kind} ${name(id)}, open since ${since}`]),
    ...report.events.map((event) => wrapText(eventWords(event, name), width)),
    fitColumns(
      [
        ['model', 'now', 'anchor', '7 nights', 'last night', 'refusals', `last ${trend.dates.length}`],
        ...report.models.map((model) => [
          name(model.id),
          ...modelColumns(model),
          sparkline(trend.models[model.id] ?? [], 0.5),
        ]),
      ],
      { width, dispensable: [5, 3] },
    ),
    report.judges.length === 0
      ? []
      : fitColumns(
          [
            ['judge', 'same answers', 'ruled against', 'turned beyond retest', 'p'],
            ...report.judges.map((test) => [
              name(test.judge),
              String(test.answers),
              signedPoints(test.bias),
              signedPoints(test.flips),
              pValue(test.p),
            ]),
          ],
          { width },
        ),
    [closing(report)],
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
  incomplete: ({ unsure }) => unsure,
};

function closing({ level, betweenNights, asked, calls, usd }: NightReport): string {
  const price = usd === 'unknown' ? 'price unknown' : `$${usd.toFixed(2)}`;
  const set = `${asked.sentinels} sentinels, ${asked.rotation} of the rotation, ${calls} calls, ${price}`;
  if (level === undefined || betweenNights === undefined) return set;
  return `${set}; an alarm needs p <= ${level.toPrecision(2)}, spread between nights ${percent(betweenNights)}`;
}
