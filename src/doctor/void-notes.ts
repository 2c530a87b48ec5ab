// Options of the config that will have no effect in any check of this project, said before one is run.
import { decisionPolicy } from '../config/policy.ts';
import { findVoidOptions } from '../decision/void-options.ts';
import type { DoctorNote } from './notes.ts';
import type { Project } from '../run/load-project.ts';
import { hasRubrics } from '../scenarios/scenario.ts';

/** Of the project as it is configured, whoever can be asked today. */
export function voidNotes({ config, panel, bank }: Pick<Project, 'config' | 'panel' | 'bank'>): readonly DoctorNote[] {
  const means = {
    kind: config.specUse,
    models: panel.models.length,
    judges: panel.judges.length,
    scoring:
      panel.classifier === undefined
        ? ('no-classifier' as const)
        : bank.scenarios.some(hasRubrics)
          ? ('possible' as const)
          : ('no-rubrics' as const),
  };
  return findVoidOptions(decisionPolicy(config), means).map(({ option, why }) => ({
    kind: 'void-option',
    option,
    why,
  }));
}
