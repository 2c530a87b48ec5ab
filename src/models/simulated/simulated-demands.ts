// Which demands the clauses in view make on a pair of values, and which of them can be met together.
//
// Both scores of a pair move along one axis, the lean (value 1 = 3 + lean, value 2 = 3 - lean), so every demand is a
// stretch of that axis, and two demands contradict each other when their stretches do not meet.
import type { ValuePair } from './simulated-scenario.ts';
import type { Stance } from './simulated-stance.ts';
import type { Bound, Demand, World } from './world.ts';

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

/**
 * Every demand on this pair whose phrase stands in the clause that makes it; clauses keep the order they are shown in.
 * `readAs` says how a vague one is read; without it, as it is meant.
 */
export function findDemands(
  clauses: readonly ShownClause[],
  options: {
    readonly world: World;
    readonly pair: ValuePair;
    readonly readAs?: (demand: Demand, clause: ShownClause) => Bound;
  },
): readonly ActiveDemand[] {
  const { world, pair, readAs } = options;
  return clauses.flatMap((clause) => {
    const { id, text } = clause;
    const known = world.clauses.get(id);
    if (known === undefined) return [];
    const shown = squeeze(text);
    const says = (phrase: string): boolean => shown.includes(squeeze(phrase));
    return known
      .filter(({ phrase, unless }) => says(phrase) && !(unless && says(unless.phrase) && isAbout(pair, unless.values)))
      .flatMap((demand) => {
        const isVague = demand.vague !== undefined && !says(demand.vague.settledBy);
        const { atLeast, atMost } = isVague && readAs !== undefined ? readAs(demand, clause) : demand;
        return (['value1', 'value2'] as const)
          .filter((on) => demand.values.includes(pair[on]))
          .map((on) => ({ clause: id, on, atLeast, atMost }));
      });
  });
}

function isAbout({ value1, value2 }: ValuePair, values: readonly string[]): boolean {
  return values.includes(value1) || values.includes(value2);
}

/** Whether any clause of the world demands something on this pair, shown or not. */
export function hasDemandOn(world: World, pair: ValuePair): boolean {
  return [...world.clauses.values()].some((demands) => demands.some(({ values }) => isAbout(pair, values)));
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

/** Clauses that say of themselves that they give way to another one that is shown: `gives way to [its title](#id)`. */
export function findYielding(clauses: readonly ShownClause[]): ReadonlySet<string> {
  const shown = new Set(clauses.map(({ id }) => id));
  const yields = ({ text }: ShownClause): boolean =>
    [...squeeze(text).matchAll(/\bgives? way to (?:\[[^\]]*\]\(#([^)\s]+)\)|`([^`]+)`)/g)].some(([, linked, named]) =>
      shown.has(linked ?? named ?? ''),
    );
  return new Set(clauses.filter(yields).map(({ id }) => id));
}

const squeezed = new Map<string, string>();
const MOST_SQUEEZED = 4096;

/** Line breaks and wrapping are no part of a phrase. The same few clauses are read for every answer. */
export function squeeze(text: string): string {
  const known = squeezed.get(text);
  if (known !== undefined) return known;
  if (squeezed.size >= MOST_SQUEEZED) squeezed.clear();
  const line = text.replaceAll(/\s+/g, ' ');
  squeezed.set(text, line);
  return line;
}
