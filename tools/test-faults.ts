// Runs the fault matrix, the property tests and the hostile pull requests, and says how many inputs they tried.
// `npm run test:faults`; FUZZ_RUNS=10000 for more inputs to what reads and renders untrusted text, and more simulated runs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FAULTS = [
  '__tests__/cli/faults.test.ts',
  '__tests__/action/hostile-pull-requests.test.ts',
  '__tests__/action/hostile.test.ts',
];

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const counts = join(folder, 'counts.jsonl');
writeFileSync(counts, '');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', ...FAULTS, ...propertyTests()], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, COUNT_INPUTS: counts },
});
const totals = new Map<string, number>();
for (const line of readFileSync(counts, 'utf8').split('\n').filter(Boolean)) {
  const { what, count } = JSON.parse(line) as { what: string; count: number };
  totals.set(what, (totals.get(what) ?? 0) + count);
}
rmSync(folder, { recursive: true, force: true });
console.log('\nTried:');
for (const [what, count] of totals) console.log(`  ${count.toLocaleString('en').padStart(9)}  ${what}`);
process.exitCode = run.status ?? 1;

/** Test files that generate their inputs, or try more of them every night. */
function propertyTests(): readonly string[] {
  return readdirSync(join(root, '__tests__'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('real-runner'))
    .map((name) => `__tests__/${name}`)
    .filter(
      (name) => !FAULTS.includes(name) && /fc\s*\.\s*assert|FUZZ_RUNS/.test(readFileSync(join(root, name), 'utf8')),
    );
}
