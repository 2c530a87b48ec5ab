// The example specs: plan and check take each as it lies there, with one sentence of it edited.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { startProviderServer, type ProviderServer } from '../support/provider-servers.ts';
import { runCommand } from '../support/run-command.ts';

const KEYS = { OPENAI_API_KEY: 'sk-example-0123456789', ANTHROPIC_API_KEY: 'sk-ant-example-0123456789' };

/** Of each spec a sentence, and what an edit makes of it. */
const EDITS = [
  ['constitution', 'constitution.md', 'Never state what you believe to be false.', 'Avoid stating what is false.'],
  ['annotated', 'spec.md', 'Do not write the pupil', 'Rather do not write the pupil'],
  ['rules', 'rules.yml', 'Block the card first; verify afterwards.', 'Verify the customer first, then block the card.'],
  ['agent', 'AGENTS.md', 'If the test is wrong, say so and stop.', 'If the test is wrong, mend it.'],
  ['support-prompt', 'prompt.md', 'Do whatever makes the customer happy', 'Do what makes the customer happy'],
] as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-examples-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The example, with its spec as base and the edited one beside it. */
function lay(name: string, spec: string, from: string, to: string): readonly string[] {
  cpSync(join(ROOT, 'examples/specs', name), folder, { recursive: true });
  const text = readFileSync(join(folder, spec), 'utf8');
  expect(text).toContain(from);
  const head = spec.replace(/(\.\w+)$/, '-edited$1');
  writeFileSync(join(folder, head), text.replace(from, to));
  return ['--base-spec', spec, '--head-spec', head];
}

test('every example has a row here', () => {
  expect(readdirSync(join(ROOT, 'examples/specs')).sort()).toEqual(EDITS.map(([name]) => name).sort());
});

test.each(EDITS)('plan takes %s', async (name, spec, from, to) => {
  const sides = lay(name, spec, from, to);
  const { code, stdout, stderr } = await runCommand(['plan', ...sides, '--json'], { cwd: folder, env: KEYS });
  expect(stderr).not.toMatch(/problem/);
  expect(code).toBe(0);
  const plan = JSON.parse(stdout) as { readonly changes?: readonly unknown[] };
  expect(JSON.stringify(plan)).toContain('scenario');
});

describe('check', () => {
  let server: ProviderServer;
  beforeAll(async () => {
    server = await startProviderServer('openai', ({ schema }) =>
      schema === undefined
        ? { text: 'I would rather talk about that in general.' }
        : { text: JSON.stringify({ reasoning: 'It keeps to the clauses.', ruling: 'compliant', clauses: [] }) },
    );
  });
  afterAll(() => server.close());

  test.each(EDITS)(
    'takes %s: asks models and judges, and does not pass on judges that never object, as the config that init writes demands',
    async (name, spec, from, to) => {
      const sides = lay(name, spec, from, to);
      const config = join(folder, 'spec-gate.yml');
      const providers = ['openai', 'anthropic'].map(
        (id) => `  ${id}: { kind: openai, baseUrl: "${server.origin}/v1" }`,
      );
      writeFileSync(
        config,
        readFileSync(config, 'utf8')
          .replace(/^ {2}(?:openai|anthropic): .*\n/gm, '')
          .replace(/^providers:\n/m, `providers:\n${providers.join('\n')}\n`)
          .replace(/^coverage: .*$/m, 'coverage: { write: false }')
          .replace(/^budget: .*$/m, 'budget: { calls: 8000, usd: 20, minutes: 60, allowUnknownPrices: true }'),
      );
      const { code, stderr } = await runCommand(['check', ...sides], { cwd: folder, env: KEYS });
      expect(`${code} ${stderr}`).toMatch(/^2/);
      expect(server.requests.length).toBeGreaterThan(10);
    },
  );
});
