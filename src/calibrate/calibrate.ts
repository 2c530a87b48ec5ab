// The A/A check: how often the gate raises an alarm where nothing changed, measured on the user's own stored draws, whose
// differences are all noise.
import { largestOf } from '../core/extremes.ts';
import { indexCells, readRows } from '../analysis/draw-row.ts';
import { METRICS } from '../analysis/metrics.ts';
import { createRandom, shuffle } from '../core/random.ts';
import type { Cell } from '../evaluation/cell.ts';
import { betaCdf } from '../stats/beta.ts';
import { clopperPearson } from '../stats/clopper-pearson.ts';
import { errorShares } from '../decision/looks.ts';
import { SCREEN_LEVEL } from '../decision/bounds.ts';
import { LEAST_CLUSTERS, type ScenarioDraws } from '../decision/change.ts';
import { betweenNights } from '../decision/draw-noise.ts';
import { BLOCKING_METRICS, type BlockingMetric, type DecisionPolicy } from '../decision/policy.ts';
import { labelNights } from '../decision/label-nights.ts';
import { carriedMargin, scenariosToPass, smallestRiseShown, type PowerDesign } from '../decision/power.ts';
import { byGroup, noiseOfGroups, type GroupedDraws } from './group-noise.ts';
import { measureFlips, type Flips } from './retest-flips.ts';
import { testChange } from '../decision/test-change.ts';

export interface CalibrationInput {
  /** Stored pool draws of the base side (arm base, stage screen), two or more a scenario and model. */
  readonly cells: readonly Cell[];
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly policy: DecisionPolicy;
  /** What a scenario shares with others that moves them together; those without stand alone. */
  readonly groups?: ReadonlyMap<string, string>;
}

export interface MetricCalibration {
  /**
   * One stored draw is called head and tested against the others, in each block of as many scenarios as a check starts
   * with, groups whole. An alarm is p <= .05.
   */
  readonly falseAlarms: {
    readonly alarms: number;
    readonly trials: number;
    readonly interval: readonly [number, number];
  };
  /** Standard deviation that a night adds to the mean over all scenarios. */
  readonly betweenNights: number;
  /** Smallest rise that a confirmation at the current size fails with 80 % power; 1 where none does, 0 where nothing varied. */
  readonly detectable: number;
  /** So that an unchanged spec passes the confirmation nine times in ten: scenarios at this margin, or margin at this size; 1 where none does. */
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

/** Where so many false alarms could go unseen in more than a quarter of banks, draws are not called calibrated. */
const HIDDEN_RATE = 0.25;
const MOST_HIDDEN = 0.25;

export function calibrate(input: CalibrationInput): Calibration {
  const { policy, cells } = input;
  const draws = Math.max(0, largestOf(cells.map(({ draw }) => draw)));
  const size = Math.min(policy.selection.scenarios, input.scenarios.length);
  const flips = measureFlips(cells, input.judges);
  if (draws < 2 || size === 0) {
    return { status: 'unknown', draws, size, endpoints: {}, flips, recommendedDraws: policy.selection.replicates.base };
  }
  const metrics: Partial<Record<BlockingMetric, MetricCalibration>> = {};
  const measured = BLOCKING_METRICS.map((metric) => ({ metric, values: readStored(input, { metric, draws }) })).filter(
    ({ values }) => values.length > 0,
  );
  const blocking = measured.flatMap(({ metric }) => (policy.actions[metric] === 'fail' ? [metric] : []));
  const shares = errorShares(blocking);
  for (const { metric, values } of measured) {
    metrics[metric] = calibrateMetric(values, {
      metric,
      draws,
      size,
      share: shares[blocking.indexOf(metric)] ?? Math.min(1, ...shares),
      input,
    });
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
    ...(isOneNight && { oneNight: true }),
    draws,
    size,
    endpoints: metrics,
    flips,
    recommendedDraws,
  };
}

/** Each scenario's draws of a metric; only scenarios that have every draw. */
function readStored(input: CalibrationInput, what: { metric: BlockingMetric; draws: number }): readonly GroupedDraws[] {
  if (METRICS[what.metric].readOn === 'panel' && input.models.length < 2) return [];
  const { scenarios, models, judges } = input;
  const rows = readRows(indexCells(input.cells), {
    arm: 'base',
    stage: 'screen',
    scenarios,
    models,
    draws: what.draws,
  });
  return [...rows].flatMap(([scenario, list]) => {
    const values = list
      .map((row) => METRICS[what.metric].read(row, 'none', judges.length))
      .filter((value) => value !== undefined);
    const group = input.groups?.get(scenario) ?? JSON.stringify({ scenario });
    return values.length === what.draws ? [{ group, draws: values }] : [];
  });
}

function calibrateMetric(
  values: readonly GroupedDraws[],
  how: { metric: BlockingMetric; draws: number; size: number; share: number; input: CalibrationInput },
): MetricCalibration {
  const { policy, models } = how.input;
  const flip = METRICS[how.metric].oneAnswerMoves === 'all' ? 1 : 1 / models.length;
  const seed = `${policy.seed}\ncalibrate\n${how.metric}`;
  let alarms = 0;
  let trials = 0;
  for (const block of blocksOf(values, { size: how.size, seed })) {
    for (let left = 0; left < how.draws; left += 1) {
      trials += 1;
      if (testChange(leaveOut(block, left), { kind: 'prompt', flip, seed }) <= SCREEN_LEVEL) alarms += 1;
    }
  }
  const { lower, upper } = clopperPearson({ count: alarms, trials }, 0.9);
  const groups = new Set(values.map(({ group }) => group)).size;
  const variance = noiseOfGroups(values);
  const units = Math.round((how.size * groups) / values.length);
  const design: PowerDesign = {
    models: 1 / flip,
    scenarios: how.size,
    // A check counts groups only where there are enough of them.
    ...(units < how.size && units >= LEAST_CLUSTERS && { units }),
    draws: policy.selection.replicates.confirm,
    blocking: 1,
    share: how.share,
    margin: policy.margins[how.metric],
    // Two draws of one answer differ by twice its variance, see `chancesOf`.
    flips: (2 * variance) / flip,
  };
  return {
    falseAlarms: { alarms, trials, interval: [lower, upper] },
    betweenNights: Math.sqrt(betweenNights(values.map(({ draws }) => draws))),
    detectable: variance === 0 ? 0 : smallestRiseShown(design),
    recommended: { scenarios: scenariosToPass(design), margin: carriedMargin({ ...design, margin: 0.01 }) ?? 1 },
  };
}

/** In an order by chance, groups whole: about as many scenarios each as a check starts with; one block where there are fewer. */
function blocksOf(
  values: readonly GroupedDraws[],
  { size, seed }: { readonly size: number; readonly seed: string },
): readonly (readonly GroupedDraws[])[] {
  const blocks: GroupedDraws[][] = [[]];
  for (const group of shuffle(byGroup(values), createRandom(seed))) {
    if (blocks.at(-1)!.length >= size) blocks.push([]);
    blocks.at(-1)!.push(...group);
  }
  const isWhole = blocks.length === 1 || blocks.at(-1)!.length >= size;
  return isWhole ? blocks : blocks.slice(0, -1);
}

/** The chance that a gate with HIDDEN_RATE false alarms shows too few in these trials to be called uncalibrated. */
function chanceToHide(trials: number): number {
  let seen = 0;
  while (seen <= trials && clopperPearson({ count: seen, trials }, 0.9).lower <= SCREEN_LEVEL) seen += 1;
  // P(fewer than `seen` of `trials`), by the beta distribution.
  return seen > trials ? 1 : 1 - betaCdf(HIDDEN_RATE, seen, trials - seen + 1);
}

function leaveOut(block: readonly GroupedDraws[], left: number): readonly ScenarioDraws[] {
  return block.map(({ group, draws }, index) => ({
    scenario: String(index),
    group,
    base: draws.filter((_, draw) => draw !== left),
    head: [draws[left]!],
  }));
}
