// The gate on the shipped example with live models behind loopback servers, in a folder that lasts one test.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runCli, type CliOptions } from './cli.ts';
import { runCommand, type CommandResult } from './run-command.ts';
import { KEYS, startSimulatedServers, writeLiveHarbor, type SimulatedServers } from './simulated-servers.ts';

/** Milliseconds: thousands of calls over loopback. */
export const LONG = 300_000;

type Ended = Pick<CommandResult, 'stdout' | 'stderr'> & { readonly code: number | null | undefined };

export interface LiveGate {
  readonly folder: () => string;
  /** Servers of this test, closed after it; the example is written to ask them. */
  readonly start: (draws: 'independent' | 'repeatable', delayMs?: number) => Promise<SimulatedServers>;
  /** In this process; what is to be killed runs as users run it, in one of its own. */
  readonly check: (head: string, options?: Partial<CliOptions>) => Promise<Ended>;
  /** A file of the last check's reports. */
  readonly readOut: (file: string) => string;
  /** Lines in the store: every answer that was ever finished, and lines that a kill tore. */
  readonly countAnswers: () => number;
}

/** Declares the set-up of a test file. */
export function useLiveGate(): LiveGate {
  let folder = '';
  let started: SimulatedServers[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-live-'));
  });
  afterEach(async () => {
    await Promise.all(started.map((servers) => servers.close()));
    started = [];
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder: () => folder,
    start: async (draws, delayMs = 0) => {
      const servers = await startSimulatedServers(draws, { delayMs });
      started.push(servers);
      writeLiveHarbor(folder, servers);
      return servers;
    },
    check: (head, options = {}) => {
      const run = options.onStart === undefined ? runCommand : runCli;
      return run(['check', '--base-spec', 'spec.md', '--head-spec', `${head}/spec.md`], {
        cwd: folder,
        env: KEYS,
        ...options,
      });
    },
    readOut: (file) => readFileSync(join(folder, 'spec-gate-report', file), 'utf8'),
    countAnswers: () => {
      const store = join(folder, '.spec-gate/store');
      const texts = readdirSync(store).map((name) => readFileSync(join(store, name), 'utf8'));
      return texts.reduce((total, text) => total + text.split('\n').length - 1, 0);
    },
  };
}
