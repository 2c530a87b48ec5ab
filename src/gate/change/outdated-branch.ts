// A branch that was left before a file of the spec was added to its base, or renamed there.
import { UserError } from '../../core/errors.ts';
import { isGlob } from '../../io/file-tree.ts';
import { isFileThere, type SpecSource } from '../../io/read-spec.ts';

/**
 * A change is judged under the policy of today, which may name a file that is younger than the branch: neither end of the change
 * has it then. `patterns`: the policy's.
 * @throws UserError with each of those files.
 */
export async function refuseOutdated(patterns: readonly string[], ends: readonly SpecSource[]): Promise<void> {
  const files = patterns.filter((pattern) => !pattern.startsWith('!') && !isGlob(pattern));
  const there = await Promise.all(
    files.map(async (file) => (await Promise.all(ends.map((end) => isFileThere(end, file)))).includes(true)),
  );
  const missing = files.filter((_, index) => there[index] !== true);
  if (missing.length === 0) return;
  throw new UserError(
    missing.map((file) => ({
      message:
        'the policy of today names this file of the spec, and the branch is without it, as the commit that it left',
      hint: 'where it was added or renamed on the base branch since, merge that into yours, or rebase; else mend `spec` there',
      place: { file },
    })),
  );
}
