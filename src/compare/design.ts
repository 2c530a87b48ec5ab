// Which outcomes were asked for on each side: every scenario of every model, draw by draw. So a missing outcome can be
// told from one that was never asked for.
import type { ModelPair } from './pair-models.ts';
import type { OutcomeRow, OutcomeRows } from './outcome-rows/outcome-row.ts';

export type Arm = 'base' | 'head';

/** An outcome with a value, `missing` where it was asked for and is not there, undefined where nobody asked. */
export type DesignCell = OutcomeRow | 'missing' | undefined;

export interface Design {
  readonly scenarios: readonly string[];
  /** Names of the model pairs. */
  readonly models: readonly string[];
  /** Draws a scenario and model has on a side where it has all. */
  readonly draws: Readonly<Record<Arm, number>>;
  /** `draw` counts from 1. */
  readonly cell: (
    arm: Arm,
    place: { readonly scenario: string; readonly model: string; readonly draw: number },
  ) => DesignCell;
}

/** The draws of one scenario and model; undefined for an item without an outcome. */
type Draws = readonly (OutcomeRow | undefined)[];

/** One side's outcomes by scenario and model. */
interface Side {
  readonly draws: number;
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Draws>>;
}

/**
 * A draw that a side has anywhere was asked of every scenario and model there; only where both sides lack the same one,
 * though both go that far, was it never asked. Items that came back without an outcome were asked.
 */
export function layOut(base: OutcomeRows, head: OutcomeRows, pairs: readonly ModelPair[]): Design {
  const sides = {
    base: readSide(base, new Map(pairs.map((pair) => [pair.base, pair.name]))),
    head: readSide(head, new Map(pairs.map((pair) => [pair.head, pair.name]))),
  };
  return {
    scenarios: [...new Set([...sides.base.cells.keys(), ...sides.head.cells.keys()])].sort(),
    models: pairs.map(({ name }) => name).sort(),
    draws: { base: sides.base.draws, head: sides.head.draws },
    cell: (arm, { scenario, model, draw }) => {
      if (draw > sides[arm].draws) return undefined;
      const other = sides[arm === 'base' ? 'head' : 'base'];
      const own = sides[arm].cells.get(scenario)?.get(model);
      const theirs = other.cells.get(scenario)?.get(model);
      if (own === undefined && theirs === undefined) return undefined;
      const found = own?.[draw - 1];
      if (found !== undefined) return found;
      // Both sides have this draw elsewhere and neither has it here, so it was never asked for.
      const isOpenOnBoth = draw <= other.draws && draw > (theirs?.length ?? 0) && draw > (own?.length ?? 0);
      return isOpenOnBoth ? undefined : 'missing';
    },
  };
}

function readSide({ rows, missing }: OutcomeRows, names: ReadonlyMap<string, string>): Side {
  const items = [...rows, ...missing].filter(({ model }) => names.has(model));
  const lists = new Map<string, Map<string, Map<string, OutcomeRow | undefined>>>();
  let count = 0;
  for (const item of items) {
    const models = lists.get(item.scenario) ?? new Map<string, Map<string, OutcomeRow | undefined>>();
    const model = names.get(item.model)!;
    const own = models.get(model) ?? new Map<string, OutcomeRow | undefined>();
    if (own.size === 0) count += 1;
    // Where a harness asked again after an error, the outcome counts and the error does not.
    if ('problematic' in item) own.set(item.replicate, item);
    else if (!own.has(item.replicate)) own.set(item.replicate, undefined);
    lists.set(item.scenario, models.set(model, own));
  }
  const labels = [...new Set(items.map(({ replicate }) => replicate))].sort(byNumber);
  const isShared = items.length >= (labels.length * count) / 2;
  let draws = 0;
  const cells = new Map<string, Map<string, Draws>>();
  for (const [scenario, models] of lists) {
    const own = new Map<string, Draws>();
    for (const [model, list] of models) {
      const placed = isShared ? byLabel(list, labels) : byRank(list);
      draws = Math.max(draws, placed.length);
      own.set(model, placed);
    }
    cells.set(scenario, own);
  }
  return { cells, draws };
}

/** Where scenarios share the names of their draws, draws of one name belong together. */
function byLabel(own: ReadonlyMap<string, OutcomeRow | undefined>, labels: readonly string[]): Draws {
  const last = labels.findLastIndex((label) => own.has(label));
  return labels.slice(0, last + 1).map((label) => own.get(label));
}

/** Where every row has a name of its own (such as the id of a run), draws are numbered in order. */
function byRank(own: ReadonlyMap<string, OutcomeRow | undefined>): Draws {
  return [...own].sort(([a], [b]) => byNumber(a, b)).map(([, row]) => row);
}

function byNumber(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return a < b ? -1 : Number(a > b);
}
