// A change that is judged by its base's policy must not bring along the answers that it is judged on.
import { existsSync, realpathSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { listTree, type TreeEntry } from '../../io/git-files.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { isSegmentName } from '../../io/store/segment-name.ts';

/** @throws UserError for a store that holds files of the commit at hand: whoever wrote that may have made them up. */
export async function refuseCommittedStore(root: string, storeFolder: string): Promise<void> {
  // Also where a link leads elsewhere.
  const places = existsSync(storeFolder) ? [storeFolder, realpathSync(storeFolder)] : [storeFolder];
  const folders = places.map((place) => relative(root, place).replaceAll('\\', '/'));
  const entries = await listTree(root, await resolveRef(root, 'HEAD'));
  const brought = entries.find((entry) => folders.some((folder) => fills(entry, folder)));
  if (brought === undefined) return;
  throw new UserError({
    message:
      'this commit says what answers are stored, and nobody can say who gave them: no change is judged on answers of its own',
    hint: `git rm --cached -r ${brought.path}, put ${folders[0]} into .gitignore, and let your service keep the folder between runs`,
    place: { file: brought.path },
  });
}

/** A segment of the folder, or what stands at its place or at that of one above it: a link, or another repository. */
function fills({ path }: TreeEntry, folder: string): boolean {
  if (path === folder || folder.startsWith(`${path}/`)) return true;
  return path.startsWith(`${folder}/`) && isSegmentName(basename(path));
}
