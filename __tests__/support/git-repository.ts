// Temporary git repositories for tests, untouched by the settings of whoever runs them.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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

/** One process for what a commit takes: starting one from a large process costs more than git's own work. */
const COMMIT = 'git add --all && git -c maintenance.auto=false commit --quiet --allow-empty --message "$1"';

function run(command: string, args: readonly string[], cwd: string): string {
  const env = { PATH: process.env['PATH'], ...IDENTITY };
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The id that HEAD has right after a commit: git keeps it in a file of its own then. */
function readHead(path: string): string {
  const read = (file: string): string => readFileSync(join(path, '.git', file), 'utf8').trim();
  const head = read('HEAD');
  return head.startsWith('ref: ') ? read(head.slice(5)) : head;
}

/** Made once in a process, copied into every repository. */
let empty: string | undefined;

function emptyRepository(): string {
  if (empty !== undefined) return empty;
  const path = mkdtempSync(join(tmpdir(), 'spec-gate-empty-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  run('git', ['init', '--quiet', '--initial-branch=main', '--template='], path);
  empty = join(path, '.git');
  return empty;
}

/** An empty repository on branch `main`. The same content gives the same commit ids on every machine. */
export function createRepository(): GitRepository {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'spec-gate-')));
  const git = (...args: readonly string[]): string => run('git', args, path);
  cpSync(emptyRepository(), join(path, '.git'), { recursive: true });
  return {
    path,
    git,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    commit: (message) => {
      run('sh', ['-c', COMMIT, 'sh', message], path);
      return readHead(path);
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
