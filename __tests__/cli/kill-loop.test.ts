// Kills over one run against live providers, ten here and fifty every night (`npm run test:kills`): nothing that was
// finished is ever asked for again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { FEW } from '../support/harbor.ts';
import { LONG, useLiveGate } from '../support/live-gate.ts';
import type { SimulatedServers } from '../support/simulated-servers.ts';

const KILLS = Number(process.env['KILLS'] ?? 10);

const gate = useLiveGate();
const { check, readOut, countAnswers } = gate;

/** The servers, and the example: for ten kills a few hundred requests are enough, fifty have them all. */
async function start(delayMs = 0): Promise<SimulatedServers> {
  const servers = await gate.start('repeatable', delayMs);
  if (KILLS > 10) return servers;
  const path = join(gate.folder(), 'spec-gate.yml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^selection:.*$/m, `selection: ${FEW}`));
  return servers;
}

test(
  'killed at random moments over and over, no finished request is seen again and the report is the undisturbed one',
  async () => {
    const random = createRandom('kill loop');
    const calm = await start();
    const { code } = await check('head-conflict');
    const whole = readOut('report.json');
    const undisturbed = calm.requests().length;
    await calm.close();
    // Other ports are other origins: nothing that was stored answers for them.
    const live = await start(2);
    let unfinished = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
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
    expect((await check('head-conflict')).code).toBe(code);
    expect(readOut('report.json')).toBe(whole);
    // Only what was under way at a kill was ever asked for again.
    expect(countAnswers()).toBeGreaterThanOrEqual(2 * undisturbed);
    expect(live.requests().length - undisturbed).toBeLessThanOrEqual(unfinished);
  },
  LONG + KILLS * 5000,
);
