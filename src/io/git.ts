// A repository's commits, trees and files, asked through git's plumbing: after resolving a name only by object ids.
import { spawn } from 'node:child_process';
import { isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { createRecentAsync } from '../core/recent.ts';
import { parseTreeObject, readObject, tryObject, type ObjectQuestion } from './git-objects.ts';
import { isShallow } from './merge-bases.ts';
import {
  checkOid,
  gitArguments,
  gitEnvironment,
  GitError,
  isObjectId,
  LIMITS,
  runGit,
  splitRecords,
  trustRepository,
  tryGit,
  UntrustedError,
  type ObjectId,
} from './run-git.ts';

export interface TreeEntry {
  /** As git writes it: 100644 and 100755 are files, 120000 a symbolic link, 160000 a submodule. */
  readonly mode: string;
  readonly oid: ObjectId;
  /** From the root of the repository, with `/`. */
  readonly path: string;
}

/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
  commits: createRecentAsync<ObjectId | undefined>({ max: 64, keeps: (oid) => oid !== undefined }),
  trees: createRecentAsync<readonly TreeEntry[]>({ max: 6 }),
  blobs: createRecentAsync<Buffer>({ max: 64, keeps: ({ length }) => length <= 1024 * 1024 }),
};

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
  const near = remote === undefined ? nearestName(ref, await listBranches(repo)) : `origin/${ref}`;
  throw new UserError({
    message: `git knows no commit "${ref}"`,
    hint: near === undefined ? fetched : `did you mean ${near}?`,
  });
}

async function listBranches(repo: string): Promise<readonly string[]> {
  const output = await tryGit(repo, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  return output === undefined ? [] : output.split('\n').filter((line) => line !== '');
}

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
    if (
      error instanceof UntrustedError &&
      isWithin(error.folder, options.trustWithin) &&
      trustRepository(error.folder)
    ) {
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
  const few = await listFewTrees(repo, commit);
  if (few !== undefined) return few;
  const output = await runGit(repo, ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit]);
  return splitRecords(output).map((record) => {
    const tab = record.indexOf('\t');
    const [mode = '', , oid = ''] = record.slice(0, tab).split(' ');
    return { mode, oid, path: record.slice(tab + 1) };
  });
}

/** Folders of a commit that are read one by one; git itself lists more of them faster, and stops at a limit. */
const FEW_TREES = 100;

/** A commit's files, without a git process of their own; undefined where there are many folders, or a tree cannot be read. */
async function listFewTrees(repo: string, commit: ObjectId): Promise<readonly TreeEntry[] | undefined> {
  let asked = 0;
  const list = async (question: ObjectQuestion, folder: string): Promise<readonly TreeEntry[] | undefined> => {
    asked += 1;
    if (asked > FEW_TREES) return undefined;
    const tree = await tryObject(repo, question);
    const entries = tree && parseTreeObject(tree);
    if (entries === undefined) return undefined;
    const parts = await Promise.all(
      entries.map(async ({ mode, name, oid }) => {
        const path = `${folder}${name}`;
        return mode === '040000' ? list({ oid }, `${path}/`) : [{ mode, oid, path }];
      }),
    );
    const known = parts.filter((part) => part !== undefined);
    return known.length === parts.length ? known.flat() : undefined;
  };
  return list({ oid: commit, peel: 'tree' }, '');
}

/** Of some files below a folder those that are in its repository and not in this sparse checkout; none outside of a repository. */
export async function listLeftOut(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    // `S`: "skip-worktree", which a sparse checkout sets.
    const records = splitRecords(await runGit(folder, ['ls-files', '-t', '-z', '--', ...paths]));
    return new Set(records.filter((record) => record.startsWith('S ')).map((record) => record.slice(2)));
  } catch (error) {
    if (error instanceof GitError || error instanceof UserError) return new Set();
    throw error;
  }
}

/** A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held. */
export async function readBlob(repo: string, oid: ObjectId, limit = LIMITS.bytes): Promise<Buffer | undefined> {
  try {
    const ask = async (): Promise<Buffer> => {
      const found = await readObject(repo, { oid, limit });
      if (found?.type !== 'blob') throw new GitError(['cat-file', 'blob', oid], 'there is no such blob');
      return found.bytes;
    };
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
  const depth = (await isShallow(repo)) ? ['--depth=1'] : [];
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
  if (!isObjectId(ref))
    return tryGit(repo, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  return recent.commits(`${repo}\n${ref}`, async () => (await tryObject(repo, { oid: ref, peel: 'commit' }))?.oid);
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
