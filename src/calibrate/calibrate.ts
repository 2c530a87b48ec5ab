// The A/A check: how often the gate raises an alarm where nothing changed, measured on the user's own stored draws, whose
// differences are all noise.
import { indexCells, readRows } from '../analysis/draw-row.ts';
import { METRICS } from '../analysis/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Cell } from '../evaluation/cell.ts';
import { betaCdf } from '../stats/beta.ts';
import { clopperPearson } from '../stats/clopper-pearson.ts';
import { normalQuantile } from '../stats/normal.ts';
import { minimumDetectableEffect } from '../stats/sample-size.ts';
import { CHECK_REACH, FAIL_SHARE, SCREEN_LEVEL } from '../decision/bounds.ts';
import { levelOfLooks, looksOf } from '../decision/looks.ts';
import { type ScenarioDraws } from '../decision/change.ts';
import { betweenNights, withinVariance } from '../decision/draw-noise.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from '../decision/policy.ts';
import { labelNights } from '../decision/label-nights.ts';
import { UNEVENNESS } from '../decision/power.ts';
import { measureFlips, type Flips } from './retest-flips.ts';
import { testChange } from '../decision/test-change.ts';

export interface CalibrationInput {
  /** Stored pool draws of the base side (arm base, stage screen), two or more a scenario and model. */
  readonly cells: readonly Cell[];
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly policy: DecisionPolicy;
}

export interface MetricCalibration {
  /**
   * One stored draw is called head and tested against the others, in each block of as many scenarios as a check starts
   * with. An alarm is p <= .05.
   */
  readonly falseAlarms: {
    readonly alarms: number;
    readonly trials: number;
    readonly interval: readonly [number, number];
  };
  /** Standard deviation that a night adds to the mean over all scenarios. */
  readonly betweenNights: number;
  /** Smallest rise that a confirmation at the current size shows with 80 % power. */
  readonly detectable: number;
  /** So that an unchanged spec passes the confirmation nine times in ten: scenarios at this margin, or margin at this size. */
  readonly recommended: { readonly scenarios: number; readonly margin: number };
}

export interface Calibration {
  /**
   * `uncalibrated`: alarms are more frequent than 5 % beyond chance. `unknown`: so few trials that a rate of one in four could
   * hide, or draws of one night, which cannot show what a night does.
   */
  readonly status: 'calibrated' | 'uncalibrated' | 'unknown';
  readonly draws: number;
  /** All of them were made on one night. */
  readonly oneNight?: true;
  /** Scenarios that a check starts with: what "current size" means here. */
  readonly size: number;
  readonly endpoints: Readonly<Partial<Record<BlockingMetric, MetricCalibration>>>;
  readonly flips: Flips;
  /** Stored draws that the screen should have; more where nights differ much. */
  readonly recommendedDraws: number;
}

/** The chance of a failure that "smallest seen" stands for. */
const POWER = 0.8;
const PASS_POWER = 0.9;
/** Where so many false alarms could go unseen in more than a quarter of banks, draws are not called calibrated. */
const HIDDEN_RATE = 0.25;
const MOST_HIDDEN = 0.25;

export function calibrate(input: CalibrationInput): Calibration {
  const { policy, cells } = input;
  const draws = Math.max(0, ...cells.map(({ draw }) => draw));
  const size = Math.min(policy.selection.scenarios, input.scenarios.length);
  const flips = measureFlips(cells, input.judges);
  if (draws < 2 || size === 0) {
    return { status: 'unknown', draws, size, endpoints: {}, flips, recommendedDraws: policy.selection.replicates.base };
  }
  const metrics: Partial<Record<BlockingMetric, MetricCalibration>> = {};
  const measured = BLOCKING_METRICS.map((metric) => ({ metric, values: readStored(input, { metric, draws }) })).filter(
    ({ values }) => values.length > 0,
  );
  const blocking = measured.filter(({ metric }) => policy.actions[metric] === 'fail').length;
  for (const { metric, values } of measured) {
    metrics[metric] = calibrateMetric(values, { metric, draws, size, blocking, input });
  }
  const all = Object.values(metrics);
  const nights = labelNights(cells, draws)?.base;
  const isOneNight = nights !== undefined && new Set(nights).size < 2;
  const couldHide = all.some(({ falseAlarms }) => chanceToHide(falseAlarms.trials) > MOST_HIDDEN);
  const isNoisy = all.some(({ falseAlarms }) => falseAlarms.interval[0] > SCREEN_LEVEL);
  // A night's variance beyond a quarter of what one block's draws vary by themselves asks for more nights in the base.
  const variable = all.some((one) => one.betweenNights > one.detectable / 4);
  const recommendedDraws = Math.max(policy.selection.replicates.base, variable ? 8 : 4);
  const status = isNoisy ? 'uncalibrated' : couldHide || isOneNight ? 'unknown' : 'calibrated';
  return {
    status,
    ...(isOneNight ? { oneNight: true } : {}),
    draws,
    size,
    endpoints: metrics,
    flips,
    recommendedDraws,
  };
}

/** Each scenario's draws of a metric; only scenarios that have every draw. */
function readStored(
  input: CalibrationInput,
  what: { metric: BlockingMetric; draws: number },
): readonly (readonly number[])[] {
  if (METRICS[what.metric].readOn === 'panel' && input.models.length < 2) return [];
  const { scenarios, models, judges } = input;
  const rows = readRows(indexCells(input.cells), {
    arm: 'base',
    stage: 'screen',
    scenarios,
    models,
    draws: what.draws,
  });
  return [...rows.values()].flatMap((list) => {
    const values = list
      .map((row) => METRICS[what.metric].read(row, 'none', judges.length))
      .filter((value) => value !== undefined);
    return values.length === what.draws ? [values] : [];
  });
}

function calibrateMetric(
  values: readonly (readonly number[])[],
  how: { metric: BlockingMetric; draws: number; size: number; blocking: number; input: CalibrationInput },
): MetricCalibration {
  const { policy, models } = how.input;
  const margin = policy.margins[how.metric];
  const flip = METRICS[how.metric].oneAnswerMoves === 'all' ? 1 : 1 / models.length;
  const seed = `${policy.seed}\ncalibrate\n${how.metric}`;
  const order = shuffle(values, createRandom(seed));
  let alarms = 0;
  let trials = 0;
  for (let start = 0; start + how.size <= order.length || start === 0; start += how.size) {
    const block = order.slice(start, start + how.size);
    for (let left = 0; left < how.draws; left += 1) {
      trials += 1;
      if (testChange(leaveOut(block, left), { kind: 'prompt', flip, seed }) <= SCREEN_LEVEL) alarms += 1;
    }
  }
  const { lower, upper } = clopperPearson({ count: alarms, trials }, 0.9);
  const last = looksOf(policy).at(-1)!;
  const level = levelOfLooks(policy, 'ungated') / Math.max(1, how.blocking);
  const arm = { variance: withinVariance(values), draws: last };
  const error = Math.sqrt((2 * arm.variance) / last / how.size);
  const detectable = error === 0 ? 0 : smallestSeen({ arm, flip, size: how.size, level, margin });
  // A pass needs change + 2.1 SE below the margin; the change itself varies by SE.
  const reach = CHECK_REACH + normalQuantile(PASS_POWER);
  const perScenario = (2 * arm.variance) / last;
  return {
    falseAlarms: { alarms, trials, interval: [lower, upper] },
    betweenNights: Math.sqrt(betweenNights(values)),
    detectable,
    recommended: {
      scenarios: Math.ceil(perScenario * (reach / policy.margins[how.metric]) ** 2),
      margin: Math.ceil(100 * reach * Math.sqrt(perScenario / how.size)) / 100,
    },
  };
}

/** The chance that a gate with HIDDEN_RATE false alarms shows too few in these trials to be called uncalibrated. */
function chanceToHide(trials: number): number {
  let seen = 0;
  while (seen <= trials && clopperPearson({ count: seen, trials }, 0.9).lower <= SCREEN_LEVEL) seen += 1;
  // P(fewer than `seen` of `trials`), by the beta distribution.
  return seen > trials ? 1 : 1 - betaCdf(HIDDEN_RATE, seen, trials - seen + 1);
}

/**
 * The rise that a confirmation fails 4 times in 5: significant at its level after Holm over all that may block, and at least half
 * the margin. Draws average their own noise, not what a rise varies by from answer to answer (see `power.ts`), which depends on
 * the rise itself: a few steps settle it.
 */
function smallestSeen(design: {
  readonly arm: { readonly variance: number; readonly draws: number };
  readonly flip: number;
  readonly size: number;
  /** One-sided, of a look, after Holm. */
  readonly level: number;
  readonly margin: number;
}): number {
  const { arm, flip, size, level, margin } = design;
  let rise = margin;
  for (let step = 0; step < 12; step += 1) {
    const share = Math.min(rise, 1);
    const betweenVariance = UNEVENNESS * share * (1 - share) * flip;
    const error = Math.sqrt((betweenVariance + (2 * arm.variance) / arm.draws) / size);
    const significant = minimumDetectableEffect(size, { betweenVariance, base: arm, head: arm, level, sides: 1 });
    rise = Math.max(significant, FAIL_SHARE * margin + normalQuantile(POWER) * error);
  }
  return rise;
}

function leaveOut(block: readonly (readonly number[])[], left: number): readonly ScenarioDraws[] {
  return block.map((draws, index) => ({
    scenario: String(index),
    base: draws.filter((_, draw) => draw !== left),
    head: [draws[left]!],
  }));
}
