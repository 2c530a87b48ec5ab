// What is committed under dist/ is what the source builds, and it works on the machine's own Node.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestPage, MADE_FROM } from '../../tools/picture-digests.ts';
import { PICTURES } from '../../tools/pictures.ts';
import { demoOutput, modelChangeOutput, repairOutput } from '../../tools/readme-tables.ts';
import { findSystemNode, printedByCli, ROOT, runCli, type CliResult } from '../support/cli.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-dist-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listFiles(root: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name))]));
}

test('dist/ is what the source builds, byte for byte', () => {
  const fresh = join(folder, 'fresh');
  const rolldown = join(ROOT, 'node_modules/rolldown/bin/cli.mjs');
  // On one thread: several save half a second where nothing else runs, and cost one where tests do.
  const env = { ...process.env, RAYON_NUM_THREADS: '1' };
  execFileSync(process.execPath, [rolldown, '-c', '--dir', fresh], { cwd: ROOT, stdio: 'pipe', env });
  const built = listFiles(fresh);
  const committed = listFiles(join(ROOT, 'dist'));
  expect([...committed.keys()]).toEqual([...built.keys()]);
  const stale = [...built].filter(([name, bytes]) => !committed.get(name)!.equals(bytes)).map(([name]) => name);
  expect(stale).toEqual([]);
});

test('docs/models.md shows what a check of two models prints', async () => {
  expect(readFileSync(join(ROOT, 'docs/models.md'), 'utf8')).toContain(await modelChangeOutput(printedByCli));
});

test('docs/repair.md shows what a repair prints', async () => {
  expect(readFileSync(join(ROOT, 'docs/repair.md'), 'utf8')).toContain(await repairOutput(printedByCli));
});

describe('on the system Node', () => {
  const node = findSystemNode();
  if (node === undefined) console.warn('no Node on PATH besides the pinned one; dist/ is tried on the pinned one');
  const on = node === undefined ? {} : { node: node.path };
  const harbor = join(ROOT, 'fixtures/harbor');

  test('demo shows a pass, a fail, the conflict and that all of it is simulated; README shows what it prints', async () => {
    let page = '';
    let digests: readonly (readonly [picture: string, digest: string])[] = [];
    let result: CliResult | undefined;
    const shown = await demoOutput(async (args, { cwd }) => {
      result = await runCli(args, { cwd, ...on });
      const [, path] = /(\S+conflict\S*report\.html)/.exec(result.stdout) ?? [];
      page = readFileSync(join(cwd, path!), 'utf8');
      digests = PICTURES.map((picture) => [picture.file, digestPage(picture.page, join(cwd, dirname(path!), '..'))]);
      return result.stdout;
    });
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(shown);
    // Where these part the pictures show other numbers than the demo: npm run screenshots makes them anew.
    expect(JSON.parse(readFileSync(join(ROOT, MADE_FROM), 'utf8'))).toEqual(Object.fromEntries(digests));
    const { code, stdout, stderr } = result!;
    expect(stderr).not.toContain('bug');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^PASS/m);
    expect(stdout).toMatch(/^FAIL/m);
    expect(stdout).toContain('simulated');
    expect(stdout).toMatch(/assume_best_intentions[\s\S]*avoid_hazardous_detail/);
    expect(stdout).toMatch(/^Repair +\(simulated\) One of 3 edits makes it pass/m);
    expect(stdout).toMatch(/^ +\+.*gives way to \[Keep hazardous detail out\]/m);
    expect(page).toContain('</html>');
  });

  test('diff names the edited clauses', async () => {
    const { code, stdout } = await runCli(['diff', 'spec.md', 'head-conflict/spec.md', '--json'], {
      cwd: harbor,
      ...on,
    });
    expect(code).toBe(0);
    const { changes } = JSON.parse(stdout) as { changes: { kind: string; id: string }[] };
    expect(changes.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([
      'edited assume_best_intentions',
      'edited avoid_hazardous_detail',
    ]);
  });

  test('plan counts calls and makes none', async () => {
    const store = join(folder, 'plan-store');
    const args = ['plan', '--base-spec', 'spec.md', '--head-spec', 'head-conflict/spec.md', '--store', store, '--json'];
    const { code, stdout } = await runCli(args, { cwd: harbor, ...on });
    expect(code).toBe(0);
    const plan = JSON.parse(stdout) as { minimum: { toMake: number }; worstCase: { toMake: number } };
    expect(plan.minimum.toMake).toBeGreaterThan(0);
    expect(plan.worstCase.toMake).toBeGreaterThan(plan.minimum.toMake);
    expect(existsSync(store)).toBe(false);
  });
});
