// A file that a change puts beside the spec under its name in other letters: on some systems the two are one file.
import { UserError } from '../../core/errors.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { besideConfig, type Project } from '../../run/load-project.ts';
import type { Spec } from '../../spec/clause.ts';

/**
 * Where file names go by no case (macOS, Windows) a checkout holds one of the two, and it may be the one that nobody tested.
 * `files`: what a check reads of the head.
 * @throws UserError naming both.
 */
export function refuseTwins({ base, head }: Pick<ChangeEnds, 'base' | 'head'>, files: readonly string[]): void {
  const read = new Map(files.map((file) => [fold(file), file]));
  for (const path of head.paths.keys()) {
    if (base.paths.has(path)) continue;
    const file = read.get(fold(path));
    if (file === undefined || file === path || !head.paths.has(file)) continue;
    throw new UserError({
      message: `this change adds ${path} beside ${file}: where file names go by no case (macOS, Windows) they are one file, and which of them is read depends on the machine`,
      hint: 'give one of them another name',
      place: { file: path },
    });
  }
}

/** The files that a check reads of a change's head: the spec's, the config and the bank. */
export function filesRead(
  { configFile, config }: Pick<Project, 'configFile' | 'config'>,
  { files }: Pick<Spec, 'files'>,
): readonly string[] {
  return [configFile, besideConfig(configFile, config.bank), ...files.map(({ file }) => file)];
}

/** As such file systems compare names: accents, too, whichever way they are written. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
