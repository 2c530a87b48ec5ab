// Where two lines of commits parted.
import { UserError } from '../core/errors.ts';
import { parseParents, tryObject } from './git-objects.ts';
import { checkOid, tryGit, type ObjectId } from './run-git.ts';

/**
 * The best common ancestors of two commits, as far as the history is here; none where they are unrelated. Two branches that were
 * merged into each other have several, and then no single one of them says what a merge would change.
 */
export async function mergeBases(repo: string, one: ObjectId, other: ObjectId): Promise<readonly ObjectId[]> {
  // Of one commit on another it is that other, which takes no search.
  const commit = await tryObject(repo, { oid: other, peel: 'commit' });
  if (commit !== undefined && parseParents(commit).includes(one)) return [one];
  const output = await tryGit(repo, ['merge-base', '--all', '--end-of-options', checkOid(one), checkOid(other)]);
  return (output ?? '').split('\n').filter((line) => line !== '');
}

/** Whether the history here ends somewhere: what lies beyond, and joins there, is not seen. */
export async function isShallow(repo: string): Promise<boolean> {
  return (await tryGit(repo, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** A change whose start nobody can name. `base` as people call it. */
export function severalMergeBases(base: string): UserError {
  return new UserError({
    message: `where this change starts cannot be told: it and ${base} were merged into each other, so that several commits are the last that both have`,
    hint: `merge ${base} into the branch once more: then all that it has of ${base} is one commit`,
  });
}
