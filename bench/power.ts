// npm run bench:power: a report names the rise that its evidence could have shown, and means 4 times in 5. Does it? The figure is
// taken from simulated evidence without a change; then evidence with a rise of that size is simulated, and how often it is shown
// is counted.
//   --runs N   pairs of draws a line (default 300)
import { parseArgs } from 'node:util';
import { compareOutcomes } from '../src/compare/compare.ts';
import type { OutcomeRow, OutcomeRows } from '../src/compare/outcome-rows/outcome-row.ts';
import { createRandom, type Random } from '../src/core/random.ts';
import { decide } from '../src/decision/decide.ts';
import type { Verdict } from '../src/decision/decision.ts';
import { looksOf } from '../src/decision/looks.ts';
import type { Round } from '../src/decision/round.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import { createPanel, PLAIN, type Truth } from './decision/latent-panel.ts';
import { CALIBRATED, countShown } from './power/calibrated.ts';
import { calibrateGrouped } from './power/grouped-draws.ts';
import { drawRound, SIMULATED_POLICY } from './decision/run-gate.ts';

interface World {
  readonly line: string;
  readonly scenarios: number;
  readonly models: number;
  readonly draws: number;
  /** Draws of the base, where they are not as many. */
  readonly baseDraws?: number;
  readonly margin: number;
  /** Groups, each tested for itself; the rise is in one of them. */
  readonly groups?: number;
}

/** A check at its last look, where it says what it could have shown. */
interface Check {
  readonly line: string;
  readonly truth: Truth;
  readonly margin: number;
}

const CHECKS: readonly Check[] = [
  { line: 'check, 4 models', truth: PLAIN, margin: 0.05 },
  { line: 'check, 4 models', truth: { ...PLAIN, scenarios: 64 }, margin: 0.05 },
  { line: 'check, 2 models', truth: { ...PLAIN, models: 2, scenarios: 40 }, margin: 0.1 },
  { line: 'check, same answers, 4 models', truth: { ...PLAIN, kind: 'target' }, margin: 0.05 },
];

const WORLDS: readonly World[] = [
  { line: 'compare, 1 model, 1 draw', scenarios: 587, models: 1, draws: 1, margin: 0.05 },
  { line: 'compare, 1 model, 1 draw, wide margin', scenarios: 587, models: 1, draws: 1, margin: 0.1 },
  { line: 'compare, 1 model, 1 draw', scenarios: 100, models: 1, draws: 1, margin: 0.05 },
  { line: 'compare, 1 model, 2 draws', scenarios: 100, models: 1, draws: 2, margin: 0.05 },
  { line: 'compare, 1 model, 1 draw', scenarios: 30, models: 1, draws: 1, margin: 0.05 },
  { line: 'compare, 4 models, 2 draws', scenarios: 300, models: 4, draws: 2, margin: 0.02 },
  { line: 'compare, 4 models, 2 draws', scenarios: 32, models: 4, draws: 2, margin: 0.05 },
  { line: 'compare, 4 models, 4 and 1 draws', scenarios: 64, models: 4, draws: 1, baseDraws: 4, margin: 0.05 },
  { line: 'a group of compare, 5 groups', scenarios: 200, models: 1, draws: 2, margin: 0.05, groups: 5 },
  { line: 'a group of compare, 10 groups, 4 models', scenarios: 200, models: 4, draws: 1, margin: 0.05, groups: 10 },
];

function main(): void {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' } } });
  const runs = Number(values.runs);
  console.log(
    `Simulated. How often a rise is shown that the figure names, % of ${runs} runs (95 % interval); 80 is meant.`,
  );
  for (const design of CALIBRATED) {
    const line = `calibrate, ${design.models} models, ${design.scenarios} scenarios, margin ${100 * design.margin}`;
    tell(line, countShown(design, runs));
  }
  tellGrouped(runs);
  for (const check of CHECKS) {
    let [shown, named, total] = [0, 0, 0];
    for (let run = 0; run < runs; run += 1) {
      const rise = lastLook(check, { seed: `${run} quiet`, rise: 0 }).metrics.nonCompliance?.detectable;
      if (rise === undefined || rise > 0.5) continue;
      named += 1;
      total += rise;
      shown += Number(lastLook(check, { seed: `${run} risen`, rise }).metrics.nonCompliance?.status === 'fail');
    }
    tell(`${check.line}, ${check.truth.scenarios} scenarios, margin ${100 * check.margin}`, { shown, named, total });
  }
  for (const world of WORLDS) {
    let [shown, named, total] = [0, 0, 0];
    for (let run = 0; run < runs; run += 1) {
      const before = compare(world, `${run} quiet`, 0);
      const rise = world.groups === undefined ? before.detectable : before.groups[0]!.detectable;
      if (rise === undefined || rise > 0.6) continue;
      named += 1;
      total += rise;
      const after = compare(world, `${run} risen`, rise);
      shown += Number(world.groups === undefined ? after.verdict === 'fail' : after.groups[0]!.status === 'changed');
    }
    tell(`${world.line}, ${world.scenarios} scenarios, margin ${100 * world.margin}`, { shown, named, total });
  }
}

function tell(line: string, counts: { readonly shown: number; readonly named: number; readonly total: number }): void {
  const { shown, named, total } = counts;
  const { lower, upper } = clopperPearson({ count: shown, trials: Math.max(1, named) });
  const percent = (share: number): string => (100 * share).toFixed(1);
  console.log(
    `  ${line.padEnd(66)} shown ${percent(shown / named)} (${percent(lower)} to ${percent(upper)}) of ${named}; mean figure ${percent(total / named)} points`,
  );
}

/** Calibration where scenarios of a group vary together: false alarms, and how often its 90 % interval holds their true rate. */
function tellGrouped(runs: number): void {
  for (const told of [true, false]) {
    const { rate, held, smallest } = calibrateGrouped(runs, told);
    const percent = (share: number): string => (100 * share).toFixed(1);
    console.log(
      `  calibrate, threes that vary together, ${told ? 'told of them' : 'not told'}: false alarms ${percent(rate)}, held by the interval of ${percent(held / runs)}; mean figure ${percent(smallest)} points`,
    );
  }
}

/** The verdict at the last look of a check, where it says what it could have shown; earlier looks are passed over. */
function lastLook(
  { line, truth, margin }: Check,
  { seed, rise }: { readonly seed: string; readonly rise: number },
): Verdict {
  const panel = createPanel({ ...truth, rise }, `${line} ${seed}`);
  const policy = { ...SIMULATED_POLICY, margins: { ...SIMULATED_POLICY.margins, nonCompliance: margin } };
  const round: Round = { stage: 'confirm', draws: looksOf(policy).at(-1)!, scenarios: truth.scenarios };
  const screen: Round = { ...round, stage: 'screen', draws: 1 };
  const cells = [screen, round].flatMap((one) => [...drawRound(panel, { round: one, policy, done: new Set() })]);
  const decision = decide({
    kind: truth.kind,
    policy,
    round,
    order: panel.scenarios,
    links: new Map(panel.scenarios.map((scenario) => [scenario, ['clause']])),
    models: panel.models,
    judges: panel.judges,
    cells,
    untested: [],
  });
  if (decision.status !== 'verdict') throw new Error('the last look decides');
  return decision;
}

function compare(world: World, seed: string, rise: number): ReturnType<typeof compareOutcomes> {
  return compareOutcomes({
    ...draw(world, createRandom(`${world.line} ${seed}`), rise),
    stored: false,
    margin: world.margin,
    seed,
  });
}

/** Outcomes of both sides: scenarios differ in hardness; the rise makes right answers wrong, in the first group if there are any. */
function draw(world: World, random: Random, rise: number): { readonly base: OutcomeRows; readonly head: OutcomeRows } {
  const sides = { base: [] as OutcomeRow[], head: [] as OutcomeRow[] };
  for (let scenario = 0; scenario < world.scenarios; scenario += 1) {
    const hardness = random.next() ** 3;
    const group = world.groups === undefined ? undefined : scenario % world.groups;
    for (let model = 0; model < world.models; model += 1) {
      const rate = Math.min(0.98, hardness * (0.4 + 0.4 * random.next()) + 0.02);
      for (const arm of ['base', 'head'] as const) {
        const turned = arm === 'head' && (group ?? 0) === 0 ? (rise * (1 - rate)) / (1 - MEAN) : 0;
        const draws = arm === 'base' ? (world.baseDraws ?? world.draws) : world.draws;
        for (let replicate = 1; replicate <= draws; replicate += 1)
          sides[arm].push({
            scenario: `s${scenario}`,
            model: `m${model}`,
            replicate: String(replicate),
            problematic: random.next() < rate + turned,
            ...(group !== undefined && { group: `g${group}` }),
          });
      }
    }
  }
  return { base: { rows: sides.base, missing: [] }, head: { rows: sides.head, missing: [] } };
}

/** The mean of the rates drawn above: 1/4 (of a cubed uniform number) x 0.6 + 0.02. */
const MEAN = 0.17;

main();
