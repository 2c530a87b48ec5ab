// Models that answer without a network: simulated ones from their world, recorded ones from their file.
import type { Project } from './load-project.ts';
import type { CompletionRequest, Model, ModelRef } from '../models/model.ts';
import { createRecordedModel } from '../models/recorded.ts';
import { createSimulatedModel } from '../models/simulated.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** The offline model of a reference, or undefined for a live one. */
export function createOfflineModels(
  offline: Project['offline'],
  scenarios: readonly Scenario[],
): (ref: ModelRef) => Model | undefined {
  const names = new Map(
    scenarios.map((scenario) => [JSON.stringify(scenario.messages.map(({ content }) => content)), scenario.id]),
  );
  const describe = (request: CompletionRequest): string => {
    const conversation = request.messages.filter(({ role }) => role !== 'system').map(({ content }) => content);
    const id = names.get(JSON.stringify(conversation));
    return id === undefined ? (request.format?.name ?? 'a conversation that is not in the bank') : `scenario ${id}`;
  };
  return (ref) => {
    const provider = offline.get(ref.id.slice(0, ref.id.indexOf('/')));
    if (provider === undefined) return undefined;
    if (provider.kind === 'simulated') return createSimulatedModel(ref, { world: provider.world, scenarios });
    const { recordings, file } = provider;
    return createRecordedModel(ref, { recordings, file, describe });
  };
}
