// Ids that a bank may not hold, files named like addresses, and other values: what an import must not write.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillScenario } from '../../../src/bank/import/fill-scenario.ts';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import { runCommand } from '../../support/run-command.ts';
import { scenarioOf } from '../../scenarios/scenario-builders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-add-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const importInto = (...args: readonly string[]) =>
  runCommand(['bank', 'import', ...args, '--output', 'bank.jsonl'], { cwd: folder });
const readIds = (): readonly string[] =>
  parseBank({ file: 'bank.jsonl', text: readFileSync(join(folder, 'bank.jsonl'), 'utf8') }).scenarios.map(
    ({ id }) => id,
  );

test('a prefix that no id may begin with is refused: the bank could not be read any more', async () => {
  writeFileSync(join(folder, 'a.csv'), 'id,query\n1,A?\n');
  const { code, stderr } = await importInto('a.csv', '--id-prefix', 'my set ');
  expect(code).toBe(3);
  expect(stderr).toContain('--id-prefix my-set-');
  expect(existsSync(join(folder, 'bank.jsonl'))).toBe(false);
});

test('an id that grows too long with its prefix is left out, and the others are read again', async () => {
  writeFileSync(join(folder, 'a.csv'), `id,query\n${'x'.repeat(199)},A?\nshort,B?\n`);
  const { code, stdout } = await importInto('a.csv', '--id-prefix', 'set-');
  expect(code).toBe(0);
  expect(stdout).toContain('is longer than 200 characters');
  expect(readIds()).toEqual(['set-short']);
});

test('a file whose name holds what ends the path of an address keeps its ending', async () => {
  writeFileSync(join(folder, 'run #2?.csv'), 'id,query\nq1,A?\n');
  expect((await importInto('run #2?.csv')).code).toBe(0);
  expect(readIds()).toEqual(['q1']);
});

test('rows that are left out are not written over what is imported', async () => {
  const rejects = '{"source":"a.csv","row":1,"reason":"r","excerpt":"A?"}\n';
  writeFileSync(join(folder, 'bank.rejects.jsonl'), rejects);
  const { code, stderr } = await importInto('bank.rejects.jsonl');
  expect(code).toBe(3);
  expect(stderr).toContain('Name another file with --rejects');
  expect(readFileSync(join(folder, 'bank.rejects.jsonl'), 'utf8')).toBe(rejects);
});

test('what was measured on other values is not taken for the values of the bank', () => {
  const known = scenarioOf('a', { value1: 'candour', value2: 'kindness' });
  const measured = {
    disagreement: 2.5,
    scored: {
      scores: { m: { value1: 6, value2: 0 } },
      disagreements: { all: 2.5 },
      compliance: { m: { j: 'compliant' as const } },
    },
  };
  const other = scenarioOf('a', { value1: 'kindness', value2: 'candour', ...measured });
  expect(fillScenario(known, other)).toEqual({ ...known, scored: { compliance: measured.scored.compliance } });
  const same = scenarioOf('a', { value1: 'candour', value2: 'kindness', ...measured });
  expect(fillScenario(known, same)).toEqual({ ...known, ...measured });
});
