// A spec that is the models' system prompt: both sides answer, and a failing edit is taken apart into text and answers.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Plan } from '../../src/report/terminal/plan.ts';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { ROOT } from '../support/cli.ts';
import { FEW } from '../support/harbor.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-prompt-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const config = join(folder, 'spec-gate.yml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('specUse: target', 'specUse: prompt'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compared = (head: string): readonly string[] => ['--base-spec', 'spec.md', '--head-spec', `${head}/spec.md`];
const check = (head: string): Promise<CommandResult> => runCommand(['check', ...compared(head)], { cwd: folder });
const read = (name: string): string => readFileSync(join(folder, 'spec-gate-report', name), 'utf8');
const readReport = (): Report => JSON.parse(read('report.json')) as Report;
const readRun = (): RunRecord => JSON.parse(read('run.json')) as RunRecord;

const LONG = 60_000;

test(
  'an edit that fails: how much is the text, how much the answers; nothing is asked twice',
  { timeout: LONG },
  async () => {
    const plan = await runCommand(['plan', ...compared('head-conflict'), '--json'], { cwd: folder });
    const { code, stdout } = await check('head-conflict');
    expect(code).toBe(1);
    const report = readReport();
    const [finding] = report.findings;
    expect(finding?.code).toBe('textOrAnswers');
    const { standard, behaviour, scenarios } = finding!.args as Readonly<Record<string, number>>;
    const { change, scenarios: decided } = report.endpoints.nonCompliance!;
    expect(standard! + behaviour!).toBeCloseTo(change!, 10);
    expect(scenarios).toBe(decided);
    // No answer can meet both clauses of that text (fixtures/README.md), while the answers themselves hardly change for the worse.
    expect(standard!).toBeGreaterThan(0.2);
    expect(standard!).toBeGreaterThan(behaviour!);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('are the text, which the same answers meet less often');
    // More rejections or fewer: with a prompt that moves, and is a row.
    expect(report.endpoints.rejections?.status).toBe('report');
    const { calls } = readRun();
    expect(calls.made).toBeLessThanOrEqual((JSON.parse(plan.stdout) as Plan).worstCase.toMake);

    const before = read('report.json');
    await check('head-conflict');
    expect(readRun().calls.made).toBe(0);
    expect(read('report.json')).toBe(before);
  },
);

test('an edit that does not fail is not taken apart', { timeout: LONG }, async () => {
  const config = join(folder, 'spec-gate.yml');
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^selection:.*$/m, `selection: ${FEW}`));
  expect((await check('head-harmless')).code).not.toBe(1);
  expect(readReport().findings.map(({ code }) => code)).not.toContain('textOrAnswers');
});
