// The gate against live providers: the real protocols on loopback, with the shipped example's models behind them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { LONG, useLiveGate } from '../support/live-gate.ts';
import { KEYS, shrinkHarbor } from '../support/simulated-servers.ts';

const gate = useLiveGate();
const { check, readOut, countAnswers } = gate;
const readReport = (): Report => JSON.parse(readOut('report.json')) as Report;
const readRun = (): RunRecord => JSON.parse(readOut('run.json')) as RunRecord;

test(
  'two OpenAI-kind origins and one Anthropic come to the verdict of the offline run',
  async () => {
    const servers = await gate.start('independent');
    const { alpha, beta, gamma } = servers;
    const path = join(gate.folder(), 'spec-gate.yml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        /^selection:.*$/m,
        'selection: { scenarios: 20, extendTo: 20, replicates: { base: 2, confirm: 1 } }',
      ),
    );
    const { code, stderr } = await check('head-conflict');
    expect(stderr).not.toContain('bug');
    expect(code).toBe(1);
    const report = readReport();
    expect(report.verdict.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining(['nonComplianceRose', 'judgeAgreementFell']),
    );
    expect(report.simulated).toBe(false);
    // The bank has rubrics: that nothing was scored is another reason than that nothing could be.
    expect(report.endpoints.disagreement).toMatchObject({ status: 'not-applicable', why: 'not-scored' });
    for (const server of [alpha, beta, gamma]) expect(server.requests.length).toBeGreaterThan(100);
    const run = readRun();
    expect(run.calls.made).toBe(servers.requests().length);
    expect(run.usd).toBeGreaterThan(0);
    // Each answer is paid once and at its price.
    expect(run.usd).toBeCloseTo((run.tokens.input * 1 + run.tokens.output * 4) / 1e6, 6);
  },
  LONG,
);

test(
  'each key goes to its own origin only, and nowhere else',
  async () => {
    const { alpha, beta, gamma } = await gate.start('repeatable');
    shrinkHarbor(gate.folder(), 8);
    const { stdout, stderr } = await check('head-harmless');
    const sent = (server: { requests: readonly { headers: object }[] }): string =>
      JSON.stringify(server.requests.map(({ headers }) => headers));
    expect(sent(alpha)).toContain(KEYS.ALPHA_KEY);
    expect(sent(alpha)).not.toMatch(/sk-beta|sk-ant-gamma/);
    expect(sent(beta)).not.toMatch(/sk-alpha|sk-ant-gamma/);
    expect(sent(gamma)).not.toMatch(/sk-alpha|sk-beta/);
    const written = readdirSync(gate.folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    for (const text of [stdout, stderr, ...written]) {
      for (const key of Object.values(KEYS)) expect(text).not.toContain(key);
    }
  },
  LONG,
);

test(
  'a missing key is named with its provider before anything is sent; a stored answer needs none',
  async () => {
    const servers = await gate.start('repeatable');
    shrinkHarbor(gate.folder(), 8);
    const { code, stderr } = await check('head-harmless', { env: { ALPHA_KEY: KEYS.ALPHA_KEY } });
    expect(code).toBe(3);
    expect(stderr).toMatch(/provider beta: the environment variable BETA_KEY is not set/);
    expect(stderr).toMatch(/provider gamma: the environment variable GAMMA_KEY is not set/);
    expect(servers.requests()).toEqual([]);
    const asked = await check('head-harmless');
    expect(asked.code).toBe(0);
    expect(asked.stderr).toMatch(
      /^Testing {3}\d+ scenarios, 4 models, 3 judges\nCalls {5}up to \d+ to make in the first round · 0 stored · about \$\d\.\d\d \(budget \$/,
    );
    const report = readOut('report.json');
    const stored = await check('head-harmless', { env: {} });
    expect(stored.code).toBe(0);
    expect(stored.stderr).not.toContain('to make');
    expect(readOut('report.json')).toBe(report);
  },
  LONG,
);

test(
  'rotating a key pays nothing again',
  async () => {
    const servers = await gate.start('repeatable');
    shrinkHarbor(gate.folder(), 8);
    await check('head-harmless');
    const paid = servers.requests().length;
    await check('head-harmless', { env: { ...KEYS, ALPHA_KEY: 'sk-alpha-rotated-abcdef' } });
    expect(servers.requests()).toHaveLength(paid);
  },
  LONG,
);

test.each([
  ['calls', 'budget: { calls: 50 }', { least: 50, most: 50 }],
  ['usd', 'budget: { usd: 0.5 }', { least: 20, most: 1000 }],
])(
  'a budget of %s ends inconclusive, keeps what was finished and is never passed',
  async (name, budget, { least, most }) => {
    const servers = await gate.start('repeatable');
    shrinkHarbor(gate.folder(), 12);
    const config = `${readFileSync(join(gate.folder(), 'spec-gate.yml'), 'utf8')}\n${budget}\n`;
    writeFileSync(join(gate.folder(), 'spec-gate.yml'), config);
    const { code, stdout } = await check('head-harmless');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^INCONCLUSIVE/m);
    expect(readReport().verdict.reasons[0]).toMatchObject({ code: 'budgetStopped', args: { budget: name } });
    expect(servers.requests().length).toBeGreaterThanOrEqual(least);
    expect(servers.requests().length).toBeLessThanOrEqual(most);
    expect(readRun().usd).toBeLessThanOrEqual(0.5);
    const finished = servers.requests().length;
    expect(readRun().calls.made).toBe(finished);
    // Going on pays for what is missing only: every request that was ever made is one answer in the store.
    await check('head-harmless');
    expect(countAnswers()).toBe(servers.requests().length);
  },
  LONG,
);
