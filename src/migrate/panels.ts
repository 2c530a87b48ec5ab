// The two panels of a migration: who judged so far, and who shall.
import { whereDefined } from '../core/where-defined.ts';
import { isLive } from '../models/provider-kind.ts';
import { modelName, providerName } from '../models/model-id.ts';
import { basename, dirname, relative, resolve } from 'node:path';
import { crossCheck } from '../config/cross-check.ts';
import type { Config } from '../config/schema.ts';
import { UserError } from '../core/errors.ts';
import { checkProviders } from '../doctor/check-providers.ts';
import { loadProject, type Project } from '../run/load-project.ts';
import type { ModelRef } from '../models/model.ts';
import { endpointOf } from '../models/provider.ts';
import type { CommandContext } from '../context/command-context.ts';
import type { JudgesMigrateOptions } from './commands.ts';

/** A config with the old panel, or the new judges and classifier; the other panel stands in the config. */
type PanelOptions = Pick<JudgesMigrateOptions, 'from' | 'judges' | 'classifier'>;

export interface Panels {
  readonly old: Project;
  readonly new: Project;
}

/** Both panels on the same bank, spec and models. @throws UserError for one that is missing or cannot be used. */
export async function loadPanels(
  options: PanelOptions,
  { project, context }: { readonly project: Project; readonly context: CommandContext },
): Promise<Panels> {
  if (options.from !== undefined && (options.judges !== undefined || options.classifier !== undefined)) {
    throw new UserError({
      message: '--from names the old panel, --judges and --classifier the new one',
      hint: 'give one of them',
    });
  }
  if (options.from !== undefined) {
    const path = resolve(context.cwd, options.from);
    const other = await loadProject({ kind: 'worktree', root: dirname(path) }, basename(path));
    const { judges, classifier, judgeContext, judgeExamples } = other.config;
    const config: Config = { ...project.config, judges, classifier, judgeContext, judgeExamples };
    const panel = { ...project.panel, judges: other.panel.judges, classifier: other.panel.classifier };
    return { old: { ...project, config, panel }, new: project };
  }
  if (options.judges === undefined && options.classifier === undefined) {
    throw new UserError({
      message: 'there is no other panel to compare with',
      hint: 'name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml; the config itself where only the prompts are newer)',
    });
  }
  const ids = options.judges?.split(',').map((id) => id.trim());
  const judges = ids?.map((id) => findRef(id, project)) ?? project.panel.judges;
  const classifier = options.classifier === undefined ? project.panel.classifier : findRef(options.classifier, project);
  const config: Config = {
    ...project.config,
    ...whereDefined({ judges: ids, classifier: options.classifier }),
  };
  const problems = crossCheck(config).map(({ message, hint }) =>
    hint === undefined ? { message } : { message, hint },
  );
  if (judges.length < 3) problems.push({ message: `a panel needs three judges or more, got ${judges.length}` });
  if (problems.length > 0) throw new UserError(problems);
  return { old: project, new: { ...project, config, panel: { ...project.panel, judges, classifier } } };
}

/** A judge by its id: as the config lists it, or at a provider that the config names. */
function findRef(id: string, { config, panel, configFile }: Project): ModelRef {
  const all = [
    ...panel.judges,
    ...panel.models.map(({ ref }) => ref),
    ...(panel.classifier === undefined ? [] : [panel.classifier]),
  ];
  const known = all.find((ref) => ref.id === id);
  if (known !== undefined) return known;
  const name = providerName({ id });
  const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined;
  const model = modelName({ id });
  if (provider === undefined || model === '') {
    throw new UserError({
      message: `${id}: no provider of that name`,
      hint: `expected provider/model with a provider of ${relative('', configFile) || configFile}: ${Object.keys(config.providers).join(', ')}`,
    });
  }
  const neighbour = all.find((ref) => providerName(ref) === name);
  if (neighbour !== undefined) return { ...endpointOfRef(neighbour), id, kind: neighbour.kind, model, params: {} };
  if (!isLive(provider)) {
    throw new UserError({
      message: `${id}: this provider answers for nobody yet`,
      hint: 'write the new panel in a config and use --from',
    });
  }
  const { kind, baseUrl } = provider;
  return { ...endpointOf(baseUrl === undefined ? { kind } : { kind, baseUrl }), id, kind, model, params: {} };
}

function endpointOfRef({ origin, basePath }: ModelRef): Pick<ModelRef, 'origin' | 'basePath'> {
  return basePath === undefined ? { origin } : { origin, basePath };
}

/** Who of the old panel can be asked from here: at the same endpoint as ever, at a provider that is still in the config. */
export function findAskable({ old, new: next }: Panels, context: CommandContext): (ref: ModelRef) => boolean {
  const { judges, classifier } = old.panel;
  const refs = [...judges, ...(classifier === undefined ? [] : [classifier])];
  const named = refs.filter((ref) => isSamePlace(ref, next));
  const panel = { ...next.panel, models: [], judges: named, classifier: undefined };
  const states = checkProviders({ ...next, panel }, { env: context.env, nodeVersion: process.versions.node });
  const bad = new Set(states.filter(({ problems }) => problems.length > 0).map((state) => state.name));
  const askable = new Set(named.filter((ref) => !bad.has(providerName(ref))));
  return (ref) => askable.has(ref);
}

/** The project that a migration's run asks in: both panels and no model under test, whose keys are not needed. */
export function runProject({ new: next }: Panels, old: readonly ModelRef[]): Project {
  return { ...next, panel: { ...next.panel, models: [], judges: [...next.panel.judges, ...old] } };
}

function isSamePlace(ref: ModelRef, { config, offlineHashes }: Project): boolean {
  const name = providerName(ref);
  const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined;
  if (provider === undefined || provider.kind !== ref.kind) return false;
  if (!isLive(provider)) return ref.origin === `${provider.kind}:${offlineHashes.get(name)}`;
  const { kind, baseUrl } = provider;
  const { origin, basePath } = endpointOf(baseUrl === undefined ? { kind } : { kind, baseUrl });
  return ref.origin === origin && (ref.basePath ?? '') === basePath;
}
