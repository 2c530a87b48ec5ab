// Why a file of a spec cannot be read, and what to do about it.
import { UserError, type Problem } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';
import { whereDefined } from '../core/where-defined.ts';
import { isGlob, type FileTree } from './file-tree.ts';
import type { TreeEntry } from './git-files.ts';

/** @throws UserError where it is no regular file, with the way around a link (CLAUDE.md is often one to AGENTS.md). */
export function requireFile(entry: TreeEntry | undefined, path: string): TreeEntry {
  const fail = (message: string, hint?: string): never => {
    throw new UserError({ message, ...whereDefined({ hint }), place: { file: path } });
  };
  if (entry === undefined) return fail('no such file');
  switch (entry.mode) {
    case '100644':
    case '100755':
      return entry;
    case '120000':
      return fail(
        'a symbolic link: a spec is read from regular files only',
        `name the file it points to; a pattern leaves the link out with "!${path}"`,
      );
    case '160000':
      return fail('a submodule: a spec is read from regular files only');
    default:
      return fail(`not a regular file (mode ${entry.mode})`);
  }
}

/** What lies in a submodule is another repository's: this one's commits name only its commit. */
export function describeSubmodule(path: string, submodule: string | undefined): Problem | undefined {
  if (submodule === undefined) return undefined;
  return {
    message: `${path} lies in the git submodule ${submodule}, whose text is not part of this repository's commits`,
    hint: 'gate it in its own repository, where its pull requests are, or keep a copy here',
    place: { file: path },
  };
}

/** A sparse checkout leaves it out. */
export function describeLeftOut(path: string): Problem {
  return {
    message: `${path} is in the repository and not in this sparse checkout`,
    hint: `git sparse-checkout add ${path.replace(/(?<=.)\/[^/]*$/, '')} brings it here (in Actions: a line of sparse-checkout)`,
    place: { file: path },
  };
}

/** `where`: said behind what is missing. */
export function describeMissing(path: string, tree: FileTree, where: string): Problem {
  if (isGlob(path)) return { message: `no file matches ${path}${where}` };
  const texts = tree.match('**/*.{md,markdown,mdx,txt,yml,yaml,json}');
  const near = nearestName(path, texts) ?? texts.find((text) => text.endsWith(`/${path.split('/').at(-1)}`));
  const hint = near === undefined ? {} : { hint: `did you mean ${near}?` };
  return { message: `there is no file ${path}${where}`, place: { file: path }, ...hint };
}
