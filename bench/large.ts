// What the commands need on a bank of any size: each in a process of its own, from the built dist/, by time and peak memory.
//   npm run bench:large                                  # 20,000 scored scenarios (126 MiB)
//   npm run bench:large -- --size 411000                 # the study's size (2.6 GB on disk): 45 minutes of a busy core
//   npm run bench:large -- --store 1000000               # a store of a million answers of 600 characters (1.0 GB), opened twice
//   npm run bench:large -- --nights 365                  # a night after so many, of the shipped example (simulated)
//   npm run bench:large -- --only maintain --cli OLD/dist/cli.js --cli dist/cli.js
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../src/core/canonical-json.ts';
import {
  LOOPBACK_CONFIG,
  SIMULATED_CONFIG,
  writeLargeProject,
  writeLoopback,
  type LargeProject,
} from './large/project.ts';
import { writeLargeStore } from './large/store.ts';
import { dayOf, sizeOfStore, writeYear } from './large/year.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['20000'] },
    /** The command of that name, or those whose name holds the word. */
    only: { type: 'string', default: '' },
    /** Builds to compare. */
    cli: { type: 'string', multiple: true, default: ['dist/cli.js'] },
    /** Answers of a store to open, instead of a bank. */
    store: { type: 'string', multiple: true, default: [] },
    /** Nights that a night comes after, instead of a bank. */
    nights: { type: 'string' },
    /** Keeps the projects here, and uses those that are there. */
    folder: { type: 'string' },
  },
});

interface Used {
  readonly status: number | null;
  readonly cpu: number;
  readonly seconds: number;
  readonly peakMiB: number;
  /** Hash of what it printed and wrote. */
  readonly written: string;
}

/** Printed by the child process as it ends: what it used. */
const REPORT = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

const LAYOUT: LargeProject = { bank: 'bank.jsonl', config: 'spec-gate.yml', base: 'spec.md', head: 'head.md' };
const OUTPUT = 'written';

/** Answers at once, in a process of its own. */
let server: ChildProcess | undefined;
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'spec-gate-large-'));
try {
  for (const count of values.store.map(Number)) measureStore(count);
  if (values.nights !== undefined) measureNight(Number(values.nights));
  else if (values.store.length === 0) for (const size of values.size.map(Number)) await measureSize(size);
} finally {
  server?.kill();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measureSize(size: number): Promise<void> {
  const own = join(folder, String(size));
  const isThere = existsSync(join(own, 'head.md'));
  mkdirSync(own, { recursive: true });
  const project = isThere ? LAYOUT : await writeLargeProject(own, size);
  const { size: bytes } = statSync(join(own, project.bank));
  console.log(`\n${size} scenarios, ${(bytes / 2 ** 20).toFixed(0)} MiB; node ${process.version}\n`);
  console.log('| command | build | exit | processor | wall | peak | wrote |');
  console.log('|---|---|---|---|---|---|---|');
  writeLoopback(own, await startServer());
  const commands = commandsOf(project);
  const named = commands.filter(([title]) => title === values.only);
  for (const [name, args] of named.length > 0 ? named : commands.filter(([title]) => title.includes(values.only))) {
    for (const cli of values.cli) {
      const { status, cpu, seconds, peakMiB, written } = run(cli, args, own);
      const figures = [`${cpu.toFixed(1)} s`, `${seconds.toFixed(1)} s`, `${peakMiB.toFixed(0)} MiB`, written];
      console.log(`| ${[name, cli, String(status), ...figures].join(' | ')} |`);
    }
  }
}

/** Two nights by each build, one after the other: the first may have indexes to make, and prunes. */
function measureNight(nights: number): void {
  const nightly = (date: string): readonly string[] => ['check', '--mode', 'nightly', '--date', date];
  const own = join(folder, `nights-${nights}`);
  if (!existsSync(own)) writeYear(own, { nights, night: (date) => void run(values.cli.at(-1)!, nightly(date), own) });
  console.log(`a night after ${nights}, its store ${sizeOfStore(own).toFixed(0)} MiB`);
  for (const cli of values.cli) {
    const work = `${own}-work`;
    rmSync(work, { recursive: true, force: true });
    cpSync(own, work, { recursive: true });
    for (const night of [nights, nights + 1]) {
      const { status, cpu, seconds, peakMiB } = run(cli, nightly(dayOf(night)), work);
      const times = `${cpu.toFixed(1)} s (wall ${seconds.toFixed(1)})`;
      const store = `its store ${sizeOfStore(work).toFixed(0)} MiB afterwards`;
      console.log(`${cli}, night ${night}: exit ${status}, ${times}, ${peakMiB.toFixed(0)} MiB; ${store}`);
    }
  }
}

/** Opened for the first time, when the index is made, and by the index. */
function measureStore(count: number): void {
  const own = join(folder, `store-${count}`);
  if (!existsSync(own)) writeLargeStore(own, { count, characters: 600 });
  const script = join(import.meta.dirname, 'large/open-store.ts');
  for (const when of ['first', 'again']) {
    const child = spawnSync(process.execPath, [script, own, String(count)], { encoding: 'utf8' });
    console.log(`${count} answers, ${when}: ${child.stdout.trim()}${child.stderr}`);
  }
}

function commandsOf({ bank, base, head }: LargeProject): readonly (readonly [string, readonly string[]])[] {
  const sides = ['--base-spec', base, '--head-spec', head];
  return [
    ['bank stats', ['bank', 'stats', bank, '--json']],
    ['bank maintain', ['bank', 'maintain', bank, '--json', '--stale-after', '36500']],
    ['bank select', ['bank', 'select', bank, '--count', '500', '--output', OUTPUT, '--json']],
    ['analyze', ['analyze', bank, '--format', 'json', '--output', OUTPUT]],
    ['bank link --plan', ['bank', 'link', '--plan', '--again', '--json']],
    ['bank score --plan', ['bank', 'score', '--plan', '--json']],
    ['plan', ['plan', ...sides, '--json']],
    ['plan, again', ['plan', ...sides, '--json']],
    ['check (loopback)', ['check', ...sides, '--config', LOOPBACK_CONFIG, '--json', '--output-dir', OUTPUT]],
    ['check (loopback), again', ['check', ...sides, '--config', LOOPBACK_CONFIG, '--json', '--output-dir', OUTPUT]],
    ['check (simulated)', ['check', ...sides, '--config', SIMULATED_CONFIG, '--json', '--output-dir', OUTPUT]],
  ];
}

function run(cli: string, args: readonly string[], cwd: string): Used {
  rmSync(join(cwd, OUTPUT), { recursive: true, force: true });
  const started = performance.now();
  const child = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, resolve(cli), ...args],
    {
      cwd,
      env: { ...process.env, OPENAI_API_KEY: 'sk-bench-key-000000000000' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 2 ** 29,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  const used = parseUsage(child.output?.[3] ?? '');
  if (used === undefined || (child.status ?? 4) > 2) console.error(child.stderr.slice(-600));
  const output = join(cwd, OUTPUT);
  const wrote = existsSync(output) && statSync(output).isFile() ? readFileSync(output) : Buffer.alloc(0);
  return {
    status: child.status,
    cpu: ((used?.userCPUTime ?? 0) + (used?.systemCPUTime ?? 0)) / 1e6,
    seconds,
    peakMiB: (used?.maxRSS ?? 0) / 1024,
    written: sha256(`${child.stdout}${sha256(wrote.toString('latin1'))}`).slice(0, 8),
  };
}

/** Where the loopback server is. */
async function startServer(): Promise<string> {
  server?.kill();
  const script = join(import.meta.dirname, 'loop/server.ts');
  const child = spawn(process.execPath, [script, '{"latencyMs":5}'], { stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  return new Promise((done) => child.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim())));
}

function parseUsage(text: string): NodeJS.ResourceUsage | undefined {
  return text === '' ? undefined : (JSON.parse(text) as NodeJS.ResourceUsage);
}
