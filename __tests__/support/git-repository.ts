// Temporary git repositories for tests, untouched by the settings of whoever runs them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface GitRepository {
  readonly path: string;
  /** Writes a file, with its folders, into the working tree. */
  write(file: string, text: string | Uint8Array): void;
  /** Commits everything in the working tree and gives the commit's id. */
  commit(message: string): string;
  /** Creates a branch here and switches to it. */
  branch(name: string): void;
  checkout(name: string): void;
  /** Any git command; gives its trimmed output. */
  git(...args: readonly string[]): string;
  remove(): void;
}

const IDENTITY = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2025-02-12T12:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2025-02-12T12:00:00Z',
};

/** An empty repository on branch `main`. The same content gives the same commit ids on every machine. */
export function createRepository(): GitRepository {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'spec-gate-')));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: path,
      env: { PATH: process.env['PATH'], ...IDENTITY },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  return {
    path,
    git,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
    branch: (name) => {
      git('checkout', '--quiet', '-b', name);
    },
    checkout: (name) => {
      git('checkout', '--quiet', name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
