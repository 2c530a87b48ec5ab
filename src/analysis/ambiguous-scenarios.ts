// Scenarios on which judges find that the spec does not say: their rulings are "ambiguous".
import type { Arm, Cell } from '../evaluation/cell.ts';

export interface AmbiguousScenario {
  readonly scenario: string;
  readonly arm: Arm;
  /** How many of the `rulings` are ambiguous. */
  readonly ambiguous: number;
  readonly rulings: number;
  /** Cited with them, most often first. */
  readonly clauses: readonly string[];
}

/** Half of a side's rulings on a scenario, or more, are ambiguous; two rulings at least. In the order of arm and scenario. */
export function listAmbiguous(cells: readonly Cell[]): readonly AmbiguousScenario[] {
  const places = new Map<string, { arm: Arm; scenario: string; ambiguous: number; rulings: number; cited: string[] }>();
  for (const { scenario, arm, judgments } of cells) {
    const place = `${arm}\n${scenario}`;
    const own = places.get(place) ?? { arm, scenario, ambiguous: 0, rulings: 0, cited: [] };
    places.set(place, own);
    for (const judgment of judgments) {
      if (judgment.status !== 'ruled') continue;
      own.rulings += 1;
      if (judgment.ruling !== 'ambiguous') continue;
      own.ambiguous += 1;
      own.cited.push(...judgment.clauses);
    }
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { cited, ...own }]) =>
      own.rulings >= 2 && 2 * own.ambiguous >= own.rulings ? [{ ...own, clauses: byFrequency(cited) }] : [],
    );
}

function byFrequency(items: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([item]) => item);
}
