// `spec-gate calibrate` on a terminal: does the gate stay quiet when nothing changed, and what can it see?
import type { MetricCalibration } from './calibrate.ts';
import { writeAdvice, writeCalibration, writeFlips, type CalibrationView } from './words.ts';
import type { BlockingMetric } from '../decision/policy.ts';
import { METRIC_WORDS, formatSize, isBeyondAll } from '../report/metric-words.ts';
import { count, percent, plural } from '../render/format-numbers.ts';
import type { Paint } from '../render/paint.ts';
import { plainText } from '../render/plain-text.ts';
import { say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import { fitColumns, wrapText } from '../render/wrap-text.ts';

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

const WORDS = { calibrated: 'CALIBRATED', uncalibrated: 'UNCALIBRATED', unknown: 'UNKNOWN' } as const;

/** All of it as text that ends with a line feed. */
export function renderCalibration(view: CalibrationView, { paint, width }: Sheet): string {
  const sheet = { paint, width: Math.max(60, Math.min(width, 110)) };
  const blocks = [
    verdictBlock(view, sheet),
    metricBlock(view, sheet),
    flipBlock(view, sheet),
    adviceBlock(view, sheet),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictBlock(view: CalibrationView, { paint, width }: Sheet): readonly string[] {
  const { status } = view.calibration;
  const tone = { calibrated: paint.good, uncalibrated: paint.bad, unknown: paint.unsure }[status];
  const word = WORDS[status];
  const indent = ' '.repeat(word.length + 2);
  return wrapText(plainText(writeCalibration(view)), width - indent.length).map((line, index) =>
    index === 0 ? `${tone(word)}  ${paint.strong(line)}` : indent + paint.strong(line),
  );
}

function metricBlock({ calibration, margins }: CalibrationView, { paint, width }: Sheet): readonly string[] {
  const entries = Object.entries(calibration.endpoints) as [BlockingMetric, MetricCalibration][];
  if (entries.length === 0) return [];
  const rows = entries.map(([metric, { falseAlarms, betweenNights, detectable, recommended }]) => {
    const [lower, upper] = falseAlarms.interval;
    const alarms = say`${count(falseAlarms.alarms)} of ${count(falseAlarms.trials)} (${percent(lower)} to ${percent(upper)})`;
    const begins = [METRIC_WORDS[metric].label, plainText(alarms)];
    if (detectable === 0) return [...begins, '', wording('never varied'), '', ''];
    return [
      ...begins,
      formatSize(metric, betweenNights),
      sizeOrNone(metric, detectable),
      plainText(say`${count(recommended.scenarios)} at ${formatSize(metric, margins[metric])}`),
      sizeOrNone(metric, recommended.margin),
    ];
  });
  const heading = ['', 'false alarms', 'nights vary', 'smallest seen', 'scenarios', 'or margin'];
  const [first, ...lines] = fitColumns([heading, ...rows], { width: width - 2, dispensable: [2, 5] });
  return [
    `${paint.strong('One stored draw against the others')}  ${paint.faint(plainText(say`in blocks of ${plural(calibration.size, 'scenario')}; false alarms up to 5 % are by design`))}`,
    paint.faint(`  ${first}`),
    ...lines.map((line) => `  ${line}`),
    ...COLUMNS.map((column) => paint.faint(`  ${plainText(column)}`)),
  ];
}

/** What the columns mean that their headings do not tell. */
const COLUMNS: readonly Sentence[] = [
  say`smallest seen: the smallest rise that a check of this size finds 4 times in 5`,
  say`scenarios, or margin: with either of them an unchanged spec passes 9 times in 10`,
];

function sizeOrNone(metric: BlockingMetric, size: number): Wording {
  return isBeyondAll(metric, size) ? wording('none') : formatSize(metric, size);
}

function flipBlock({ calibration }: CalibrationView, { paint }: Sheet): readonly string[] {
  const flips = writeFlips(calibration);
  return flips === undefined ? [] : [`${paint.strong('Asked twice, ruled differently')}  ${plainText(flips)}`];
}

function adviceBlock(view: CalibrationView, { paint, width }: Sheet): readonly string[] {
  return writeAdvice(view).flatMap((sentence) =>
    wrapText(plainText(sentence), width - 2).map((line, index) =>
      index === 0 ? `${paint.unsure('→')} ${line}` : `  ${line}`,
    ),
  );
}
