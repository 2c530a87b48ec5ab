// The English of `spec-gate calibrate`: what the stored draws say of the gate, and what to do about it. Full sentences.
import type { BlockingMetric } from '../decision/policy.ts';
import { count, percent, plural } from '../render/format-numbers.ts';
import { inRow, name, say, wording, type Sentence } from '../render/sentence.ts';
import { METRIC_WORDS, formatSize, isBeyondAll } from '../report/metric-words.ts';
import type { Calibration, MetricCalibration } from './calibrate.ts';

export interface CalibrationView {
  readonly calibration: Calibration;
  /** Scenarios with all these draws, and in the bank. */
  readonly scenarios: number;
  readonly of: number;
  readonly margins: Readonly<Record<BlockingMetric, number>>;
  /** Any of the draws came from simulated models. */
  readonly simulated: boolean;
}

/** Whether the gate is quiet where nothing changed. */
export function writeCalibration({ calibration, scenarios, of, simulated }: CalibrationView): Sentence {
  const evidence = say`${plural(calibration.draws, 'stored draw')} (answers to the same question) of ${count(scenarios)} of ${plural(of, 'scenario')}, between which nothing changed, so that every difference is chance`;
  const label = simulated ? wording('(simulated) ') : wording('');
  switch (calibration.status) {
    case 'calibrated':
      return say`${label}The gate raises no more false alarms than it may, as far as these draws can tell: ${evidence}.`;
    case 'uncalibrated':
      return say`${label}The gate raises false alarms more often than 1 in 20: ${evidence}. So a check may fail because a provider changed between two nights, not because of the edit.`;
    case 'unknown':
      return say`${label}${writeUnknown(calibration, scenarios)}`;
    default:
      throw new Error(`unknown status: ${String(calibration.status satisfies never)}`);
  }
}

function writeUnknown({ draws, oneNight, endpoints }: Calibration, scenarios: number): Sentence {
  if (draws < 2) {
    const stored =
      draws === 0
        ? say`none is stored for this spec, these models and judges`
        : say`there is one, of ${plural(scenarios, 'scenario')}`;
    return say`Two stored draws or more of some scenarios are needed to tell; ${stored}.`;
  }
  if (oneNight === true) {
    return say`These draws cannot tell: all were made on one night, and changes of models and judges from night to night are what raises false alarms. Seed again on another day: spec-gate check --mode seed.`;
  }
  const trials = Math.max(0, ...Object.values(endpoints).map(({ falseAlarms }) => falseAlarms.trials));
  return say`These draws cannot tell: with ${plural(trials, 'trial')} for a metric, even one false alarm in four would not show. More scenarios or more stored draws would.`;
}

/** How often the majority, and each judge, ruled differently when asked twice; nothing where nobody was. */
export function writeFlips({ flips }: Calibration): Sentence | undefined {
  if (flips.majority === undefined) return undefined;
  const shares = [
    say`majority ${percent(flips.majority)}`,
    ...Object.entries(flips.judges).map(([judge, share]) => say`${name(judge)} ${percent(share)}`),
  ];
  return inRow(shares, wording(' · '));
}

/** What would make the gate quieter, or able to tell. */
export function writeAdvice({ calibration, margins, of }: CalibrationView): readonly Sentence[] {
  const { status, size, draws, recommendedDraws, endpoints } = calibration;
  const advice: Sentence[] = [];
  if (draws < recommendedDraws) {
    advice.push(
      of === 0
        ? say`The bank holds no scenario: spec-gate bank import FILE and spec-gate bank link, then spec-gate check --mode seed.`
        : say`Keep ${plural(recommendedDraws, 'stored draw')} (selection.replicates.base), and fill them: spec-gate check --mode seed.`,
    );
  }
  for (const [metric, { recommended }] of Object.entries(endpoints) as [BlockingMetric, MetricCalibration][]) {
    if (recommended.scenarios <= size || recommended.margin <= margins[metric]) continue;
    const margin = isBeyondAll(metric, recommended.margin)
      ? say``
      : say` or a margin of ${formatSize(metric, recommended.margin)}`;
    advice.push(
      say`${METRIC_WORDS[metric].label}: ${plural(recommended.scenarios, 'scenario')} (selection.scenarios, extendTo)${margin}, or unchanged specs will often end inconclusive.`,
    );
  }
  if (status === 'uncalibrated') {
    advice.push(
      say`Until then treat a failure as a question: see whether the nightly check reports drift of a provider.`,
    );
  }
  return advice;
}
