// npm run bench:compare: how often `compare` is right when rows are missing, simulated from a known truth.
//   --runs N   runs of each line (default 200)
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../src/core/random.ts';
import { compareOutcomes } from '../src/compare/compare.ts';
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
  /** What becomes of an outcome: kept, dropped from the file, or turned into an error. */
  readonly lose?: (row: OutcomeRow, arm: 'base' | 'head', random: Random) => 'kept' | 'dropped' | 'error';
  readonly target?: {
    readonly pass?: number;
    readonly fail?: number;
    readonly passAtLeast?: number;
    readonly claimed?: number;
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
];

function main(): void {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' } } });
  const runs = Number(values.runs);
  const started = Date.now();
  console.log(`Simulated. % of ${runs} runs (95 % interval of the pass rate); margin ${MARGIN * 100} points.`);
  let missed = 0;
  for (const world of WORLDS) {
    const counts = { pass: 0, fail: 0, inconclusive: 0 };
    // Runs whose test about prompts like these says that head is worse.
    let claimed = 0;
    for (let run = 0; run < runs; run += 1) {
      const { verdict, p } = compareOutcomes({ ...draw(world, run), stored: false, margin: MARGIN, seed: String(run) });
      counts[verdict] += 1;
      if (p !== undefined && p.promptsLikeThem <= 0.05) claimed += 1;
    }
    const share = (count: number): number => count / runs;
    const { target = {} } = world;
    const isMissed =
      share(counts.pass) > (target.pass ?? 1) ||
      share(counts.fail) > (target.fail ?? 1) ||
      share(counts.pass) < (target.passAtLeast ?? 0) ||
      share(claimed) > (target.claimed ?? 1);
    if (isMissed) missed += 1;
    const range = clopperPearson({ count: counts.pass, trials: runs });
    const shown = (count: number): string => (100 * share(count)).toFixed(1).padStart(5);
    const interval = [range.lower, range.upper].map((end) => (100 * end).toFixed(1)).join('-');
    console.log(
      `  ${world.line.padEnd(75)} pass${shown(counts.pass)} (${interval})  fail${shown(counts.fail)}  inconclusive${shown(counts.inconclusive)}  worse for prompts like these ${shown(claimed)}${isMissed ? '  MISSED' : ''}`,
    );
  }
  console.log(
    `${missed === 0 ? 'Every target met' : `${missed} lines miss a target`}; ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

function draw(world: World, run: number): { readonly base: OutcomeRows; readonly head: OutcomeRows } {
  const random = createRandom(`compare ${world.line} ${run}`);
  const sides = {
    base: { rows: [] as OutcomeRow[], missing: [] as MissingOutcome[] },
    head: { rows: [] as OutcomeRow[], missing: [] as MissingOutcome[] },
  };
  const shifts = Array.from({ length: world.groups ?? 0 }, () => (some(0.5, random) ? 0.12 : -0.12));
  for (let index = 0; index < world.scenarios; index += 1) {
    const hardness = random.next() ** 3;
    const group = world.groups === undefined ? undefined : index % world.groups;
    for (let model = 0; model < world.models; model += 1) {
      // The first model is the weak one: it fails about twice as often as the others.
      const rate = group === undefined ? hardness * (model === 0 ? 0.8 : 0.4) + 0.02 : 0.15 + hardness * 0.6;
      for (const arm of ['base', 'head'] as const) {
        const moved = arm === 'base' ? 0 : world.rise + (group === undefined ? 0 : shifts[group]!);
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

main();
