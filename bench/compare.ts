// npm run bench:compare: how often `compare` is right when rows are missing, simulated from a known truth.
//   --runs N   runs of each line (default 200)
//   --only T   the lines whose name holds the text
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../src/core/random.ts';
import { compareOutcomes, type OutcomeComparison } from '../src/compare/compare.ts';
import { compareInLooks, planLooks, type LooksPlan } from '../src/compare/looks.ts';
import type { MissingOutcome, OutcomeRow, OutcomeRows } from '../src/compare/outcome-rows/outcome-row.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';

const MARGIN = 0.05;

interface World {
  readonly line: string;
  readonly scenarios: number;
  readonly models: number;
  readonly draws: number;
  /** The true rise, a share. */
  readonly rise: number;
  /** Scenarios of one group share the deviation of their change; one each without it. */
  readonly groups?: number;
  /** Rows come in so many parts of equal size, until it is decided. */
  readonly looks?: number;
  /** Default 5 points. */
  readonly margin?: number;
  /** Prompts as easy as the published ones: most never fail, few often, and the head turns others at random. */
  readonly published?: true;
  /** What becomes of an outcome: kept, dropped from the file, or turned into an error. */
  readonly lose?: (row: OutcomeRow, arm: 'base' | 'head', random: Random) => 'kept' | 'dropped' | 'error';
  readonly target?: {
    readonly pass?: number;
    readonly fail?: number;
    readonly passAtLeast?: number;
    readonly claimed?: number;
    readonly failAtLeast?: number;
    /** Mean answers of a run, both sides. */
    readonly answers?: number;
  };
}

const isWeak = ({ model }: OutcomeRow): boolean => model === 'm0';
const some = (share: number, random: Random): boolean => random.next() < share;
const all = { scenarios: 300, draws: 2 } as const;

const WORLDS: readonly World[] = [
  { ...all, line: 'no change, 4 models', models: 4, rise: 0, target: { fail: 0.05, passAtLeast: 0.85 } },
  { ...all, line: 'no change, 12 models', models: 12, rise: 0, target: { fail: 0.05, passAtLeast: 0.85 } },
  { ...all, line: '+10, 4 models', models: 4, rise: 0.1, target: { pass: 0.05 } },
  ...([4, 12] as const).map((models): World => ({
    ...all,
    line: `+10, ${models} models, the head lacks 40 % of the weak model's rows`,
    models,
    rise: 0.1,
    lose: (row, arm, random) => (arm === 'head' && isWeak(row) && some(0.4, random) ? 'dropped' : 'kept'),
    target: { pass: 0.05 },
  })),
  ...(['head', 'base'] as const).map((where): World => ({
    ...all,
    line: `no change, 4 models, the ${where} lacks 30 % of its ${where === 'head' ? 'right' : 'wrong'} answers`,
    models: 4,
    rise: 0,
    lose: (row, arm, random) =>
      arm === where && row.problematic === (where === 'base') && some(0.3, random) ? 'dropped' : 'kept',
    target: { fail: 0.05 },
  })),
  ...([0.05, 0.2] as const).map((share): World => ({
    ...all,
    line: `no change, 4 models, the base lacks ${share * 100} % of its rows`,
    models: 4,
    rise: 0,
    lose: (_, arm, random) => (arm === 'base' && some(share, random) ? 'dropped' : 'kept'),
    target: { fail: 0.05 },
  })),
  ...([1, 2] as const).map((draws): World => ({
    line: `+8, 1 model, errors swallow half of the head's bad answers, ${draws} draws`,
    scenarios: 600,
    models: 1,
    draws,
    rise: 0.08,
    lose: (row, arm, random) => (arm === 'head' && row.problematic && some(0.5, random) ? 'error' : 'kept'),
    target: { pass: 0.05 },
  })),
  {
    ...all,
    line: '+10, 4 models, the head keeps only its best draw',
    models: 4,
    rise: 0.1,
    lose: (row, arm) => (arm === 'head' && row.problematic && row.replicate !== '1' ? 'dropped' : 'kept'),
    target: { pass: 0.05 },
  },
  {
    ...all,
    line: '+10, 2 models, the head lacks one of them',
    models: 2,
    rise: 0.1,
    lose: (row, arm) => (arm === 'head' && isWeak(row) ? 'dropped' : 'kept'),
    target: { pass: 0.05 },
  },
  {
    ...all,
    line: 'no change on average, 30 groups that move together, 4 models',
    models: 4,
    groups: 30,
    rise: 0,
    target: { claimed: 0.075 },
  },
  // What is published of two models: 46 of 587 prompts got worse, 21 better.
  ...[
    { rise: 0.0426, scenarios: 400, target: {} },
    { rise: 0.0426, scenarios: 587, target: {} },
    { rise: 0.0426, scenarios: 1000, looks: 10, target: {} },
    { rise: 0.0426, scenarios: 900, looks: 10, margin: 0.04, target: { failAtLeast: 0.95, answers: 800 } },
    { rise: 0, scenarios: 900, looks: 10, margin: 0.04, target: { fail: 0.05, passAtLeast: 0.9 } },
    { rise: 0.04, scenarios: 900, looks: 10, margin: 0.04, target: { pass: 0.05 } },
    { rise: 0, scenarios: 1000, looks: 10, target: { fail: 0.05, passAtLeast: 0.9 } },
    { rise: 0.05, scenarios: 1000, looks: 10, target: { pass: 0.05 } },
    { rise: 0.08, scenarios: 1000, looks: 10, target: { failAtLeast: 0.95 } },
  ].map(({ rise, scenarios, looks, margin = MARGIN, target }): World => ({
    line: `published, ${rise === 0 ? 'no change' : `+${Number((100 * rise).toFixed(1))}`}, margin ${100 * margin}, ${looks === undefined ? `${scenarios} prompts at once` : `${looks} looks at ${scenarios} prompts`}`,
    scenarios,
    models: 1,
    draws: 1,
    rise,
    published: true,
    margin,
    ...(looks === undefined ? {} : { looks }),
    target,
  })),
];

function main(): void {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '200' }, only: { type: 'string', default: '' } },
  });
  const runs = Number(values.runs);
  const started = Date.now();
  console.log(`Simulated. % of ${runs} runs (95 % intervals); margin ${MARGIN * 100} points where none is named.`);
  let missed = 0;
  for (const world of WORLDS.filter(({ line }) => line.includes(values.only))) {
    const counts = { pass: 0, fail: 0, inconclusive: 0 };
    // Runs whose test about prompts like these says that head is worse.
    let claimed = 0;
    let answers = 0;
    const plan = planOf(world);
    for (let run = 0; run < runs; run += 1) {
      const { verdict, p, scenarios } = compareRun(world, run, plan);
      counts[verdict] += 1;
      answers += 2 * scenarios * world.models * world.draws;
      if (p !== undefined && p.promptsLikeThem <= 0.05) claimed += 1;
    }
    const share = (count: number): number => count / runs;
    const { target = {} } = world;
    const isMissed =
      share(counts.pass) > (target.pass ?? 1) ||
      share(counts.fail) > (target.fail ?? 1) ||
      share(counts.pass) < (target.passAtLeast ?? 0) ||
      share(claimed) > (target.claimed ?? 1) ||
      share(counts.fail) < (target.failAtLeast ?? 0) ||
      answers / runs > (target.answers ?? Number.POSITIVE_INFINITY);
    if (isMissed) missed += 1;
    const shown = (count: number): string => (100 * share(count)).toFixed(1).padStart(5);
    const interval = (count: number): string => {
      const { lower, upper } = clopperPearson({ count, trials: runs });
      return [lower, upper].map((end) => (100 * end).toFixed(1)).join('-');
    };
    console.log(
      `  ${world.line.padEnd(75)} pass${shown(counts.pass)} (${interval(counts.pass)})  fail${shown(counts.fail)} (${interval(counts.fail)})  inconclusive${shown(counts.inconclusive)}  worse for prompts like these ${shown(claimed)}  ${Math.round(answers / runs)} answers${isMissed ? '  MISSED' : ''}`,
    );
  }
  console.log(
    `${missed === 0 ? 'Every target met' : `${missed} lines miss a target`}; ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

function planOf({ looks, scenarios }: World): LooksPlan | undefined {
  if (looks === undefined) return undefined;
  return planLooks(
    Array.from({ length: scenarios }, (_, index) => `s${index}`),
    { looks, seed: 'bench' },
  );
}

function compareRun(world: World, run: number, plan: LooksPlan | undefined): OutcomeComparison {
  const input = { ...draw(world, run), margin: world.margin ?? MARGIN, seed: String(run) };
  return plan === undefined ? compareOutcomes({ ...input, stored: false }) : compareInLooks(input, plan).comparison;
}

function draw(world: World, run: number): { readonly base: OutcomeRows; readonly head: OutcomeRows } {
  const random = createRandom(`compare ${world.line} ${run}`);
  const sides = {
    base: { rows: [] as OutcomeRow[], missing: [] as MissingOutcome[] },
    head: { rows: [] as OutcomeRow[], missing: [] as MissingOutcome[] },
  };
  const shifts = Array.from({ length: world.groups ?? 0 }, () => (some(0.5, random) ? 0.12 : -0.12));
  for (let index = 0; index < world.scenarios; index += 1) {
    const hardness = world.published ? betaDeviate(PUBLISHED, random) : random.next() ** 3;
    const group = world.groups === undefined ? undefined : index % world.groups;
    for (let model = 0; model < world.models; model += 1) {
      // The first model is the weak one: it fails about twice as often as the others.
      const rate =
        group !== undefined
          ? 0.15 + hardness * 0.6
          : world.published
            ? hardness
            : hardness * (model === 0 ? 0.8 : 0.4) + 0.02;
      for (const arm of ['base', 'head'] as const) {
        const turned = world.published ? (world.rise * (1 - rate)) / (1 - PUBLISHED.mean) : world.rise;
        const moved = arm === 'base' ? 0 : turned + (group === undefined ? 0 : shifts[group]!);
        for (let replicate = 1; replicate <= world.draws; replicate += 1) {
          const row: OutcomeRow = {
            scenario: `s${index}`,
            model: `m${model}`,
            replicate: String(replicate),
            problematic: random.next() < Math.max(0, Math.min(1, rate + moved)),
            ...(group !== undefined && { group: `g${group}` }),
          };
          const fate = world.lose?.(row, arm, random) ?? 'kept';
          if (fate === 'kept') sides[arm].rows.push(row);
          const { scenario, model: name } = row;
          if (fate === 'error')
            sides[arm].missing.push({ scenario, model: name, replicate: row.replicate, reason: 'error' });
        }
      }
    }
  }
  return sides;
}

/** Gives 490, 30, 46 and 21 of 587 on average: both pass, both fail, worse, better, where 4.3 points turn. */
const PUBLISHED = { mean: 0.0869, weight: 0.898 };

/** By the logarithm of gamma deviates of a shape below 1 (Marsaglia and Tsang, ACM TOMS 26 (2000) 363-372). */
function betaDeviate({ mean, weight }: typeof PUBLISHED, random: Random): number {
  const [a, b] = [gammaDeviate(mean * weight, random), gammaDeviate((1 - mean) * weight, random)];
  return a + b === 0 ? 0 : a / (a + b);
}

function gammaDeviate(shape: number, random: Random): number {
  if (shape < 1) return gammaDeviate(shape + 1, random) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

main();
