// How git is started: nothing that a repository names is run, git sees no key, and what it refuses is told in words.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { readObject } from '../../src/io/git-objects.ts';
import { runGit } from '../../src/io/run-git.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

let repo: GitRepository;
let commit: string;
beforeEach(() => {
  repo = createRepository();
  repo.write('spec.md', 'Be kind.\n');
  commit = repo.commit('first');
});
afterEach(() => {
  vi.unstubAllEnvs();
  repo.remove();
});

/** A program in the repository that leaves a trace of having run. */
function plant(file: string): string {
  const program = join(repo.path, file);
  repo.write(file, `#!/bin/sh\n: > '${repo.path}/trace'\n`);
  chmodSync(program, 0o755);
  return program;
}

test.each([
  {
    what: 'a hook where its config says',
    args: () => ['update-ref', 'refs/heads/new', commit],
    setUp: () => repo.git('config', 'core.hooksPath', join(plant('on/reference-transaction'), '..')),
  },
  {
    what: 'its watcher of files',
    args: () => ['status', '--porcelain'],
    setUp: () => repo.git('config', 'core.fsmonitor', plant('watcher')),
  },
  {
    what: 'a remote that is a command',
    args: () => ['ls-remote', `ext::${plant('remote')}`],
    setUp: () => repo.git('config', 'protocol.ext.allow', 'always'),
  },
])('of a repository $what is not run, though git by itself would', async ({ args, setUp }) => {
  setUp();
  const command = args();
  const trace = join(repo.path, 'trace');
  await runGit(repo.path, command).catch(() => undefined);
  expect(existsSync(trace)).toBe(false);
  rmSync(join(repo.path, '.git/refs/heads/new'), { force: true });
  try {
    repo.git(...command);
  } catch {
    // The command speaks no protocol.
  }
  expect(existsSync(trace)).toBe(true);
});

test('git sees where it is and its user, and no key', async () => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-secret');
  vi.stubEnv('GIT_EXTERNAL_DIFF', 'anything');
  const seen = (await runGit(repo.path, ['-c', 'alias.seen=!env', 'seen'])).toString('utf8');
  expect(seen).toMatch(/^PATH=/m);
  expect(seen).toMatch(/^GIT_TERMINAL_PROMPT=0$/m);
  expect(seen).not.toMatch(/sk-secret|GIT_EXTERNAL_DIFF/);
});

test('more output than was allowed is told as that', async () => {
  await expect(runGit(repo.path, ['show', commit], { limit: 10 })).rejects.toThrow(RangeError);
});

test.each([
  ['one command', () => runGit(repo.path, ['status'])],
  ['the process that reads objects', () => readObject(repo.path, { oid: commit })],
])('where git is not installed, %s says so', async (_, ask) => {
  vi.stubEnv('PATH', join(repo.path, 'nothing'));
  const asked = ask();
  await expect(asked).rejects.toThrow(UserError);
  await expect(asked).rejects.toThrow('git was not found');
});
