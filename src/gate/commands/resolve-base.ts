// The commit that a branch is compared with, from the name that `--base` gives.
import { howToDeepen } from '../../core/ci-service.ts';
import { UserError } from '../../core/errors.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { isShallow, mergeBases, severalMergeBases } from '../../io/merge-bases.ts';
import { type ObjectId } from '../../io/run-git.ts';

export interface NamedBase {
  readonly base?: string | undefined;
  readonly basePolicy?: boolean | undefined;
  /** Where it runs, for what a message advises. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The commit that is named, the one to compare with, and the tip of what is checked out. Under the base's policy no history may
 * be missing: whoever made the branch may have put another merge base beyond what is here.
 */
export async function resolveBase(
  root: string,
  { base, basePolicy, env }: NamedBase,
): Promise<{ readonly ref: string; readonly named: ObjectId; readonly sha: ObjectId; readonly tip: ObjectId }> {
  if (base === undefined) {
    throw new UserError({
      message: 'there is nothing to compare with',
      hint: 'name what to compare with: --base main for your branch, --base HEAD for what is not committed yet',
    });
  }
  if (base.trim() === '') {
    throw new UserError({
      message: '--base is empty: the command that was to name it printed nothing',
      hint: 'name the branch to compare with, such as origin/main: where the change left it, the gate finds out',
    });
  }
  const named = await resolveRef(root, base);
  const tip = await resolveRef(root, 'HEAD');
  const [branchedOff, ...others] = await mergeBases(root, named, tip);
  if (others.length > 0) throw severalMergeBases(base);
  if (basePolicy === true && branchedOff !== named && (await isShallow(root))) {
    throw new UserError({
      message: `this clone does not reach back far enough to tell where the branch left ${base}`,
      hint: howToDeepen(env ?? {}),
    });
  }
  return { ref: base.replace(/^refs\/(?:heads|remotes|tags)\//, ''), named, sha: branchedOff ?? named, tip };
}

/**
 * A branch that is compared with itself passes whatever it does. Services differ in what they call the target of a build that is of
 * no pull request: for some it is the branch that was pushed.
 */
export function nothingOfItsOwn(ref: string): UserError {
  return new UserError({
    message: `${ref} has every commit of what is checked out: there is no change to judge`,
    hint: 'name the default branch in full, such as --base refs/remotes/origin/main; a build of that branch itself fills the store: check --mode seed',
  });
}
