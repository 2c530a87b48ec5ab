// A change that is judged by its base's policy must not bring along the answers that it is judged on.
import { basename, relative } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { listTree } from '../../io/git-files.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { isSegmentName } from '../../io/store/segment-name.ts';

/** @throws UserError for a store that holds files of the commit at hand: whoever wrote that may have made them up. */
export async function refuseCommittedStore(root: string, storeFolder: string): Promise<void> {
  const folder = relative(root, storeFolder).replaceAll('\\', '/');
  const entries = await listTree(root, await resolveRef(root, 'HEAD'));
  const brought = entries.find(({ path }) => path.startsWith(`${folder}/`) && isSegmentName(basename(path)));
  if (brought === undefined) return;
  throw new UserError({
    message:
      'this commit holds stored answers, and nobody can say who gave them: no change is judged on answers of its own',
    hint: `git rm --cached -r ${folder}, put it into .gitignore, and let your service keep the folder between runs`,
    place: { file: brought.path },
  });
}
