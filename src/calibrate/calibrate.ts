// The A/A check: how often the gate raises an alarm where nothing changed, measured on the user's own stored draws, whose
// differences are all noise.
import { indexCells, readRows } from '../analysis/draw-row.ts';
import { METRICS } from '../analysis/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Cell } from '../evaluation/cell.ts';
import { clopperPearson } from '../stats/clopper-pearson.ts';
import { normalQuantile } from '../stats/normal.ts';
import { minimumDetectableEffect } from '../stats/sample-size.ts';
import { CONFIRM_LEVEL, CONFIRM_REACH, SCREEN_LEVEL } from '../decision/bounds.ts';
import { betweenNights, withinVariance, type ScenarioDraws } from '../decision/change.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from '../decision/policy.ts';
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
  /** `uncalibrated`: alarms are more frequent than 5 % beyond chance. `unknown`: fewer than two draws are stored. */
  readonly status: 'calibrated' | 'uncalibrated' | 'unknown';
  readonly draws: number;
  /** Scenarios that a check starts with: what "current size" means here. */
  readonly size: number;
  readonly endpoints: Readonly<Partial<Record<BlockingMetric, MetricCalibration>>>;
  readonly flips: Flips;
  /** Stored draws that the screen should have; more where nights differ much. */
  readonly recommendedDraws: number;
}

const PASS_POWER = 0.9;

export function calibrate(input: CalibrationInput): Calibration {
  const { policy, cells } = input;
  const draws = Math.max(0, ...cells.map(({ draw }) => draw));
  const size = Math.min(policy.selection.scenarios, input.scenarios.length);
  const flips = measureFlips(cells, input.judges);
  if (draws < 2 || size === 0) {
    return { status: 'unknown', draws, size, endpoints: {}, flips, recommendedDraws: policy.selection.replicates.base };
  }
  const metrics: Partial<Record<BlockingMetric, MetricCalibration>> = {};
  for (const metric of BLOCKING_METRICS) {
    const values = readStored(input, { metric, draws });
    if (values.length > 0) metrics[metric] = calibrateMetric(values, { metric, draws, size, input });
  }
  const all = Object.values(metrics);
  const isNoisy = all.some(({ falseAlarms }) => falseAlarms.interval[0] > SCREEN_LEVEL);
  // A night's variance beyond a quarter of what one block's draws vary by themselves asks for more nights in the base.
  const variable = all.some((one) => one.betweenNights > one.detectable / 4);
  const recommendedDraws = Math.max(policy.selection.replicates.base, variable ? 8 : 4);
  return { status: isNoisy ? 'uncalibrated' : 'calibrated', draws, size, endpoints: metrics, flips, recommendedDraws };
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
  how: { metric: BlockingMetric; draws: number; size: number; input: CalibrationInput },
): MetricCalibration {
  const { policy, models } = how.input;
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
  const last = 2 * policy.selection.replicates.confirm;
  const arm = { variance: withinVariance(values), draws: last };
  const detectable = minimumDetectableEffect(how.size, {
    betweenVariance: 0,
    base: arm,
    head: arm,
    level: CONFIRM_LEVEL,
    sides: 1,
  });
  // A pass needs change + 1.875 SE below the margin; the change itself varies by SE.
  const reach = CONFIRM_REACH + normalQuantile(PASS_POWER);
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

function leaveOut(block: readonly (readonly number[])[], left: number): readonly ScenarioDraws[] {
  return block.map((draws, index) => ({
    scenario: String(index),
    base: draws.filter((_, draw) => draw !== left),
    head: [draws[left]!],
  }));
}
