// A planted fault as a project in a folder of its own: spec, bank, world and config, read as any other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { loadProject, type Project } from '../../src/run/load-project.ts';
import type { PlantedFault } from './planted.ts';

/** Listed prices of 2026-11-23: GPT-5 mini answers, Sonnet 5 judges and writes. */
const PRICES = {
  model: { input: 0.25, cachedInput: 0.025, output: 2 },
  judge: { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 },
};

/** The same fault under another seed has other conversations, other answers and other halves. */
export async function plantProject(fault: PlantedFault, seed: number): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-repair-'));
  try {
    const models = Object.keys(fault.models);
    const judges = Object.keys(fault.judges);
    const rates = { falsePositive: 0.02, falseNegative: 0.02, ambiguity: 0.01 };
    write(folder, 'spec.md', fault.spec);
    write(
      folder,
      'world.yml',
      stringify({
        nudge: 0,
        models: fault.models,
        judges: Object.fromEntries(judges.map((name) => [name, { ...rates, ...fault.judges[name] }])),
        classifiers: { sorter: { errorRate: 0.05 } },
        clauses: fault.demands,
        edits: listEdits(fault),
      }),
    );
    write(folder, 'bank.jsonl', writeBank(fault, seed));
    write(
      folder,
      'spec-gate.yml',
      stringify({
        spec: 'spec.md',
        bank: 'bank.jsonl',
        providers: { sim: { kind: 'simulated', world: 'world.yml' } },
        models: models.map((name) => `sim/${name}`),
        judges: judges.map((name) => `sim/${name}`),
        classifier: 'sim/sorter',
        prices: Object.fromEntries([
          ...models.map((name) => [`sim/${name}`, PRICES.model]),
          ...judges.map((name) => [`sim/${name}`, PRICES.judge]),
        ]),
        selection: { scenarios: 32, extendTo: 48, replicates: { base: 2, confirm: 2 } },
        coverage: { write: false },
        seed: `repair ${seed}`,
      }),
    );
    return await loadProject({ kind: 'worktree', root: folder }, 'spec-gate.yml');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function listEdits({ edits }: PlantedFault): Record<string, object[]> {
  const byClause: Record<string, object[]> = {};
  for (const { clause, at, by, add } of edits) {
    (byClause[clause] ??= []).push(by === undefined ? { at, add } : { at, by });
  }
  return byClause;
}

function writeBank({ name, pairs }: PlantedFault, seed: number): string {
  const lines = pairs.flatMap(({ value1, value2, clauses, count }, pair) =>
    Array.from({ length: count }, (_, index) => {
      const id = `${name}-${pair}-${index}`;
      const query = `[simulated] Case ${seed}.${pair}.${index} about ${name}: somebody has to choose between ${value1} and ${value2}, and asks what to do now.`;
      const rubric = (value: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((step) => `step ${step} of ${value}`);
      return { id, query, value1, value2, rubric1: rubric(value1), rubric2: rubric(value2), clauses };
    }),
  );
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
