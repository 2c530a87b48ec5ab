// A change that takes further files into the spec: their clauses are new in it, and tested like any that is added.
import { leaveOutUnreadable } from '../../core/errors.ts';
import { loadConfig, specPatterns, type Project } from '../../run/load-project.ts';
import { isFileThere, readSpecFiles, type SpecSource } from '../../io/read-spec.ts';

/**
 * The patterns of the head's own config, where the change edits them and they name all files that `patterns` name there, and more;
 * else `patterns`. That a spec is tested on more text loosens nothing; one that leaves out a file is another spec.
 * @throws UserError for a config of the head that cannot be read.
 */
export async function widenPatterns(
  { base, head }: { readonly base: SpecSource; readonly head: SpecSource },
  { configFile, config }: Pick<Project, 'configFile' | 'config'>,
  patterns: readonly string[],
): Promise<readonly string[]> {
  if (!(await isFileThere(head, configFile))) return patterns;
  const own = specPatterns(configFile, await loadConfig(head, configFile));
  const isOwn = (names: readonly string[]): boolean => JSON.stringify(names) === JSON.stringify(own);
  if (isOwn(patterns) || isOwn(specPatterns(configFile, config))) return patterns;
  const before = await loadConfig(base, configFile).catch(leaveOutUnreadable);
  if (before !== undefined && isOwn(specPatterns(configFile, before))) return patterns;
  const filesOf = async (names: readonly string[]): Promise<readonly string[]> =>
    (await readSpecFiles(head, names)).map(({ file }) => file);
  // A file of theirs that the head no longer has is told where the spec is read.
  const files = await filesOf(patterns).catch(leaveOutUnreadable);
  if (files === undefined) return patterns;
  const ownFiles = new Set(await filesOf(own));
  return files.every((file) => ownFiles.has(file)) ? own : patterns;
}
