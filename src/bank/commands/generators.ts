// Who writes: models of the config by id, or its judges.
import { UserError } from '../../core/errors.ts';
import type { ModelRef } from '../../models/model.ts';
import type { Project } from '../../run/load-project.ts';

/** @throws UserError for ids that the config does not name. */
export function findGenerators({ panel }: Pick<Project, 'panel'>, ids: string | undefined): readonly ModelRef[] {
  if (ids === undefined) return panel.judges;
  const classifier = panel.classifier === undefined ? [] : [panel.classifier];
  const known = new Map(
    [...panel.models.map(({ ref }) => ref), ...panel.judges, ...classifier].map((ref) => [ref.id, ref]),
  );
  const asked = ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length > 0 || asked.length === 0) {
    const hint = `The config names ${[...known.keys()].join(', ')}.`;
    throw new UserError({ message: `--generators: no model ${unknown.join(', ')} in the config`.trimEnd(), hint });
  }
  return asked.map((id) => known.get(id)!);
}
