// Activation conflicts: judges cite different clauses for opposite rulings on one answer, so no rule says which clause wins.
import type { Arm, Cell } from '../evaluation/cell.ts';
import { findConflicts, type ClauseConflict } from './conflicts.ts';
import type { Pattern } from './findings-patterns.ts';
import { rowsIn, type StudyData, type StudyResponse, type StudyRows } from './study/study-data.ts';

/** Pairs of clauses, (cited against, cited for); a pair seen both ways round is the one seen in more scenarios. */
export function findActivationConflicts(data: StudyData): readonly Pattern[] {
  const pairs = new Map<string, Pattern>();
  for (const { against, favour, scenarios, tested, examples } of listConflicts(data)) {
    const pair = JSON.stringify([against, favour].sort());
    if (pairs.has(pair) || scenarios.head === 0) continue;
    pairs.set(pair, {
      clauses: [against, favour],
      scenarios: scenarios.head,
      tested,
      examples,
      basis: 'cited',
      ...(data.before === undefined ? {} : { before: scenarios.base }),
    });
  }
  return [...pairs.values()];
}

/** Every pair of clauses in conflict: the matrix. The arm under study is `head`, the other one `base`. */
export function listConflicts({ rows, before }: Pick<StudyData, 'rows' | 'before'>): readonly ClauseConflict[] {
  return findConflicts([...cellsOf(rows, 'head'), ...(before === undefined ? [] : cellsOf(before, 'base'))]);
}

/** The responses of which citations were recorded: others show no conflict. */
function cellsOf(rows: StudyRows, arm: Arm): readonly Cell[] {
  return [...rowsIn(rows)].flatMap(({ scenario, responses }, index) =>
    responses.filter(isCited).map(({ model, rulings, fullPanel, problematic }): Cell => {
      const judgments = rulings.map(({ judge, ruling, clauses = [] }) => {
        return { status: 'ruled', judge, ruling, clauses, reasoning: '' } as const;
      });
      const place = { scenario, model, arm, stage: 'screen', draw: index + 1, response: '' } as const;
      return { ...place, judgments, audited: fullPanel, problematic };
    }),
  );
}

function isCited({ rulings }: StudyResponse): boolean {
  return rulings.some(({ clauses }) => clauses !== undefined);
}
