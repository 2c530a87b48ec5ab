// Activation conflicts: judges cite different clauses for opposite rulings on one answer, so no rule says which clause wins.
import type { Arm, Cell } from '../../evaluation/cell.ts';
import { findConflicts, type ClauseConflict } from '../../analysis/conflicts.ts';
import type { Pattern } from './patterns.ts';
import { pairResponses } from '../pair-responses.ts';
import { rowsIn, type StudyData, type StudyResponse, type StudyRows } from '../../analysis/evidence/study-data.ts';

/** Pairs of clauses, (cited against, cited for); a pair seen both ways round is the one seen in more scenarios. */
export function findActivationConflicts(
  { before }: Pick<StudyData, 'before'>,
  conflicts: readonly ClauseConflict[],
): readonly Pattern[] {
  const pairs = new Map<string, Pattern>();
  for (const { against, favour, scenarios, tested, examples } of conflicts) {
    const pair = JSON.stringify([against, favour].sort());
    if (pairs.has(pair) || scenarios.head === 0) continue;
    pairs.set(pair, {
      clauses: [against, favour],
      scenarios: scenarios.head,
      tested,
      examples,
      basis: 'cited',
      ...(before !== undefined && { before: scenarios.base }),
    });
  }
  return [...pairs.values()];
}

/**
 * Every pair of clauses in conflict: the matrix. The arm under study is `head`, the other one `base`; where both are there,
 * only what was drawn on both is counted, or the arm with more draws would show more.
 */
export function listConflicts({ rows, before }: Pick<StudyData, 'rows' | 'before'>): readonly ClauseConflict[] {
  return findConflicts(before === undefined ? cellsOf(rows) : pairedCells(before, rows));
}

function cellsOf(rows: StudyRows): readonly Cell[] {
  const cells: Cell[] = [];
  for (const { scenario, responses } of rowsIn(rows)) {
    for (const response of responses) if (isCited(response)) cells.push(toCell(response, { scenario, arm: 'head' }));
  }
  return cells;
}

function pairedCells(before: StudyRows, rows: StudyRows): readonly Cell[] {
  return [...pairResponses(before, rows)].flatMap(({ scenario, before: base, after: head }) => [
    toCell(base, { scenario, arm: 'base' }),
    toCell(head, { scenario, arm: 'head' }),
  ]);
}

/** Responses without recorded citations show no conflict, and a bank has a million of them. */
function isCited({ rulings }: StudyResponse): boolean {
  return rulings.some(({ clauses }) => clauses !== undefined);
}

function toCell(
  { model, rulings, fullPanel, problematic }: StudyResponse,
  place: { readonly scenario: string; readonly arm: Arm },
): Cell {
  const judgments = rulings.map(({ judge, ruling, clauses = [] }) => {
    return { status: 'ruled', judge, ruling, clauses, reasoning: '' } as const;
  });
  return { ...place, model, stage: 'screen', draw: 1, response: '', judgments, audited: fullPanel, problematic };
}
