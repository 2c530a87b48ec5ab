// What differs between two commits or files, as git sees it.
import { createRecentAsync } from '../core/recent.ts';
import { checkOid, runGit, splitRecords, type ObjectId } from './run-git.ts';

/** Files that were renamed between two commits (half of one or more alike, git's own rule), from their old path to the new one. */
export async function listRenames(
  repo: string,
  { from, to }: { readonly from: ObjectId; readonly to: ObjectId },
): Promise<ReadonlyMap<string, string>> {
  const options = ['-r', '-z', '-M', '-l5000', '--diff-filter=R', '--name-status', '--no-ext-diff', '--no-textconv'];
  const output = await runGit(repo, ['diff-tree', ...options, '--end-of-options', checkOid(from), checkOid(to)]);
  const records = splitRecords(output);
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < records.length; at += 3) renames.set(records[at + 1]!, records[at + 2]!);
  return renames;
}

/** The names in `to` of files that `from` knows by these: a renamed one's new name, else the one it had. A rename reads the same backwards. */
export async function followRenames(
  repo: string,
  paths: readonly string[],
  way: {
    readonly from: ObjectId;
    readonly to: ObjectId;
    /** Whether a path needs no following. */
    readonly isThere: (path: string) => boolean | Promise<boolean>;
  },
): Promise<readonly string[]> {
  const there = await Promise.all(paths.map(async (path) => way.isThere(path)));
  if (there.every(Boolean)) return paths;
  const renames = await listRenames(repo, way);
  return paths.map((path, index) => (there[index] === true ? path : (renames.get(path) ?? path)));
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
