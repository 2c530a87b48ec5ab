// npm run bench:decision: how often the gate is right, simulated from a known truth, beside rules that others use.
//   --runs N   runs of each line of the main tables (default 600); the others take a quarter
//   --only T   the tables whose name holds the text
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import { listConfigurations, type Configuration, type Target } from './decision/configurations.ts';
import { simulate, type Outcome } from './decision/simulate.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '600' }, only: { type: 'string', default: '' } },
  });
  const started = Date.now();
  const configurations = listConfigurations(Number(values.runs)).filter(({ table }) => table.includes(values.only));
  const outcomes = await simulateAll(configurations);
  console.log(
    'Simulated. fail / pass / inconclusive in % (95 % interval of the fail rate), mean rulings and answers a run.',
  );
  let table = '';
  for (const [index, configuration] of configurations.entries()) {
    if (configuration.table !== table) console.log(`\n${configuration.table}`);
    table = configuration.table;
    console.log(`  ${describe(configuration, outcomes[index]!)}`);
  }
  const missed = configurations.filter(({ target }, index) => missedTargets(target, outcomes[index]!).length > 0);
  console.log(
    `\n${missed.length === 0 ? 'Every target met' : `${missed.length} lines miss a target`}; ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

/** Workers take the longest lines first. */
async function simulateAll(configurations: readonly Configuration[]): Promise<readonly Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  const cost = ({ truth, runs }: Configuration): number =>
    truth.models * truth.scenarios * runs * (truth.scored ? 8 : 1);
  const queue = configurations
    .map((_, index) => index)
    .sort((a, b) => cost(configurations[b]!) - cost(configurations[a]!));
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url));
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      outcomes.set(index, await ask(worker, configurations[index]!));
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(8, availableParallelism()) }, work));
  return configurations.map((_, index) => outcomes.get(index)!);
}

async function ask(worker: Worker, configuration: Configuration): Promise<Outcome> {
  const answer = once(worker, 'message');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(configuration);
  const [outcome] = (await answer) as [Outcome];
  return outcome;
}

function describe({ table, line, target }: Configuration, outcome: Outcome): string {
  const { runs, fail, pass, inconclusive, rulings, answers } = outcome;
  const range = clopperPearson({ count: fail, trials: runs });
  const passes = clopperPearson({ count: pass, trials: runs });
  const parts = [
    line.padEnd(46),
    `${percent(fail / runs)} / ${percent(pass / runs)} / ${percent(inconclusive / runs)}`,
    `(${percent(range.lower)} to ${percent(range.upper)}; pass ${percent(passes.lower)} to ${percent(passes.upper)})`,
    `${Math.round(rulings)} rulings, ${Math.round(answers)} answers`,
  ];
  if (table.includes('interpretation')) {
    const by = Object.entries(outcome.failedBy).map(([metric, many]) => `${metric} ${percent(many / runs).trim()}`);
    parts.push(`failed by ${by.join(', ') || 'none'}; clause ${percent(outcome.localised / runs).trim()}`);
  }
  if (['seeded', 'unlike', 'unscreened', '%'].some((one) => table.includes(one)))
    parts.push(`interval holds it ${percent(outcome.covered / runs).trim()}`);
  if (table.includes('lean')) parts.push(`says so ${percent(outcome.withinReach / runs).trim()}`);
  if (table.includes('words')) {
    const by = Object.entries(outcome.alarmedBy).map(([kind, many]) => `${kind} ${percent(many / runs).trim()}`);
    const { lower, upper } = clopperPearson({ count: outcome.alarms, trials: runs });
    parts.push(
      `alarmed ${percent(outcome.alarms / runs).trim()} (${percent(lower).trim()} to ${percent(upper).trim()}; ${by.join(', ') || 'none'}), conflict named ${percent(outcome.named / runs).trim()}`,
    );
  }
  if (target !== undefined)
    parts.push(`target ${targetText(target)}: ${missedTargets(target, outcome).join(', ') || 'met'}`);
  const rivals = Object.entries(outcome.rivals).map(([name, blocked]) => `${name} ${percent(blocked / runs).trim()}`);
  if (rivals.length > 0) parts.push(`\n      others would block: ${rivals.join(' · ')}`);
  return parts.join('  ');
}

const CHECKS: Readonly<
  Record<keyof Target, { readonly text: string; readonly read: (outcome: Outcome) => number; readonly atMost: boolean }>
> = {
  failAtMost: { text: 'fail <=', read: ({ fail, runs }) => fail / runs, atMost: true },
  failAtLeast: { text: 'fail >=', read: ({ fail, runs }) => fail / runs, atMost: false },
  passAtMost: { text: 'pass <=', read: ({ pass, runs }) => pass / runs, atMost: true },
  passAtLeast: { text: 'pass >=', read: ({ pass, runs }) => pass / runs, atMost: false },
  coverageAtLeast: { text: 'coverage >=', read: ({ covered, runs }) => covered / runs, atMost: false },
  alarmsAtMost: { text: 'alarms <=', read: ({ alarms, runs }) => alarms / runs, atMost: true },
  namedAtLeast: { text: 'named >=', read: ({ named, runs }) => named / runs, atMost: false },
  answersAtMost: { text: 'answers <=', read: ({ answers }) => answers, atMost: true },
  rulingsAtMost: { text: 'rulings <=', read: ({ rulings }) => rulings, atMost: true },
};

function missedTargets(target: Target | undefined, outcome: Outcome): readonly string[] {
  return Object.entries(target ?? {}).flatMap(([name, bound]) => {
    const { text, read, atMost } = CHECKS[name as keyof Target];
    const value = read(outcome);
    return (atMost ? value <= bound : value >= bound) ? [] : [`MISSED ${text} ${boundText(bound)}`];
  });
}

function targetText(target: Target): string {
  return Object.entries(target)
    .map(([name, bound]) => `${CHECKS[name as keyof Target].text} ${boundText(bound)}`)
    .join(', ');
}

function boundText(bound: number): string {
  return bound > 1 ? String(bound) : `${Math.round(100 * bound)} %`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

if (isMainThread) await main();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
else parentPort!.on('message', (configuration: Configuration) => parentPort!.postMessage(simulate(configuration)));
