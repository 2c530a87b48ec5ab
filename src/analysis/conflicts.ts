// Activation conflicts: judges cite different clauses for opposite rulings on one response, so no rule says which clause wins.
import type { Arm, Cell } from '../evaluation/cell.ts';

export interface ClauseConflict {
  /** Cited only by those who ruled against the response, and only by those who ruled for it. */
  readonly against: string;
  readonly favour: string;
  readonly responses: Readonly<Record<Arm, number>>;
  readonly scenarios: Readonly<Record<Arm, number>>;
  /** Scenarios in which any judge cited either clause, on either side. */
  readonly tested: number;
  /** Scenarios with the conflict, those with the most head responses first; at most five. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 5;

/** One response on which judges cite two different clauses for opposite rulings. */
interface Sighting {
  readonly against: string;
  readonly favour: string;
  readonly arm: Arm;
  readonly scenario: string;
}

/** Every pair of clauses in conflict on either side; the pair seen in the most head scenarios comes first. */
export function findConflicts(cells: readonly Cell[]): readonly ClauseConflict[] {
  const cited = citedIn(cells);
  const pairs = new Map<string, Sighting[]>();
  for (const sighting of cells.flatMap(sightingsIn)) {
    const pair = JSON.stringify([sighting.against, sighting.favour]);
    const sightings = pairs.get(pair);
    if (sightings === undefined) pairs.set(pair, [sighting]);
    else sightings.push(sighting);
  }
  return [...pairs.values()].map((sightings) => describe(sightings, cited)).sort(byWeight);
}

/** Whether judges cite one of the two clauses, and not the other, for opposite rulings on this answer. */
export function isTorn(cell: Cell, [one, other]: readonly string[]): boolean {
  return tornBetween(cell).some(
    ({ against, favour }) => (against === one && favour === other) || (against === other && favour === one),
  );
}

/** Pairs of clauses that the judges of one answer are torn between, each in order of name, whichever way round. */
export function conflictsIn(cell: Pick<Cell, 'judgments'>): readonly (readonly [string, string])[] {
  return tornBetween(cell).map(({ against, favour }) => (against < favour ? [against, favour] : [favour, against]));
}

function sightingsIn(cell: Cell): readonly Sighting[] {
  const { arm, scenario } = cell;
  return tornBetween(cell).map((pair) => ({ ...pair, arm, scenario }));
}

function tornBetween({ judgments }: Pick<Cell, 'judgments'>): readonly Pick<Sighting, 'against' | 'favour'>[] {
  const against = new Set<string>();
  const favour = new Set<string>();
  for (const judgment of judgments) {
    if (judgment.status !== 'ruled') continue;
    for (const clause of judgment.clauses) (judgment.ruling === 'compliant' ? favour : against).add(clause);
  }
  const onlyAgainst = [...against].filter((clause) => !favour.has(clause));
  const onlyFavour = [...favour].filter((clause) => !against.has(clause));
  return onlyAgainst.flatMap((one) => onlyFavour.map((other) => ({ against: one, favour: other })));
}

function citedIn(cells: readonly Cell[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>();
  for (const { scenario, judgments } of cells) {
    for (const judgment of judgments) {
      if (judgment.status !== 'ruled') continue;
      for (const clause of judgment.clauses) {
        const scenarios = cited.get(clause) ?? new Set();
        cited.set(clause, scenarios.add(scenario));
      }
    }
  }
  return cited;
}

function describe(sightings: readonly Sighting[], cited: ReadonlyMap<string, ReadonlySet<string>>): ClauseConflict {
  const { against, favour } = sightings[0]!;
  const on = (arm: Arm): readonly string[] =>
    sightings.filter((one) => one.arm === arm).map(({ scenario }) => scenario);
  const base = on('base');
  const head = on('head');
  const count = (scenario: string, list: readonly string[]): number => list.filter((one) => one === scenario).length;
  const examples = [...new Set([...head, ...base])].sort(
    (a, b) => count(b, head) - count(a, head) || count(b, base) - count(a, base) || (a < b ? -1 : 1),
  );
  return {
    against,
    favour,
    responses: { base: base.length, head: head.length },
    scenarios: { base: new Set(base).size, head: new Set(head).size },
    tested: new Set([...(cited.get(against) ?? []), ...(cited.get(favour) ?? [])]).size,
    examples: examples.slice(0, MOST_EXAMPLES),
  };
}

function byWeight(a: ClauseConflict, b: ClauseConflict): number {
  return (
    b.scenarios.head - a.scenarios.head ||
    b.responses.head - a.responses.head ||
    b.responses.base - a.responses.base ||
    (`${a.against}\n${a.favour}` < `${b.against}\n${b.favour}` ? -1 : 1)
  );
}
