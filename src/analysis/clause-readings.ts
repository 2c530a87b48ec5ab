// For each clause, how often two judges who both cite it rule oppositely on the same answer: on each side, and judge by
// judge.
import type { Arm, Cell } from '../evaluation/cell.ts';
import { judgePairs } from './shared-readings.ts';

/** Pairs of rulings on one answer: `rests` counts those that both cite the clause, `parts` those of them that rule oppositely. */
export interface ReadingCount {
  readonly rests: number;
  readonly parts: number;
}

export interface ClauseReading {
  readonly clause: string;
  readonly sides: Readonly<Record<Arm, ReadingCount>>;
  readonly pairs: readonly {
    readonly judges: readonly [string, string];
    readonly sides: Readonly<Record<Arm, ReadingCount>>;
  }[];
  /** Answers on which a pair parts on the head, most of them first; at most five scenarios. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 5;

type Counts = Record<Arm, { rests: number; parts: number }>;

/**
 * Every clause that two judges rest on together, those that part most often on the head first. `panel` gives the judges in
 * order; `reportedAs` the id a clause is reported under, for one that the change renames.
 */
export function tabulateReadings(
  cells: readonly Cell[],
  { panel, reportedAs }: { readonly panel: readonly string[]; readonly reportedAs: (clause: string) => string },
): readonly ClauseReading[] {
  const found = new Map<string, { sides: Counts; pairs: Map<string, Counts>; examples: Map<string, number> }>();
  const rank = new Map(panel.map((judge, index) => [judge, index]));
  for (const cell of cells) {
    const pairs = judgePairs(cell, panel.length);
    if (pairs === 'missing') continue;
    for (const { judges, clauses, isSplit } of pairs) {
      const pair = [...judges].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)).join('\n');
      for (const clause of new Set(clauses.map(reportedAs))) {
        const own = found.get(clause) ?? { sides: noCounts(), pairs: new Map<string, Counts>(), examples: new Map() };
        found.set(clause, own);
        const ofPair = own.pairs.get(pair) ?? noCounts();
        own.pairs.set(pair, ofPair);
        for (const counts of [own.sides, ofPair]) {
          counts[cell.arm].rests += 1;
          if (isSplit) counts[cell.arm].parts += 1;
        }
        if (isSplit && cell.arm === 'head') {
          own.examples.set(cell.scenario, (own.examples.get(cell.scenario) ?? 0) + 1);
        }
      }
    }
  }
  return [...found]
    .map(([clause, { sides, pairs, examples }]): ClauseReading => ({
      clause,
      sides,
      pairs: [...pairs]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([names, ofPair]) => ({ judges: names.split('\n') as [string, string], sides: ofPair })),
      examples: [...examples]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, MOST_EXAMPLES)
        .map(([scenario]) => scenario),
    }))
    .sort((a, b) => b.sides.head.parts - a.sides.head.parts || (a.clause < b.clause ? -1 : 1));
}

function noCounts(): Counts {
  return { base: { rests: 0, parts: 0 }, head: { rests: 0, parts: 0 } };
}
