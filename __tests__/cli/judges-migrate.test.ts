// `spec-gate judges migrate`: a judge, a classifier, a retired judge, a panel that is not fit.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MigrateReport } from '../../src/migrate/report.ts';
import { ROOT } from '../support/cli.ts';
import type { Answer, WireRequest } from '../support/provider-servers.ts';
import { runCommand, type CommandResult, type CommandWorld } from '../support/run-command.ts';
import { KEYS, startSimulatedServers, writeLiveHarbor, type SimulatedServers } from '../support/simulated-servers.ts';

const LONG = 60_000;
const reportOf = ({ stdout }: CommandResult): MigrateReport => JSON.parse(stdout) as MigrateReport;

/** Eight sentinels: 8 scenarios, 4 models, 4 draws in the anchor night. */
const ANSWERS = 8 * 4 * 4;
const NIGHTLY = '\nnightly: { sentinels: 8, rotation: 0 }\n';

describe('on the shipped example', () => {
  let folder = '';
  let config = '';
  const CONFIG = (): string => join(folder, 'spec-gate.yml');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-migrate-'));
    cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
    config = `${readFileSync(CONFIG(), 'utf8')}${NIGHTLY}`;
    writeFileSync(CONFIG(), config);
    const world = join(folder, 'world.yml');
    const more = readFileSync(world, 'utf8')
      .replace('  drowsy:', '  sage: { falsePositive: 0.01, falseNegative: 0.01 }\n  drowsy:')
      .replace('  sorter:', '  clerk: { errorRate: 0.4 }\n  sorter:');
    writeFileSync(world, more);
    await runCommand(['check', '--mode', 'nightly', '--date', '2026-11-23'], { cwd: folder });
  }, LONG);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const migrate = (...args: readonly string[]): Promise<CommandResult> =>
    runCommand(['judges', 'migrate', ...args], { cwd: folder });
  const night = (date: string): Promise<CommandResult> =>
    runCommand(['check', '--mode', 'nightly', '--date', date], { cwd: folder });
  const POOR = ['--judges', 'sim/warden,sim/advocate,sim/drowsy'];
  const GOOD = ['--judges', 'sim/warden,sim/advocate,sim/sage'];

  test(
    'says the cost before, then flips, bias by clause, accuracy of both on labelled items and what each costs; nothing moves',
    async () => {
      const before = readdirSync(join(folder, '.spec-gate/store')).filter((name) => name.includes('history'));
      const first = await migrate(...GOOD, '--json');
      expect(first.code).toBe(0);
      expect(first.stderr).toMatch(/the new panel is asked at most \d+ calls \(no cost\), the old one 26 calls/);
      const report = reportOf(first);
      expect(report.new.judges).toContain('sim/sage');
      expect(report.answers).toEqual({ pool: 0, anchor: ANSWERS, withoutOld: 0, withoutNew: 0 });
      expect(report.rulings!.clauses.length).toBeGreaterThan(3);
      for (const side of ['old', 'new'] as const) {
        expect(report.accuracy[side].map(({ judge }) => judge)).toHaveLength(4);
        expect(report.cost![side]).toMatchObject({ calls: 3 * ANSWERS, usd: 0 });
        expect(report.cost![side].inputTokens).toBeGreaterThan(100_000);
      }
      expect(report).toMatchObject({ problems: [], doubts: [] });
      expect(report.accepted).toBeUndefined();
      const again = await migrate(...GOOD);
      expect(again.stdout).toMatch(/\(simulated\) 128 stored answers[\s\S]*flip rate[\s\S]*paid by this run +0 /);
      expect(readdirSync(join(folder, '.spec-gate/store')).filter((name) => name.includes('history'))).toEqual(before);
    },
    LONG,
  );

  test(
    'a panel that is not fit is said first, and accepted by a further word only',
    async () => {
      const looked = await migrate(...POOR);
      expect(looked.code).toBe(0);
      expect(looked.stdout).toMatch(/^NOT FIT {2}2 problems with the new panel\n {2}judge sim\/drowsy: right on only/);
      const refused = await migrate(...POOR, '--accept', 'cheaper');
      expect(refused.code).toBe(1);
      expect(refused.stdout).toMatch(/NOT ACCEPTED[\s\S]*--even-if-poor/);
      const alone = await migrate(...POOR, '--even-if-poor');
      expect([alone.code, alone.stderr]).toEqual([3, expect.stringContaining('accepts nothing by itself')]);
    },
    LONG,
  );

  test(
    '--from names a config with the old panel; --accept moves the anchor for nights under the new one',
    async () => {
      writeFileSync(join(folder, 'old.yml'), config);
      writeFileSync(CONFIG(), config.replace('sim/umpire', 'sim/sage'));
      const { code, stdout } = await migrate('--from', 'old.yml', '--accept', 'umpire is retired');
      expect([code, stdout]).toEqual([0, expect.stringContaining('compared with the night of 2026-11-23')]);
      const next = await night('2026-11-24');
      expect(next.stdout).toContain('No change seen since the anchor of 2026-11-23');
      expect(next.code).toBe(0);
      writeFileSync(CONFIG(), config);
    },
    LONG,
  );

  test(
    'another classifier: types that flip, scores that shift by value, and the anchor; judges are not asked',
    async () => {
      const found = await migrate('--classifier', 'sim/clerk', '--json');
      expect(found.code).toBe(0);
      const report = reportOf(found);
      expect(report.rulings).toBeUndefined();
      // The world says: sorter is a point off on 5 % of scores, clerk on 40 %.
      const { classifier, scales, made } = report;
      expect(classifier!.typeFlips.count / ANSWERS).toBeGreaterThan(0.2);
      expect(classifier!.types.reduce((sum, { answers }) => sum + answers, 0)).toBe(classifier!.typeFlips.count);
      expect(classifier!.distance).toBeGreaterThan(0.2);
      expect(classifier!.values.length).toBeGreaterThan(0);
      expect(scales).toMatchObject({ old: { model: 'sim/sorter' }, new: { model: 'sim/clerk' } });
      expect(made.calls).toBe(ANSWERS + 2 * 8);
      expect(report.doubts.join()).toContain('another type');
      const text = await migrate('--classifier', 'sim/clerk', '--accept', 'clerk is cheaper');
      expect([text.code, text.stdout]).toEqual([0, expect.stringContaining('Accepted')]);
      writeFileSync(CONFIG(), config.replace('classifier: sim/sorter', 'classifier: sim/clerk'));
      const next = await night('2026-11-25');
      expect(next.stdout).toContain('anchor of 2026-11-23');
      writeFileSync(CONFIG(), config);
    },
    LONG,
  );

  test.each([
    ['no other panel', [], /--judges a,b,c/],
    ['the same panel and the same words', ['--from', 'spec-gate.yml'], /nothing to migrate/],
    ['an even panel', ['--judges', 'sim/warden,sim/advocate'], /odd number/],
    ['an unknown provider', ['--judges', 'sim/warden,sim/advocate,acme/x'], /no provider of that name/],
    ['two old panels', ['--from', 'spec-gate.yml', ...POOR], /give one of them/],
    ['a judge of no world', ['--judges', 'sim/warden,sim/advocate,sim/nobody'], /has no "nobody"/],
  ])('%s ends with 3 and a way out', async (_name, args, expected) => {
    // In this process: a bug would be thrown.
    const { code, stderr } = await runCommand(['judges', 'migrate', ...args], { cwd: folder });
    expect(stderr).toMatch(expected);
    expect(code).toBe(3);
  });
});

describe('live', () => {
  let folder = '';
  let servers: SimulatedServers;
  let inject: (request: WireRequest) => Answer | undefined = () => undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-migrate-live-'));
    servers = await startSimulatedServers('repeatable', { inject: (request) => inject(request) });
    writeLiveHarbor(folder, servers);
    cpSync(join(ROOT, 'fixtures/harbor/labelled.jsonl'), join(folder, 'labelled.jsonl'));
    const path = join(folder, 'spec-gate.yml');
    const old = `${readFileSync(path, 'utf8').replace('prices:\n', 'prices:\n  beta/umpire: { input: 2, output: 8 }\n')}${NIGHTLY}`;
    writeFileSync(join(folder, 'old.yml'), old);
    writeFileSync(path, old.replace('gamma/umpire]', 'beta/umpire]'));
    // The old panel's one night.
    await runCommand(['check', '--config', 'old.yml', '--mode', 'nightly', '--date', '2026-11-23'], {
      cwd: folder,
      env: KEYS,
    });
  }, LONG);
  afterAll(async () => {
    await servers.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const migrate = (options: Partial<CommandWorld> = {}): Promise<CommandResult> =>
    runCommand(['judges', 'migrate', '--from', 'old.yml', '--json'], { cwd: folder, env: KEYS, ...options });

  test(
    'a retired judge is not asked: its stored rulings serve, and only the new panel’s keys are needed',
    async () => {
      const { GAMMA_KEY: _retired, ...env } = KEYS;
      const watched = servers.watch();
      const found = await migrate({ env });
      expect(found.stderr).toMatch(/the new panel is asked at most \d+ calls \(about \$\d/);
      expect(found.code).toBe(0);
      const report = reportOf(found);
      expect(report.answers).toMatchObject({ anchor: ANSWERS, withoutOld: 0 });
      // The old panel's majority on the labelled items would be one of two judges.
      expect(report.accuracy.old.map(({ judge }) => judge).sort()).toEqual(['alpha/warden', 'beta/advocate']);
      expect(report.doubts.join()).toContain('retired');
      const asked = watched().map(({ model, protocol }) => `${protocol} ${model}`);
      expect(new Set(asked)).toEqual(new Set(['openai umpire', 'openai warden', 'openai advocate']));
      expect(report.made.calls).toBe(asked.length);
      // Twice as dear a third judge: a third of the calls.
      expect(Number(report.cost!.new.usd) / Number(report.cost!.old.usd)).toBeCloseTo(4 / 3, 1);
      for (const key of Object.values(KEYS)) expect(found.stdout + found.stderr).not.toContain(key);
    },
    LONG,
  );

  test(
    'nor does one that its provider no longer knows end the run',
    async () => {
      inject = ({ protocol, model }) =>
        protocol === 'anthropic' && model === 'umpire'
          ? { status: 404, error: { type: 'not_found_error', message: 'model: umpire' } }
          : undefined;
      const found = await migrate();
      inject = () => undefined;
      expect(found.code).toBe(0);
      expect(reportOf(found).doubts.join()).toContain('retired');
    },
    LONG,
  );

  test(
    'a new judge whose key is refused ends it with 3, and nobody is asked on',
    async () => {
      rmSync(join(folder, 'labelled.jsonl'));
      const path = join(folder, 'spec-gate.yml');
      writeFileSync(path, readFileSync(path, 'utf8').replace('beta/umpire]', 'gamma/drowsy]'));
      inject = () => ({ status: 401, error: { type: 'authentication_error', message: 'no' } });
      const watched = servers.watch();
      const found = await migrate();
      inject = () => undefined;
      expect([found.code, found.stderr]).toEqual([3, expect.stringContaining('rejected the key')]);
      expect(watched().length).toBeLessThan(ANSWERS / 2);
    },
    LONG,
  );
});
