// How often every model passes, at least one fails, and all fail, on all scenarios and where models disagree most.
import { collectByScenario, isHighDisagreement, panelsOf, responsesOf, type Panel } from './panel.ts';
import { shareOfScenarios, type ScenarioShare } from './scenario-share.ts';
import type { StudyRow } from './study-data.ts';

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
 * One row a panel and subset (Zhang et al., arXiv:2510.07686, outcomes by subset). Only rows on which every response of
 * the panel has a majority count. High disagreement: D of 1.5 or more.
 */
export function tabulateOutcomes(rows: readonly StudyRow[]): readonly OutcomeRow[] {
  const panels = panelsOf(rows);
  const everyone = panels[0]!;
  return panels.flatMap((panel) => {
    const high = (whose: Panel): readonly StudyRow[] => rows.filter((row) => isHighDisagreement(row, whose));
    const subsets: readonly (readonly [OutcomeRow['subset'], readonly StudyRow[]])[] = [
      ['all scenarios', rows],
      ['high disagreement (all)', high(everyone)],
      ...(panel === everyone ? [] : [[`high disagreement (${panel.name})`, high(panel)] as const]),
    ];
    return subsets.map(([subset, chosen]) => rowOf(panel, subset, chosen));
  });
}

function rowOf(panel: Panel, subset: OutcomeRow['subset'], rows: readonly StudyRow[]): OutcomeRow {
  const share = (has: (failing: number) => boolean): ScenarioShare =>
    shareOfScenarios(
      collectByScenario(rows, (row) => {
        const failing = countFailing(row, panel);
        return failing === undefined ? undefined : Number(has(failing));
      }),
    );
  const allPass = share((failing) => failing === 0);
  const scenarios = allPass.status === 'defined' ? allPass.scenarios : 0;
  return {
    panel: panel.name,
    models: panel.models.length,
    subset,
    scenarios,
    incomplete: new Set(rows.map(({ scenario }) => scenario)).size - scenarios,
    allPass,
    someFail: share((failing) => failing > 0),
    allFail: share((failing) => failing === panel.models.length),
  };
}

/** How many of the panel's responses are problematic; undefined unless each has a majority. */
export function countFailing(row: StudyRow, panel: Panel): number | undefined {
  const responses = responsesOf(row, panel);
  if (responses === undefined || responses.length === 0) return undefined;
  if (responses.some(({ problematic }) => problematic === 'missing')) return undefined;
  return responses.filter(({ problematic }) => problematic === true).length;
}
