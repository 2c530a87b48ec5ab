// The test of a change: what is exchangeable if the edit did nothing depends on what was compared.
import { whereDefined } from '../core/where-defined.ts';
import { hashJson } from '../core/canonical-json.ts';
import { relabellingTest, type RelabellingOptions, type RelabellingTest } from '../stats/relabelling.ts';
import type { UnitDraws } from '../stats/unit-draws.ts';
import type { ComparisonKind } from '../evaluation/comparison.ts';
import { measureChange, scenarioTest, type ScenarioDraws } from './change.ts';

export interface TestOptions extends Omit<RelabellingOptions, 'seed'> {
  readonly kind: ComparisonKind;
  /** See `measureChange`. */
  readonly flip: number;
  /** The policy's; the evidence's own hash is added, so the same evidence always gives the same p. */
  readonly seed: string;
}

/**
 * One-sided p that head is worse. `prompt`: a draw of a scenario (every model's response with its rulings) is one bundle,
 * exchanged within the scenario. `target`: the two rulings of a stored response are exchanged; all responses of a
 * scenario's draw together, so that noise they share cannot pass for evidence. `model`: nothing is exchangeable between two
 * models, so Student's t over scenario differences, which is the wider error for these scenarios. 1 where nothing was measured.
 */
export function testChange(units: readonly ScenarioDraws[], options: TestOptions): number {
  return testOneWay(units, options).p;
}

/** The same with its mid-p (see `relabellingTest`) and the smallest p that these outcomes could have given, however they lay. */
export function testOneWay(
  units: readonly ScenarioDraws[],
  options: TestOptions,
): Readonly<Record<'p' | 'midP' | 'smallestP', number>> {
  if (options.kind === 'model') {
    const change = measureChange(units.map(alone), options.flip);
    const p = change === undefined ? 1 : scenarioTest(change);
    return { p, midP: p, smallestP: smallestAttainableP(units, options.kind) };
  }
  const draws = inCanonicalOrder(exchangeable(units, options.kind));
  const seed = `${options.seed}\n${hashJson(draws.map(textOf))}`;
  const place = `${seed}\n${options.samples} ${options.maxSteps}`;
  const known = tested.get(place) ?? relabellingTest(draws, { ...options, seed });
  if (tested.size >= MOST_KEPT) tested.clear();
  tested.set(place, known);
  return known.status === 'defined' ? known : { p: 1, midP: 1, smallestP: 1 };
}

/** The same draws are tested again where a look adds nothing to them; a seed names its draws, so it names the test. */
const tested = new Map<string, RelabellingTest>();
const MOST_KEPT = 500;

/** Without its group: for what is said of these very scenarios each one counts by itself. */
export function alone({ scenario, base, head, stored, nights, today, sameAnswers }: ScenarioDraws): ScenarioDraws {
  return { scenario, base, head, ...whereDefined({ stored, nights, today, sameAnswers }) };
}

/** Two-sided: twice the smaller of the one-sided p values, 1 at most. */
export function testChangeEitherWay(units: readonly ScenarioDraws[], options: TestOptions): number {
  return testEitherWay(units, options).p;
}

/** Two-sided, with the smallest p. */
export function testEitherWay(
  units: readonly ScenarioDraws[],
  options: TestOptions,
): Readonly<Record<'p' | 'smallestP', number>> {
  const [up, down] = [testOneWay(units, options), testOneWay(units.map(turnRound), options)];
  const twice = (read: 'p' | 'smallestP'): number => Math.min(1, 2 * Math.min(up[read], down[read]));
  return { p: twice('p'), smallestP: twice('smallestP') };
}

/** The same evidence with better for worse: what it was measured on, and so its error, stays. */
function turnRound({ base, head, stored, today, ...rest }: ScenarioDraws): ScenarioDraws {
  const turn = (values: readonly number[]): readonly number[] => values.map((value) => -value);
  const sides = { base: turn(base), head: turn(head) };
  return { ...rest, ...sides, ...whereDefined({ stored: stored && turn(stored), today: today && turn(today) }) };
}

/**
 * The smallest one-sided p that any outcome on this many draws could have. A test whose smallest p is above the level cannot speak.
 * One draw against four in two scenarios: 1/25.
 */
export function smallestAttainableP(units: readonly ScenarioDraws[], kind: ComparisonKind): number {
  if (kind === 'model') return units.filter(hasBoth).length > 2 ? 0 : 1;
  return exchangeable(units, kind).reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1);
}

function exchangeable(units: readonly ScenarioDraws[], kind: 'target' | 'prompt'): readonly UnitDraws[] {
  if (kind === 'prompt') return units.filter(hasBoth);
  return units.flatMap(({ base, head }) => head.map((value, draw) => ({ base: [base[draw]!], head: [value] })));
}

function hasBoth({ base, head }: ScenarioDraws): boolean {
  return base.length > 0 && head.length > 0;
}

/** Sorted by values alone, so that names and the order of scenarios and models do not change a sampled p. */
function inCanonicalOrder(draws: readonly UnitDraws[]): readonly UnitDraws[] {
  const ordered = draws.map(({ base, head }) => ({
    base: Array.from(base).sort(ascending),
    head: Array.from(head).sort(ascending),
  }));
  const texts = new Map(ordered.map((unit) => [unit, textOf(unit)]));
  return ordered.sort((a, b) => (texts.get(a)! < texts.get(b)! ? -1 : 1));
}

function ascending(a: number, b: number): number {
  return a - b;
}

function textOf({ base, head }: UnitDraws): string {
  return `${sorted(base)}|${sorted(head)}`;
}

function sorted(values: ArrayLike<number>): string {
  // Rounded, so that the order in which models were summed does not change the result.
  return Array.from(values, (value) => Math.round(value * 1e9))
    .sort((a, b) => a - b)
    .join(' ');
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
  return ways;
}
