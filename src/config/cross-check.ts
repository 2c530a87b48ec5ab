// What one option alone cannot tell: names that must exist, lists that must be odd.
import { isLive, type LiveKind } from '../models/provider-kind.ts';
import { modelName, providerName } from '../models/model-id.ts';
import { nearestName } from '../core/nearest-name.ts';
import type { LocatedProblem } from './located-problem.ts';
import { endpointOf } from '../models/provider.ts';
import type { Config } from './schema.ts';
import type { ModelConfig } from './model-options.ts';

/** Problems between options of a config that fits the schema. */
export function crossCheck(config: Config): readonly LocatedProblem[] {
  return [
    ...unknownProviders(config),
    ...repeatedIds(config),
    ...sameModels(config),
    ...uselessAnswers(config),
    ...panelProblems(config),
    ...selectionProblems(config),
  ];
}

function idOf(entry: Config['models'][number]): string {
  return typeof entry === 'string' ? entry : entry.id;
}

/** Every model that is asked needs its provider. */
function unknownProviders({ models, judges, classifier, providers }: Config): readonly LocatedProblem[] {
  const asked = [
    ...models.map((entry, index) => ({ entry, path: ['models', index] })),
    ...judges.map((entry, index) => ({ entry, path: ['judges', index] })),
    ...(classifier === undefined ? [] : [{ entry: classifier, path: ['classifier'] }]),
  ];
  const recorded = new Set(models.flatMap((entry) => (typeof entry !== 'string' && entry.answers ? [entry.id] : [])));
  return asked.flatMap(({ entry, path }): readonly LocatedProblem[] => {
    const id = idOf(entry);
    const provider = providerName({ id });
    const isRecorded = path[0] === 'models' && recorded.has(id);
    if (isRecorded || Object.hasOwn(providers, provider)) return [];
    const near = nearestName(provider, Object.keys(providers));
    const hint = near === undefined ? 'add it under `providers`' : `did you mean "${near}"?`;
    return [{ path, message: `${id}: there is no provider "${provider}"`, hint }];
  });
}

function repeatedIds(config: Config): readonly LocatedProblem[] {
  return (['models', 'judges'] as const).flatMap((list) => {
    const ids = config[list].map(idOf);
    return ids.flatMap((id, index): readonly LocatedProblem[] =>
      ids.indexOf(id) === index
        ? []
        : [
            {
              path: [list, index],
              message: `${id} is listed twice under ${list}`,
              hint: `give it another id: { id: ${providerName({ id })}/second, model: ${modelName({ id })}, params: ... } is the same model with what makes it another`,
            },
          ],
    );
  });
}

function panelProblems({ judges, classifier, specUse }: Config): readonly LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  if (judges.length % 2 === 0) {
    problems.push({
      path: ['judges'],
      message: `a panel needs an odd number of judges, got ${judges.length}`,
      hint: 'add or remove one, so that a majority always exists',
    });
  }
  if (specUse === 'prompt' && classifier === undefined) {
    problems.push({
      path: ['specUse'],
      message: '`specUse: prompt` needs a classifier',
      hint: 'add `classifier: provider/model`',
    });
  }
  return problems;
}

function selectionProblems({ specUse, seeding, selection }: Config): readonly LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  if (specUse === 'prompt' && seeding.draws === 'answers') {
    problems.push({
      path: ['seeding', 'draws'],
      message: '`seeding.draws: answers` needs `specUse: target`: an answer to a prompt serves no other prompt',
      hint: 'use `nightly`',
    });
  }
  if (selection.extendTo < selection.scenarios) {
    problems.push({
      path: ['selection', 'extendTo'],
      message: `selection.extendTo (${selection.extendTo}) is less than selection.scenarios (${selection.scenarios})`,
      hint: 'raise it, or lower selection.scenarios',
    });
  }
  return problems;
}

/** Options that are sent to a model say nothing of answers that are already recorded. */
function uselessAnswers(config: Config): readonly LocatedProblem[] {
  return config.models.flatMap((entry, index): LocatedProblem[] => {
    if (typeof entry === 'string' || entry.answers === undefined) return [];
    const path = ['models', index, 'answers'];
    if (config.specUse === 'prompt') {
      const message = `${entry.id}: recorded answers say nothing about a spec that models are given`;
      return [{ path, message, hint: 'with `specUse: prompt` the model has to be asked' }];
    }
    if (entry.system === undefined && entry.params === undefined) return [];
    const message = `${entry.id}: neither \`system\` nor \`params\` reaches a model whose answers are recorded`;
    return [{ path, message, hint: 'remove them; say what differs with `version`' }];
  });
}

/** Judges, or models, that are one and the same behind two names: their answers would be one answer counted twice. */
function sameModels(config: Config): readonly LocatedProblem[] {
  return (['models', 'judges'] as const).flatMap((list) => {
    const owners = new Map<string, string>();
    return config[list].flatMap((entry, index): LocatedProblem[] => {
      const options = typeof entry === 'string' ? { id: entry } : entry;
      const identity = identityOf(config, options);
      const owner = identity === undefined ? undefined : owners.get(identity);
      if (identity !== undefined && owner === undefined) owners.set(identity, options.id);
      if (owner === undefined || owner === options.id) return [];
      return [
        {
          path: [list, index],
          message: `${options.id} is the same model as ${owner}, at the same endpoint`,
          hint: 'remove one, or say what differs with version or params',
        },
      ];
    });
  });
}

function identityOf(config: Config, { id, model, version, params, system, answers }: ModelConfig): string | undefined {
  // Two models may stand in one file: their names tell them apart.
  if (answers !== undefined) return JSON.stringify(['answers', answers, id]);
  const name = providerName({ id });
  const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined;
  if (provider === undefined) return undefined;
  const { origin, basePath } = isLive(provider)
    ? endpointOf(withoutUndefined(provider))
    : { origin: JSON.stringify(provider), basePath: '' };
  return JSON.stringify([provider.kind, origin, basePath, model ?? modelName({ id }), version, params, system]);
}

function withoutUndefined({
  kind,
  baseUrl,
}: {
  kind: LiveKind;
  baseUrl?: string | undefined;
}): Parameters<typeof endpointOf>[0] {
  return baseUrl === undefined ? { kind } : { kind, baseUrl };
}
