// From the config's names to who is asked: every model, judge and classifier as a ModelRef.
import { whereDefined } from '../core/where-defined.ts';
import { isLive } from '../models/provider-kind.ts';
import { modelName, providerName } from '../models/model-id.ts';
import type { PanelModel } from '../evaluation/create-comparison.ts';
import type { ModelRef } from '../models/model.ts';
import { endpointOf } from '../models/provider.ts';
import type { RecordedAnswers } from '../scenarios/answers/collect-answers.ts';
import { answersOrigin } from '../models/recorded-answers.ts';
import type { Config } from './schema.ts';
import type { ModelConfig } from './model-options.ts';

export interface Panel {
  readonly models: readonly PanelModel[];
  readonly judges: readonly ModelRef[];
  readonly classifier: ModelRef | undefined;
}

/** The texts that models depend on, by the path the config gives. Hashes of worlds and recordings are part of the keys. */
export interface ModelFiles {
  readonly systems: ReadonlyMap<string, string>;
  /** Hash of a simulated provider's world or a recorded provider's file, by provider name. */
  readonly offlineHashes: ReadonlyMap<string, string>;
  /** What models answered that are not asked, by id. */
  readonly answers?: ReadonlyMap<string, RecordedAnswers>;
}

/** Every `provider/model` of a checked config as what is asked. */
export function resolvePanel(config: Config, files: ModelFiles): Panel {
  const refOf = (entry: Config['models'][number]): ModelRef => resolveModel(config, optionsOf(entry), files);
  // The system prompt of a model under test is sent with each question; that of a judge is part of its identity.
  const judgeOf = (entry: Config['judges'][number]): ModelRef => {
    const { system } = optionsOf(entry);
    return { ...refOf(entry), ...(system !== undefined && { system: files.systems.get(system) ?? '' }) };
  };
  return {
    models: config.models.map((entry) => {
      const { id, system, replaces, answers } = optionsOf(entry);
      const recorded = answers === undefined ? undefined : files.answers?.get(id);
      return {
        ref: refOf(entry),
        ...whereDefined({ recorded }),
        ...(system !== undefined && { system: files.systems.get(system) ?? '' }),
        ...whereDefined({ replaces }),
      };
    }),
    judges: config.judges.map(judgeOf),
    classifier: config.classifier === undefined ? undefined : judgeOf(config.classifier),
  };
}

/** The options of a config's model entry, which may be a bare name. */
export function optionsOf(entry: Config['models'][number]): ModelConfig {
  return typeof entry === 'string' ? { id: entry } : entry;
}

function resolveModel(config: Config, entry: ModelConfig, files: ModelFiles): ModelRef {
  if (entry.answers !== undefined) {
    return {
      id: entry.id,
      kind: 'recorded',
      origin: answersOrigin(files.answers?.get(entry.id)?.digest ?? ''),
      model: modelName(entry),
      ...whereDefined({ version: entry.version }),
      params: {},
    };
  }
  const name = providerName(entry);
  const provider = config.providers[name]!;
  return {
    id: entry.id,
    kind: provider.kind,
    ...(isLive(provider)
      ? endpointOf({ kind: provider.kind, ...whereDefined({ baseUrl: provider.baseUrl }) })
      : { origin: `${provider.kind}:${files.offlineHashes.get(name) ?? ''}` }),
    model: entry.model ?? modelName(entry),
    ...whereDefined({ version: entry.version }),
    params: entry.params ?? {},
  };
}
