// Temporary git repositories for tests, untouched by the settings of whoever runs them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeCommit } from './write-commit.ts';

export interface GitRepository {
  readonly path: string;
  /** Writes a file, with its folders, into the working tree. */
  write(file: string, text: string | Uint8Array): void;
  /** Commits everything in the working tree and gives the commit's id. */
  commit(message: string): string;
  /** Creates a branch, here or at a commit, and switches to it. */
  branch(name: string, start?: string): void;
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

/** The author of every commit, as one stands in it. */
const BY = 'Ada <ada@example.com> 1739361600 +0000';

/** Where git has to make the commit: one process of ours for what it takes. */
const COMMIT = 'git add --all && git -c maintenance.auto=false commit --quiet --allow-empty --message "$1"';

function run(command: string, args: readonly string[], cwd: string): string {
  const env = { PATH: process.env['PATH'], ...IDENTITY };
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The id that HEAD has; undefined where git keeps it in no file of its own, as it does right after a commit. */
function readHead(path: string): string | undefined {
  const read = (file: string): string => readFileSync(join(path, '.git', file), 'utf8').trim();
  const head = read('HEAD');
  if (!head.startsWith('ref: ')) return head;
  return existsSync(join(path, '.git', head.slice(5))) ? read(head.slice(5)) : undefined;
}

/** False, and nothing done, where files have to be changed for it: then git has to do it. */
function moveToNewBranch(path: string, name: string, start: string | undefined): boolean {
  const ref = join(path, '.git/refs/heads', name);
  if (existsSync(ref) || existsSync(join(path, '.git/packed-refs'))) return false;
  const head = readHead(path);
  if (head === undefined || (start ?? head) !== head) return false;
  mkdirSync(dirname(ref), { recursive: true });
  writeFileSync(ref, `${head}\n`);
  writeFileSync(join(path, '.git/HEAD'), `ref: refs/heads/${name}\n`);
  return true;
}

/** Made once in a process, copied into every repository. */
let empty: { readonly folder: string; readonly config: string } | undefined;

function emptyRepository(): { readonly folder: string; readonly config: string } {
  if (empty !== undefined) return empty;
  const path = mkdtempSync(join(tmpdir(), 'spec-gate-empty-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  run('git', ['init', '--quiet', '--initial-branch=main', '--template='], path);
  const folder = join(path, '.git');
  empty = { folder, config: readFileSync(join(folder, 'config'), 'latin1') };
  return empty;
}

/** An empty repository on branch `main`. The same content gives the same commit ids on every machine. */
export function createRepository(): GitRepository {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'spec-gate-')));
  const git = (...args: readonly string[]): string => run('git', args, path);
  const { folder, config } = emptyRepository();
  cpSync(folder, join(path, '.git'), { recursive: true });
  return {
    path,
    git,
    write: (file, text) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    commit: (message) => {
      const oid = writeCommit(path, { by: BY, message, config });
      if (oid !== undefined) return oid;
      run('sh', ['-c', COMMIT, 'sh', message], path);
      return readHead(path)!;
    },
    branch: (name, start) => {
      if (!moveToNewBranch(path, name, start))
        git('checkout', '--quiet', '-b', name, ...(start === undefined ? [] : [start]));
    },
    checkout: (name) => {
      git('checkout', '--quiet', name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
