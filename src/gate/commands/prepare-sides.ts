// From what a command was given to the comparisons it runs: of specs, of models, or both.
import { whereDefined } from '../../core/where-defined.ts';
import { hasSpecNews, prepareSpecCheck } from '../change/prepare-check.ts';
import { prepareModelCheck } from '../change/prepare-model-check.ts';
import { withModels } from '../change/prepare-change.ts';
import type { ChangeChecks } from '../run-change.ts';
import type { Project } from '../../run/load-project.ts';
import type { Sides } from './sides.ts';

export interface PreparedSides {
  readonly checks: ChangeChecks;
  /** The project with every model that may be asked. */
  readonly project: Project;
}

/** The spec comparison is left out where only models differ. */
export function prepareSides({ project, base, head, models, added = [] }: Sides): PreparedSides {
  const spec = prepareSpecCheck(project, { base, head });
  const { ref, sha } = head;
  const modelCheck =
    models &&
    prepareModelCheck(project, {
      spec: base,
      head: { ref, ...whereDefined({ sha }) },
      baseModels: models.base,
      headModels: models.head,
    });
  const both = hasSpecNews(spec) || modelCheck === undefined;
  return {
    checks: { spec: both ? spec : undefined, added, models: modelCheck },
    project: models === undefined ? project : withModels(project, [...models.base, ...models.head]),
  };
}
