// The files that a policy depends on beside the config. A change that edits one may make the test of the next change
// easier.
import { offlineFile } from '../../config/provider-options.ts';
import type { Config } from '../../config/schema.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { isLive } from '../../models/provider-kind.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import { besideConfig, labelledFile } from '../../run/load-project.ts';
import type { LoosenedOption } from './policy-change.ts';

export interface PolicyFile {
  /** The option that names it. */
  readonly option: string;
  /** From the root of the repository; answers may be a folder. */
  readonly path: string;
}

/** Worlds, recordings, recorded answers, labelled items, and the system prompts of those who judge. */
export function policyFiles(configFile: string, config: Config): readonly PolicyFile[] {
  const named: (readonly [string, string])[] = [];
  for (const [name, provider] of Object.entries(config.providers)) {
    if (isLive(provider)) continue;
    const { option, path } = offlineFile(provider);
    named.push([`providers.${name}.${option}`, path]);
  }
  for (const { id, answers } of config.models.map(optionsOf)) {
    if (answers !== undefined) named.push([`models.${id}.answers`, answers]);
  }
  for (const { id, system } of config.judges.map(optionsOf)) {
    if (system !== undefined) named.push([`judges.${id}.system`, system]);
  }
  const { system } = config.classifier === undefined ? {} : optionsOf(config.classifier);
  if (system !== undefined) named.push(['classifier.system', system]);
  const files = named.map(([option, path]) => ({ option, path: besideConfig(configFile, path) }));
  return [...files, { option: 'labelled', path: labelledFile(configFile, config) }];
}

/**
 * Those that the head edits or removes; this change is judged by those of its base. `configs`: the one that the change began with,
 * and the policy's, which may have come to name others meanwhile.
 */
export function filesLoosened(
  { base, head }: Pick<ChangeEnds, 'base' | 'head'>,
  { configFile, configs }: { readonly configFile: string; readonly configs: readonly Config[] },
): readonly LoosenedOption[] {
  const named = configs.flatMap((config) => policyFiles(configFile, config));
  return [...new Map(named.map((file) => [file.path, file])).values()].flatMap(({ option, path }) => {
    const [was, is] = [listBelow(base, path), listBelow(head, path)];
    if (was.length === 0 || JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ option, base: path, head: is.length === 0 ? 'removed' : 'edited' }];
  });
}

/** A file, or the files of a folder, with what each holds. */
export function listBelow({ paths }: Pick<ChangeEnds['base'], 'paths'>, path: string): readonly (readonly string[])[] {
  const own = paths.get(path);
  if (own !== undefined) return [[path, own]];
  const folder = `${path.replace(/\/+$/, '')}/`;
  return [...paths].filter(([name]) => name.startsWith(folder));
}
