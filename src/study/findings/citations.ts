// Which clauses a ruling, or the panel's majority, rests on.
import { isAgainst, type StudyResponse, type StudyRow, type StudyRuling } from '../../analysis/evidence/study-data.ts';

/**
 * The clauses a ruling cites. Where citations were not recorded (a bank), a scenario that is linked to one clause only
 * leaves no doubt which it is; otherwise none is named.
 */
export function citedBy({ clauses }: StudyRuling, row: StudyRow): readonly string[] {
  return clauses ?? (row.clauses.length === 1 ? row.clauses : []);
}

/** The clauses that most of those rest on who ruled with the majority; none where there is no majority. */
export function groundsOf({ rulings, problematic }: StudyResponse, row: StudyRow): readonly string[] {
  if (problematic === 'missing') return [];
  const side = rulings.filter((ruling) => isAgainst(ruling) === problematic);
  const cited = side.map((ruling) => citedBy(ruling, row));
  return [...new Set(cited.flat())].filter(
    (clause) => 2 * cited.filter((list) => list.includes(clause)).length > side.length,
  );
}
