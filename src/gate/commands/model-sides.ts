// Which models a command compares: two that are named, or the lists of both sides' configs.
import { providerName } from '../../models/model-id.ts';
import type { Config } from '../../config/schema.ts';
import { isAllowedModel } from '../change/allowed-model.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import { nearestName } from '../../core/nearest-name.ts';
import { UserError } from '../../core/errors.ts';
import type { PanelModel } from '../../evaluation/create-comparison.ts';
import { loadConfig, resolveModels, type Project } from '../../run/load-project.ts';
import type { SpecSource } from '../../io/read-spec.ts';

export interface ModelLists {
  readonly base: readonly PanelModel[];
  readonly head: readonly PanelModel[];
}

type Entry = Config['models'][number];

/** The panel with one model, and with another in its place. @throws UserError for a provider that the config does not have. */
export async function loadNamedModels(
  source: SpecSource,
  project: Project,
  names: { readonly base: string; readonly head: string },
): Promise<ModelLists> {
  const { models, providers } = project.config;
  for (const id of [names.base, names.head]) {
    if (Object.hasOwn(providers, providerName({ id })) || project.answers.has(id)) continue;
    const known = models.map((entry) => optionsOf(entry).id);
    const near = nearestName(id, known) ?? known[0];
    throw new UserError({ message: `${id}: no provider of that name in the config`, hint: `such as ${near}` });
  }
  const entryOf = (id: string): Entry => models.find((entry) => optionsOf(entry).id === id) ?? id;
  const others = models.filter((entry) => ![names.base, names.head].includes(optionsOf(entry).id));
  const head = { ...optionsOf(entryOf(names.head)), replaces: names.base };
  return {
    base: await resolveModels(project, source, [entryOf(names.base), ...others]),
    head: await resolveModels(project, source, [head, ...others]),
  };
}

/** Both sides' lists, asked at the project's providers; undefined where a side has no config that can be read. */
export async function loadListedModels(
  sources: { readonly base: SpecSource; readonly head: SpecSource },
  project: Project,
): Promise<ModelLists | undefined> {
  const base = await loadList(sources.base, project);
  const head = await loadList(sources.head, project);
  return base === undefined || head === undefined ? undefined : { base, head };
}

async function loadList(source: SpecSource, project: Project): Promise<readonly PanelModel[] | undefined> {
  try {
    const { models } = await loadConfig(source, project.configFile);
    const allowed = models.filter((entry) => isAllowedModel(project, optionsOf(entry)));
    return await resolveModels(project, source, allowed);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
