// Which models of another side's list may be asked, or stand on answers, under a project's policy.
import { optionsOf } from '../../config/resolve-models.ts';
import type { ModelConfig } from '../../config/model-options.ts';
import { providerName } from '../../models/model-id.ts';
import type { Project } from '../../run/load-project.ts';

/**
 * A model is asked at a provider of the project's. Recorded answers are evidence: only those that the project itself names
 * count, never some that a change brings along.
 */
export function isAllowedModel({ config, answers }: Project, { id, answers: file }: ModelConfig): boolean {
  if (file === undefined) return Object.hasOwn(config.providers, providerName({ id }));
  return answers.has(id) && config.models.map(optionsOf).some((own) => own.id === id && own.answers === file);
}
