// `spec-gate judges migrate` as a user runs it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MigrateReport } from '../../src/report/migrate.ts';
import { ROOT, runCli, type CliResult } from '../support/cli.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-migrate-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  cpSync(join(ROOT, 'fixtures/labelled.jsonl'), join(folder, 'labelled.jsonl'));
  const config = join(folder, 'spec-gate.yml');
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nnightly: { sentinels: 8, rotation: 0 }\n`);
  await runCli(['check', '--mode', 'nightly', '--date', '2026-11-23'], { cwd: folder });
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function migrate(...args: readonly string[]): Promise<CliResult> {
  return runCli(['judges', 'migrate', ...args], { cwd: folder });
}

const PANEL = ['--judges', 'sim/warden,sim/advocate,sim/drowsy'];

test('says the cost before, then flips, bias by clause, accuracy on labelled items; nothing moves without acceptance', async () => {
  const { code, stdout, stderr } = await migrate(...PANEL, '--json');
  expect(code).toBe(0);
  expect(stderr).toMatch(/the new panel is asked at most \d+ calls \(no cost\)/);
  const report = JSON.parse(stdout) as MigrateReport;
  expect(report.new.judges).toContain('sim/drowsy');
  expect(report.answers.anchor).toBe(128);
  expect(report.clauses.length).toBeGreaterThan(3);
  const drowsy = report.accuracy.new.find(({ judge }) => judge === 'sim/drowsy')!;
  expect(drowsy.accuracy.count / drowsy.accuracy.trials).toBeLessThan(0.85);
  expect(report.accepted).toBeUndefined();
  const again = await migrate(...PANEL);
  expect(again.stdout).toMatch(/\(simulated\) 128 stored answers[\s\S]*flip rate[\s\S]*0 calls made/);
});

test('--from names a config with the old panel; --accept moves the anchor for nights under the new one', async () => {
  const config = join(folder, 'spec-gate.yml');
  const old = readFileSync(config, 'utf8');
  writeFileSync(join(folder, 'old.yml'), old);
  writeFileSync(config, old.replace('sim/umpire', 'sim/drowsy'));
  const { code, stdout } = await migrate('--from', 'old.yml', '--accept', 'umpire is retired');
  expect(code).toBe(0);
  expect(stdout).toContain('Accepted: nights under the new panel are held against the night of 2026-11-23');
  const night = await runCli(['check', '--mode', 'nightly', '--date', '2026-11-24'], { cwd: folder });
  expect(night.code).toBe(0);
  expect(night.stdout).toContain('No change seen since the anchor of 2026-11-23');
  writeFileSync(config, old);
}, 20_000);

test.each([
  ['no other panel', [], /--judges a,b,c/],
  ['an even panel', ['--judges', 'sim/warden,sim/advocate'], /odd number/],
  ['an unknown provider', ['--judges', 'sim/warden,sim/advocate,acme/x'], /no provider of that name/],
  ['two old panels', ['--from', 'spec-gate.yml', ...PANEL], /give one of them/],
  ['a judge of no world', ['--judges', 'sim/warden,sim/advocate,sim/nobody'], /has no "nobody"/],
])('%s ends with 3 and a way out', async (_name, args, expected) => {
  const { code, stderr } = await migrate(...args);
  expect(stderr).toMatch(expected);
  expect(stderr).not.toContain('bug in spec-gate');
  expect(code).toBe(3);
});
