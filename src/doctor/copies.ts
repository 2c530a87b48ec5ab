// Models whose draws are copies: with a fixed seed, or at temperature 0, every answer to a question is the same one again.
import type { DoctorNote } from './notes.ts';
import type { ModelRef } from '../models/model.ts';

/** Why a model's draws are one and the same; undefined where they may differ. */
export function whyCopies({ params }: ModelRef): 'seed' | 'temperature' | undefined {
  if (params['seed'] !== undefined) return 'seed';
  return params['temperature'] === 0 ? 'temperature' : undefined;
}

export function noteCopies(models: readonly ModelRef[]): readonly DoctorNote[] {
  return models.flatMap((ref) => {
    const why = whyCopies(ref);
    return why === undefined ? [] : [{ kind: 'copies' as const, model: ref.id, why }];
  });
}
