// The files of a spec, from the working tree or from a commit.
import { createConcurrency } from '../core/concurrency.ts';
import { type Problem, UserError } from '../core/errors.ts';
import type { SpecFile } from '../spec/clause.ts';
import { createFolderTree, createListedTree, type FileTree, isGlob } from './file-tree.ts';
import type { ByteSource } from '../core/byte-source.ts';
import { decodeText, LARGEST_FILE, readOrFindInside, readTextInside } from './files.ts';
import { listLeftOut, listTree, readBlob, streamBlob } from './git-files.ts';
import { type ObjectId } from './run-git.ts';
import { openAgain, openFile } from './open-file.ts';
import { describeLeftOut, describeMissing, describeSubmodule, requireFile } from './spec-file-problems.ts';

export type SpecSource =
  | { readonly kind: 'worktree'; readonly root: string }
  | { readonly kind: 'commit'; readonly repo: string; readonly sha: ObjectId };

/** Files or git processes open at once. */
const AT_ONCE = 8;

/**
 * The files that paths and globs (from the root, with `/`) name: patterns in the order given, each one's matches in
 * code-unit order, every file once; `!glob` leaves files out. A commit's files are read as blobs by object id, never from the working tree.
 * @throws UserError with every problem: nothing matches (with the nearest name), outside the root, no regular file, over
 * 16 MB, not UTF-8, an LFS pointer.
 */
export async function readSpecFiles(source: SpecSource, patterns: readonly string[]): Promise<readonly SpecFile[]> {
  const opened = source.kind === 'worktree' ? openFolder(source.root) : await openCommit(source.repo, source.sha);
  const problems: Problem[] = [];
  const excluded = patterns.filter(isExclusion).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !isExclusion(pattern));
  const where = source.kind === 'commit' ? ` in commit ${source.sha.slice(0, 7)}` : '';
  const missing = included.filter((pattern) => !isGlob(pattern) && opened.tree.match(pattern).length === 0);
  const isAsked = source.kind === 'worktree' && missing.length > 0;
  const leftOut = isAsked ? await listLeftOut(source.root, missing) : new Set<string>();
  const expand = createExpander({ ...opened, excluded, problems, where, leftOut });
  const paths = new Set(included.flatMap(expand));
  const slots = createConcurrency({ max: AT_ONCE });
  const files = await Promise.all(
    [...paths].map((file) =>
      slots.run(async (): Promise<SpecFile | undefined> => {
        try {
          return { file, text: await opened.read(file) };
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          problems.push(...error.problems);
          return undefined;
        }
      }),
    ),
  );
  if (problems.length > 0) throw new UserError(problems.sort(byPlace));
  return files.filter((file) => file !== undefined);
}

/**
 * Whether there is such a file, without reading it.
 * @throws UserError where a sparse checkout leaves it out: it is not absent, and nothing may go on without it.
 */
export async function isFileThere(source: SpecSource, path: string): Promise<boolean> {
  return (await openIfThere(source, path)) !== undefined;
}

/**
 * The text of one file, or undefined where there is none.
 * @throws UserError for one that cannot be read, or that a sparse checkout leaves out.
 */
export async function readFileIfThere(source: SpecSource, path: string): Promise<string | undefined> {
  return (await openIfThere(source, path))?.read(path);
}

async function openIfThere(source: SpecSource, path: string): Promise<OpenSource | undefined> {
  const opened = source.kind === 'worktree' ? openFolder(source.root) : await openCommit(source.repo, source.sha);
  if (opened.tree.match(path, []).length > 0) return opened;
  const isLeftOut = source.kind === 'worktree' && (await listLeftOut(source.root, [path])).has(path);
  if (isLeftOut) throw new UserError(describeLeftOut(path));
  return undefined;
}

/** A file too large for a text. A packed file, or one in a commit, is read from its beginning only. */
export interface LargeFile {
  readonly bytes: ByteSource;
  /** Of one whose parts can be read again: its full path, and how. */
  readonly parts?: { readonly path: string; readonly readAgain: ReturnType<typeof openAgain> };
  readonly close: () => Promise<void>;
}

/**
 * A file that may be larger than texts are: its text, or bytes to read piece by piece.
 * @throws UserError where there is none, or it cannot be read.
 */
export async function readTextOrBytes(
  source: SpecSource,
  path: string,
): Promise<{ readonly text: string } | LargeFile> {
  if (source.kind === 'worktree') {
    const found = await readOrFindInside(source.root, path);
    if ('text' in found) return found;
    const bytes = await openFile(found.full, path);
    const parts = { path: found.full, readAgain: openAgain(found.full, path) };
    return { bytes, ...(bytes.unpacked === undefined && { parts }), close: () => bytes.close() };
  }
  const entry = requireFile(
    (await listTree(source.repo, source.sha)).find((one) => one.path === path),
    path,
  );
  const whole = await readBlob(source.repo, entry.oid, LARGEST_FILE);
  if (whole !== undefined) return { text: decodeText(whole, path) };
  const bytes: ByteSource = {
    name: path,
    byteLength: 0,
    slice: () => Promise.reject(new Error('a blob is read from its beginning only')),
    unpacked: () => streamBlob(source.repo, entry.oid),
  };
  return { bytes, close: () => Promise.resolve() };
}

interface OpenSource {
  readonly tree: FileTree;
  /** The submodule that a path lies in. */
  readonly submoduleOf: (path: string) => string | undefined;
  read(path: string): Promise<string>;
}

function openFolder(root: string): OpenSource {
  return { tree: createFolderTree(root), submoduleOf: () => undefined, read: (path) => readTextInside(root, path) };
}

async function openCommit(repo: string, sha: ObjectId): Promise<OpenSource> {
  const entries = new Map((await listTree(repo, sha)).map((entry) => [entry.path, entry]));
  const read = async (path: string): Promise<string> => {
    const entry = requireFile(entries.get(path), path);
    return decodeText(await readBlob(repo, entry.oid, LARGEST_FILE), path);
  };
  const submoduleOf = (path: string): string | undefined => {
    const parts = path.split('/');
    const folders = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return folders.find((folder) => entries.get(folder)?.mode === '160000');
  };
  return { tree: createListedTree([...entries.keys()]), submoduleOf, read };
}

interface Expansion extends Pick<OpenSource, 'tree' | 'submoduleOf'> {
  readonly excluded: readonly string[];
  readonly problems: Problem[];
  /** Said behind what is missing. */
  readonly where: string;
  /** What a sparse checkout leaves out. */
  readonly leftOut: ReadonlySet<string>;
}

function createExpander({
  tree,
  submoduleOf,
  excluded,
  problems,
  where,
  leftOut,
}: Expansion): (pattern: string) => readonly string[] {
  return (pattern) => {
    const path = pattern.replace(/^(?:\.\/)+/, '');
    if (path === '' || /^(?:[\\/]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..')) {
      problems.push({ message: `"${pattern}": expected a path below the root`, hint: 'such as docs/model_spec.md' });
      return [];
    }
    const matches = tree.match(path, excluded);
    if (matches.length === 0) {
      const problem = leftOut.has(path) ? describeLeftOut(path) : describeSubmodule(path, submoduleOf(path));
      problems.push(problem ?? describeMissing(path, tree, where));
    }
    return matches;
  };
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!');
}

function byPlace(one: Problem, other: Problem): number {
  const [left, right] = [one.place?.file ?? '', other.place?.file ?? ''];
  return left < right ? -1 : Number(left > right);
}
