// A bank written anew: rows that are put, rows that stay, and nothing where the work fails.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rewriteBank } from '../../../src/bank/io/bank-rewrite.ts';
import { serializeScenario } from '../../../src/scenarios/serialize-scenario.ts';
import { scenarioOf } from '../../scenarios/scenario-builders.ts';

const scenarios = ['a', 'b', 'c', 'd'].map((id) => scenarioOf(id));
const lines = scenarios.map((scenario) => `${serializeScenario(scenario)}\n`);
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bank-rewrite-'));
  path = join(folder, 'bank.jsonl');
  writeFileSync(path, 'as it was\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('rows that are not put stay as they are, before, between and behind', async () => {
  await rewriteBank({ path, scenarios }, async (put) => {
    put('b', 'B');
    put('d', 'D');
    return 'replace';
  });
  expect(readFileSync(path, 'utf8')).toBe(`${lines[0]}B\n${lines[2]}D\n`);
  expect(readdirSync(folder)).toEqual(['bank.jsonl']);
});

test('left or failed, the old file is there and nothing beside it', async () => {
  await rewriteBank({ path, scenarios }, async (put) => {
    put('a', 'A');
    return 'leave';
  });
  const failing = rewriteBank({ path, scenarios }, () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(readFileSync(path, 'utf8')).toBe('as it was\n');
  expect(readdirSync(folder)).toEqual(['bank.jsonl']);
});

test('a bank that somebody changed meanwhile is left as it is now', async () => {
  const rewriting = rewriteBank({ path, name: 'bank.jsonl', scenarios }, async (put) => {
    put('a', 'A');
    writeFileSync(path, 'as it was, and one row more\n');
    return 'replace';
  });
  await expect(rewriting).rejects.toThrow('was changed while a command worked on it');
  expect(readFileSync(path, 'utf8')).toBe('as it was, and one row more\n');
  expect(readdirSync(folder)).toEqual(['bank.jsonl']);
});
