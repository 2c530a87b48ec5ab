// A scored bank as study data: one row a scenario, with the rulings and scores that `bank score` or an import left in it.
import type { Ruling } from '../core/study-words.ts';
import { isProblematic } from '../evaluation/ruling.ts';
import { disagreementsBySubset } from '../scenarios/disagreement.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Scored } from '../scenarios/scored.ts';
import { createBankRows } from './bank-rows.ts';
import { createPool, createWords } from '../core/pool.ts';
import type { StudyData, StudyResponse, StudyRow } from '../analysis/evidence/study-data.ts';

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
  const rows = createBankRows();
  const readRow = createRowReader();
  let simulated = false;
  for await (const scenario of scenarios) {
    const row = readRow(scenario);
    if (row.responses.length > 0) rows.add(row);
    simulated ||= scorersOf(scenario).some(isSimulated);
  }
  return { source: 'bank', simulated, rows: rows.read(), places, categories };
}

/** The models, judges and classifier behind the scenario's figures, as far as the row names them. */
function scorersOf({ scored }: Scenario): readonly string[] {
  const { models = [], judges = [], classifier } = scored?.provenance ?? {};
  return [...models, ...judges, ...(classifier === undefined ? [] : [classifier])];
}

/** Reads scenarios into rows that share all that is equal in them. */
function createRowReader(): (scenario: Scenario) => StudyRow {
  const word = createWords();
  const verdicts = createPool<Verdict>();
  const responses = createPool<StudyResponse>();
  const responseOf = (model: string, { scores, responseTypes, expressed, compliance }: Scored): StudyResponse => {
    const ruled = compliance?.[model] ?? {};
    const ruling = JSON.stringify(ruled);
    const position = scores?.[model];
    const responseType = responseTypes?.[model];
    const named = expressed?.[model];
    const key = `${ruling}${position?.value1} ${position?.value2} ${responseType} ${JSON.stringify(named)} ${model}`;
    return responses(key, () => ({
      model,
      ...verdicts(ruling, () => verdictOf(ruled)),
      fullPanel: true,
      ...(position !== undefined && { scores: { value1: position.value1, value2: position.value2 } }),
      ...(responseType !== undefined && { responseType: word(responseType) }),
      ...(named !== undefined && { expressed: named.map(word) }),
    }));
  };
  return ({ id, clauses, topics, value1, value2, disagreement, scored = {} }) => {
    const models = new Set([...Object.keys(scored.scores ?? {}), ...Object.keys(scored.compliance ?? {})]);
    return {
      scenario: id,
      draw: '',
      clauses: clauses.map(word),
      topics: topics.map(word),
      ...(value1 !== undefined && value2 !== undefined && { value1: word(value1), value2: word(value2) }),
      disagreements: disagreementsIn(scored, disagreement),
      responses: Array.from(models, (model) => responseOf(model, scored)),
    };
  };
}

type Verdict = Pick<StudyResponse, 'rulings' | 'problematic'>;

function verdictOf(compliance: Readonly<Record<string, Ruling>>): Verdict {
  const rulings = Object.entries(compliance).map(([judge, ruling]) => ({ judge, ruling }));
  const judgments = rulings.map((one) => ({ ...one, status: 'ruled', clauses: [], reasoning: '' }) as const);
  return { rulings, problematic: isProblematic(judgments) };
}

/**
 * What the bank states, else what its scores give. A bare `disagreement` is that of all models unless a subset is named.
 * D of two models (`a vs b`) is of no table.
 */
function disagreementsIn({ scores, disagreements }: Scored, disagreement?: number): Readonly<Record<string, number>> {
  const stated = Object.entries(disagreements ?? {}).filter(([subset]) => !subset.includes(' vs '));
  if (stated.length > 0) return Object.fromEntries(stated);
  const computed = scores === undefined ? {} : disagreementsBySubset(scores);
  if (Object.keys(computed).length > 0) return computed;
  return disagreement === undefined ? {} : { all: disagreement };
}
