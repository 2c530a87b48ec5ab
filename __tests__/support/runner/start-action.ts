// Starts the Action as GitHub's runner does: inputs, files and tokens in the environment, commands read from its output.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isWarm, startWarm } from '../warm-node.ts';
import { readCommands, readKeyValues, type Annotation } from './commands.ts';
import type { RunnerServer } from './server.ts';

export interface ActionRun {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** Give it to the `post` run of the same step. */
  readonly state: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Commands that no gate should ever print: `set-output`, `add-matcher`, `stop-commands` and the like. */
  readonly otherCommands: readonly string[];
  readonly summary: string;
  /** `KEY=value` pairs and paths the step asked the runner to keep for later steps; both should stay empty. */
  readonly exported: string;
  /** Everything it printed, standard output and error in order of arrival. */
  readonly log: string;
}

export interface ActionOptions {
  readonly action: 'main' | 'post';
  readonly server: RunnerServer;
  readonly event: { readonly name: string; readonly payload: object };
  /** The checkout; also the working directory. */
  readonly workspace: string;
  /** The job's temporary folder; the same for main and post, and for every run that shall find its cache again. */
  readonly temp: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  /** A token of `server.cache.tokenFor`. Without one the run has no cache. */
  readonly cacheToken?: string;
  /** Further variables, such as API keys, GITHUB_REF or GITHUB_SHA; they win. */
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of what action.yml names. */
  readonly entry?: string;
  /** Called with the running process, to signal it. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const TOKEN = 'ghs_runner_double';
let runs = 0;

/** Runs one half of the Action to its end. Rejects only if it cannot be started. */
export async function startAction(options: ActionOptions): Promise<ActionRun> {
  const manifest = parse(await readFile(join(root, 'action.yml'), 'utf8')) as Manifest;
  const files = await mkdtemp(join(tmpdir(), 'runner-'));
  const file = (name: string): Promise<string> => readFile(join(files, name), 'utf8');
  for (const name of ['output', 'state', 'summary', 'env', 'path']) await writeFile(join(files, name), '');
  await writeFile(join(files, 'event.json'), JSON.stringify(options.event.payload));
  await mkdir(options.temp, { recursive: true });
  try {
    const entry = options.entry ?? join(root, manifest.runs[options.action]);
    const { exitCode, log } = await run(entry, options, environment(options, manifest, files));
    const { annotations, masks, otherCommands } = readCommands(log);
    return {
      exitCode,
      log,
      annotations,
      masks,
      otherCommands,
      outputs: readKeyValues(await file('output')),
      state: readKeyValues(await file('state')),
      summary: await file('summary'),
      exported: (await file('env')) + (await file('path')),
    };
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

function environment(options: ActionOptions, manifest: Manifest, files: string): Record<string, string> {
  const { server, event, workspace, temp, cacheToken } = options;
  runs += 1;
  const env: Record<string, string> = {
    // Nothing of the machine's own environment but what a program needs to start.
    PATH: process.env['PATH'] ?? '',
    // Hundreds of starts of the same bundle: compile it once.
    NODE_COMPILE_CACHE: join(tmpdir(), 'spec-gate-compile-cache'),
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: server.origin,
    GITHUB_GRAPHQL_URL: `${server.origin}/graphql`,
    // Any other host makes the cache client speak the protocol of GitHub Enterprise Server.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: server.github.fullName,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: join(files, 'event.json'),
    GITHUB_WORKSPACE: workspace,
    GITHUB_ACTOR: 'ana',
    GITHUB_RUN_ID: String(9000 + runs),
    GITHUB_RUN_NUMBER: String(runs),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_OUTPUT: join(files, 'output'),
    GITHUB_STATE: join(files, 'state'),
    GITHUB_STEP_SUMMARY: join(files, 'summary'),
    GITHUB_ENV: join(files, 'env'),
    GITHUB_PATH: join(files, 'path'),
    RUNNER_TEMP: temp,
    RUNNER_OS: 'Linux',
  };
  for (const [name, input] of Object.entries(manifest.inputs)) {
    const value = options.inputs?.[name] ?? input.default ?? '';
    env[`INPUT_${name.toUpperCase()}`] = value.replace('${{ github.token }}', TOKEN);
  }
  if (options.action === 'post') {
    for (const [name, value] of Object.entries(options.state ?? {})) env[`STATE_${name}`] = value;
  }
  if (cacheToken !== undefined) {
    env['ACTIONS_CACHE_SERVICE_V2'] = 'True';
    env['ACTIONS_RESULTS_URL'] = `${server.origin}/`;
    env['ACTIONS_RUNTIME_TOKEN'] = cacheToken;
  }
  return { ...env, ...options.env };
}

async function run(
  entry: string,
  { workspace, onStart }: Pick<ActionOptions, 'workspace' | 'onStart'>,
  env: Record<string, string>,
): Promise<{ exitCode: number | null; log: string }> {
  if (isWarm(env)) {
    const { code, log } = await startWarm({ entry, args: [], cwd: workspace, env, onStart });
    return { exitCode: code, log };
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
    onStart?.((signal) => child.kill(signal));
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, log: Buffer.concat(chunks).toString() }));
  });
}
