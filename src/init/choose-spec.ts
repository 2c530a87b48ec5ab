// Which files are the spec: those that were named, or those whose names say so.
import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { UserError } from '../core/errors.ts';
import { isGlob } from '../io/file-tree.ts';
import { readSpecFiles } from '../io/read-spec.ts';
import type { SpecFile } from '../spec/clause.ts';
import { findSpecs } from './find-specs.ts';
import { chooseClauses } from './read-clauses.ts';

/** As the config's `spec` has them: files and globs from its folder, `!` before what is left out. */
export type SpecPatterns = readonly string[];

/** Kinds of texts that a folder of rules may hold; the first that is there is what the folder is made of. */
const KINDS = ['**/*.md', '**/*.{yml,yaml,json}', '**/*.txt'] as const;

/** What was found by its name and can be read as a spec, the most likely first. A folder ends in `/`. */
export async function findReadableSpecs(cwd: string): Promise<readonly string[]> {
  const read: string[] = [];
  for (const path of await findSpecs(cwd)) {
    try {
      await chooseClauses(await readPatterns(cwd, patternsOf(cwd, path) ?? [path]));
      read.push(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return read;
}

/** A file or a glob stands for itself, a folder for the texts in it. Undefined for a folder without any. */
export function patternsOf(cwd: string, path: string): SpecPatterns | undefined {
  if (isGlob(path) || statSync(join(cwd, path), { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  const folder = path.replace(/\/+$/, '');
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const kind of KINDS) {
    const files = globSync(kind, { cwd: join(cwd, folder), followSymbolicLinks: false });
    const isReadme = (file: string): boolean => /(?:^|\/)readme\.\w+$/i.test(file);
    const readmes = files.filter(isReadme).map((file) => `!${prefix}${file}`);
    // A README says what the folder is for; alone it may well be the spec.
    if (files.length > readmes.length) return [`${prefix}${kind}`, ...readmes];
    if (files.length > 0) return [`${prefix}${kind}`];
  }
  return undefined;
}

export async function readPatterns(cwd: string, patterns: SpecPatterns): Promise<readonly SpecFile[]> {
  return readSpecFiles({ kind: 'worktree', root: cwd }, patterns);
}

/** @throws UserError for a named spec that is not there, or lies outside. */
export async function namedSpecs(named: readonly string[], cwd: string): Promise<SpecPatterns> {
  const patterns: string[] = [];
  for (const spec of named) patterns.push(...(await namedSpec(spec, cwd)));
  return patterns;
}

async function namedSpec(spec: string, cwd: string): Promise<SpecPatterns> {
  const path = relative(cwd, resolve(cwd, spec)).replaceAll('\\', '/');
  if (path.startsWith('..')) {
    throw new UserError({
      message: `${spec} lies outside this folder`,
      hint: 'run init in the folder above both: the config stands beside the spec, or over it',
    });
  }
  if (isGlob(path) && globSync(path, { cwd, followSymbolicLinks: false }).length > 0) return [path];
  const stats = statSync(join(cwd, path), { throwIfNoEntry: false });
  const patterns = stats === undefined ? undefined : patternsOf(cwd, path);
  if (patterns !== undefined) return patterns;
  const what = isGlob(path) ? `no file matches ${spec}` : `there is no file ${spec}`;
  const message = stats === undefined ? what : `${spec} is a folder without a text (.md, .yml, .json or .txt)`;
  throw new UserError({ message, hint: await whichSpec(cwd) });
}

/** What might have been meant. */
async function whichSpec(cwd: string): Promise<string> {
  const found = await findReadableSpecs(cwd);
  const several = 'a folder, a glob or several files may be named, too';
  return found.length === 0
    ? `name the file that holds the rules; ${several}`
    : `found here: ${found.slice(0, 5).join(', ')}; ${several}`;
}
