// What a report remarks on whatever the verdict: simulations, cosmetic edits, suggested scenarios, moved models, odd spec text.
import { isSimulated } from '../../models/provider-kind.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { SelectedScenario } from '../../scenarios/selection/select.ts';
import { isSubstantive, type ClauseChange } from '../../spec/change.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';
import { respondentOf } from './report-outliers.ts';
import { specTextNotes } from './spec-text-notes.ts';

export interface NotedParts {
  readonly comparison: Comparison;
  readonly changes: readonly ClauseChange[];
  readonly selected: readonly SelectedScenario[];
  readonly cells: readonly EvaluatedCell[];
}

export function standingNotes(parts: NotedParts): readonly Finding[] {
  const simulated = simulatedModels(parts.comparison);
  const cosmetic = parts.changes.filter((change) => !isSubstantive(change) && change.kind !== 'unseen').length;
  const suggested = new Map<string, number>();
  for (const { reason } of parts.selected) {
    if (reason.kind === 'suggested') suggested.set(reason.clause, (suggested.get(reason.clause) ?? 0) + 1);
  }
  return [
    ...(simulated.length === 0
      ? []
      : [createFinding({ code: 'simulated', args: { models: simulated }, severity: 'notice' })]),
    ...(cosmetic === 0
      ? []
      : [createFinding({ code: 'cosmeticOnly', args: { changes: cosmetic }, severity: 'notice' })]),
    ...[...suggested].map(([clause, scenarios]) =>
      createFinding({ code: 'suggestedLinks', args: { clause, scenarios }, clause, severity: 'notice' }),
    ),
    ...modelDrift(parts),
    ...specTextNotes(parts.changes),
  ];
}

function modelDrift({ comparison, cells }: NotedParts): readonly Finding[] {
  const returned = new Map<string, Set<string>>();
  const note = (model: string, returnedModel: string | undefined): void => {
    if (returnedModel !== undefined) returned.set(model, (returned.get(model) ?? new Set()).add(returnedModel));
  };
  for (const cell of cells) {
    note(respondentOf(comparison, cell), cell.returnedModel);
    for (const judgment of cell.judgments)
      if (judgment.status === 'ruled') note(judgment.judge, judgment.returnedModel);
  }
  return [...returned].map(([model, ids]) =>
    createFinding({ code: 'modelDrift', args: { model, returned: [...ids].sort() }, severity: 'notice' }),
  );
}

/** Ids of everyone who took part and is simulated. */
export function simulatedModels(comparison: Comparison): readonly string[] {
  const { slots, judges, classifier } = comparison;
  const all = [
    ...slots.flatMap(({ base, head }) => [base.ref, head.ref]),
    ...judges,
    ...(classifier === undefined ? [] : [classifier]),
  ];
  return [...new Set(all.filter(isSimulated).map(({ id }) => id))];
}
