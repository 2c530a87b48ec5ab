// Models that answer without a network: simulated ones from their world, recorded ones from their file.
import { sha256 } from '../core/canonical-json.ts';
import { providerName } from '../models/model-id.ts';
import type { Project } from './load-project.ts';
import type { CompletionRequest, Message, Model, ModelRef } from '../models/model.ts';
import { createAnswersModel, hasRecordedAnswers } from '../models/recorded-answers.ts';
import { createRecordedModel } from '../models/recorded.ts';
import { createSimulatedModel } from '../models/simulated/simulated.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** The offline model of a reference, or undefined for a live one. */
export function createOfflineModels(
  offline: Project['offline'],
  scenarios: readonly Scenario[],
  brought?: Pick<Project, 'answers'> & { readonly poolDraws: number },
): (ref: ModelRef) => Model | undefined {
  // Only where somebody is asked offline: live models need no index of the bank.
  let known: ReadonlyMap<string, string> | undefined;
  const nameOf = (messages: readonly Message[]): string | undefined => {
    known ??= new Map(scenarios.map((scenario) => [keyOf(scenario.messages), scenario.id]));
    return known.get(keyOf(messages));
  };
  const describe = ({ messages, format }: CompletionRequest): string => {
    // Standing instructions, if there are any, are one message before the scenario's own.
    const id = nameOf(messages) ?? nameOf(messages.slice(1));
    return id === undefined ? (format?.name ?? 'a conversation that is not in the bank') : `scenario ${id}`;
  };
  return (ref) => {
    const recorded = brought?.answers.get(ref.id);
    if (brought !== undefined && recorded !== undefined && hasRecordedAnswers(ref)) {
      const answersTo = ({ messages, scenario }: CompletionRequest): readonly string[] =>
        recorded.to(scenario ?? nameOf(messages) ?? '');
      return createAnswersModel(ref, { answersTo, poolDraws: brought.poolDraws });
    }
    const provider = offline.get(providerName(ref));
    if (provider === undefined) return undefined;
    switch (provider.kind) {
      case 'simulated':
        return createSimulatedModel(ref, { world: provider.world, scenarios });
      case 'recorded':
        return createRecordedModel(ref, { recordings: provider.recordings, file: provider.file, describe });
      default:
        return provider satisfies never;
    }
  };
}

function keyOf(messages: readonly Message[]): string {
  return sha256(JSON.stringify(messages.map(({ role, content }) => [role, content])));
}
