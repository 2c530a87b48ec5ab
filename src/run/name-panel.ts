// A name of who is asked what in a work that is split over machines: parts under another one are none of it.
import { hashJson } from '../core/canonical-json.ts';
import type { Project } from './load-project.ts';
import type { Spec } from '../spec/clause.ts';

/** The same for the same models, judges and classifier with their parameters and standing words, under the same spec. */
export function namePanel({ panel, config }: Pick<Project, 'panel' | 'config'>, spec?: Spec): string {
  const { models, judges, classifier } = panel;
  const asked = [models.map(({ ref, system = '' }) => [ref, system]), judges, classifier ?? null];
  // As text: parameters that a reference leaves out are left out of it, too.
  const { specUse, judgeContext, judgeExamples } = config;
  const words = judgeExamples ? ['examples'] : [];
  return hashJson([JSON.stringify(asked), specUse, judgeContext, ...words, spec?.hash ?? '']);
}
