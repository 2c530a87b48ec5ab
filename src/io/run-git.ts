// How git is started: no shell, no hooks, no prompts, no command of the repository's own config, none of our keys.
import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { UserError } from '../core/errors.ts';
import { explainGit, GitError, UnfetchedError } from './git-errors.ts';

/** Object id of a commit, tree or blob: 40 or 64 hex digits. */
export type ObjectId = string;

/** Whether it is a whole object id; a shortened one is none. */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** Variables git may see: how to find itself, its user's settings and the network, but no keys and no `GIT_*`. */
const PASSED_ON = (
  'PATH HOME USERPROFILE SystemRoot TEMP TMP TMPDIR XDG_CONFIG_HOME SSH_AUTH_SOCK SSL_CERT_FILE ' +
  'http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY'
).split(' ');

/** A repository's own config may name commands; these never start one. `git log` asks who signed a commit by `gpg.program`. */
const SETTINGS = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=false',
  'log.showSignature=false',
  'protocol.ext.allow=never',
];

const HARDENED = ['--no-pager', '--no-optional-locks', '--literal-pathspecs', '--no-replace-objects'].concat(
  SETTINGS.flatMap((setting) => ['-c', setting]),
);

export const LIMITS = { bytes: 64 * 1024 * 1024, milliseconds: 120_000 };

/** Repositories of other users that the caller vouches for; git is told so with every command. */
const trusted = new Set<string>();

/** Clones without all objects for which git may ask the remote in the middle of a command. */
const fetching = new Set<string>();

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
  return orFetching(repo, () => startGit(repo, args, options));
}

function startGit(repo: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const env = { ...gitEnvironment(repo, args), ...options.env };
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

/** Options that name a command which git starts to reach a remote. */
const COMMANDS =
  /^(?:core\.(?:sshcommand|gitproxy|alternaterefscommand)|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|vcs))$/;

/**
 * What `ask` reads of a repository; where a clone made without all objects (`--filter`) lacks it, it is asked once more while git may
 * fetch. The command that does it may stand in the clone's own config, which comes with a folder that somebody else has packed.
 * @throws UserError where the repository's own config says which command git would start for that.
 */
export async function orFetching<Answer>(repo: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof UnfetchedError)) throw error;
    const [command] = await listOwnCommands(repo);
    if (command !== undefined) throw namesCommand(command);
    fetching.add(repo);
    return ask();
  }
}

/** Of the repository's own config; that of its user or the machine is trusted. */
async function listOwnCommands(repo: string): Promise<readonly string[]> {
  const records = splitRecords(await startGit(repo, ['config', '--list', '--show-scope', '--name-only', '-z']));
  return records.filter(
    (name, index) => index % 2 === 1 && /^(?:local|worktree)$/.test(records[index - 1]!) && COMMANDS.test(name),
  );
}

function namesCommand(option: string): UserError {
  return new UserError({
    message: `this clone was made without the content of older files, and its own config names a command that git would start to get it (${option})`,
    hint: `clone without --filter; or, where you trust the command, set it for yourself (git config --global) and out of the clone's config (git config --unset)`,
  });
}

/** The arguments of one call of git: hardened, in this repository, trusting the folders that were named safe. */
export function gitArguments(repo: string, args: readonly string[]): string[] {
  return [...HARDENED, ...[...trusted].flatMap((folder) => ['-c', `safe.directory=${folder}`]), '-C', repo, ...args];
}

/**
 * The environment of git: a few variables that it needs, no key, and no way to ask a person. Only `fetch` goes to a
 * remote, and what is asked of a clone that may (`orFetching`).
 */
export function gitEnvironment(repo: string, [command]: readonly string[]): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const remotes = command === 'fetch' || fetching.has(repo) ? {} : { GIT_ALLOW_PROTOCOL: '' };
  return { ...Object.fromEntries(passed), ...remotes, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' };
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
