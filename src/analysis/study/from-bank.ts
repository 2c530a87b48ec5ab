// A scored bank as study data: one row a scenario, with the rulings and scores that `bank score` or an import left in it.
import { isProblematic } from '../../evaluation/ruling.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Scored } from '../../scenarios/scored.ts';
import type { StudyData, StudyResponse, StudyRow } from './study-data.ts';

/** Scenarios without a `scored` block have no responses and are left out. `simulated` is for the caller to know. */
export function studyBank(
  scenarios: readonly Scenario[],
  { simulated, places, categories }: Pick<StudyData, 'simulated' | 'places' | 'categories'>,
): StudyData {
  const rows = scenarios.flatMap((scenario) => {
    const row = rowOf(scenario);
    return row.responses.length === 0 ? [] : [row];
  });
  return { source: 'bank', simulated, rows, places, categories };
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
