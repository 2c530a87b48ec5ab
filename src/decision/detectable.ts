// The smallest rise that evidence of this size and noise shows 4 times in 5, by the rule that would have to show it.
import { mean } from '../stats/mean.ts';
import { normalCdf, normalQuantile } from '../stats/normal.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { measureChange, type ScenarioDraws } from './change.ts';

/** The probability of finding a rise that "could have shown it" means. */
const POWER = 0.8;

export interface ShowingRule {
  /** One-sided level of this test, after division by the number of tests that share it. */
  readonly level: number;
  /** The smallest rise that counts; a smaller one does not, whatever its p. */
  readonly least?: number;
  /** See `measureChange`. */
  readonly flip: number;
  /** What is exchanged, see `testChange`; `prompt` without. */
  readonly kind?: ComparisonKind;
}

/**
 * Over evidence drawn again like this, with a rise added: the estimate varies as scenarios and draws do, and by what the rise itself
 * adds; it must pass the test's line and be at least `least`. The line is normal with the variance that relabelling
 * gives these draws (Fisher 1935, 21), half a step further where outcomes are counts. The observed change is taken off first, so
 * that it is no noise of its own. Undefined with one scenario; above 1 where nothing could be shown.
 */
export function smallestShown(units: readonly ScenarioDraws[], rule: ShowingRule): number | undefined {
  const noise = noiseOf(units, rule);
  if (noise === undefined) return undefined;
  if (chanceToShow(noise, rule, 1) < POWER) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (chanceToShow(noise, rule, middle) >= POWER) high = middle;
    else low = middle;
  }
  return high;
}

interface Noise {
  readonly scenarios: number;
  /** Variance of the mean change over scenarios. */
  readonly spread: number;
  /** Variance of the mean change under relabelling, without a rise, and what a rise r adds to it: r squared times this. */
  readonly relabelled: number;
  readonly ofRise: number;
  readonly head: number;
  /** Answers of one scenario on the head, and the least step of the mean change. */
  readonly answers: number;
  readonly step: number;
}

function noiseOf(units: readonly ScenarioDraws[], { flip, kind = 'prompt' }: ShowingRule): Noise | undefined {
  const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
  const change = measureChange(units, flip);
  if (change === undefined || both.length < 2) return undefined;
  const n = both.length;
  const exchanged = both.map((unit) => exchangedVariance(unit, { change: change.value, kind }));
  const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const draws = sumOf(both.map(({ head }) => head.length)) / n;
  return {
    scenarios: n,
    spread: change.standardError ** 2,
    // Between two models nothing is exchanged: the line is drawn by the spread over scenarios.
    relabelled: kind === 'model' ? change.standardError ** 2 : sumOf(exchanged.map(({ quiet }) => quiet)) / n ** 2,
    ofRise: kind === 'model' ? 0 : sumOf(exchanged.map(({ ofRise }) => ofRise)) / n ** 2,
    head: change.head - change.value,
    answers: draws / flip,
    step: flip / n / draws,
  };
}

/** Of a unit's mean change under exchange: without a change, which is taken off the head, and what a rise r adds: r squared times this. */
function exchangedVariance(
  { base, head }: ScenarioDraws,
  { change, kind }: { readonly change: number; readonly kind: ComparisonKind },
): { readonly quiet: number; readonly ofRise: number } {
  if (kind === 'target') {
    const squares = head.reduce((total, value, draw) => total + (value - change - base[draw]!) ** 2, 0);
    return { quiet: squares / head.length ** 2, ofRise: 1 / head.length };
  }
  const pooled = [...base, ...head.map((value) => value - change)];
  const centre = mean(pooled);
  const squares = pooled.reduce((total, value) => total + (value - centre) ** 2, 0);
  const freedom = pooled.length - 1;
  return { quiet: (squares / freedom) * (1 / base.length + 1 / head.length), ofRise: 1 / freedom };
}

function chanceToShow(noise: Noise, { level, least = 0 }: ShowingRule, rise: number): number {
  const { scenarios, spread, relabelled, ofRise, head, answers, step } = noise;
  // Where a share r of answers turns, draws vary as they do at a rate of head + r.
  const added = (rise * Math.max(0, 1 - 2 * head - rise)) / answers / scenarios;
  const line = normalQuantile(1 - level) * Math.sqrt(relabelled + added + ofRise * rise ** 2) + step / 2;
  return normalCdf((rise - Math.max(line, least)) / Math.sqrt(spread + added));
}
