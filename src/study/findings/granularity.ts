// Granularity gaps: very different answers all pass, so the spec cannot tell the better from the worse.
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import { groundsOf } from './citations.ts';
import { createClauseTally, type Pattern } from './patterns.ts';
import { disagreementOn, ruledPanelOf } from '../panel.ts';
import type { StudyRows } from '../../analysis/evidence/study-data.ts';

/**
 * By clause: scenarios of high disagreement (D of 1.5 or more) on which every answer passes in every draw. The clause is
 * one that most answers' rulings rest on, or a linked one where citations were not recorded. Tested: the clause's scenarios
 * of high disagreement. Models that judges were never asked about do not count, nor does their part in D where it is known
 * without them.
 */
export function findGranularityGaps(rows: StudyRows): readonly Pattern[] {
  const tally = createClauseTally();
  let recorded = false;
  const panel = ruledPanelOf(rows);
  for (const [scenario, draws] of rows) {
    const row = draws[0]!;
    const disagreement = disagreementOn(row, panel) ?? row.disagreements['all'] ?? 0;
    if (disagreement < HIGH_DISAGREEMENT) continue;
    const responses = draws.flatMap((draw) =>
      draw.responses.filter(({ model }) => panel.models.includes(model)).map((response) => ({ draw, response })),
    );
    if (responses.length < 2 || responses.some(({ response }) => response.problematic === 'missing')) continue;
    const isCited = responses.some(({ response }) => response.rulings.some(({ clauses }) => clauses !== undefined));
    recorded ||= isCited;
    const clauses = isCited ? mostCited(responses.map(({ draw, response }) => groundsOf(response, draw))) : row.clauses;
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
