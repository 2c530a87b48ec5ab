// The request that lets a model answer a scenario.
import type { CompletionRequest, Message, ModelRef } from '../../models/model.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Spec } from '../../spec/clause.ts';

/** A model under test: who is asked, with what standing instructions. */
export interface Respondent {
  readonly ref: ModelRef;
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
  return { model: respondent.ref, messages: [...system, ...scenario.messages], sharedMessages: system.length, draw };
}

/** A spec as Markdown, clause by clause: what models are given as their system prompt. */
export function renderSpec(spec: Spec): string {
  return spec.clauses
    .map((clause) => {
      const attributes = Object.entries(clause.attributes).map(([name, value]) => ` ${name}=${quote(value)}`);
      const heading = `${'#'.repeat(Math.min(6, clause.ancestors.length + 1))} ${clause.title} {#${clause.id}${attributes.join('')}}`;
      return clause.text === '' ? heading : `${heading}\n\n${clause.text}`;
    })
    .join('\n\n');
}

function quote(value: string): string {
  return /^[\w.,:/-]+$/.test(value) ? value : JSON.stringify(value);
}
