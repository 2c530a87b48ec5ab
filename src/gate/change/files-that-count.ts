// Which files of a commit decide a verdict: the config with all that it names, the spec, and what people have accepted.
import { createListedTree } from '../../io/file-tree.ts';
import type { ChangeEnd, ChangeEnds } from '../../run/change-ends.ts';
import { besideConfig, loadConfig, specPatterns, type Project } from '../../run/load-project.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import { ACCEPTED_FOLDER } from '../accept/acceptance.ts';
import { listBelow, policyFiles } from './policy-files.ts';

/**
 * Their paths in order, each with its object's id. What the policy of `project` names counts, what the commit's own config names,
 * where it has a usable one, and what `patterns` name.
 */
export async function filesThatCount(
  { configFile, config }: Pick<Project, 'configFile' | 'config'>,
  { end, patterns }: { readonly end: ChangeEnd; readonly patterns: readonly string[] },
): Promise<readonly (readonly [path: string, oid: string])[]> {
  const own = await loadConfig(end.source, configFile).catch(() => config);
  const files = [config, own].flatMap((one) => [
    ...policyFiles(configFile, one).map(({ path }) => path),
    ...[one.bank, ...one.models.map((model) => optionsOf(model).system)].flatMap((name) =>
      name === undefined ? [] : [besideConfig(configFile, name)],
    ),
  ]);
  const all = [configFile, besideConfig(configFile, ACCEPTED_FOLDER), ...files];
  const names = [specPatterns(configFile, config), patterns, specPatterns(configFile, own)];
  const spec = names.flatMap((these) => specFiles(end, these));
  const listed = [...all, ...spec].flatMap((path) => listBelow(end, path));
  return [...new Map(listed.map(([path = '', oid = '']) => [path, oid]))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
}

/** What a check reads of a change's head: files, and folders of recorded answers, those that the head's own config names as well. */
export async function filesRead(
  { head }: Pick<ChangeEnds, 'head'>,
  project: Pick<Project, 'configFile' | 'config'>,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const files = await filesThatCount(project, { end: head, patterns });
  return [
    ...files.map(([path]) => path),
    ...policyFiles(project.configFile, project.config).map(({ path }) => path.replace(/\/+$/, '')),
  ];
}

/** The paths of a commit that patterns name, whether or not they can be read. */
export function specFiles({ paths }: Pick<ChangeEnd, 'paths'>, patterns: readonly string[]): readonly string[] {
  const tree = createListedTree([...paths.keys()]);
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  return [...new Set(included.flatMap((pattern) => tree.match(pattern, excluded)))];
}
