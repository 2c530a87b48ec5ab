// Granularity gaps: very different answers all pass, so the spec cannot tell the better from the worse.
import { HIGH_DISAGREEMENT } from '../scenarios/disagreement.ts';
import { groundsOf } from './findings-citations.ts';
import { createClauseTally, type Pattern } from './findings-patterns.ts';
import type { StudyRows } from './study/study-data.ts';

/**
 * By clause: scenarios of high disagreement (D of 1.5 or more) on which every answer passes in every draw. The clause is
 * one that most answers' rulings rest on, or a linked one where citations were not recorded. Tested: the clause's scenarios
 * of high disagreement.
 */
export function findGranularityGaps(rows: StudyRows): readonly Pattern[] {
  const tally = createClauseTally();
  let recorded = false;
  for (const [scenario, draws] of rows) {
    if ((draws[0]!.disagreements['all'] ?? 0) < HIGH_DISAGREEMENT) continue;
    const responses = draws.flatMap((row) => row.responses.map((response) => ({ row, response })));
    if (responses.length < 2 || responses.some(({ response }) => response.problematic === 'missing')) continue;
    const isCited = responses.some(({ response }) => response.rulings.some(({ clauses }) => clauses !== undefined));
    recorded ||= isCited;
    const clauses = isCited
      ? mostCited(responses.map(({ row, response }) => groundsOf(response, row)))
      : draws[0]!.clauses;
    const allPass = responses.every(({ response }) => response.problematic === false);
    for (const clause of clauses) tally.add([clause], scenario, allPass);
  }
  return tally.entries().map((entry) => {
    return { ...entry, clauses: [entry.clauses[0]!], basis: recorded ? 'cited' : 'linked' };
  });
}

/** Clauses in more than half of the lists. */
function mostCited(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].filter(
    (clause) => 2 * lists.filter((list) => list.includes(clause)).length > lists.length,
  );
}
