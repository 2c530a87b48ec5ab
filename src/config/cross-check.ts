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
  const problems: LocatedProblem[] = [];
  const idOf = (entry: Config['models'][number]): string => (typeof entry === 'string' ? entry : entry.id);
  const named = [
    ...config.models.map((entry, index) => ({ id: idOf(entry), path: ['models', index] })),
    ...config.judges.map((entry, index) => ({ id: idOf(entry), path: ['judges', index] })),
    ...(config.classifier === undefined ? [] : [{ id: idOf(config.classifier), path: ['classifier'] }]),
  ];
  const recorded = new Set(
    config.models.flatMap((entry) => (typeof entry !== 'string' && entry.answers ? [entry.id] : [])),
  );
  for (const { id, path } of named) {
    const provider = providerName({ id });
    const isRecorded = path[0] === 'models' && recorded.has(id);
    if (isRecorded || Object.hasOwn(config.providers, provider)) continue;
    const near = nearestName(provider, Object.keys(config.providers));
    problems.push({
      path,
      message: `${id}: there is no provider "${provider}"`,
      hint: near === undefined ? 'add it under `providers`' : `did you mean "${near}"?`,
    });
  }
  for (const list of ['models', 'judges'] as const) {
    const ids = config[list].map(idOf);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index)
        problems.push({
          path: [list, index],
          message: `${id} is listed twice under ${list}`,
          hint: `give it another id: { id: ${providerName({ id })}/second, model: ${modelName({ id })}, params: ... } is the same model with what makes it another`,
        });
    }
  }
  problems.push(...sameModels(config), ...uselessAnswers(config));
  if (config.judges.length % 2 === 0) {
    problems.push({
      path: ['judges'],
      message: `a panel needs an odd number of judges, got ${config.judges.length}`,
      hint: 'add or remove one, so that a majority always exists',
    });
  }
  if (config.specUse === 'prompt' && config.classifier === undefined) {
    problems.push({
      path: ['specUse'],
      message: '`specUse: prompt` needs a classifier',
      hint: 'add `classifier: provider/model`',
    });
  }
  if (config.specUse === 'prompt' && config.seeding.draws === 'answers') {
    problems.push({
      path: ['seeding', 'draws'],
      message: '`seeding.draws: answers` needs `specUse: target`: an answer to a prompt serves no other prompt',
      hint: 'use `nightly`',
    });
  }
  if (config.selection.extendTo < config.selection.scenarios) {
    problems.push({
      path: ['selection', 'extendTo'],
      message: `selection.extendTo (${config.selection.extendTo}) is less than selection.scenarios (${config.selection.scenarios})`,
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
