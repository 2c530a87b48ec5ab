// How often every model passes, at least one fails, and all fail, on all scenarios and where models disagree most.
import { isHighDisagreement, modelGroupsOf, responsesOf, type ModelGroup } from './model-group.ts';
import { createShareTally, type ScenarioShare } from '../analysis/evidence/scenario-share.ts';
import type { StudyRow, StudyRows } from '../analysis/evidence/study-data.ts';

export interface OutcomeRow {
  /** Whose responses: `all`, or a provider. */
  readonly panel: string;
  readonly models: number;
  /** All scenarios, or those of high disagreement between all models or between the provider's. */
  readonly subset: 'all scenarios' | 'high disagreement (all)' | `high disagreement (${string})`;
  readonly scenarios: number;
  /** Scenarios with no complete row: some response has no majority, so its outcome is unknown. */
  readonly incomplete: number;
  readonly allPass: ScenarioShare;
  readonly someFail: ScenarioShare;
  readonly allFail: ScenarioShare;
}

/**
 * One row a group and subset (Zhang et al., arXiv:2510.07686, outcomes by subset). Only rows on which every response of
 * the group has a majority count. High disagreement: D of 1.5 or more.
 */
export function tabulateOutcomes(rows: StudyRows): readonly OutcomeRow[] {
  const groups = modelGroupsOf(rows);
  const [everyone] = groups;
  return groups.flatMap((group) => {
    const tallies = [
      createOutcomeTally(group, 'all scenarios', () => true),
      createOutcomeTally(group, 'high disagreement (all)', (row) => isHighDisagreement(row, everyone)),
      ...(group === everyone
        ? []
        : [createOutcomeTally(group, `high disagreement (${group.name})`, (row) => isHighDisagreement(row, group))]),
    ];
    for (const draws of rows.values()) {
      const failing = draws.map((row) => countFailing(row, group)).filter((count) => count !== undefined);
      for (const tally of tallies) tally.add(draws[0]!, failing);
    }
    return tallies.map((tally) => tally.row());
  });
}

interface OutcomeTally {
  /** A scenario, by any of its rows, with the failing responses of each draw that is complete. */
  add(row: StudyRow, failing: readonly number[]): void;
  row(): OutcomeRow;
}

function createOutcomeTally(
  { name, models }: ModelGroup,
  subset: OutcomeRow['subset'],
  holds: (row: StudyRow) => boolean,
): OutcomeTally {
  const [allPass, someFail, allFail] = [createShareTally(), createShareTally(), createShareTally()];
  let [scenarios, incomplete] = [0, 0];
  return {
    add(row, failing) {
      if (!holds(row)) return;
      if (failing.length > 0) scenarios += 1;
      else incomplete += 1;
      allPass.add(failing.map((count) => count === 0));
      someFail.add(failing.map((count) => count > 0));
      allFail.add(failing.map((count) => count === models.length));
    },
    row: () => ({
      panel: name,
      models: models.length,
      subset,
      scenarios,
      incomplete,
      allPass: allPass.share(),
      someFail: someFail.share(),
      allFail: allFail.share(),
    }),
  };
}

/** How many of the group's responses are problematic; undefined unless each has a majority. */
export function countFailing(row: StudyRow, group: ModelGroup): number | undefined {
  const responses = responsesOf(row, group);
  if (responses === undefined || responses.length === 0) return undefined;
  if (responses.some(({ problematic }) => problematic === 'missing')) return undefined;
  return responses.filter(({ problematic }) => problematic === true).length;
}
