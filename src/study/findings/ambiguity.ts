// Interpretive ambiguity: judges who rest on the same clause rule opposite ways on the same answer.
import { citedBy } from './citations.ts';
import { createClauseTally, type Pattern } from './patterns.ts';
import { LEAST_SHARE_OF_RESPONSES } from './thresholds.ts';
import { addToList } from '../../analysis/evidence/lists-by-key.ts';
import { isAgainst, responsesIn, type StudyRow, type StudyRows } from '../../analysis/evidence/study-data.ts';

/**
 * By clause: scenarios in which at least half of the responses that two judges or more rule on by that clause are ruled on
 * both ways. Tested: scenarios with such a response.
 */
export function findAmbiguities(rows: StudyRows): readonly Pattern[] {
  const tally = createClauseTally();
  for (const [scenario, draws] of rows) {
    for (const [clause, splits] of splitsByClause(draws)) {
      const split = splits.filter(Boolean).length;
      tally.add([clause], scenario, split >= LEAST_SHARE_OF_RESPONSES * splits.length);
    }
  }
  const recorded = hasCitations(rows);
  return tally.entries().map((entry) => {
    return { ...entry, clauses: [entry.clauses[0]!], basis: recorded ? 'cited' : 'linked' };
  });
}

/** Clause -> for each response that two judges rule on by it, whether they rule both ways. */
function splitsByClause(draws: readonly StudyRow[]): ReadonlyMap<string, readonly boolean[]> {
  const splits = new Map<string, boolean[]>();
  for (const row of draws) {
    for (const { rulings } of row.responses) {
      const sides = new Map<string, boolean[]>();
      for (const ruling of rulings) {
        for (const clause of citedBy(ruling, row)) addToList(sides, clause, isAgainst(ruling));
      }
      for (const [clause, side] of sides) {
        if (side.length > 1) addToList(splits, clause, side.includes(true) && side.includes(false));
      }
    }
  }
  return splits;
}

function hasCitations(rows: StudyRows): boolean {
  for (const { rulings } of responsesIn(rows)) if (rulings.some(({ clauses }) => clauses)) return true;
  return false;
}
