// Which demands the clauses in view make on a pair of values, and which of them can be met together.
//
// Both scores of a pair move along one axis, the lean (value 1 = 3 + lean, value 2 = 3 - lean), so every demand is a
// stretch of that axis, and two demands contradict each other when their stretches do not meet.
import type { ValuePair } from './simulated-scenario.ts';
import type { Stance } from './simulated-stance.ts';
import type { World } from './world.ts';

export interface ShownClause {
  readonly id: string;
  readonly text: string;
}

/** One demand on one value of the pair, made by one clause. */
export interface ActiveDemand {
  readonly clause: string;
  readonly on: 'value1' | 'value2';
  readonly atLeast: number;
  readonly atMost: number;
}

/** Every demand on this pair whose phrase stands in the clause that makes it; clauses keep the order they are shown in. */
export function findDemands(
  clauses: readonly ShownClause[],
  options: { readonly world: World; readonly pair: ValuePair },
): readonly ActiveDemand[] {
  const { world, pair } = options;
  return clauses.flatMap(({ id, text }) => {
    const known = world.clauses.get(id);
    if (known === undefined) return [];
    const shown = squeeze(text);
    return known
      .filter(({ phrase }) => shown.includes(squeeze(phrase)))
      .flatMap(({ values, atLeast, atMost }) =>
        (['value1', 'value2'] as const)
          .filter((on) => values.includes(pair[on]))
          .map((on) => ({ clause: id, on, atLeast, atMost })),
      );
  });
}

/** Whether any clause of the world demands something on this pair, shown or not. */
export function hasDemandOn(world: World, pair: ValuePair): boolean {
  const isAbout = (values: readonly string[]): boolean => values.includes(pair.value1) || values.includes(pair.value2);
  return [...world.clauses.values()].some((demands) => demands.some(({ values }) => isAbout(values)));
}

/** Whether a response breaks a demand. */
export function isBroken({ on, atLeast, atMost }: ActiveDemand, stance: Stance): boolean {
  return stance[on] < atLeast || stance[on] > atMost;
}

/** The leans a demand allows, from -3 to 3. */
export function allowedLeans({ on, atLeast, atMost }: ActiveDemand): readonly [low: number, high: number] {
  return on === 'value1' ? [atLeast - 3, atMost - 3] : [3 - atMost, 3 - atLeast];
}

/** The demands, in order, that can be met together with those before them. */
export function keepConsistent(demands: readonly ActiveDemand[]): readonly ActiveDemand[] {
  const kept: ActiveDemand[] = [];
  let [low, high] = [-3, 3];
  for (const demand of demands) {
    const [from, to] = allowedLeans(demand);
    if (Math.max(low, from) > Math.min(high, to)) continue;
    [low, high] = [Math.max(low, from), Math.min(high, to)];
    kept.push(demand);
  }
  return kept;
}

/** Line breaks and wrapping are no part of a phrase. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
