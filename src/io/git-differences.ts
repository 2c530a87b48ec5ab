// What differs between two commits or files, as git sees it.
import { createRecentAsync } from '../core/recent.ts';
import { checkOid, runGit, splitRecords, type ObjectId } from './run-git.ts';

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

/** The names in `to` of files that `from` knows by these: a renamed one's new name, else the one it had. A rename reads the same backwards. */
export function followRenames(
  repo: string,
  paths: readonly string[],
  way: {
    readonly from: ObjectId;
    readonly to: ObjectId;
    /** Whether a path needs no following. */
    readonly isThere: (path: string) => boolean | Promise<boolean>;
  },
): Promise<readonly string[]> {
  const { from, to, isThere } = way;
  return Promise.all(
    paths.map(async (path) =>
      (await isThere(path)) ? path : ((await findRename(repo, { base: from, head: to, path })) ?? path),
    ),
  );
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

interface BlobPair {
  readonly base: ObjectId;
  readonly head: ObjectId;
}

/** What object ids stand for never changes, and each place that shows a change asks anew where it is. */
const recent = createRecentAsync<readonly Hunk[]>({ max: 64 });

/** Where two blobs differ, as git finds it; nothing for what git takes for binary or is too large to compare. */
export async function diffBlobs(repo: string, { base, head }: BlobPair): Promise<readonly Hunk[]> {
  return recent(`${repo}\n${base}\n${head}`, () => askForHunks(repo, { base, head }));
}

async function askForHunks(repo: string, { base, head }: BlobPair): Promise<readonly Hunk[]> {
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
