// How often a second draw of the same scenario and model gets another ruling.
import { whereDefined } from '../core/where-defined.ts';
import { askedAnyway } from '../evaluation/majority.ts';
import type { Cell } from '../evaluation/cell.ts';

export interface Flips {
  /** Share of pairs of draws whose majority differs; undefined without such a pair. */
  readonly majority?: number;
  /**
   * The same for each judge's own ruling (problematic or not), where it ruled on both and was asked whatever the others said: where
   * others part, answers are hard to rule on, and a judge turns sooner.
   */
  readonly judges: Readonly<Record<string, number>>;
}

/** Cells of one arm. A fresh draw is a fresh response too (but for stored ones), so a flip is not the judge's alone. */
export function measureFlips(cells: readonly Cell[], judges: readonly string[]): Flips {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const place = JSON.stringify([cell.scenario, cell.model]);
    const own = places.get(place);
    if (own === undefined) places.set(place, [cell]);
    else own.push(cell);
  }
  const groups = [...places.values()];
  const majority = flipShare(groups, ({ problematic }) => (problematic === 'missing' ? undefined : problematic));
  const shares = judges.flatMap((judge, rank): [string, number][] => {
    const share = flipShare(groups, (cell) => {
      if (rank >= askedAnyway(judges.length, cell)) return undefined;
      const judgment = cell.judgments.find((one) => one.judge === judge);
      return judgment?.status === 'ruled' ? judgment.ruling !== 'compliant' : undefined;
    });
    return share === undefined ? [] : [[judge, share]];
  });
  return { ...whereDefined({ majority }), judges: Object.fromEntries(shares) };
}

/** Among all pairs of one place's rulings: with b of n problematic, b (n - b) of n (n - 1) / 2 differ. */
function flipShare(
  groups: readonly (readonly Cell[])[],
  read: (cell: Cell) => boolean | undefined,
): number | undefined {
  let differing = 0;
  let pairs = 0;
  for (const group of groups) {
    const rulings = group.map(read).filter((ruling) => ruling !== undefined);
    const bad = rulings.filter(Boolean).length;
    differing += bad * (rulings.length - bad);
    pairs += (rulings.length * (rulings.length - 1)) / 2;
  }
  return pairs === 0 ? undefined : differing / pairs;
}
