// What a check wrote for a change is taken into the bank by hand, and read as any foreign row.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../../src/report/report.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import { ROOT, runCli } from '../../support/cli.ts';
import { runCommand } from '../../support/run-command.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-adopt-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  writeFileSync(join(folder, 'bank.jsonl'), '');
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'spec-gate.yml'), `${config}\ncoverage: { write: true, perClause: 6 }\n`);
  const ran = await runCli(['check', '--base-spec', 'spec.md', '--head-spec', 'head-harmless/spec.md'], {
    cwd: folder,
  });
  // Whatever the verdict: what was written is in the report.
  if (ran.code === 3 || ran.code === 4) throw new Error(ran.stderr);
});
afterEach(() => rmSync(folder, { recursive: true }));

const REPORT = 'spec-gate-report/report.json';
const readReport = (): Report => JSON.parse(readFileSync(join(folder, REPORT), 'utf8')) as Report;
const readIds = (): readonly string[] =>
  parseBank({ file: 'bank.jsonl', text: readFileSync(join(folder, 'bank.jsonl'), 'utf8') }).scenarios.map(
    ({ id }) => id,
  );

test('all of them, or those named; once', async () => {
  const offered = readReport().written!.map(({ row }) => row.id);
  expect(offered.length).toBeGreaterThan(2);
  const one = await runCommand(['bank', 'adopt', REPORT, '--only', offered[0]!, '--json'], { cwd: folder });
  expect(JSON.parse(one.stdout)).toEqual({ adopted: 1, before: 0 });
  const all = await runCommand(['bank', 'adopt', REPORT, '--json'], { cwd: folder });
  expect(JSON.parse(all.stdout)).toEqual({ adopted: offered.length - 1, before: 1 });
  expect(readIds()).toEqual([...offered].sort());
  const unknown = await runCommand(['bank', 'adopt', REPORT, '--only', 'nobody'], { cwd: folder });
  expect(unknown.stderr).toContain('offers no nobody');
});

test('a row that is no scenario, or that clashes with the bank, is refused with its place', async () => {
  const report = readReport();
  const [first] = report.written!;
  writeFileSync(
    join(folder, 'forged.json'),
    JSON.stringify({ ...report, written: [{ ...first, row: { id: '../x', query: ' ' } }] }),
  );
  const forged = await runCommand(['bank', 'adopt', 'forged.json'], { cwd: folder });
  expect(forged.code).toBe(3);
  expect(readIds()).toEqual([]);
  writeFileSync(join(folder, 'bank.jsonl'), `${JSON.stringify({ id: first!.row.id, query: 'Another one?' })}\n`);
  const clash = await runCommand(['bank', 'adopt', REPORT], { cwd: folder });
  expect(clash.code).toBe(3);
  expect(clash.stderr).toContain('bank.jsonl:1');
});
