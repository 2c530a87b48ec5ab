// The recipes for services that are not GitHub, as they stand: GitLab's under gitlab-ci-local, an independent runner of its
// files, and the script in a shell. npx fetches the package, as it is packed for a release, from a registry of one.
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { ROOT } from '../support/cli.ts';
import { startRegistry } from '../support/npm-registry.ts';
import { CONFLICT, harborConfig, harborFile, QUICK } from '../support/runner/gated-repository.ts';
import type { LoopbackServer } from '../support/runner/http.ts';

const LONG = 120_000;
const GITLAB = fileURLToPath(import.meta.resolve('gitlab-ci-local'));
const VERSION = '1.0.0';

let temp: string;
let registry: LoopbackServer;
let origin: GitRepository;
beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'services-'));
  registry = await startRegistry(VERSION);
  origin = createRepository();
  for (const name of ['spec.md', 'bank.jsonl', 'world.yml']) origin.write(name, harborFile(name));
  origin.write('spec-gate.yml', harborConfig(QUICK));
  origin.write('.gitignore', 'spec-gate-report/\n.spec-gate/store/\n.gitlab-ci-local/\n');
  origin.write('.gitlab-ci.yml', readFileSync(join(ROOT, 'examples/gitlab-ci.yml')));
  origin.commit('base');
  origin.branch('change');
  origin.write('spec.md', CONFLICT['spec.md']);
  origin.commit('change');
  const bin = join(temp, 'bin');
  mkdirSync(bin);
  // gitlab-ci-local copies the checkout for containers, of which there are none here.
  writeFileSync(join(bin, 'rsync'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(bin, 'rsync'), 0o755);
});
afterAll(async () => {
  await registry.close();
  origin.remove();
  rmSync(temp, { recursive: true, force: true });
});

/** What a service checks out: one branch of a clone, the others as they are on the remote. */
function checkOut(branch: string): string {
  const folder = mkdtempSync(join(temp, 'checkout-'));
  origin.git('clone', '--quiet', '--branch', branch, `file://${origin.path}`, folder);
  return folder;
}

interface Ended {
  readonly exitCode: number;
  readonly log: string;
}

function start(
  file: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  const machine = {
    PATH: `${join(temp, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: temp,
    npm_config_registry: registry.origin,
    npm_config_update_notifier: 'false',
  };
  return new Promise((resolve) => {
    const child = execFile(file, [...args], { cwd, env: { ...machine, ...env } }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, log: stdout + stderr }),
    );
  });
}

/** The pipeline with what GitLab defines for it. */
function pipeline(cwd: string, variables: Readonly<Record<string, string>>): Promise<Ended> {
  const given = { CI_DEFAULT_BRANCH: 'main', ...variables };
  const names = ['--ignore-predefined-vars', Object.keys(given).join(',')];
  const told = Object.entries(given).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  return start(process.execPath, [GITLAB, '--force-shell-executor', ...names, ...told], { cwd });
}

const MERGE_REQUEST = {
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
};

test(
  'GitLab: a merge request is judged, the job’s exit code is the verdict, and what is stored is not asked again',
  { timeout: LONG },
  async () => {
    const checkout = checkOut('change');
    const run = await pipeline(checkout, MERGE_REQUEST);
    expect([run.exitCode, run.log]).toEqual([1, expect.stringMatching(/FAIL {2}\(simulated\)/)]);
    expect(run.log).toMatch(/0 were stored, [1-9]\d* made/);
    expect(existsSync(join(checkout, 'spec-gate-report/report.html'))).toBe(true);
    // The job's cache is the folder that the recipe names.
    const again = checkOut('change');
    cpSync(join(checkout, '.spec-gate/store'), join(again, '.spec-gate/store'), { recursive: true });
    expect((await pipeline(again, MERGE_REQUEST)).log).toMatch(/[1-9]\d* were stored, 0 made/);
  },
);

test(
  'GitLab: a push to the default branch seeds the cache that merge requests start from',
  { timeout: LONG },
  async () => {
    const main = checkOut('main');
    const seeded = await pipeline(main, { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' });
    expect([seeded.exitCode, seeded.log]).toEqual([0, expect.stringContaining('filled')]);
    const checkout = checkOut('change');
    cpSync(join(main, '.spec-gate/store'), join(checkout, '.spec-gate/store'), { recursive: true });
    expect((await pipeline(checkout, MERGE_REQUEST)).log).toMatch(/[1-9]\d* were stored, [1-9]\d* made/);
  },
);

test('GitLab: a merge request for another branch has no job', { timeout: LONG }, async () => {
  const run = await pipeline(checkOut('change'), { ...MERGE_REQUEST, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'release' });
  expect(run.log).not.toContain('npx');
});

test(
  'the script for any service: exit code 1 for a change that fails, 0 for the branch it left',
  { timeout: LONG },
  async () => {
    const script = join(ROOT, 'examples/gate.sh');
    // A tag that is called like the branch is not taken for it.
    origin.git('tag', 'main', 'change');
    const failed = await start(script, [], { cwd: checkOut('change'), env: { TARGET: 'main', VERSION } });
    origin.git('tag', '--delete', 'main');
    expect([failed.exitCode, failed.log]).toEqual([1, expect.stringMatching(/FAIL {2}\(simulated\)/)]);
    const passed = await start(script, [], { cwd: checkOut('main') });
    expect(passed.exitCode).toBe(0);
  },
);
