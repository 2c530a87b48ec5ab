// How git is started: no shell, no hooks, no prompts, none of our keys; and what its refusals mean.
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { UserError } from '../core/errors.ts';

/** Object id of a commit, tree or blob: 40 or 64 hex digits. */
export type ObjectId = string;

/** Whether it is a whole object id; a shortened one is none. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** What git said when it would not do it. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args.join(' ')}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

/** The repository belongs to another user. */
export class UntrustedError extends UserError {
  readonly folder: string;

  constructor(folder: string) {
    super({
      message: `git does not trust this repository: ${folder} belongs to another user`,
      hint: `git config --global --add safe.directory ${folder}`,
    });
    this.folder = folder;
  }
}

/** Variables git may see: how to find itself, its user's settings and the network, but no keys and no `GIT_*`. */
const PASSED_ON = (
  'PATH HOME USERPROFILE SystemRoot TEMP TMP TMPDIR XDG_CONFIG_HOME SSH_AUTH_SOCK SSL_CERT_FILE ' +
  'http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY'
).split(' ');

const SETTINGS = [`core.hooksPath=${devNull}`, 'core.fsmonitor=false', 'protocol.ext.allow=never'];

const HARDENED = ['--no-pager', '--no-optional-locks', '--literal-pathspecs', '--no-replace-objects'].concat(
  SETTINGS.flatMap((setting) => ['-c', setting]),
);

export const LIMITS = { bytes: 64 * 1024 * 1024, milliseconds: 120_000 };

/** Repositories of other users that the caller vouches for; git is told so with every command. */
const trusted = new Set<string>();

/** False where it was vouched for already. */
export function trustRepository(folder: string): boolean {
  const isNew = !trusted.has(folder);
  trusted.add(folder);
  return isNew;
}

/** The trimmed answer, or undefined where git answers "no" by its exit code. */
export async function tryGit(repo: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await runGit(repo, args)).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

interface GitOptions {
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws RangeError beyond `limit` bytes, UserError where git or the repository is missing, else GitError. */
export function runGit(repo: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const env = { ...gitEnvironment(), ...options.env };
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      gitArguments(repo, args),
      {
        env,
        encoding: 'buffer',
        maxBuffer: options.limit ?? LIMITS.bytes,
        timeout: LIMITS.milliseconds,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(explainGit(error, args, stderr.toString('utf8')));
      },
    );
  });
}

/** The arguments of one call of git: hardened, in this repository, trusting the folders that were named safe. */
export function gitArguments(repo: string, args: readonly string[]): string[] {
  return [...HARDENED, ...[...trusted].flatMap((folder) => ['-c', `safe.directory=${folder}`]), '-C', repo, ...args];
}

/** The environment of git: a few variables that it needs, no key, and no way to ask a person. */
export function gitEnvironment(): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' };
}

/** What an error of a git command means to its user. */
export function explainGit(error: Error & { code?: unknown }, args: readonly string[], stderr: string): Error {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return new RangeError('more bytes than the limit');
  if (error.code === 'ENOENT')
    return new UserError({ message: 'git was not found', hint: 'install git 2.30 or newer' });
  if (/not a git repository/.test(stderr)) return new UserError({ message: stderr.trim().split('\n', 1)[0]! });
  if (/dubious ownership/.test(stderr)) {
    const folder = /in repository at '([^\n]+)'/.exec(stderr)?.[1];
    return new UntrustedError(folder ?? '<folder>');
  }
  if (isUnreachable(args, stderr)) {
    const [words] = stderr.trim().split('\n', 1);
    return new UserError({
      message: `this clone was made without the content of older files, and git could not get it: ${words}`,
      hint: 'see that the remote can be reached from here, or clone without --filter',
    });
  }
  return new GitError(args, stderr === '' ? error.message : stderr);
}

/** A partial clone asks its remote for what it lacks in the middle of any command; a fetch that fails is told by who asked for it. */
function isUnreachable([command]: readonly string[], stderr: string): boolean {
  return command !== 'fetch' && /promisor remote|Could not read from remote repository|unable to access/.test(stderr);
}

/** The parts of an output with `-z`: each ends with a NUL. */
export function splitRecords(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}

/** @throws TypeError where it is no object id: then it would be read as a name or an option. */
export function checkOid(oid: ObjectId): ObjectId {
  if (!isObjectId(oid)) throw new TypeError(`not an object id: ${oid}`);
  return oid;
}
