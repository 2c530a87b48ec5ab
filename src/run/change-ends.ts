// The two commits a change lies between, and which files each has.
import { listTree } from '../io/git-files.ts';
import { type ObjectId } from '../io/run-git.ts';
import type { SpecSource } from '../io/read-spec.ts';

export interface ChangeEnd {
  readonly sha: ObjectId;
  readonly source: SpecSource;
  /** Every path of the commit, with its object's id. */
  readonly paths: ReadonlyMap<string, ObjectId>;
}

export interface ChangeEnds {
  readonly repo: string;
  /** Where the change branched off: not the tip of its base branch, which may have moved on. */
  readonly base: ChangeEnd;
  readonly head: ChangeEnd;
}

/** Reads the two trees. Both commits must be in the repository. */
export async function openChange(repo: string, shas: { base: ObjectId; head: ObjectId }): Promise<ChangeEnds> {
  return { repo, base: await openEnd(repo, shas.base), head: await openEnd(repo, shas.head) };
}

/** One commit with its tree. */
export async function openEnd(repo: string, sha: ObjectId): Promise<ChangeEnd> {
  const paths = new Map((await listTree(repo, sha)).map(({ path, oid }) => [path, oid]));
  return { sha, source: { kind: 'commit', repo, sha }, paths };
}
