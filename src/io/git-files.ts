// What a commit of a repository holds: its files and their bytes, asked by object ids.
import { spawn } from 'node:child_process';
import { UserError } from '../core/errors.ts';
import { createRecentAsync } from '../core/recent.ts';
import { parseTreeObject, readObject, tryObject, type ObjectQuestion } from './git-objects.ts';
import { GitError } from './git-errors.ts';
import { checkOid, gitArguments, gitEnvironment, LIMITS, runGit, splitRecords, type ObjectId } from './run-git.ts';

export interface TreeEntry {
  /** As git writes it: 100644 and 100755 are files, 120000 a symbolic link, 160000 a submodule. */
  readonly mode: string;
  readonly oid: ObjectId;
  /** From the root of the repository, with `/`. */
  readonly path: string;
}

/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
  trees: createRecentAsync<readonly TreeEntry[]>({ max: 6 }),
  blobs: createRecentAsync<Buffer>({ max: 64, keeps: ({ length }) => length <= 1024 * 1024 }),
};

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

/**
 * A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held.
 * @throws UserError where the repository lacks it.
 */
export async function readBlob(repo: string, oid: ObjectId, limit = LIMITS.bytes): Promise<Buffer | undefined> {
  try {
    const ask = async (): Promise<Buffer> => {
      const found = await readObject(repo, { oid, limit });
      if (found?.type !== 'blob') throw lacksContent(oid);
      return found.bytes;
    };
    const bytes = await recent.blobs(`${repo}\n${oid}\n${limit}`, ask);
    return bytes.length > limit ? undefined : bytes;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lacksContent(oid: ObjectId): UserError {
  return new UserError({
    message: `this repository lacks the content of a file that its commit names (${oid})`,
    hint: 'its clone is broken or not whole: git fsck says what is missing, a new clone has all of it',
  });
}

/** A blob's bytes piece by piece, however many. @throws Error where git ends with one. */
export async function* streamBlob(repo: string, oid: ObjectId): AsyncGenerator<Uint8Array> {
  const command = ['cat-file', 'blob', checkOid(oid)];
  // A clone without it fetches it now: what is streamed cannot be asked for once more.
  await runGit(repo, ['cat-file', '-e', oid]);
  const child = spawn('git', gitArguments(repo, command), {
    env: gitEnvironment(repo, command),
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
