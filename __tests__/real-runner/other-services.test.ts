// The recipes for services that are not GitHub, as they stand: GitLab's under gitlab-ci-local, an independent runner of its
// files, and the script in a shell.
import { chmodSync, cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';
import { openServices, VERSION, type Ended, type Services } from './services.ts';

const LONG = 120_000;
const GITLAB = fileURLToPath(import.meta.resolve('gitlab-ci-local'));

let services: Services;
beforeAll(async () => {
  services = await openServices();
  // gitlab-ci-local copies the checkout for containers, of which there are none here.
  const rsync = join(services.bin, 'rsync');
  writeFileSync(rsync, '#!/bin/sh\nexit 0\n');
  chmodSync(rsync, 0o755);
});
afterAll(() => services.close());

/** What a service checks out: one branch of a clone, the others as they are on the remote. */
function checkOut(branch: string): string {
  const { origin, temp, url } = services;
  const folder = mkdtempSync(join(temp, 'checkout-'));
  origin.git('clone', '--quiet', '--branch', branch, url, folder);
  return folder;
}

/** The pipeline with what GitLab defines for it. */
function pipeline(cwd: string, variables: Readonly<Record<string, string>>): Promise<Ended> {
  const given = { CI_DEFAULT_BRANCH: 'main', ...variables };
  const names = ['--ignore-predefined-vars', Object.keys(given).join(',')];
  const told = Object.entries(given).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  return services.start(process.execPath, [GITLAB, '--force-shell-executor', ...names, ...told], { cwd });
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
  'the script for any service: exit code 1 for a change that fails; a build of the default branch fills the store',
  { timeout: LONG },
  async () => {
    const script = join(ROOT, 'examples/gate.sh');
    // A tag that is called like the branch is not taken for it.
    services.origin.git('tag', 'main', 'change');
    const failed = await services.start(script, [], { cwd: checkOut('change'), env: { VERSION } });
    services.origin.git('tag', '--delete', 'main');
    expect([failed.exitCode, failed.log]).toEqual([1, expect.stringMatching(/FAIL {2}\(simulated\)/)]);
    const seeded = await services.start(script, [], { cwd: checkOut('main') });
    expect([seeded.exitCode, seeded.log]).toEqual([0, expect.stringContaining('filled')]);
  },
);
