// Starts the command line as a user does: the built dist/ (a test of its own proves it fresh), outside of this process.
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunBuilt } from '../../tools/run-built.ts';
import { isWarm, startWarm } from './warm-node.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  /** What ended the process, where it did not end by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the running process, to signal it. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs to the end; an exit code is a result, not an error. */
export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  // While working on it, the sources themselves: SPEC_GATE_CLI=src/cli.ts.
  const entry = join(ROOT, process.env['SPEC_GATE_CLI'] ?? 'dist/cli.js');
  const env = { PATH: process.env['PATH'] ?? '', HOME: options.cwd, NO_COLOR: '1', ...options.env };
  if (options.node === undefined && isWarm(env)) {
    return startWarm({ entry, args, cwd: options.cwd, env, onStart: options.onStart });
  }
  return new Promise((resolve, reject) => {
    const child = spawn(options.node ?? process.execPath, [entry, ...args], {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
    options.onStart?.((signal) => child.kill(signal));
  });
}

/** What a run prints, for what tools write into the docs. */
export const printedByCli: RunBuilt = async (args, place) => (await runCli(args, place)).stdout;

/** The machine's own Node: the first on PATH that is not the pinned one of this workspace. */
export function findSystemNode(): { readonly path: string; readonly version: string } | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder === '' || folder.includes('node_modules')) continue;
    const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
    try {
      accessSync(path, constants.X_OK);
      return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() };
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}
