// `SPEC_GATE_STORE_SECRET` on the command line: every command that reads the store takes only what was signed.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runCli, type CliResult } from '../support/cli.ts';
import { forgeRulings } from '../support/forge-rulings.ts';
import { harborConfig, QUICK } from '../support/runner/gated-repository.ts';

const env = { SPEC_GATE_STORE_SECRET: 'store-secret-'.repeat(3) };
const PAIR = ['--base-spec', 'spec.md', '--head-spec', 'head-conflict/spec.md'];

let folder = '';
let honest = '';
const cli = (args: readonly string[], options: { env?: Record<string, string> } = {}): Promise<CliResult> =>
  runCli(args, { cwd: folder, ...options });
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const paid = (): number => (JSON.parse(read('spec-gate-report/run.json')) as { calls: { made: number } }).calls.made;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-secret-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  writeFileSync(join(folder, 'spec-gate.yml'), harborConfig(QUICK));
  await cli(['check', ...PAIR], { env });
  honest = read('spec-gate-report/report.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was signed is never paid for twice, with the secret and without', async () => {
  for (const options of [{ env }, {}]) {
    const { code, stderr } = await cli(['check', ...PAIR], options);
    expect([code, paid(), read('spec-gate-report/report.json')]).toEqual([1, 0, honest]);
    expect(stderr).not.toContain('unsigned');
  }
});

test('forged rulings are told, counted as missing, and change nothing', async () => {
  cpSync(join(folder, '.spec-gate/store'), join(folder, 'forged'), { recursive: true });
  forgeRulings(join(folder, 'forged'));
  const args = [...PAIR, '--store', 'forged'];
  expect((await cli(['check', ...args])).code).not.toBe(1);
  const plan = async (options: { env?: Record<string, string> }): Promise<{ stored: number; told: string }> => {
    const { stdout, stderr } = await cli(['plan', ...args, '--json'], options);
    return { stored: (JSON.parse(stdout) as { minimum: { stored: number } }).minimum.stored, told: stderr };
  };
  const [trusting, careful] = [await plan({}), await plan({ env })];
  expect(trusting.stored).toBeGreaterThan(0);
  expect(careful.stored).toBe(0);
  expect(careful.told).toMatch(/[1-9][\d,]* stored answers unsigned or forged: counted as missing/);
  const { code, stderr } = await cli(['check', ...args], { env });
  expect([code, read('spec-gate-report/report.json')]).toEqual([1, honest]);
  expect(stderr).toMatch(/unsigned or forged/);
});

test('a secret that is too short ends every such command with 3 and is not shown', async () => {
  for (const args of [['check', ...PAIR], ['calibrate'], ['merge', 'forged', '--into', 'all']]) {
    const { code, stdout, stderr } = await cli(args, { env: { SPEC_GATE_STORE_SECRET: 'a-short-secret' } });
    expect([args[0], code]).toEqual([args[0], 3]);
    expect(stderr).toContain('fewer than 32 characters');
    expect(stdout + stderr).not.toContain('a-short-secret');
  }
});

test('a config cannot send it to a provider as a key', async () => {
  const config = read('spec-gate.yml').replace(
    /^providers:$/m,
    'budget: { allowUnknownPrices: true }\nproviders:\n  live: { kind: openai, baseUrl: "https://models.invalid/v1", apiKeyEnv: SPEC_GATE_STORE_SECRET }',
  );
  writeFileSync(join(folder, 'live.yml'), config.replace('  - sim/aspen', '  - live/model'));
  const { code, stderr } = await cli(['check', ...PAIR, '--config', 'live.yml'], { env });
  expect(code).toBe(3);
  expect(stderr).toContain('the environment variable SPEC_GATE_STORE_SECRET is not set');
});
