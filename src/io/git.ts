// Git, asked through its plumbing: no shell, no hooks, no prompts, and after resolving a name only object ids.
import { execFile, spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { createRecentAsync } from '../core/recent.ts';

/** Object id of a commit, tree or blob: 40 or 64 hex digits. */
export type ObjectId = string;

export interface TreeEntry {
  /** As git writes it: 100644 and 100755 are files, 120000 a symbolic link, 160000 a submodule. */
  readonly mode: string;
  readonly oid: ObjectId;
  /** From the root of the repository, with `/`. */
  readonly path: string;
}

/** What git said when it would not do it. */
class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args.join(' ')}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

/** The repository belongs to another user. */
class UntrustedError extends UserError {
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

const LIMITS = { bytes: 64 * 1024 * 1024, milliseconds: 120_000 };

/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
  commits: createRecentAsync<ObjectId | undefined>({ max: 64, keeps: (oid) => oid !== undefined }),
  trees: createRecentAsync<readonly TreeEntry[]>({ max: 6 }),
  blobs: createRecentAsync<Buffer>({ max: 64, keeps: ({ length }) => length <= 1024 * 1024 }),
};
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The commit a name stands for (branch, tag, id, `HEAD~1`). @throws UserError where there is none. */
export async function resolveRef(repo: string, ref: string): Promise<ObjectId> {
  const oid = await findCommit(repo, ref);
  if (oid !== undefined) return oid;
  const remote = ref.startsWith('-') ? undefined : await findCommit(repo, `refs/remotes/origin/${ref}`);
  const fetched = 'fetch it first (in Actions: fetch-depth: 0, or git fetch origin <ref>)';
  if (remote === undefined && (await findCommit(repo, 'HEAD')) === undefined) {
    throw new UserError({
      message: `git knows no commit "${ref}": nothing is committed here yet`,
      hint: 'commit the spec and spec-gate.yml first, then edit the spec on a branch',
    });
  }
  throw new UserError({
    message: `git knows no commit "${ref}"`,
    hint: remote === undefined ? fetched : `did you mean origin/${ref}?`,
  });
}

/** Repositories of other users that the caller vouches for; git is told so with every command. */
const trusted = new Set<string>();

/**
 * Where a folder's repository starts, or undefined outside of one. `trustWithin` is a folder that somebody else made for
 * this run (a container job's workspace): a repository in it is used although another user owns it.
 */
export async function findRepository(
  folder: string,
  options: { readonly trustWithin?: string } = {},
): Promise<string | undefined> {
  try {
    return (await runGit(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof UserError && /not a git repository/.test(error.message)) return undefined;
    if (error instanceof UntrustedError && isWithin(error.folder, options.trustWithin) && !trusted.has(error.folder)) {
      trusted.add(error.folder);
      return findRepository(folder);
    }
    throw error;
  }
}

function isWithin(folder: string, parent: string | undefined): boolean {
  if (parent === undefined) return false;
  const path = relative(parent, folder);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Every file of a commit, submodules and links included, in git's order. */
export async function listTree(repo: string, commit: ObjectId): Promise<readonly TreeEntry[]> {
  return recent.trees(`${repo}\n${commit}`, () => askForTree(repo, commit));
}

async function askForTree(repo: string, commit: ObjectId): Promise<readonly TreeEntry[]> {
  const output = await runGit(repo, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', checkOid(commit)]);
  return splitRecords(output).map((record) => {
    const tab = record.indexOf('\t');
    const [mode = '', , oid = ''] = record.slice(0, tab).split(' ');
    return { mode, oid, path: record.slice(tab + 1) };
  });
}

/** A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held. */
export async function readBlob(repo: string, oid: ObjectId, limit = LIMITS.bytes): Promise<Buffer | undefined> {
  try {
    const ask = (): Promise<Buffer> => runGit(repo, ['cat-file', 'blob', checkOid(oid)], { limit });
    const bytes = await recent.blobs(`${repo}\n${oid}\n${limit}`, ask);
    return bytes.length > limit ? undefined : bytes;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The last commits that touched these files, the newest first, as far as the history is here. */
export async function listCommits(
  repo: string,
  from: ObjectId,
  { paths, most }: { readonly paths: readonly string[]; readonly most: number },
): Promise<readonly ObjectId[]> {
  const output = await runGit(repo, [
    'log',
    '--format=%H',
    '--first-parent',
    `--max-count=${most}`,
    checkOid(from),
    '--',
    ...paths,
  ]);
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** A blob's bytes piece by piece, however many. @throws Error where git ends with one. */
export async function* streamBlob(repo: string, oid: ObjectId): AsyncGenerator<Uint8Array> {
  const child = spawn('git', gitArguments(repo, ['cat-file', 'blob', checkOid(oid)]), {
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Thrown where it is waited for; until then it must not count as unhandled.
  ended.catch(() => undefined);
  try {
    for await (const chunk of child.stdout) yield chunk as Uint8Array;
    const code = await ended;
    if (code !== 0) throw new GitError(['cat-file', 'blob', oid], `ended with ${code}`);
  } finally {
    child.kill();
  }
}

/** The best common ancestor of two commits, or undefined (unrelated, or beyond the edge of a shallow clone). */
export async function mergeBase(repo: string, one: ObjectId, other: ObjectId): Promise<ObjectId | undefined> {
  const output = await tryGit(repo, ['merge-base', '--end-of-options', checkOid(one), checkOid(other)]);
  return output?.split('\n', 1)[0];
}

export interface RenameQuestion {
  readonly base: ObjectId;
  readonly head: ObjectId;
  /** A path in the base commit. */
  readonly path: string;
}

/** The head path of a file that was renamed between two commits (half of it or more alike, git's own rule), else undefined. */
export async function findRename(repo: string, { base, head, path }: RenameQuestion): Promise<string | undefined> {
  const options = ['-r', '-z', '-M', '-l5000', '--diff-filter=R', '--name-status', '--no-ext-diff', '--no-textconv'];
  const output = await runGit(repo, ['diff-tree', ...options, '--end-of-options', checkOid(base), checkOid(head)]);
  const records = splitRecords(output);
  for (let index = 0; index + 2 < records.length; index += 3) {
    if (records[index + 1] === path) return records[index + 2];
  }
  return undefined;
}

/** Lines counted from 1. Of none, `start` is the line before them. */
export interface LineRange {
  readonly start: number;
  readonly count: number;
}

/** Neighbouring lines that differ between two texts. */
export interface Hunk {
  readonly base: LineRange;
  readonly head: LineRange;
}

/** Where two blobs differ, as git finds it; nothing for what git takes for binary or is too large to compare. */
export async function diffBlobs(
  repo: string,
  { base, head }: { readonly base: ObjectId; readonly head: ObjectId },
): Promise<readonly Hunk[]> {
  const options = ['--unified=0', '--no-color', '--no-ext-diff', '--no-textconv', '--end-of-options'];
  let output: string;
  try {
    output = (await runGit(repo, ['diff', ...options, checkOid(base), checkOid(head)])).toString('utf8');
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
  const hunks: Hunk[] = [];
  const lines = output.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]!);
    if (found === null) continue;
    const [baseStart, baseCount, headStart, headCount] = found.slice(1).map((number) => Number(number ?? 1));
    const sides = { base: { start: baseStart!, count: baseCount! }, head: { start: headStart!, count: headCount! } };
    hunks.push(sides);
    // The lines of a hunk may look like the start of another.
    at += sides.base.count + sides.head.count;
  }
  return hunks;
}

/** For a checkout that kept no credentials: a token, and the server (`https://github.com`) that may see it. */
export interface FetchCredentials {
  readonly server: string;
  readonly token: string;
}

/**
 * Makes sure a commit is here: fetches it from `origin` by its id, without history where the clone is shallow anyway.
 * @throws UserError where the remote does not give it.
 */
export async function fetchMissing(repo: string, sha: ObjectId, credentials?: FetchCredentials): Promise<void> {
  if ((await findCommit(repo, checkOid(sha))) !== undefined) return;
  const shallow = (await tryGit(repo, ['rev-parse', '--is-shallow-repository'])) === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  const options = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--quiet', ...depth];
  try {
    await runGit(repo, ['fetch', ...options, '--end-of-options', 'origin', sha], { env: asSettings(credentials) });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UserError({
      message: `commit ${sha} is not here and could not be fetched from origin: ${error.stderr.trim()}`,
      hint: 'let the checkout fetch it (actions/checkout: fetch-depth: 0)',
    });
  }
}

async function findCommit(repo: string, ref: string): Promise<ObjectId | undefined> {
  const ask = (): Promise<ObjectId | undefined> =>
    tryGit(repo, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return OID.test(ref) ? recent.commits(`${repo}\n${ref}`, ask) : ask();
}

/** The trimmed answer, or undefined where git answers "no" by its exit code. */
async function tryGit(repo: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await runGit(repo, args)).toString('utf8').trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The token as git reads it from its environment: never in an argument, never for another server. */
function asSettings(credentials: FetchCredentials | undefined): Readonly<Record<string, string>> {
  if (credentials === undefined) return {};
  const basic = Buffer.from(`x-access-token:${credentials.token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${credentials.server}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

interface GitOptions {
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** @throws RangeError beyond `limit` bytes, UserError where git or the repository is missing, else GitError. */
function runGit(repo: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
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
        else reject(explain(error, args, stderr.toString('utf8')));
      },
    );
  });
}

function gitArguments(repo: string, args: readonly string[]): string[] {
  return [...HARDENED, ...[...trusted].flatMap((folder) => ['-c', `safe.directory=${folder}`]), '-C', repo, ...args];
}

function gitEnvironment(): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(passed), GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' };
}

function explain(error: Error & { code?: unknown }, args: readonly string[], stderr: string): Error {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return new RangeError('more bytes than the limit');
  if (error.code === 'ENOENT')
    return new UserError({ message: 'git was not found', hint: 'install git 2.30 or newer' });
  if (/not a git repository/.test(stderr)) return new UserError({ message: stderr.trim().split('\n', 1)[0]! });
  if (/dubious ownership/.test(stderr)) {
    const folder = /in repository at '([^\n]+)'/.exec(stderr)?.[1];
    return new UntrustedError(folder ?? '<folder>');
  }
  return new GitError(args, stderr === '' ? error.message : stderr);
}

function splitRecords(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}

function checkOid(oid: ObjectId): ObjectId {
  if (!OID.test(oid)) throw new TypeError(`not an object id: ${oid}`);
  return oid;
}
