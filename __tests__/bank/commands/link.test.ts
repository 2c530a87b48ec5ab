// `bank link` on the shipped example and its simulated models: its true links are known.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBank } from '../../../src/scenarios/parse-bank.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';
import { ROOT } from '../../support/cli.ts';
import { harborBank } from '../../support/harbor.ts';
import { runCommand } from '../../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-link-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  writeFileSync(join(folder, 'bank.jsonl'), serializeBank(harborBank().map((row) => ({ ...row, clauses: [] }))));
});
afterEach(() => rmSync(folder, { recursive: true }));

function readLinks(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  return new Map(parseBank({ file: 'bank.jsonl', text }).scenarios.map(({ id, clauses }) => [id, clauses]));
}

test('finds at least nine tenths of the links that whole-spec work had found, and no others', async () => {
  const ran = await runCommand(['bank', 'link'], { cwd: folder });
  expect(ran.code).toBe(0);
  const links = readLinks();
  const truth = harborBank().flatMap(({ id, clauses }) => clauses.map((clause) => ({ id, clause })));
  const found = truth.filter(({ id, clause }) => links.get(id)!.includes(clause));
  expect(found.length / truth.length).toBeGreaterThan(0.9);
  const named = [...links.values()].reduce((sum, { length }) => sum + length, 0);
  expect(named - found.length).toBeLessThanOrEqual(2);
  expect(ran.stdout).toContain('16 of ');
});

test('a second run asks nobody and changes nothing', async () => {
  await runCommand(['bank', 'link'], { cwd: folder });
  const before = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  const ran = await runCommand(['bank', 'link', '--json'], { cwd: folder });
  expect(JSON.parse(ran.stdout)).toMatchObject({ linked: 0, kept: {} });
  expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(before);
});

test('--plan writes nothing; a count needs no bank', async () => {
  const before = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  const plan = JSON.parse((await runCommand(['bank', 'link', '--plan', '--json'], { cwd: folder })).stdout) as {
    least: { calls: number };
  };
  expect(plan.least.calls).toBe(harborBank().length);
  expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(before);
  rmSync(join(folder, 'bank.jsonl'));
  const counted = await runCommand(['bank', 'link', '--plan', '--count', '70', '--json'], { cwd: folder });
  expect((JSON.parse(counted.stdout) as { least: { calls: number } }).least.calls).toBe(70);
  const without = await runCommand(['bank', 'link'], { cwd: folder });
  expect(without.code).toBe(3);
  expect(without.stderr).toContain('--plan --count 70');
});

test('--follow moves links along with a renamed clause', async () => {
  const rows = harborBank();
  writeFileSync(join(folder, 'bank.jsonl'), serializeBank(rows));
  const spec = readFileSync(join(folder, 'spec.md'), 'utf8');
  const [id] = rows.find(({ clauses }) => clauses.length > 0)!.clauses;
  expect(spec).toContain(`{#${id}`);
  writeFileSync(join(folder, 'before.md'), spec);
  writeFileSync(join(folder, 'spec.md'), spec.replace(`{#${id}`, '{#another-name'));
  const ran = await runCommand(['bank', 'link', '--follow', 'before.md', '--json'], { cwd: folder });
  const moved = rows.filter(({ clauses }) => clauses.includes(id!)).length;
  expect(JSON.parse(ran.stdout)).toEqual({ moved: [{ from: id, to: 'another-name', scenarios: moved }], dead: [] });
  expect([...readLinks().values()].filter((clauses) => clauses.includes('another-name'))).toHaveLength(moved);
});

test('scoring links first, and judges read what is linked instead of the whole spec', async () => {
  const plan = async (...flags: readonly string[]): Promise<{ most: { inputTokens: number } }> =>
    JSON.parse((await runCommand(['bank', 'score', '--plan', '--json', ...flags], { cwd: folder })).stdout) as {
      most: { inputTokens: number };
    };
  const [linked, whole] = [await plan(), await plan('--whole-spec')];
  expect(linked.most.inputTokens).toBeLessThan(whole.most.inputTokens / 2);
  await runCommand(['bank', 'score'], { cwd: folder });
  const text = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
  const scored = parseBank({ file: 'bank.jsonl', text }).scenarios;
  expect(scored.filter(({ clauses }) => clauses.length > 0).length).toBeGreaterThan(0.9 * scored.length);
  expect(scored.every(({ scored: found }) => found?.provenance?.prompts?.['links'] === 'clause-links@1')).toBe(true);
});

test('import and generate link what they brought, where that is asked for', async () => {
  writeFileSync(join(folder, 'bank.jsonl'), '');
  writeFileSync(join(folder, 'queries.jsonl'), serializeBank(harborBank().map((row) => ({ ...row, clauses: [] }))));
  // Simulated models know the conversations of the config's bank, which is empty here: what they name is not the truth.
  const imported = await runCommand(
    ['bank', 'import', join(folder, 'queries.jsonl'), '--output', 'bank.jsonl', '--link'],
    {
      cwd: folder,
    },
  );
  expect(imported.code).toBe(0);
  expect(imported.stdout).toMatch(/39 new[\s\S]*clauses have a scenario/);
  const generated = await runCommand(['bank', 'generate', '--clause', 'be_truthful', '--count', '2', '--link'], {
    cwd: folder,
  });
  expect(generated.stdout).toMatch(/new to the bank[\s\S]*had links before/);
});
