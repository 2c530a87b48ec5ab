// What the loop of calls costs beside the calls: processor time, memory, places filled, and what a server's limit does to it.
//   npm run bench:loop                                   # 1,000 x (1 answer + 1 judge), beside the plain loop, cold and warm
//   npm run bench:loop -- --judges 3 --spec-kib 32
//   npm run bench:loop -- --rate 5 --scenarios 50        # a server that admits five calls a second
//   npm run bench:loop -- --kill-after 1000              # killed after so many answers, then resumed with another key
//   npm run bench:loop -- --promptfoo FOLDER             # with node_modules/promptfoo in it
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeProject, writePromptfoo } from './loop/project.ts';

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '1000' },
    judges: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '50' },
    'latency-ms': { type: 'string', default: '100' },
    'spec-kib': { type: 'string', default: '2' },
    /** Calls a second that the server admits, and its bucket. */
    rate: { type: 'string' },
    burst: { type: 'string' },
    cli: { type: 'string', multiple: true, default: ['dist/cli.js'] },
    promptfoo: { type: 'string' },
    /** Answers after which the process is killed. */
    'kill-after': { type: 'string' },
    'no-plain': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

interface Seen {
  readonly requests: number;
  readonly taken: number;
  readonly mostInFlight: number;
  readonly inFlightMs: number;
  readonly busyFrom: number;
  readonly busyTo: number;
}

interface Used {
  readonly status: number | null;
  readonly seconds: number;
  readonly cpu: number;
  readonly peakMiB: number;
}

interface Measured extends Used {
  readonly name: string;
  readonly seen: Seen;
}

const KEY = 'sk-bench-key-000000000000';

const REPORT = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

const folder = mkdtempSync(join(tmpdir(), 'spec-gate-loop-'));
const server = await startServer();
try {
  await main();
} finally {
  server.child.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const { scenarios, judges, concurrency } = values;
  const size = { scenarios: Number(scenarios), judges: Number(judges), concurrency: Number(concurrency) };
  const specFile = writeProject(folder, { ...size, origin: server.origin, specKiB: Number(values['spec-kib']) });
  const calls = size.scenarios * (1 + size.judges);
  const measured: Measured[] = [];
  const note = async (name: string, run: () => Used | Promise<Used>): Promise<void> => {
    await ask('reset');
    const used = await run();
    measured.push({ name, ...used, seen: await look() });
  };
  if (!values['no-plain'] && values.rate === undefined && values['kill-after'] === undefined) {
    const loop = join(import.meta.dirname, 'loop/plain-loop.ts');
    const args = [loop, server.origin, scenarios, judges, concurrency, specFile, join(folder, 'plain.jsonl')];
    await note('plain loop', () => runChild(args));
  }
  for (const cli of values.cli) {
    const store = join(folder, `store-${measured.length}`);
    const score = [
      resolve(cli),
      'bank',
      'score',
      '--config',
      'spec-gate.yml',
      '--store',
      store,
      '--json',
      ...(size.judges < 3 ? ['--no-judges'] : []),
    ];
    if (values['kill-after'] !== undefined) {
      const after = Number(values['kill-after']);
      await note(`${cli}, killed after ${after} answers`, () => runAndKill(score, after));
      await note(`${cli}, gone on with, another key`, () => runChild(score, 'sk-bench-key-111111111111'));
      continue;
    }
    await note(`${cli}, cold`, () => runChild(score));
    await note(`${cli}, warm`, () => runChild(score));
  }
  if (values.promptfoo !== undefined) {
    const config = writePromptfoo(folder, { ...size, origin: server.origin, specFile });
    const entry = join(resolve(values.promptfoo), 'node_modules/promptfoo/dist/src/entrypoint.js');
    const evaluate = [entry, 'eval', '-c', config, '-j', concurrency, '--no-progress-bar', '--no-table', '--no-write'];
    await note('promptfoo, cold', () => runChild(evaluate));
    await note('promptfoo, warm', () => runChild(evaluate));
  }
  if (values.json) console.log(JSON.stringify({ calls, measured }));
  else for (const line of describe(calls, measured)) console.log(line);
}

async function look(): Promise<Seen> {
  return (await (await ask('seen')).json()) as Seen;
}

/** Idle connections may have been closed during the run: the request is then made once more. */
async function ask(what: 'seen' | 'reset'): Promise<Response> {
  const url = `${server.origin}/${what}`;
  return fetch(url).catch(() => fetch(url));
}

/** Kills the process without warning once the server has answered so many calls. */
async function runAndKill(args: readonly string[], after: number): Promise<Used> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: folder, env: environment(KEY), stdio: 'ignore' });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  for (let seen = 0; seen < after && child.exitCode === null; seen = (await look()).taken) {
    await new Promise((done) => setTimeout(done, 20));
  }
  child.kill('SIGKILL');
  const status = await ended;
  return { status, seconds: (performance.now() - started) / 1000, cpu: Number.NaN, peakMiB: Number.NaN };
}

function describe(calls: number, measured: readonly Measured[]): readonly string[] {
  const rows = measured.map(({ name, status, seconds, cpu, peakMiB, seen }) => {
    const mean = seen.busyTo > seen.busyFrom ? seen.inFlightMs / (seen.busyTo - seen.busyFrom) : 0;
    const wasted = seen.requests === 0 ? 0 : (100 * (seen.requests - seen.taken)) / seen.requests;
    return [
      name,
      `${seconds.toFixed(1)} s`,
      Number.isNaN(cpu) ? '' : `${cpu.toFixed(2)} s`,
      Number.isNaN(peakMiB) ? '' : `${peakMiB.toFixed(0)} MiB`,
      `${seen.requests} (${wasted.toFixed(1)} % refused)`,
      `${seen.mostInFlight} (${mean.toFixed(0)})`,
      `${status}`,
    ];
  });
  const titles = ['', 'wall', 'processor', 'peak', 'requests', 'in flight: most (mean)', 'exit'];
  const all = measured.reduce((sum, { seen }) => sum + seen.taken, 0);
  const repaid =
    values['kill-after'] === undefined
      ? []
      : ['', `asked twice: ${all - calls} of ${calls}; ${values.concurrency} may be under way when it is killed`];
  return [
    `${calls} calls, ${values.judges} judges, ${values.concurrency} places, ${values['latency-ms']} ms, ${values.rate ?? 'unlimited'} calls/s`,
    '',
    `| ${titles.join(' | ')} |`,
    `|${titles.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    ...repaid,
  ];
}

function environment(key: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    OPENAI_API_KEY: key,
    PROMPTFOO_DISABLE_TELEMETRY: '1',
    PROMPTFOO_DISABLE_UPDATE: '1',
    PROMPTFOO_CONFIG_DIR: join(folder, 'promptfoo'),
  };
}

function runChild(args: readonly string[], key = KEY): Used {
  const started = performance.now();
  const child = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: environment(key),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    },
  );
  const seconds = (performance.now() - started) / 1000;
  if (child.status !== 0) writeFileSync(2, `${child.stdout.slice(0, 2000)}\n${child.stderr.slice(0, 2000)}\n`);
  const used = JSON.parse(child.output[3] || '{}') as Partial<NodeJS.ResourceUsage>;
  return {
    status: child.status,
    seconds,
    cpu: ((used.userCPUTime ?? 0) + (used.systemCPUTime ?? 0)) / 1e6,
    peakMiB: (used.maxRSS ?? 0) / 1024,
  };
}

async function startServer(): Promise<{ readonly origin: string; readonly child: ReturnType<typeof spawn> }> {
  const options = {
    latencyMs: Number(values['latency-ms']),
    ...(values.rate === undefined ? {} : { rate: Number(values.rate), burst: Number(values.burst ?? values.rate) }),
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'loop/server.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await new Promise<string>((done) => {
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString().trim()));
  });
  return { origin, child };
}
