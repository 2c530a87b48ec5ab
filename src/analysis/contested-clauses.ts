// Which clauses cover contested ground: those on whose scenarios models part most, by the bank's own scores.
import type { Scenario } from '../scenarios/scenario.ts';

export interface ContestedClause {
  readonly clause: string;
  /** Mean D of its scenarios in the bank. */
  readonly level: number;
  readonly scenarios: number;
  /** From 1, the most contested, among `of` clauses with enough scored scenarios. */
  readonly rank: number;
  readonly of: number;
}

/** Fewer scored scenarios than this say little of a clause; fewer clauses than that have no upper quarter. */
const FEWEST_SCENARIOS = 3;
const FEWEST_CLAUSES = 4;

/** The upper quarter of the clauses by mean D, the most contested first. */
export function findContestedClauses(scenarios: Iterable<Scenario>): readonly ContestedClause[] {
  const found = new Map<string, number[]>();
  for (const { clauses, disagreement } of scenarios) {
    if (disagreement === undefined) continue;
    for (const clause of new Set(clauses)) {
      const own = found.get(clause) ?? [];
      found.set(clause, own);
      own.push(disagreement);
    }
  }
  const levels = [...found]
    .filter(([, own]) => own.length >= FEWEST_SCENARIOS)
    .map(([clause, own]) => ({
      clause,
      level: own.reduce((total, value) => total + value, 0) / own.length,
      scenarios: own.length,
    }))
    .sort((a, b) => b.level - a.level || (a.clause < b.clause ? -1 : 1));
  if (levels.length < FEWEST_CLAUSES) return [];
  return levels
    .slice(0, Math.floor(levels.length / 4))
    .map((one, index) => ({ ...one, rank: index + 1, of: levels.length }));
}
