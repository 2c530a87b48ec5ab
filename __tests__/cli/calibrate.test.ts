// `calibrate` on the shipped example's simulated draws: seeded, then read without a call; gaps and other specs are not draws.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Calibration } from '../../src/calibrate/calibrate.ts';
import { ROOT } from '../support/cli.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-calibrate-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  await runCommand(['check', '--mode', 'seed', '--store', 'store'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Printed {
  readonly calibration: Calibration;
  readonly scenarios: number;
  readonly of: number;
}

async function calibrate(cwd = folder): Promise<Printed & { readonly code: number | undefined }> {
  const { code, stdout } = await runCommand(['calibrate', '--store', 'store', '--json'], { cwd });
  return { ...(JSON.parse(stdout) as Printed), code };
}

test('finds the seeded draws, whole, and makes no call', async () => {
  const before = readdirSync(join(folder, 'store'));
  const { calibration, scenarios, of, code } = await calibrate();
  expect([calibration.status, code, calibration.draws, scenarios, of]).toEqual(['unknown', 2, 4, 39, 39]);
  // 39 scenarios are one block of 32: each of 4 draws is left out once, and four trials tell nothing.
  expect(calibration.endpoints.nonCompliance!.falseAlarms.trials).toBe(4);
  expect(Object.keys(calibration.flips.judges)).toEqual(['sim/warden', 'sim/advocate', 'sim/umpire']);
  // Beside a segment its index may be made, which holds no answer.
  expect(readdirSync(join(folder, 'store')).filter((name) => !name.endsWith('.index'))).toEqual(before);
  const { stdout } = await runCommand(['calibrate', '--store', 'store'], { cwd: folder });
  expect(stdout).toMatch(/^UNKNOWN {2}\(simulated\) These draws cannot tell: with 4 trials/);
});

test('without stored draws it knows nothing, and says how to get them', async () => {
  const { code, stdout } = await runCommand(['calibrate', '--store', 'nowhere'], { cwd: folder });
  expect(code).toBe(2);
  expect(stdout).toMatch(/^UNKNOWN/);
  expect(stdout).toContain('--mode seed');
});

test('scenarios with a lost answer are left out, and the rest still counts', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'spec-gate-gaps-'));
  try {
    cpSync(folder, copy, { recursive: true });
    const [segment] = readdirSync(join(copy, 'store'));
    const path = join(copy, 'store', segment!);
    const lines = readFileSync(path, 'utf8').split('\n');
    // The first answer is a response: its cell, and so its scenario, is gone.
    writeFileSync(path, lines.slice(1).join('\n'));
    const { calibration, scenarios } = await calibrate(copy);
    expect([calibration.draws, scenarios]).toEqual([4, 38]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('a spec that changed under its clauses has no draws of those scenarios', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'spec-gate-changed-'));
  try {
    cpSync(folder, copy, { recursive: true });
    cpSync(join(copy, 'head-conflict/spec.md'), join(copy, 'spec.md'));
    const { scenarios, of } = await calibrate(copy);
    expect(scenarios).toBeGreaterThan(0);
    expect(scenarios).toBeLessThan(of);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
