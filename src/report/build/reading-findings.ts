// How the spec reads to its judges: clauses that are read two ways since the change, and scenarios it does not decide.
import { whereDefined } from '../../core/where-defined.ts';
import { pairedCells } from '../../analysis/paired-cells.ts';
import { listAmbiguous } from '../../analysis/ambiguous-scenarios.ts';
import type { Verdict } from '../../decision/decision.ts';
import type { Cell } from '../../evaluation/cell.ts';
import type { ClauseChange } from '../../spec/change.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';
import { placeOf } from './finding-numbers.ts';

export interface ReadingEvidence {
  readonly verdict: Verdict;
  /** Cells of the stage that decided. */
  readonly cells: readonly Cell[];
  readonly changes: readonly ClauseChange[];
}

/** With fewer scenarios than this nothing is reported, unless no more were tested. */
const FEWEST_SCENARIOS = 3;
const MOST_NAMED = 3;

/** Changed clauses on which rulings part more than before, and scenarios whose rulings are mostly "ambiguous". */
export function readingFindings(evidence: ReadingEvidence): readonly Finding[] {
  return [...readTwoWays(evidence), ...ambiguousRulings(evidence)];
}

function readTwoWays({ verdict, changes }: ReadingEvidence): readonly Finding[] {
  return verdict.clauses.flatMap(({ id, interpretation }) => {
    const { status, base, head, change = 0, interval, scenarios = 0 } = interpretation ?? {};
    const isTouched = changes.some((one) => one.id === id);
    if (status !== 'changed' || change <= 0 || base === undefined || head === undefined || !isTouched) return [];
    const range = interval === undefined ? {} : { low: interval[0], high: interval[1] };
    const place = placeOf(id, changes);
    return [
      createFinding({
        code: 'readTwoWays',
        args: { clause: id, base, head, change, ...range, scenarios },
        severity: 'warning',
        clause: id,
        ...whereDefined({ place }),
      }),
    ];
  });
}

function ambiguousRulings({ verdict, cells, changes }: ReadingEvidence): readonly Finding[] {
  // Equal draws: a side with more of them would show more.
  const found = listAmbiguous(pairedCells(cells));
  const [head, base] = (['head', 'base'] as const).map((wanted) => found.filter(({ arm }) => arm === wanted));
  const tested = new Set(cells.flatMap(({ arm, scenario }) => (arm === 'head' ? [scenario] : []))).size;
  if (head === undefined || base === undefined || head.length === 0) return [];
  if (head.length < Math.min(FEWEST_SCENARIOS, tested)) return [];
  const clauses = mostCited(head.map((one) => one.clauses));
  const [first] = clauses;
  const place = first === undefined ? undefined : placeOf(first, changes);
  return [
    createFinding({
      code: 'ambiguousRulings',
      args: {
        scenarios: head.length,
        before: base.length,
        tested,
        clauses,
        examples: head.slice(0, MOST_NAMED).map(({ scenario }) => scenario),
      },
      severity: head.length > base.length && verdict.findings.ambiguity?.isSure === true ? 'warning' : 'notice',
      ...whereDefined({ clause: first, place }),
    }),
  ];
}

/** Of at most three: the clauses that most of the scenarios cite. */
function mostCited(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const clause of list) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NAMED)
    .map(([clause]) => clause);
}
