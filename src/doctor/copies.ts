// Models whose draws are copies: with a fixed seed, or at temperature 0, every answer to a question is the same one again.
import type { ModelRef } from '../models/model.ts';

/** Why a model's draws are one and the same; undefined where they may differ. */
export function whyCopies({ params }: ModelRef): string | undefined {
  if (params['seed'] !== undefined) return '`params.seed` is fixed';
  return params['temperature'] === 0 ? '`params.temperature` is 0' : undefined;
}

export function copyNotes(models: readonly ModelRef[]): readonly string[] {
  return models.flatMap((ref) => {
    const why = whyCopies(ref);
    return why === undefined
      ? []
      : [
          `${ref.id}: ${why}, so all its draws of a scenario are copies: they prove no more than one, and a confirmation repeats the screen`,
        ];
  });
}
