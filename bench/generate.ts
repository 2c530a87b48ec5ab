// What `bank generate` needs to write many pairs: processor time and peak memory against the number of pairs, each run a process
// of its own, from the built dist/. The writers are simulated.
//   npm run bench:generate                                    # 4,000 and 20,000 pairs
//   npm run bench:generate -- --pairs 150000
//   npm run bench:generate -- --cli OLD/dist/cli.js --cli dist/cli.js    # do both write the same bank?
//   npm run bench:generate -- --kill-after 100                # killed after so many MiB of bank, gone on with: the same bank
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/core/random.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', multiple: true, default: ['4000', '20000'] },
    /** Builds to compare. */
    cli: { type: 'string', multiple: true, default: ['dist/cli.js'] },
    /** MiB of bank after which the run is killed and begun again. */
    'kill-after': { type: 'string' },
    /** Where the projects are made, gigabytes for large ones. */
    folder: { type: 'string', default: tmpdir() },
  },
});

/** As many values as the study's list has, about. */
const CATEGORIES = 110;
const VALUES_EACH = 30;
/** Words of a value's name: simulated writers have few words of their own, and repeat each other where values do not tell them apart. */
const WORDS = 8;

/** Printed by the child process as it ends: what it used. */
const REPORT = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

console.log('SIMULATED: the writers. Real: prompts, store, bank.\n');
console.log('| pairs | build | exit | processor | wall | peak | scenarios | bank | its hash |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const pairs of values.pairs) {
  for (const cli of values.cli) await measure(resolve(cli), pairs);
}

async function measure(cli: string, pairs: string): Promise<void> {
  const folder = mkdtempSync(join(values.folder, 'spec-gate-generate-'));
  try {
    writeProject(folder);
    const bank = join(folder, 'bank.jsonl');
    if (values['kill-after'] !== undefined) await runAndKill({ cli, pairs, folder }, Number(values['kill-after']));
    const started = performance.now();
    const { status, used, printed } = await run({ cli, pairs, folder });
    const seconds = (performance.now() - started) / 1000;
    const cpu = (used.userCPUTime + used.systemCPUTime) / 1e6;
    const { scenarios } = JSON.parse(printed) as { readonly scenarios: number };
    const size = `${(statSync(bank).size / 2 ** 20).toFixed(0)} MiB`;
    const figures = [`${cpu.toFixed(1)} s`, `${seconds.toFixed(1)} s`, `${(used.maxRSS / 1024).toFixed(0)} MiB`];
    console.log(
      `| ${[pairs, values.cli.length > 1 ? cli : 'dist', status, ...figures, scenarios, size, hashOf(bank)].join(' | ')} |`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Task {
  readonly cli: string;
  readonly pairs: string;
  readonly folder: string;
}

function start({ cli, pairs, folder }: Task): ReturnType<typeof spawn> {
  const command = ['bank', 'generate', '--values', 'values.yml', '--count', pairs, '--json'];
  return spawn(process.execPath, [`--import=data:text/javascript,${encodeURIComponent(REPORT)}`, cli, ...command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
}

async function run(
  task: Task,
): Promise<{ readonly status: number; readonly used: NodeJS.ResourceUsage; readonly printed: string }> {
  const child = start(task);
  const texts = ['', '', ''];
  for (const [index, stream] of [child.stdout!, child.stderr!, child.stdio[3] as NodeJS.ReadableStream].entries()) {
    stream.on('data', (chunk: Buffer) => (texts[index] += chunk.toString()));
  }
  const status = await new Promise<number>((done) => child.once('close', (code) => done(code ?? -1)));
  const [printed, said, used] = texts as [string, string, string];
  if (status !== 0) throw new Error(`exit ${status}: ${said.slice(-600)}`);
  return { status, used: JSON.parse(used) as NodeJS.ResourceUsage, printed };
}

async function runAndKill(task: Task, mebibytes: number): Promise<void> {
  const child = start(task);
  const ended = new Promise((done) => child.once('exit', done));
  const bank = join(task.folder, 'bank.jsonl');
  while (child.exitCode === null && !(existsSync(bank) && statSync(bank).size > mebibytes * 2 ** 20)) await wait(20);
  child.kill('SIGKILL');
  await ended;
}

function writeProject(folder: string): void {
  writeFileSync(join(folder, 'spec.md'), '# Rules\n\n## Care {#careful}\n\nThe assistant should take care.\n');
  const random = createRandom('values');
  const word = (): string =>
    Array.from({ length: 5 }, () => 'bdfgklmnprst'[random.below(12)]! + 'aeiou'[random.below(5)]!).join('');
  const categories = Array.from({ length: CATEGORIES }, () => {
    const names = Array.from({ length: VALUES_EACH }, () => Array.from({ length: WORDS }, word).join(' '));
    return [`  - name: ${word()}`, '    values:', ...names.map((name) => `      - ${name}`)];
  });
  writeFileSync(join(folder, 'values.yml'), `${['categories:', ...categories.flat()].join('\n')}\n`);
  writeFileSync(join(folder, 'world.yml'), 'models:\n  ash: {}\njudges:\n  one: {}\n  two: {}\n  three: {}\n');
  writeFileSync(
    join(folder, 'spec-gate.yml'),
    [
      'spec: spec.md',
      'bank: bank.jsonl',
      'providers:',
      '  sim: { kind: simulated, world: world.yml }',
      'models: [sim/ash]',
      'judges: [sim/one, sim/two, sim/three]',
      '',
    ].join('\n'),
  );
}

/** Of a file of any size. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  const piece = Buffer.alloc(1 << 20);
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  closeSync(file);
  return hash.digest('hex').slice(0, 12);
}
