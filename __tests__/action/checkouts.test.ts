// Checkouts that are not the plain one: in a folder of the workspace, and owned by another user as in a container job.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createGatedRepository,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';

/** A pass without a call. */
const REWRAPPED = { 'spec.md': harborFile('spec.md').replaceAll('\n\n', '\n\n\n') };

let gated: GatedRepository;
const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
});
afterAll(async () => {
  rmSync(workspace, { recursive: true, force: true });
  await gated.close();
});

test('a checkout in a folder is found from the place of the config', async () => {
  const number = gated.open(REWRAPPED);
  cpSync(gated.git.path, join(workspace, 'repo'), { recursive: true });
  const lost = await gated.run(number, { workspace });
  expect([lost.exitCode, lost.log]).toEqual([3, expect.stringContaining('config: <path>/spec-gate.yml')]);
  const found = await gated.run(number, { workspace, inputs: { config: 'repo/spec-gate.yml' } });
  expect([found.outputs['verdict'], found.exitCode]).toEqual(['pass', 0]);
});

test.skipIf(process.getuid?.() !== 0)(
  'a checkout that belongs to another user is used: the runner made it',
  async () => {
    const number = gated.open(REWRAPPED);
    const path = join(workspace, 'owned');
    cpSync(gated.git.path, path, { recursive: true });
    execFileSync('chown', ['-R', '12345:12345', path]);
    const run = await gated.run(number, { workspace: path });
    expect([run.outputs['verdict'], run.exitCode]).toEqual(['pass', 0]);
  },
);
