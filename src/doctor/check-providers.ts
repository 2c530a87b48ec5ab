// Which providers can be asked from here: keys that are there, endpoints that are allowed. Nothing is contacted.
import { providerName } from '../models/model-id.ts';
import { UserError, type Problem } from '../core/errors.ts';
import type { ModelRef } from '../models/model.ts';
import { checkKeyBinding, endpointOf, resolveProvider, type Environment } from '../models/provider.ts';
import { checkNode, liveProviders } from '../run/live-models.ts';
import type { Project } from '../run/load-project.ts';

export interface ProviderState {
  readonly name: string;
  /** Where it is, or `simulated` or `recorded`. */
  readonly origin: string;
  readonly problems: readonly Problem[];
}

/** The providers that a project's panel needs, by name. */
export function checkProviders(
  project: Project,
  { env, nodeVersion }: { readonly env: Environment; readonly nodeVersion: string },
): readonly ProviderState[] {
  const offline = [...project.offline].map(([name, { kind }]) => ({ name, origin: kind, problems: [] }));
  const live = liveProviders(project);
  const shared = live.length === 0 ? [] : [...checkNode(nodeVersion), ...checkKeyBinding(live)];
  return [
    ...offline,
    ...live.map((config): ProviderState => {
      const problems: Problem[] = [...shared];
      try {
        resolveProvider(config, env);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problems.push(...error.problems);
      }
      return { name: config.name, origin: endpointOf(config).origin, problems };
    }),
  ];
}

/** The project with only those who can be asked, and those who cannot. */
export function splitPanel(
  project: Project,
  providers: readonly ProviderState[],
): { readonly project: Project; readonly isAbsent: (ref: ModelRef) => boolean } {
  const bad = new Set(providers.filter(({ problems }) => problems.length > 0).map(({ name }) => name));
  const isAbsent = (ref: ModelRef): boolean => bad.has(providerName(ref));
  const { models, judges, classifier } = project.panel;
  const panel = {
    models: models.filter(({ ref }) => !isAbsent(ref)),
    judges: judges.filter((ref) => !isAbsent(ref)),
    classifier: classifier === undefined || isAbsent(classifier) ? undefined : classifier,
  };
  return { project: { ...project, panel }, isAbsent };
}
