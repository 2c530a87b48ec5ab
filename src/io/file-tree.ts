// One way to list files and match globs, whether they lie in the working tree or in a commit.
import { type Dirent, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { escapePath, globSync, isDynamicPattern } from 'tinyglobby';

/** Folders whose content is never part of a spec. */
const SKIPPED = ['**/node_modules/**', '**/.git/**'];

export interface FileTree {
  /** The paths that match and are not excluded, from the root, in code-unit order. */
  match(pattern: string, excluded?: readonly string[]): readonly string[];
}

/** Whether a path means more than itself. */
export function isGlob(pattern: string): boolean {
  return isDynamicPattern(pattern);
}

/** Files below a folder. Links count as files: whoever reads them refuses them, and a folder behind one is not entered. */
export function createFolderTree(root: string): FileTree {
  return createTree(resolve(root), (folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => asEntry(entry.name, entry.isDirectory())),
  );
}

/** The files of a commit, matched by the very same rules. */
export function createListedTree(paths: readonly string[]): FileTree {
  const root = resolve('/tree');
  const folders = new Map<string, Map<string, boolean>>([['', new Map()]]);
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Map<string, boolean>();
      entries.set(name, depth < parts.length - 1);
      folders.set(folder, entries);
    });
  }
  return createTree(root, (folder) => {
    const path = resolve(folder)
      .slice(root.length + 1)
      .replaceAll('\\', '/');
    return [...(folders.get(path) ?? [])].map(([name, isFolder]) => asEntry(name, isFolder));
  });
}

type Entry = Pick<Dirent, 'name' | 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

function asEntry(name: string, isFolder: boolean): Entry {
  return { name, isDirectory: () => isFolder, isFile: () => !isFolder, isSymbolicLink: () => false };
}

function createTree(root: string, list: (folder: string) => Entry[]): FileTree {
  // Only the call that the crawler makes: names with their types.
  const fs = { readdirSync: list as unknown as typeof readdirSync };
  const options = { cwd: root, fs, expandDirectories: false, followSymbolicLinks: false };
  return {
    match: (pattern, excluded = []) => {
      const ignore = [...SKIPPED, ...excluded];
      // A file may be called `spec [v2].md`: a path that is there as it stands is no glob.
      const literal = isGlob(pattern) ? globSync(escapePath(pattern), { ...options, ignore }) : [];
      return literal.length > 0 ? literal : globSync(pattern, { ...options, ignore }).sort();
    },
  };
}
