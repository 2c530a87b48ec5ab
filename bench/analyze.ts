// `spec-gate analyze` at the study's size: the whole command in a process of its own, by time and peak memory.
//   npm run bench:analyze                   # banks of 10,000 and 100,000 scenarios x 12 models, the evidence of a run
//   npm run bench:analyze -- --cli ../before/dist/cli.js --cli dist/cli.js --bank 10000 --run 0
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../src/core/canonical-json.ts';
import { parseValues } from '../src/scenarios/values/parse-values.ts';
import { generateEvidence } from './analyze/large-evidence.ts';
import { generateBankLines } from './analyze/scored-bank.ts';

const { values } = parseArgs({
  options: {
    /** Builds to compare, the first being what the others are held against. */
    cli: { type: 'string', multiple: true, default: ['dist/cli.js'] },
    bank: { type: 'string', multiple: true, default: ['10000', '100000'] },
    run: { type: 'string', default: '2000' },
    ruled: { type: 'string', default: 'all' },
    format: { type: 'string', default: 'json' },
    /** Instead of Node's own limit. */
    'heap-mib': { type: 'string' },
  },
});

interface Usage {
  readonly seconds: number;
  readonly cpu: number;
  /** The largest resident size of the whole process. */
  readonly peakMiB: number;
  /** Hash of what it wrote. */
  readonly written: string;
}

/** Printed by the child process as it ends: what it used. */
const REPORT = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

const folder = mkdtempSync(join(tmpdir(), 'spec-gate-bench-'));
try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const text = readFileSync(new URL('../fixtures/values.yml', import.meta.url), 'utf8');
  const taxonomy = await parseValues({ file: 'values.yml', text });
  const names = taxonomy.map(({ name }) => name);
  const ruled = values.ruled === 'openai' ? 'openai' : 'all';
  console.log(`analyze --format ${values.format}; node ${process.version}; rulings on ${ruled} models`);
  for (const scenarios of values.bank.map(Number).filter((count) => count > 0)) {
    const lines = generateBankLines({ seed: 'bank', scenarios, ruled, values: names });
    compare(`bank, ${scenarios} x 12`, write('bank.jsonl', lines));
  }
  const scenarios = Number(values.run);
  if (scenarios === 0) return;
  const pieces = generateEvidence({ seed: 'run', scenarios, draws: 4, values: names });
  compare(`run, ${scenarios} x 12 x 4 draws x 2 arms`, write('evidence.jsonl', pieces));
}

function write(name: string, pieces: Iterable<string>): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
  return path;
}

function compare(label: string, path: string): void {
  console.log(`\n${label} (${(statSync(path).size / 2 ** 20).toFixed(0)} MiB)`);
  let first: Usage | undefined;
  for (const cli of values.cli) {
    const usage = analyze(cli, path);
    if (typeof usage === 'string') {
      console.log(`  ${cli}\n    ${usage}`);
      continue;
    }
    first ??= usage;
    const { seconds, cpu, peakMiB, written } = usage;
    const ratio = `${(first.seconds / seconds).toFixed(1)}x faster, ${(first.peakMiB / peakMiB).toFixed(1)}x smaller`;
    const same = written === first.written ? 'same bytes' : 'other bytes';
    console.log(`  ${cli}`);
    console.log(`    ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of processor time, ${peakMiB.toFixed(0)} MiB`);
    console.log(`    ${first === usage ? written.slice(0, 12) : `${ratio}, ${same}`}`);
  }
}

/** What the command used, or how it failed. */
function analyze(cli: string, path: string): Usage | string {
  const output = join(folder, 'study');
  rmSync(output, { force: true });
  const heap = values['heap-mib'] === undefined ? [] : [`--max-old-space-size=${values['heap-mib']}`];
  const report = ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`];
  const command = [resolve(cli), 'analyze', path, '--format', values.format, '--output', output];
  const started = performance.now();
  const child = spawnSync(process.execPath, [...heap, ...report, ...command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0 || !existsSync(output)) {
    const reason = child.stderr.split('\n').find((line) => /error/i.test(line)) ?? child.stderr.slice(0, 200);
    return `failed after ${seconds.toFixed(1)} s (${child.status ?? child.signal}): ${reason}`;
  }
  const used = JSON.parse(child.output[3]!) as NodeJS.ResourceUsage;
  return {
    seconds,
    cpu: (used.userCPUTime + used.systemCPUTime) / 1e6,
    peakMiB: used.maxRSS / 1024,
    written: sha256(readFileSync(output, 'latin1')),
  };
}
