// The request that lets a model answer a scenario.
import type { CompletionRequest, Message, ModelRef } from '../../models/model.ts';
import type { RecordedAnswers } from '../../scenarios/answers/collect-answers.ts';
import type { Scenario } from '../../scenarios/scenario.ts';

/** A model under test: who is asked, with what standing instructions. */
export interface Respondent {
  readonly ref: ModelRef;
  /** What it answered, where it is not asked. */
  readonly recorded?: RecordedAnswers;
  /** Its own system prompt. */
  readonly system?: string;
  /** The spec as its system prompt (`specUse: prompt`); follows its own. */
  readonly spec?: string;
}

/** The scenario's conversation behind the model's standing instructions. Nothing of ours is added: the model must not see the test. */
export function respondRequest(respondent: Respondent, scenario: Scenario, draw: string): CompletionRequest {
  const standing = [respondent.system, respondent.spec]
    .filter((text) => text !== undefined && text !== '')
    .join('\n\n');
  const system: readonly Message[] = standing === '' ? [] : [{ role: 'system', content: standing }];
  return {
    model: respondent.ref,
    messages: [...system, ...scenario.messages],
    sharedMessages: system.length,
    ...(respondent.recorded !== undefined && { scenario: scenario.id }),
    draw,
  };
}
