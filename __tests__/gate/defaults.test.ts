// What a config that names only its files and models gets.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemoryStore } from '../support/memory-store.ts';
import { planCheck } from '../../src/gate/plan-check.ts';
import { prepareSpecCheck } from '../../src/gate/change/prepare-check.ts';
import { loadProject, loadSpec, type Project } from '../../src/run/load-project.ts';
import { runCli } from '../support/cli.ts';

const CONFIG = `spec: spec.md
bank: bank.jsonl
providers:
  openai: { kind: openai }
  anthropic: { kind: anthropic }
  sim: { kind: simulated, world: world.yml }
models: [MODELS]
judges: [JUDGES]
`;
const LIVE = CONFIG.replace(
  'MODELS',
  'openai/gpt-5-mini, openai/gpt-4.1-mini, anthropic/claude-haiku-4-5, openai/gpt-5',
).replace('JUDGES', 'anthropic/claude-haiku-4-5, openai/gpt-5-mini, openai/gpt-4.1-mini');
const SIMULATED = CONFIG.replace('MODELS', 'sim/a, sim/b').replace('JUDGES', 'sim/x, sim/y, sim/z');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-defaults-'));
  const clauses = ['help', 'honesty', 'care'].map((id) => `# ${id} {#${id}}\n\nThe assistant minds ${id}.\n`);
  writeFileSync(join(folder, 'spec.md'), clauses.join('\n'));
  writeFileSync(join(folder, 'head.md'), clauses.join('\n').replace('minds help', 'always minds help'));
  writeFileSync(join(folder, 'world.yml'), 'models: { a: {}, b: {} }\njudges: { x: {}, y: {}, z: {} }\n');
  const bank = Array.from({ length: 80 }, (_, index) =>
    JSON.stringify({ id: `s${index}`, query: `Question ${index} about help?`, clauses: ['help'] }),
  );
  writeFileSync(join(folder, 'bank.jsonl'), `${bank.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function load(config: string): Promise<Project> {
  writeFileSync(join(folder, 'spec-gate.yml'), config);
  return loadProject({ kind: 'worktree', root: folder }, 'spec-gate.yml');
}

test('the worst case of the first cold run, with four small models and three judges, fits the default budget', async () => {
  const project = await load(LIVE);
  const source = { kind: 'worktree', root: folder } as const;
  const side = { configFile: 'spec-gate.yml', config: project.config };
  const base = { ref: 'base', spec: await loadSpec(source, side) };
  const head = { ref: 'head', spec: await loadSpec(source, { ...side, patterns: ['head.md'] }) };
  const plan = planCheck(prepareSpecCheck(project, { base, head }), { store: createMemoryStore(), prices: {} });
  expect(plan.worstCase.stored).toBe(0);
  expect(plan.worstCase.needed).toBeGreaterThan(5000);
  expect(plan.worstCase.needed).toBeLessThanOrEqual(project.config.budget.calls);
  expect(plan.worstCase.usd).toBeLessThanOrEqual(project.config.budget.usd);
  expect(plan.minimum.usd).toBeGreaterThan(0);
});

test('an unchanged spec passes without a call', async () => {
  await load(SIMULATED);
  const { code, stdout } = await runCli(['check', '--base-spec', 'spec.md', '--head-spec', 'spec.md'], { cwd: folder });
  expect(stdout).toMatch(/^PASS/m);
  expect(code).toBe(0);
});
