// A scored bank as study data: one row a scenario, with the rulings and scores that `bank score` or an import left in it.
import { isProblematic } from '../../evaluation/ruling.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Scored } from '../../scenarios/scored.ts';
import { groupByScenario, type StudyData, type StudyResponse, type StudyRow } from './study-data.ts';

export interface StudyBankOptions extends Pick<StudyData, 'places' | 'categories'> {
  /** Whether a model, judge or classifier is a simulation. */
  readonly isSimulated: (id: string) => boolean;
}

/**
 * Takes scenario after scenario and keeps figures only, so that a bank too large for memory can be studied. Scenarios
 * without a `scored` block have no responses and are left out.
 */
export async function studyBank(
  scenarios: AsyncIterable<Scenario> | Iterable<Scenario>,
  { isSimulated, places, categories }: StudyBankOptions,
): Promise<StudyData> {
  const rows: StudyRow[] = [];
  let simulated = false;
  for await (const scenario of scenarios) {
    const row = rowOf(scenario);
    if (row.responses.length > 0) rows.push(row);
    simulated ||= scorersOf(scenario).some(isSimulated);
  }
  return { source: 'bank', simulated, rows: groupByScenario(rows), places, categories };
}

/** Everybody who had a part in the scenario's figures, as far as it says. */
function scorersOf({ scored }: Scenario): readonly string[] {
  const { models = [], judges = [], classifier } = scored?.provenance ?? {};
  return [...models, ...judges, ...(classifier === undefined ? [] : [classifier])];
}

function rowOf({ id, clauses, topics, value1, value2, disagreement, scored = {} }: Scenario): StudyRow {
  const models = new Set([...Object.keys(scored.scores ?? {}), ...Object.keys(scored.compliance ?? {})]);
  return {
    scenario: id,
    draw: '',
    clauses,
    topics,
    ...(value1 === undefined || value2 === undefined ? {} : { value1, value2 }),
    disagreements: disagreementsIn(scored, disagreement),
    responses: [...models].map((model) => responseOf(model, scored)),
  };
}

/** What the bank states, else what its scores give. A bare `disagreement` is that of all models unless a subset is named. */
function disagreementsIn({ scores, disagreements }: Scored, disagreement?: number): Readonly<Record<string, number>> {
  if (disagreements !== undefined && Object.keys(disagreements).length > 0) return disagreements;
  const computed = scores === undefined ? {} : disagreementsBySubset(scores);
  if (Object.keys(computed).length > 0) return computed;
  return disagreement === undefined ? {} : { all: disagreement };
}

function responseOf(model: string, { scores, responseTypes, compliance }: Scored): StudyResponse {
  const rulings = Object.entries(compliance?.[model] ?? {}).map(([judge, ruling]) => ({ judge, ruling }));
  const position = scores?.[model];
  const responseType = responseTypes?.[model];
  return {
    model,
    rulings,
    fullPanel: true,
    problematic: isProblematic(
      rulings.map(({ judge, ruling }) => ({ status: 'ruled', judge, ruling, clauses: [], reasoning: '' })),
    ),
    ...(position === undefined ? {} : { scores: { value1: position.value1, value2: position.value2 } }),
    ...(responseType === undefined ? {} : { responseType }),
  };
}
