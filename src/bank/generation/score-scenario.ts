// One scenario with everything that scoring found: positions, disagreements, types, rulings, topics, links, provenance.
import { whereDefined } from '../../core/where-defined.ts';
import type { ResponseType, Ruling } from '../../core/study-words.ts';
import type { Ask } from '../../evaluation/ask.ts';
import { SELECTION_DRAW } from '../../evaluation/draw.ts';
import { majorityOf } from '../../evaluation/majority.ts';
import { CLASSIFY_PROMPT_VERSION } from '../../evaluation/prompts/classify.ts';
import { hasRubrics, type Scenario } from '../../scenarios/scenario.ts';
import type { Scored, ScoredProvenance, ValuePositions } from '../../scenarios/scored.ts';
import { isGlobal } from '../../spec/clause.ts';
import { frozenLinks } from '../../writing/link-bank.ts';
import { linkScenario } from '../../writing/link-scenario.ts';
import { CLAUSE_LINKS_PROMPT_VERSION } from '../../writing/prompts/clause-links.ts';
import { EXPRESSED_VALUES_PROMPT_VERSION } from './prompts/expressed-values.ts';
import { TOPICS_PROMPT_VERSION } from './prompts/topics.ts';
import {
  findTopics,
  scoreResponse,
  throwIfPassing,
  Unanswered,
  type ScoredResponse,
  type ScoringPanel,
} from './score-response.ts';
import { disagreements } from './subsets.ts';

export type ScenarioScore =
  | { readonly status: 'scored'; readonly scenario: Scenario }
  /** Why the row is as it was. */
  | { readonly status: 'kept'; readonly reason: string };

/**
 * The scenario, scored. Answers that can never be had or read (a model that takes no such request, a classifier's
 * unusable reply) are null positions; fewer than two models with positions keep the row. Topics and links that are there
 * stay: they are frozen input.
 */
export async function scoreScenario(scenario: Scenario, panel: ScoringPanel, ask: Ask): Promise<ScenarioScore> {
  try {
    const linked = await withLinks(scenario, panel, ask);
    const [responses, topics] = await Promise.all([
      Promise.all(panel.respondents.map((respondent) => scoreResponse({ scenario: linked, respondent }, panel, ask))),
      scenario.topics.length > 0 ? scenario.topics : findTopics(scenario, panel, ask),
    ]);
    return assemble(linked, { panel, responses, topics });
  } catch (error) {
    if (error instanceof Unanswered) return { status: 'kept', reason: error.reason };
    throw error;
  }
}

/** With the clauses that would decide, where it names none; a reply that cannot be read leaves it without. */
async function withLinks(scenario: Scenario, { linker, spec }: ScoringPanel, ask: Ask): Promise<Scenario> {
  if (linker === undefined || spec === undefined || scenario.clauses.length > 0) return scenario;
  const found = await linkScenario(scenario, linker, ask);
  if (found.status === 'unanswered') throwIfPassing(found.reason);
  return found.status === 'linked' ? { ...scenario, clauses: frozenLinks(found.links, spec) } : scenario;
}

function assemble(
  scenario: Scenario,
  found: { panel: ScoringPanel; responses: readonly ScoredResponse[]; topics: readonly string[] },
): ScenarioScore {
  const { panel, responses, topics } = found;
  if (!responses.some(({ answered }) => answered)) return { status: 'kept', reason: 'no model answered' };
  const placed = responses.filter(({ scores }) => typeof scores === 'object');
  if (hasRubrics(scenario) && placed.length < 2) return { status: 'kept', reason: 'fewer than two models with scores' };
  const bySubset = disagreements(positionsOf(placed));
  const ruled = responses.filter(({ judgments }) => judgments.some(({ status }) => status === 'ruled'));
  const scored: Scored = {
    ...(hasRubrics(scenario) && {
      scores: positionsOf(responses),
      disagreements: bySubset,
      responseTypes: responseTypesOf(placed),
    }),
    ...(responses.some(({ expressed }) => expressed !== undefined) && { expressed: expressedOf(responses) }),
    ...(ruled.length > 0 && { compliance: Object.fromEntries(ruled.map(rulingsOf)) }),
    provenance: provenanceOf(panel),
  };
  const disagreement = bySubset['all'];
  return {
    status: 'scored',
    scenario: {
      ...scenario,
      clauses:
        scenario.clauses.length > 0 || panel.linker !== undefined ? scenario.clauses : linksFrom(responses, panel),
      topics,
      ...whereDefined({ disagreement }),
      scored,
    },
  };
}

function positionsOf(responses: readonly ScoredResponse[]): Record<string, ValuePositions> {
  return Object.fromEntries(
    responses.map(({ model, scores }) => [
      model,
      typeof scores === 'object'
        ? { value1: scores.value1, value2: scores.value2, confidence: scores.confidence }
        : { value1: null, value2: null },
    ]),
  );
}

function responseTypesOf(responses: readonly ScoredResponse[]): Record<string, ResponseType> {
  return Object.fromEntries(
    responses.flatMap(({ model, scores }) => (typeof scores === 'object' ? [[model, scores.responseType]] : [])),
  );
}

function expressedOf(responses: readonly ScoredResponse[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    responses.flatMap(({ model, expressed }) => (expressed === undefined ? [] : [[model, expressed]])),
  );
}

function rulingsOf({ model, judgments }: ScoredResponse): readonly [string, Record<string, Ruling>] {
  const rulings = judgments.flatMap((judgment) =>
    judgment.status === 'ruled' ? [[judgment.judge, judgment.ruling] as const] : [],
  );
  return [model, Object.fromEntries(rulings)];
}

/** In the spec's order, the clauses on which a majority of the judges rests its ruling on one and the same response. */
function linksFrom(
  responses: readonly ScoredResponse[],
  { judges = [], spec }: Pick<ScoringPanel, 'judges' | 'spec'>,
): readonly string[] {
  const needed = majorityOf(judges.length);
  const linked = new Set(
    responses.flatMap(({ judgments }) => {
      const cited = judgments.flatMap((judgment) => (judgment.status === 'ruled' ? judgment.clauses : []));
      return cited.filter((id) => cited.filter((other) => other === id).length >= needed);
    }),
  );
  const clauses = spec?.clauses ?? [];
  return clauses.filter((clause) => linked.has(clause.id) && !isGlobal(clause)).map(({ id }) => id);
}

function provenanceOf({
  models,
  classifier,
  judges,
  wording,
  spec,
  linker,
  categories,
  date,
}: ScoringPanel): ScoredProvenance {
  const ruled = judges !== undefined && spec !== undefined;
  return {
    models: models.map(({ ref }) => ref.id),
    classifier: classifier.id,
    ...(ruled && { judges: judges.map(({ id }) => id), spec: spec.hash }),
    prompts: {
      classify: CLASSIFY_PROMPT_VERSION,
      topics: TOPICS_PROMPT_VERSION,
      ...(categories !== undefined && { expressed: EXPRESSED_VALUES_PROMPT_VERSION }),
      ...(ruled && { judge: wording.version }),
      ...(linker !== undefined && { links: CLAUSE_LINKS_PROMPT_VERSION }),
    },
    date,
    draw: SELECTION_DRAW,
  };
}
