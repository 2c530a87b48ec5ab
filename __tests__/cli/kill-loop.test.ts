// Fifty kills over one run against live providers: nothing that was finished is ever asked for again.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { runCli, type CliOptions, type CliResult } from '../support/cli.ts';
import { KEYS, startSimulatedServers, writeLiveHarbor, type SimulatedServers } from '../support/simulated-servers.ts';

/** Milliseconds: thousands of calls over loopback. */
const LONG = 120_000;

let folder = '';
let servers: SimulatedServers | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-live-'));
});
afterEach(async () => {
  await servers?.close();
  servers = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function check(head: string, options: Partial<CliOptions> & { args?: readonly string[] } = {}): Promise<CliResult> {
  const args = ['check', '--base-spec', 'spec.md', '--head-spec', `${head}/spec.md`, ...(options.args ?? [])];
  return runCli(args, { cwd: folder, env: KEYS, ...options });
}

const readOut = (file: string): string => readFileSync(join(folder, 'spec-gate-report', file), 'utf8');
async function startLive(draws: 'independent' | 'repeatable', delayMs = 0): Promise<SimulatedServers> {
  servers = await startSimulatedServers(draws, { delayMs });
  writeLiveHarbor(folder, servers);
  return servers;
}

test(
  'killed at random moments over and over, no finished request is seen again and the report is the undisturbed one',
  async () => {
    const random = createRandom('kill loop');
    const calm = await startLive('repeatable');
    await check('head-conflict');
    const whole = readOut('report.json');
    const undisturbed = calm.requests().length;
    await calm.close();
    // Other ports are other origins: nothing that was stored answers for them.
    const live = await startLive('repeatable', 2);
    let unfinished = 0;
    for (let kill = 0; kill < 50; kill += 1) {
      const signal = (['SIGKILL', 'SIGTERM', 'SIGINT'] as const)[random.below(3)]!;
      const wanted = live.requests().length + 1 + random.below(40);
      let seenAtKill = Infinity;
      await check('head-conflict', {
        onStart: (send) => {
          const timer = setInterval(() => {
            if (live.requests().length < wanted) return;
            clearInterval(timer);
            seenAtKill = live.requests().length;
            unfinished += live.underWay();
            send(signal);
          }, 1);
          setTimeout(() => clearInterval(timer), 10_000).unref();
        },
      });
      unfinished += Math.max(0, live.requests().length - seenAtKill);
    }
    expect((await check('head-conflict')).code).toBe(1);
    expect(readOut('report.json')).toBe(whole);
    // Only what was under way at a kill was ever asked for again.
    expect(countAnswers()).toBeGreaterThanOrEqual(2 * undisturbed);
    expect(live.requests().length - undisturbed).toBeLessThanOrEqual(unfinished);
  },
  2 * LONG,
);

function countAnswers(): number {
  const store = join(folder, '.spec-gate/store');
  return readdirSync(store).reduce(
    (total, name) => total + readFileSync(join(store, name), 'utf8').split('\n').length - 1,
    0,
  );
}
