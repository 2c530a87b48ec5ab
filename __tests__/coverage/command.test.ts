// `coverage` on the shipped example and without a bank: it asks nobody and refuses nothing that is only not there yet.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { createRepository } from '../support/git-repository.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-coverage-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Totals {
  readonly totals: { readonly clauses: number; readonly testedClauses: number; readonly testedDemands: number };
}

test('names the clauses and sentences without a scenario', async () => {
  const { stdout, code } = await runCommand(['coverage'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain('16 of 25 have a scenario');
  expect(stdout).toMatch(/ 0 {2}be_truthful/);
});

test('without a bank nothing is covered, and that is said', async () => {
  rmSync(join(folder, 'bank.jsonl'));
  const { stdout } = await runCommand(['coverage', '--json'], { cwd: folder });
  expect((JSON.parse(stdout) as Totals).totals).toMatchObject({ clauses: 25, testedClauses: 0, testedDemands: 0 });
});

test('with a base it names the changed sentences that nothing touches, and what covering them costs', async () => {
  const repository = createRepository();
  try {
    cpSync(join(ROOT, 'fixtures/harbor'), repository.path, { recursive: true });
    repository.commit('first');
    const spec = readFileSync(join(repository.path, 'spec.md'), 'utf8');
    const heading = spec.split('\n').find((line) => line.includes('{#be_truthful'))!;
    writeFileSync(
      join(repository.path, 'spec.md'),
      spec.replace(heading, `${heading}\n\nAlways say when a figure is a guess.\n`),
    );
    const { stdout } = await runCommand(['coverage', '--base', 'main'], { cwd: repository.path });
    expect(stdout).toMatch(
      /changed {2}be_truthful: 0 scenarios; 32 more would make what coverage.perClause asks for, about \$0\.00/,
    );
    expect(stdout).toContain('[always] Always say when a figure is a guess.');
  } finally {
    repository.remove();
  }
});
