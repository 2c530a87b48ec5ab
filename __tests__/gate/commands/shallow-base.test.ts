// A branch that is judged under its base's policy in a clone that does not hold all of its history.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSides } from '../../../src/gate/commands/sides.ts';
import { createRepository } from '../../support/git-repository.ts';

test('is refused where another merge base may lie beyond what is here', async () => {
  const repo = createRepository();
  const folder = mkdtempSync(join(tmpdir(), 'shallow-'));
  repo.write('spec.md', '# A spec\n');
  repo.commit('first');
  repo.commit('second');
  repo.branch('change');
  repo.commit('changed');
  repo.checkout('main');
  repo.commit('main moves on');
  const options = ['--quiet', '--depth=2', '--no-single-branch', '--branch=change'];
  execFileSync('git', ['clone', ...options, `file://${repo.path}`, folder]);
  const load = (base: string) => loadSides({ cwd: folder, config: 'spec-gate.yml', base, basePolicy: true });
  await expect(load('origin/main')).rejects.toThrow('does not reach back far enough');
  await expect(load(' ')).rejects.toThrow('--base is empty');
  // What the branch contains whole is its merge base, whatever lies before it. (There is no config in this repository.)
  await expect(load('HEAD~1')).rejects.toThrow('spec-gate.yml');
  repo.remove();
  rmSync(folder, { recursive: true, force: true });
});
