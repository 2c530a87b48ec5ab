// The rules of a check on the copy of the panel: those of src/decision, with a normal approximation in place of relabelling.
import { mapMetrics } from '../../src/analysis/metrics.ts';
import { CHECK_REACH, FAIL_SHARE, TODAY_SHARE } from '../../src/decision/bounds.ts';
import { measureChange, upperBound, type Change, type ScenarioDraws } from '../../src/decision/change.ts';
import { errorShares, levelAt, looksOf } from '../../src/decision/looks.ts';
import { holdAgainstPass } from '../../src/decision/undiluted.ts';
import { mean } from '../../src/stats/mean.ts';
import { normalCdf } from '../../src/stats/normal.ts';
import { createCopy, type CopyDraw, type CopyMetric, type CopyTruth } from './copy-panel.ts';
import { SIMULATED_POLICY } from './run-gate.ts';

const METRICS = ['nonCompliance', 'frequentNonCompliance', 'judgeAgreement'] as const;
const MARGINS = mapMetrics(({ defaults }) => defaults.margin);
const LAST = looksOf(SIMULATED_POLICY).at(-1)!;
/** Stored and fresh base draws that differ so much are not read together (drift.ts). */
const DRIFT_LEVEL = 0.05;

export interface CopyRun {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly rulings: number;
  /** Of non-compliance, as it is reported. */
  readonly change: Change;
}

/** One check. Answers carry dates where `stored` says of which nights the base's are. */
export function runCopy(truth: CopyTruth, seed: string): CopyRun {
  const panel = createCopy(truth, seed);
  const sides: Record<'base' | 'head', CopyDraw[]> = { base: [], head: [] };
  let rulings = 0;
  const ask = (side: 'base' | 'head', share = 1): void => {
    const drawn = panel.draw(side);
    sides[side].push(drawn);
    rulings += share * drawn.rulings;
  };
  const evidence = { truth, stored: panel.stored, ...sides };
  const passes = (today?: number): boolean =>
    METRICS.every((metric) => isBelow(readAll(evidence, metric, today), metric));

  ask('head');
  if (truth.stored === undefined && passes())
    return { verdict: 'pass', rulings, change: readAll(evidence, 'nonCompliance') };
  // Half of the scenarios are asked first. The others are drawn, too, but read and paid for only where half was not enough.
  const half = Math.ceil(TODAY_SHARE * truth.scenarios);
  ask('base', 0);
  const whole = sides.base[0]!.rulings;
  if (
    truth.stored !== undefined &&
    passes(half) &&
    METRICS.every((metric) => isBelow(readAll(evidence, metric, 0), metric))
  )
    return { verdict: 'pass', rulings: rulings + whole / 2, change: readAll(evidence, 'nonCompliance', half) };
  rulings += whole;
  for (let draws = 1; ; draws += 1) {
    const failed =
      draws === 1 && truth.models > 2 ? undefined : METRICS.find((metric) => isFailed(evidence, metric, draws));
    const shown = failed === undefined ? readAll(evidence, 'nonCompliance') : readFresh(evidence, 'nonCompliance');
    if (failed !== undefined) return { verdict: 'fail', rulings, change: shown };
    if (!mustWait(evidence, draws) && passes()) return { verdict: 'pass', rulings, change: shown };
    if (draws === LAST) return { verdict: 'inconclusive', rulings, change: shown };
    ask('base');
    if (!mustWait(evidence, draws) && passes())
      return { verdict: 'pass', rulings, change: readAll(evidence, 'nonCompliance') };
    ask('head');
  }
}

interface Evidence {
  readonly truth: CopyTruth;
  readonly stored: readonly CopyDraw[];
  readonly base: readonly CopyDraw[];
  readonly head: readonly CopyDraw[];
}

/** A failure of three models or more after one draw waits for the second. */
function mustWait(evidence: Evidence, draws: number): boolean {
  return draws === 1 && evidence.truth.models > 2 && METRICS.some((metric) => isFailed(evidence, metric, 1));
}

function isBelow(change: Change, metric: CopyMetric): boolean {
  return upperBound(change, CHECK_REACH) < MARGINS[metric];
}

function flipOf({ truth }: Evidence, metric: CopyMetric): number {
  return metric === 'frequentNonCompliance' ? 1 : 1 / truth.models;
}

/** Reads all draws there are; `today`: on how many scenarios the base's draw of today is read. */
function readAll(evidence: Evidence, metric: CopyMetric, today = evidence.truth.scenarios): Change {
  const { truth, stored, base, head } = evidence;
  if (base.length > 0 && today === truth.scenarios && hasDrifted(evidence))
    return heldAgainst(evidence, metric, freshUnits(evidence, metric));
  const night = truth.stored === 'one night' ? 0 : 1;
  const nights =
    truth.stored === undefined ? {} : { nights: { base: stored.map((_, draw) => draw * night), head: stored.length } };
  const units = Array.from({ length: truth.scenarios }, (_, scenario): ScenarioDraws => {
    const read = (draws: readonly CopyDraw[]): readonly number[] => draws.map((one) => one[metric][scenario]!);
    const old = read(stored);
    const seen = base.length > 0 && scenario < today ? { today: read(base) } : {};
    return {
      scenario: String(scenario),
      ...groupOf(truth, scenario),
      base: old,
      stored: old,
      head: read(head),
      ...nights,
      ...seen,
    };
  });
  return heldAgainst(evidence, metric, units);
}

/** What a pass is held against. */
function heldAgainst(evidence: Evidence, metric: CopyMetric, units: readonly ScenarioDraws[]): Change {
  const { scenarios, named = 0 } = evidence.truth;
  const flip = flipOf(evidence, metric);
  const others = new Set(units.slice(scenarios - named).map(({ scenario }) => scenario));
  return holdAgainstPass(measureChange(units, flip), units, { flip, named: others })!;
}

function readFresh(evidence: Evidence, metric: CopyMetric): Change {
  return measureChange(freshUnits(evidence, metric), flipOf(evidence, metric))!;
}

function freshUnits({ truth, base, head }: Evidence, metric: CopyMetric): readonly ScenarioDraws[] {
  const draws = Math.min(base.length, head.length);
  return Array.from({ length: truth.scenarios }, (_, scenario) => ({
    scenario: String(scenario),
    ...groupOf(truth, scenario),
    base: base.slice(0, draws).map((one) => one[metric][scenario]!),
    head: head.slice(0, draws).map((one) => one[metric][scenario]!),
  }));
}

function isFailed(evidence: Evidence, metric: CopyMetric, draws: number): boolean {
  const level =
    levelAt(SIMULATED_POLICY, draws, { after: 'screened' }) * errorShares(METRICS)[METRICS.indexOf(metric)]!;
  const units = freshUnits(evidence, metric);
  const step = flipOf(evidence, metric) / evidence.truth.scenarios / draws;
  return relabelled(units, step) <= level && readFresh(evidence, metric).value >= FAIL_SHARE * MARGINS[metric];
}

function hasDrifted({ truth, stored, base }: Evidence): boolean {
  const units = Array.from({ length: truth.scenarios }, (_, scenario) => ({
    base: stored.map((one) => one.nonCompliance[scenario]!),
    head: base.map((one) => one.nonCompliance[scenario]!),
  }));
  const p = relabelled(units, 0);
  return 2 * Math.min(p, 1 - p) <= DRIFT_LEVEL;
}

/** One-sided p of the mean change with the variance that relabelling within scenarios gives it, half a step further: normal. */
function relabelled(units: readonly Pick<ScenarioDraws, 'base' | 'head'>[], step: number): number {
  let [change, variance] = [0, 0];
  for (const { base, head } of units) {
    const pooled = [...base, ...head];
    const centre = mean(pooled);
    const squares = pooled.reduce((total, value) => total + (value - centre) ** 2, 0);
    variance += (squares / (pooled.length - 1)) * (1 / base.length + 1 / head.length);
    change += mean(head) - mean(base);
  }
  if (variance === 0) return 1;
  return 1 - normalCdf((change / units.length - step / 2) / (Math.sqrt(variance) / units.length));
}

function groupOf({ groups }: CopyTruth, scenario: number): { readonly group?: string } {
  return groups === undefined ? {} : { group: String(scenario % groups) };
}
