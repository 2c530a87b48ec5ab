// Contradictions: two clauses pull apart, so that every answer breaks one of them.
import { groundsOf } from './citations.ts';
import { createClauseTally, type Pattern } from './patterns.ts';
import { ruledGroupOf } from '../model-group.ts';
import { rowsIn, type StudyResponse, type StudyRows } from '../../analysis/evidence/study-data.ts';

/**
 * A pair of clauses, on scenarios where every model's answer is ruled against: some answers for the one clause and not the
 * other, some the other way round. Without recorded citations it is a pair of linked clauses on scenarios where every
 * answer is ruled against. Tested: scenarios with a full set of majorities on which both clauses were the ground of some
 * ruling, or linked. Models that judges were never asked about do not count.
 */
export function findContradictions(rows: StudyRows): readonly Pattern[] {
  const cited = createClauseTally();
  const linked = createClauseTally();
  const { models } = ruledGroupOf(rows);
  for (const row of rowsIn(rows)) {
    const responses = row.responses.filter(({ model }) => models.includes(model));
    if (responses.length < 2 || responses.some(({ problematic }) => problematic === 'missing')) continue;
    const allFail = responses.every(({ problematic }) => problematic === true);
    if (responses.some(({ rulings }) => rulings.some(({ clauses }) => clauses !== undefined))) {
      const grounds = responses.map((response) => ({ response, clauses: new Set(groundsOf(response, row)) }));
      const named = [...new Set(grounds.flatMap(({ clauses }) => [...clauses]))].sort();
      for (const pair of pairUp(named)) cited.add(pair, row.scenario, allFail && pullsApart(grounds, pair));
    } else {
      for (const pair of pairUp([...row.clauses].sort())) linked.add(pair, row.scenario, allFail);
    }
  }
  return [
    ...cited.entries().map((entry) => ({ ...entry, clauses: asPair(entry.clauses), basis: 'cited' as const })),
    ...linked.entries().map((entry) => ({ ...entry, clauses: asPair(entry.clauses), basis: 'linked' as const })),
  ];
}

function pullsApart(
  grounds: readonly { readonly response: StudyResponse; readonly clauses: ReadonlySet<string> }[],
  [one, other]: readonly [string, string],
): boolean {
  const breaks = (clause: string, not: string): boolean =>
    grounds.some(({ clauses }) => clauses.has(clause) && !clauses.has(not));
  return breaks(one, other) && breaks(other, one);
}

function pairUp(clauses: readonly string[]): readonly (readonly [string, string])[] {
  return clauses.flatMap((one, index) => clauses.slice(index + 1).map((other) => [one, other] as const));
}

function asPair(clauses: readonly string[]): readonly [string, string] {
  return [clauses[0]!, clauses[1]!];
}
