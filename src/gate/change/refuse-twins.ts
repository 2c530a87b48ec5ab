// A file that a change puts beside the spec under its name in other letters: on some systems the two are one file.
import { UserError } from '../../core/errors.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { listBelow } from './policy-files.ts';

/**
 * Where file names go by no case (macOS, Windows) a checkout holds one of the two, and it may be the one that nobody tested.
 * `read`: the files, and folders of files, that a check reads of the head.
 * @throws UserError naming both.
 */
export function refuseTwins({ base, head }: Pick<ChangeEnds, 'base' | 'head'>, read: readonly string[]): void {
  const known = new Map(read.map((path) => [fold(path), path]));
  for (const path of head.paths.keys()) {
    if (base.paths.has(path)) continue;
    for (const name of withFolders(path)) {
      const twin = known.get(fold(name));
      if (twin === undefined || twin === name || listBelow(head, twin).length === 0) continue;
      throw new UserError({
        message: `this change adds ${path} beside ${twin}: where file names go by no case (macOS, Windows) they are one file, and which of them is read depends on the machine`,
        hint: 'give one of them another name',
        place: { file: path },
      });
    }
  }
}

/** A path, and those of the folders that it lies in. */
function withFolders(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** As such file systems compare names: accents, too, whichever way they are written. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
