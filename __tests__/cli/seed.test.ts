// `check --mode seed` as a workflow runs it: what is filled and left, exit 0 also when the budget stops it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunRecord } from '../../src/report/run-record.ts';
import type { SeedResult } from '../../src/gate/seed.ts';
import { ROOT } from '../support/cli.ts';
import { runCommand } from '../support/run-command.ts';
import { KEYS, startSimulatedServers, writeLiveHarbor } from '../support/simulated-servers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-seed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a first pull request after seeding pays for its head only', async () => {
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const seeded = await runCommand(['check', '--mode', 'seed'], { cwd: folder });
  expect(seeded.code).toBe(0);
  expect(seeded.stdout).toMatch(/^Base draws pool:1 to pool:4: 39 of 39 linked scenarios filled, 0 left/);
  expect((await runCommand(['check', '--mode', 'seed', '--json'], { cwd: folder })).stdout).toContain('"calls": 0');
  const check = (args: readonly string[]): Promise<unknown> =>
    runCommand(['check', '--base-spec', 'spec.md', '--head-spec', 'head-harmless/spec.md', ...args], { cwd: folder });
  const readRun = (): RunRecord =>
    JSON.parse(readFileSync(join(folder, 'spec-gate-report/run.json'), 'utf8')) as RunRecord;
  await check([]);
  const warm = readRun().calls.made;
  await check(['--store', 'cold']);
  // Both pay for the head, the violations and the canaries; the cold one for the base's answers and their rulings, too.
  expect(warm).toBeLessThan(readRun().calls.made * 0.7);
});

test('a budget that ends it is no failure, and the next run goes on', async () => {
  const servers = await startSimulatedServers('repeatable');
  writeLiveHarbor(folder, servers);
  const config = join(folder, 'spec-gate.yml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nbudget: { calls: 150 }\n`);
  const seed = async (): Promise<SeedResult> => {
    const { code, stdout } = await runCommand(['check', '--mode', 'seed', '--json'], { cwd: folder, env: KEYS });
    expect(code).toBe(0);
    return JSON.parse(stdout) as SeedResult;
  };
  const filled = ({ scenarios }: SeedResult): number => scenarios.reduce((sum, scenario) => sum + scenario.filled, 0);
  const first = await seed();
  expect(first.stopped).toBe('budget');
  expect(first.made.calls).toBe(150);
  const second = await seed();
  await servers.close();
  expect(filled(second)).toBeGreaterThan(filled(first));
  expect(servers.requests()).toHaveLength(300);
});
