// What a report remarks on whatever the verdict: simulations, cosmetic edits, suggested scenarios, moved models, odd spec text.
import { findOneSided } from '../../analysis/one-sided-judges.ts';
import { fewNames } from '../../core/few-names.ts';
import { isSimulated } from '../../models/provider-kind.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import type { ModelRef } from '../../models/model.ts';
import { isLocal } from '../../models/provider.ts';
import { beginsWithThoughts } from '../../models/thoughts.ts';
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

/** Notices, or warnings where an answer or a judge may not mean what it seems to; in a fixed order. */
export function standingNotes(parts: NotedParts): readonly Finding[] {
  const simulated = simulatedModels(parts.comparison);
  const cosmetic = parts.changes.filter((change) => !isSubstantive(change) && change.kind !== 'unseen').length;
  const { suggested, named } = countUnlinked(parts.selected);
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
    ...[...named].map(([clause, scenarios]) =>
      createFinding({ code: 'namedClauses', args: { clause, scenarios }, clause, severity: 'notice' }),
    ),
    ...recordedAnswers(parts),
    ...modelDrift(parts),
    ...oneSidedJudges(parts),
    ...thoughtsInAnswers(parts),
    ...specTextNotes(parts.changes),
  ];
}

/** By changed clause, scenarios that are judged with it and not linked to it. */
function countUnlinked(
  selected: NotedParts['selected'],
): Readonly<Record<'suggested' | 'named', ReadonlyMap<string, number>>> {
  const counts = { suggested: new Map<string, number>(), named: new Map<string, number>() };
  for (const { reason } of selected) {
    if (reason.kind === 'linked') continue;
    const own = counts[reason.kind];
    own.set(reason.clause, (own.get(reason.clause) ?? 0) + 1);
  }
  return counts;
}

/** How many of the answers asked for the recorded ones could give, counted from the cells. */
function recordedAnswers({ comparison, cells }: NotedParts): readonly Finding[] {
  const recorded = new Map(
    comparison.slots.flatMap(({ base, head }) =>
      [base, head].flatMap(({ ref, recorded: answers }) => (answers === undefined ? [] : [[ref.id, answers] as const])),
    ),
  );
  if (recorded.size === 0) return [];
  const draws = new Map<string, Set<string>>();
  for (const cell of cells) {
    const model = respondentOf(comparison, cell);
    if (!recorded.has(model)) continue;
    const place = JSON.stringify([cell.scenario, model]);
    draws.set(place, (draws.get(place) ?? new Set()).add(`${cell.stage} ${cell.draw}`));
  }
  const [fewer, none, all] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let asked = 0;
  for (const [place, own] of draws) {
    const [scenario, model] = JSON.parse(place) as [string, string];
    const there = recorded.get(model)!.to(scenario).length;
    all.add(scenario);
    asked = Math.max(asked, own.size);
    if (there === 0) none.add(scenario);
    else if (there < own.size) fewer.add(scenario);
  }
  const args = {
    models: [...recorded.keys()].sort(),
    scenarios: all.size,
    fewer: fewer.size,
    none: none.size,
    asked,
  };
  return [createFinding({ code: 'recordedAnswers', args, severity: none.size > 0 ? 'warning' : 'notice' })];
}

function oneSidedJudges({ comparison, cells }: NotedParts): readonly Finding[] {
  const judges = comparison.judges.map(({ id }) => id);
  return findOneSided(cells, judges).map((args) =>
    createFinding({ code: 'judgeOneSided', args: { ...args }, severity: 'warning' }),
  );
}

/** Judges read an answer as it came: whether users are shown the thoughts in it is for the application to say. */
function thoughtsInAnswers({ comparison, cells }: NotedParts): readonly Finding[] {
  const counts = new Map<string, { answers: number; thoughtful: number }>();
  for (const cell of cells) {
    if (cell.responseText === undefined) continue;
    const model = respondentOf(comparison, cell);
    const { answers, thoughtful } = counts.get(model) ?? { answers: 0, thoughtful: 0 };
    const more = beginsWithThoughts(cell.responseText) ? 1 : 0;
    counts.set(model, { answers: answers + 1, thoughtful: thoughtful + more });
  }
  return [...counts].flatMap(([model, { answers, thoughtful }]) =>
    thoughtful === 0
      ? []
      : [createFinding({ code: 'thoughtsInAnswers', args: { model, answers, thoughtful }, severity: 'warning' })],
  );
}

function modelDrift({ comparison, cells }: NotedParts): readonly Finding[] {
  const returned = new Map<string, Set<string>>();
  const note = (model: string, returnedModel: string | undefined): void => {
    returned.set(model, (returned.get(model) ?? new Set()).add(returnedModel ?? model));
  };
  for (const cell of cells) {
    if (cell.responseText !== undefined) note(respondentOf(comparison, cell), cell.returnedModel);
    for (const judgment of cell.judgments)
      if (judgment.status === 'ruled') note(judgment.judge, judgment.returnedModel);
  }
  const refs = everyone(comparison);
  return [...returned].flatMap(([model, ids]) => {
    const ref = refs.find(({ id }) => id === model);
    // One name for the model that was asked is normal. Several names are reported, and so is a name that shares nothing
    // with the one asked for.
    const isNews = ids.size > 1 || (ref !== undefined && [...ids].some((id) => isStranger(id, ref)));
    const args = { model, returned: fewNames([...ids].filter((id) => id !== model)) };
    return isNews ? [createFinding({ code: 'modelDrift', args, severity: 'notice' })] : [];
  });
}

/** Whether a vendor names a model that shares no name with the one asked for. Local servers call their models anything. */
function isStranger(returned: string, { id, model, origin }: ModelRef): boolean {
  if (returned === id || isLocal(origin)) return false;
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const last = plain(model.split('/').at(-1)!);
  return !plain(returned).includes(last) && !last.includes(plain(returned));
}

function everyone({ slots, judges, classifier }: Comparison): readonly ModelRef[] {
  return [
    ...slots.flatMap(({ base, head }) => [base.ref, head.ref]),
    ...judges,
    ...(classifier === undefined ? [] : [classifier]),
  ];
}

/** Ids of everyone who took part and is simulated. */
export function simulatedModels(comparison: Comparison): readonly string[] {
  const simulated = everyone(comparison).filter(isSimulated);
  return [...new Set(simulated.map(({ id }) => id))];
}
