// The repository that a folder lies in.
import { isAbsolute, relative, sep } from 'node:path';
import { UserError } from '../core/errors.ts';
import { runGit, trustRepository, UntrustedError } from './run-git.ts';

/**
 * Where a folder's repository starts, or undefined outside of one. `trustWithin` is a folder that somebody else made for
 * this run (a container job's workspace): a repository in it is used although another user owns it.
 */
export async function findRepository(
  folder: string,
  options: { readonly trustWithin?: string } = {},
): Promise<string | undefined> {
  try {
    return (await runGit(folder, ['rev-parse', '--show-toplevel'])).toString('utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof UserError && /not a git repository/.test(error.message)) return undefined;
    if (
      error instanceof UntrustedError &&
      isWithin(error.folder, options.trustWithin) &&
      trustRepository(error.folder)
    ) {
      return findRepository(folder);
    }
    throw error;
  }
}

function isWithin(folder: string, parent: string | undefined): boolean {
  if (parent === undefined) return false;
  const path = relative(parent, folder);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
