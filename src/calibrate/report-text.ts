// `spec-gate calibrate` on a terminal: does the gate stay quiet when nothing changed, and what can it see?
import type { Calibration, MetricCalibration } from './calibrate.ts';
import type { BlockingMetric } from '../decision/policy.ts';
import { METRIC_WORDS, formatSize, isBeyondAll } from '../report/metric-words.ts';
import { count, percent, plural } from '../render/format-numbers.ts';
import type { Paint } from '../render/paint.ts';
import { visibleLine } from '../render/visible-text.ts';
import { fitColumns, wrapText } from '../render/wrap-text.ts';

export interface CalibrationView {
  readonly calibration: Calibration;
  /** Scenarios with all these draws, and in the bank. */
  readonly scenarios: number;
  readonly of: number;
  readonly margins: Readonly<Record<BlockingMetric, number>>;
  /** Any of the draws came from simulated models. */
  readonly simulated: boolean;
}

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

function verdictBlock(
  { calibration, scenarios, of, simulated }: CalibrationView,
  { paint, width }: Sheet,
): readonly string[] {
  const { status, draws } = calibration;
  const tone = { calibrated: paint.good, uncalibrated: paint.bad, unknown: paint.unsure }[status];
  const evidence = `${plural(draws, 'stored draw')} (answers to the same question) of ${count(scenarios)} of ${plural(of, 'scenario')}, between which nothing changed, so that every difference is chance`;
  const says = {
    calibrated: `The gate raises no more false alarms than it may, as far as these draws can tell: ${evidence}.`,
    uncalibrated: `The gate raises false alarms more often than 1 in 20: ${evidence}. So a check may fail because a provider changed between two nights, not because of the edit.`,
    unknown: writeUnknown(calibration, scenarios),
  }[status];
  const word = WORDS[status];
  const indent = ' '.repeat(word.length + 2);
  return wrapText(`${simulated ? '(simulated) ' : ''}${says}`, width - indent.length).map((line, index) =>
    index === 0 ? `${tone(word)}  ${paint.strong(line)}` : indent + paint.strong(line),
  );
}

function writeUnknown({ draws, oneNight, endpoints }: Calibration, scenarios: number): string {
  if (draws < 2) {
    const stored =
      draws === 0
        ? 'none is stored for this spec, these models and judges'
        : `there is one, of ${plural(scenarios, 'scenario')}`;
    return `Two stored draws or more of some scenarios are needed to tell; ${stored}.`;
  }
  if (oneNight === true) {
    return 'These draws cannot tell: all were made on one night, and changes of models and judges from night to night are what raises false alarms. Seed again on another day: spec-gate check --mode seed.';
  }
  const trials = Math.max(0, ...Object.values(endpoints).map(({ falseAlarms }) => falseAlarms.trials));
  return `These draws cannot tell: with ${plural(trials, 'trial')} for a metric, even one false alarm in four would not show. More scenarios or more stored draws would.`;
}

function metricBlock({ calibration, margins }: CalibrationView, { paint, width }: Sheet): readonly string[] {
  const entries = Object.entries(calibration.endpoints) as [BlockingMetric, MetricCalibration][];
  if (entries.length === 0) return [];
  const rows = entries.map(([metric, { falseAlarms, betweenNights, detectable, recommended }]) => {
    const alarms = `${falseAlarms.alarms} of ${falseAlarms.trials} (${percent(falseAlarms.interval[0])} to ${percent(falseAlarms.interval[1])})`;
    const label = METRIC_WORDS[metric].label;
    if (detectable === 0) return [label, alarms, '', 'never varied', '', ''];
    return [
      label,
      alarms,
      formatSize(metric, betweenNights),
      sizeOrNone(metric, detectable),
      `${count(recommended.scenarios)} at ${formatSize(metric, margins[metric])}`,
      sizeOrNone(metric, recommended.margin),
    ];
  });
  const heading = ['', 'false alarms', 'nights vary', 'smallest seen', 'scenarios', 'or margin'];
  const [first, ...lines] = fitColumns([heading, ...rows], { width: width - 2, dispensable: [2, 5] });
  return [
    `${paint.strong('One stored draw against the others')}  ${paint.faint(`in blocks of ${plural(calibration.size, 'scenario')}; false alarms up to 5 % are by design`)}`,
    paint.faint(`  ${first}`),
    ...lines.map((line) => `  ${line}`),
    paint.faint('  smallest seen: the smallest rise that a check of this size finds 4 times in 5'),
    paint.faint('  scenarios, or margin: with either of them an unchanged spec passes 9 times in 10'),
  ];
}

function sizeOrNone(metric: BlockingMetric, size: number): string {
  return isBeyondAll(metric, size) ? 'none' : formatSize(metric, size);
}

function flipBlock({ calibration }: CalibrationView, { paint }: Sheet): readonly string[] {
  const { majority, judges } = calibration.flips;
  if (majority === undefined) return [];
  const own = Object.entries(judges).map(([judge, share]) => `${visibleLine(judge, 60)} ${percent(share)}`);
  return [
    `${paint.strong('Asked twice, ruled differently')}  majority ${percent(majority)}${own.length === 0 ? '' : ` · ${own.join(' · ')}`}`,
  ];
}

/** Nothing can be stored of a bank that holds nothing. */
const EMPTY_BANK =
  'The bank holds no scenario: spec-gate bank import FILE and spec-gate bank link, then spec-gate check --mode seed.';

function adviceBlock({ calibration, margins, of }: CalibrationView, { paint, width }: Sheet): readonly string[] {
  const { status, size, draws, recommendedDraws } = calibration;
  const tight = (Object.entries(calibration.endpoints) as [BlockingMetric, MetricCalibration][]).filter(
    ([metric, { recommended }]) => recommended.scenarios > size && recommended.margin > margins[metric],
  );
  const advice = [
    ...(draws < recommendedDraws
      ? [
          of === 0
            ? EMPTY_BANK
            : `Keep ${plural(recommendedDraws, 'stored draw')} (selection.replicates.base), and fill them: spec-gate check --mode seed.`,
        ]
      : []),
    ...tight.map(
      ([metric, { recommended }]) =>
        `${METRIC_WORDS[metric].label}: ${plural(recommended.scenarios, 'scenario')} (selection.scenarios, extendTo)${isBeyondAll(metric, recommended.margin) ? '' : ` or a margin of ${formatSize(metric, recommended.margin)}`}, or unchanged specs will often end inconclusive.`,
    ),
    ...(status === 'uncalibrated'
      ? ['Until then treat a failure as a question: see whether the nightly check reports drift of a provider.']
      : []),
  ];
  return advice.flatMap((text) =>
    wrapText(text, width - 2).map((line, index) => (index === 0 ? `${paint.unsure('→')} ${line}` : `  ${line}`)),
  );
}
