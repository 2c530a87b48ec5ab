// Where a spec's text can come from, and what is said where it cannot: pipes, the standard input, submodules.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSpecFiles } from '../../src/io/read-spec.ts';
import { createRepository } from '../support/git-repository.ts';
import { ROOT, runCli } from '../support/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'spec-gate-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'base.md'), '# A\n\nBe kind.\n');
writeFileSync(join(folder, 'head.md'), '# A\n\nBe rude.\n');
const cli = join(ROOT, 'dist/cli.js');

test.skipIf(process.platform === 'win32')('diff reads what a shell hands over', () => {
  const script = '"$0" "$1" diff <(cat base.md) head.md';
  const done = execFileSync('bash', ['-c', script, process.execPath, cli], { cwd: folder, encoding: 'utf8' });
  expect(done).toContain('Be [-kind-]{+rude+}.');
});

test('diff reads the standard input', () => {
  const done = spawnSync(process.execPath, [cli, 'diff', '-', 'head.md'], {
    cwd: folder,
    encoding: 'utf8',
    input: '# A\n\nBe kind.\n',
  });
  expect(done.stdout).toContain('Be [-kind-]{+rude+}.');
  expect(done.status).toBe(0);
});

test('not twice', async () => {
  const done = await runCli(['diff', '-', '-'], { cwd: folder });
  expect([done.code, done.stderr]).toEqual([3, expect.stringContaining('only one side can be the standard input')]);
});

test('a submodule is named', async () => {
  const other = createRepository();
  const repo = createRepository();
  try {
    other.write('s.md', '# A\n');
    other.commit('spec');
    repo.write('x.md', 'x\n');
    repo.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', other.path, 'policy');
    const sha = repo.commit('with a submodule');
    const read = readSpecFiles({ kind: 'commit', repo: repo.path, sha }, ['policy/s.md']);
    await expect(read).rejects.toThrow('policy/s.md lies in the git submodule policy');
  } finally {
    other.remove();
    repo.remove();
  }
});
