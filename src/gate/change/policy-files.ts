// The files that a policy depends on beside the config. A change that edits one may make the test of the next change
// easier.
import type { Config } from '../../config/schema.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { isLive } from '../../models/provider-kind.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import { besideConfig, labelledFile } from '../../run/load-project.ts';
import type { LoosenedOption } from './policy-change.ts';

/** Worlds, recordings and labelled items that the head edits or removes; this change is judged by those of its base. */
export function filesLoosened(
  { base, head }: Pick<ChangeEnds, 'base' | 'head'>,
  { configFile, config }: { readonly configFile: string; readonly config: Config },
): readonly LoosenedOption[] {
  const named = Object.entries(config.providers).flatMap(([name, provider]): (readonly [string, string])[] => {
    if (isLive(provider)) return [];
    switch (provider.kind) {
      case 'simulated':
        return [[`providers.${name}.world`, provider.world]];
      case 'recorded':
        return [[`providers.${name}.file`, provider.file]];
      default:
        return provider satisfies never;
    }
  });
  for (const { id, answers } of config.models.map(optionsOf)) {
    if (answers !== undefined) named.push([`models.${id}.answers`, answers]);
  }
  const files = named.map(([option, path]) => [option, besideConfig(configFile, path)] as const);
  return [...files, ['labelled', labelledFile(configFile, config)] as const].flatMap(([option, path]) => {
    const [was, is] = [base.paths.get(path), head.paths.get(path)];
    if (was === undefined || was === is) return [];
    return [{ option, base: path, head: is === undefined ? 'removed' : 'edited' }];
  });
}
