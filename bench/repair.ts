// npm run bench:repair: ten planted faults, writers that propose one right edit among wrong ones, and what is called a repair.
//   --seeds N    how many seeds; each gives other conversations, answers and halves (default 50)
//   --from N     the first seed (default 1)
//   --first N    the first N faults alone
//   --json FILE  a line a fault and seed
//   --tables FILE  the tables of lines that --json wrote, and nothing is run
import { appendFileSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import { PLANTED, type PlantedKind, type Truth } from './repair/planted.ts';
import { repairPlanted, type RepairedFault } from './repair/run.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '50' },
      from: { type: 'string', default: '1' },
      first: { type: 'string' },
      json: { type: 'string' },
      tables: { type: 'string' },
    },
  });
  console.log('SIMULATED: faults, writers, models and judges are planted; prices are listed ones.\n');
  if (values.tables !== undefined) {
    const lines = readFileSync(values.tables, 'utf8').trim().split('\n');
    return printTables(lines.map((line) => JSON.parse(line) as RepairedFault));
  }
  const faults = PLANTED.slice(0, values.first === undefined ? undefined : Number(values.first));
  const results: RepairedFault[] = [];
  const from = Number(values.from);
  for (let seed = from; seed < from + Number(values.seeds); seed += 1) {
    for (const fault of faults) {
      const result = await repairPlanted(fault, seed);
      results.push(result);
      if (values.json !== undefined) appendFileSync(values.json, `${JSON.stringify(result)}\n`);
    }
    const own = results.filter((one) => one.seed === seed);
    console.error(`seed ${seed}: ${own.filter(isRepaired).length} of ${own.length} repaired`);
  }
  printTables(results);
}

function printTables(results: readonly RepairedFault[]): void {
  printFaults(results);
  printEdits(results);
}

function isRepaired({ edits }: RepairedFault): boolean {
  return edits.some(({ truth, status }) => truth === 'right' && status === 'repair');
}

function printFaults(results: readonly RepairedFault[]): void {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  console.log(
    '| planted fault | found | repaired | before -> after, median | dollars, median (most) |\n|---|---|---|---|---|',
  );
  for (const kind of [...kinds, undefined]) console.log(faultRow(results, kind));
}

function faultRow(results: readonly RepairedFault[], kind: PlantedKind | undefined): string {
  const own = results.filter((one) => kind === undefined || one.kind === kind);
  const repaired = own.filter(isRepaired);
  const falls = repaired.map(({ edits }) => edits.find(({ truth }) => truth === 'right')!.fall!);
  const [before, after] = [median(falls.map(({ base }) => base)), median(falls.map(({ head }) => head))];
  const usd = own.map((one) => one.usd);
  const cells = [
    kind ?? '**all**',
    `${own.filter(({ isFound }) => isFound).length} of ${own.length}`,
    `${repaired.length} of ${own.length}`,
    `${percent(before)} -> ${percent(after)}`,
    `$${median(usd).toFixed(2)} ($${Math.max(...usd).toFixed(2)})`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const TRUTHS: readonly Truth[] = ['right', 'loosens', 'by heart', 'wrong way', 'no help', 'steers'];

function printEdits(results: readonly RepairedFault[]): void {
  const statuses = ['repair', 'undecided', 'broken', 'no fall', 'refused', 'untested'];
  console.log(
    `\n| edit | proposed | ${statuses.join(' | ')} | called a repair, at most (95 %) |\n|---|${'---|'.repeat(8)}`,
  );
  for (const truth of TRUTHS) {
    const own = results.flatMap(({ edits }) => edits.filter((edit) => edit.truth === truth));
    const counts = statuses.map((status) => own.filter((edit) => edit.status === status).length);
    const bound = own.length === 0 ? '' : percent(mostOf(counts[0]!, own.length));
    console.log(`| ${truth} | ${own.length} | ${counts.join(' | ')} | ${bound} |`);
  }
  const others = results.reduce((sum, { otherScenarios }) => sum + otherScenarios, 0);
  const moved = results.reduce((sum, { otherMoved }) => sum + otherMoved, 0);
  console.log(
    `\nOther clauses under the repairs: judges read another text on ${moved} of ${others} of their scenarios.`,
  );
}

/** The upper end of the 95 % interval. */
function mostOf(count: number, of: number): number {
  return clopperPearson({ count, trials: of }).upper;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

await main();
