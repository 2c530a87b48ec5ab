// Which clauses are contested: those on whose scenarios the models disagree most, by the scores in the bank.
import { mean } from '../stats/mean.ts';
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

/** With fewer scored scenarios a clause is not ranked. */
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
      level: mean(own),
      scenarios: own.length,
    }))
    .sort((a, b) => b.level - a.level || (a.clause < b.clause ? -1 : 1));
  if (levels.length < FEWEST_CLAUSES) return [];
  return levels
    .slice(0, Math.floor(levels.length / 4))
    .map((one, index) => ({ ...one, rank: index + 1, of: levels.length }));
}
