// Scenarios on which more, or fewer, models fail than before, counted on draws that both sides have.
import type { Arm, Cell } from '../evaluation/cell.ts';

/** Of a scenario: models whose rulings are against them in most draws of a side. */
export interface FailingModels {
  readonly base: readonly string[];
  readonly head: readonly string[];
}

/** `cells` as `pairedCells` gives them: a majority of four draws against one draw would count chance as a change. */
export function findFailingModels(cells: readonly Cell[]): ReadonlyMap<string, FailingModels> {
  const places = new Map<string, Map<string, Record<Arm, { bad: number; ruled: number }>>>();
  for (const { scenario, model, arm, problematic } of cells) {
    const models = places.get(scenario) ?? new Map<string, Record<Arm, { bad: number; ruled: number }>>();
    places.set(scenario, models);
    const sides = models.get(model) ?? { base: { bad: 0, ruled: 0 }, head: { bad: 0, ruled: 0 } };
    models.set(model, sides);
    if (problematic === 'missing') continue;
    sides[arm].ruled += 1;
    if (problematic) sides[arm].bad += 1;
  }
  return new Map(
    [...places].map(([scenario, models]) => {
      const failing = (arm: Arm): readonly string[] =>
        [...models].flatMap(([model, sides]) => (2 * sides[arm].bad > sides[arm].ruled ? [model] : []));
      return [scenario, { base: failing('base'), head: failing('head') }];
    }),
  );
}

/** Scenarios on which more models fail on head than on base, and on which fewer do. */
export function countFlips(cells: readonly Cell[]): { readonly worse: number; readonly better: number } {
  const all = [...findFailingModels(cells).values()];
  return {
    worse: all.filter(({ base, head }) => head.length > base.length).length,
    better: all.filter(({ base, head }) => head.length < base.length).length,
  };
}
