// Asks for one model's response to a scenario, its place on both spectra, and the rulings of judges.
import { whereDefined } from '../../core/where-defined.ts';
import type { Ask } from '../../evaluation/ask.ts';
import type { PanelModel } from '../../evaluation/create-comparison.ts';
import { SELECTION_DRAW } from '../../evaluation/draw.ts';
import { responseText } from '../../evaluation/evaluate.ts';
import { askJudges } from '../../evaluation/ask-judges.ts';
import { classifyRequest, readScores } from '../../evaluation/prompts/classify.ts';
import type { PromptVersion } from '../../evaluation/prompts/prompt-version.ts';
import { respondRequest, type Respondent } from '../../evaluation/prompts/respond.ts';
import type { Judgment, ValueScores } from '../../evaluation/ruling.ts';
import { pairClauses, showClauses } from '../../evaluation/clause-pairs.ts';
import type { ShownClause } from '../../spec/shown/shown-clause.ts';
import type { ModelRef } from '../../models/model.ts';
import { hasRubrics, type Scenario } from '../../scenarios/scenario.ts';
import type { Spec } from '../../spec/clause.ts';
import { writtenSpec, type LeftOutOfPrompt } from '../../spec/written-spec.ts';
import {
  expressedValuesRequest,
  readExpressedValues,
  type ExpressedValuesTask,
  type ValueCategory,
} from './prompts/expressed-values.ts';
import { readTopics, topicsRequest } from './prompts/topics.ts';
import type { Linker } from '../../writing/link-scenario.ts';
import { showSpec } from '../../writing/show-spec.ts';
import { isPassing } from '../../writing/stopping.ts';

export interface ScoringOptions {
  readonly models: readonly PanelModel[];
  readonly classifier: ModelRef;
  /** With them, and a spec, responses are ruled on as well. */
  readonly judges?: readonly ModelRef[];
  /** What judges are asked with. */
  readonly wording: PromptVersion;
  /** The spec that judges read, and with `specUse: prompt` the models, too. */
  readonly spec?: Spec;
  readonly specUse: 'target' | 'prompt';
  readonly promptWithout?: readonly LeftOutOfPrompt[];
  /** Names the clauses of scenarios without links first, and judges read those. Without it they read the whole spec, at many times the price. */
  readonly linker?: Linker;
  /** With them the classifier also says which kinds of values each response expresses, one more call a response. */
  readonly categories?: readonly ValueCategory[];
  /** ISO 8601 date, UTC. */
  readonly date: string;
}

/** Who is asked what, made once for a whole bank. */
export interface ScoringPanel extends ScoringOptions {
  readonly respondents: readonly Respondent[];
  /** What judges read for a scenario with these links; nothing without judges. */
  readonly show: (links: readonly string[]) => readonly ShownClause[];
}

/** Models read the spec only with `specUse: prompt`; judges read what a scenario links to where a linker is given, else the whole spec. */
export function preparePanel(options: ScoringOptions): ScoringPanel {
  const { models, judges, spec, specUse, promptWithout, linker } = options;
  const told = spec === undefined || specUse === 'target' ? {} : { spec: writtenSpec(spec, promptWithout) };
  return {
    ...options,
    respondents: models.map(({ ref, system }) => ({ ref, ...whereDefined({ system }), ...told })),
    show:
      spec === undefined || judges === undefined ? () => [] : linker === undefined ? showWhole(spec) : showLinked(spec),
  };
}

function showWhole(spec: Spec): ScoringPanel['show'] {
  const shown = showSpec(spec);
  return () => shown;
}

function showLinked(spec: Spec): ScoringPanel['show'] {
  const pairs = pairClauses(spec, spec, []);
  // The same list for the same links, so that it is written into a prompt once.
  const known = new Map<string, ReturnType<ScoringPanel['show']>>();
  return (links) => {
    const name = links.join('\n');
    const shown = known.get(name) ?? showClauses(pairs, { links, arm: 'base', context: 'linked' });
    known.set(name, shown);
    return shown;
  };
}

/**
 * A call that failed and may succeed later. The scenario keeps its old row, since a half-scored one would look like
 * agreement.
 */
export class Unanswered extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'Unanswered';
    this.reason = reason;
  }
}

export interface ScoredResponse {
  readonly model: string;
  readonly answered: boolean;
  /** Undefined where the scenario has no rubrics. */
  readonly scores: ValueScores | 'missing' | undefined;
  readonly judgments: readonly Judgment[];
  /** Categories of values; undefined where nobody was asked, or the reply cannot be read. */
  readonly expressed?: readonly string[];
}

/** @throws Unanswered where a call failed for a reason that may be over another time. */
export async function scoreResponse(
  { scenario, respondent }: { scenario: Scenario; respondent: Respondent },
  panel: ScoringPanel,
  ask: Ask,
): Promise<ScoredResponse> {
  const model = respondent.ref.id;
  const answer = await ask(respondRequest(respondent, scenario, SELECTION_DRAW));
  if (answer.status === 'missing') throwIfPassing(answer.reason);
  const response = answer.status === 'answered' ? responseText(answer.completion) : undefined;
  if (response === undefined) return { model, answered: false, scores: 'missing', judgments: [] };
  const [scores, judgments, expressed] = await Promise.all([
    hasRubrics(scenario) ? classify({ scenario, response }, panel, ask) : undefined,
    judge({ scenario, response }, panel, ask),
    findExpressed({ scenario, response }, panel, ask),
  ]);
  return { model, answered: true, scores, judgments, ...whereDefined({ expressed }) };
}

/** The scenario's topics; none where the reply cannot be read. @throws Unanswered as above. */
export async function findTopics(
  scenario: Scenario,
  { classifier }: ScoringPanel,
  ask: Ask,
): Promise<readonly string[]> {
  const task = { classifier, scenario, draw: SELECTION_DRAW };
  const answer = await ask(topicsRequest(task));
  if (answer.status === 'missing') throwIfPassing(answer.reason);
  if (answer.status === 'missing') return [];
  const topics = readTopics(task, answer.completion);
  return topics.status === 'written' ? topics.value : [];
}

async function classify(
  subject: Pick<Parameters<typeof classifyRequest>[0], 'scenario' | 'response'>,
  { classifier }: ScoringPanel,
  ask: Ask,
): Promise<ValueScores | 'missing'> {
  const task = { ...subject, classifier, draw: SELECTION_DRAW };
  const answer = await ask(classifyRequest(task));
  if (answer.status === 'missing') throwIfPassing(answer.reason);
  return answer.status === 'missing' ? 'missing' : readScores(task, answer.completion);
}

async function findExpressed(
  subject: Pick<ExpressedValuesTask, 'scenario' | 'response'>,
  { classifier, categories }: ScoringPanel,
  ask: Ask,
): Promise<readonly string[] | undefined> {
  if (categories === undefined) return undefined;
  const task = { ...subject, classifier, categories, draw: SELECTION_DRAW };
  const answer = await ask(expressedValuesRequest(task));
  if (answer.status === 'missing') throwIfPassing(answer.reason);
  if (answer.status === 'missing') return undefined;
  const expressed = readExpressedValues(task, answer.completion);
  return expressed.status === 'written' ? expressed.value : undefined;
}

/** Every judge, whatever the first ones say: the rulings are kept, and links from a whole spec need them all. */
async function judge(
  { scenario, response }: { scenario: Scenario; response: string },
  { judges, wording, spec, show }: ScoringPanel,
  ask: Ask,
): Promise<readonly Judgment[]> {
  if (judges === undefined || spec === undefined) return [];
  const clauses = show(scenario.clauses);
  // Nothing in the spec decides on it: there is nothing to rule by.
  if (clauses.length === 0) return [];
  const judgments = await askJudges(
    {
      judges,
      clauses,
      conversation: scenario.messages,
      response,
      draw: SELECTION_DRAW,
      wording,
      audited: true,
    },
    ask,
  );
  for (const judgment of judgments) if (judgment.status === 'abstained') throwIfPassing(judgment.reason);
  return judgments;
}

/** @throws Unanswered where the reason may be over another time. */
export function throwIfPassing(reason: string): void {
  if (isPassing(reason)) throw new Unanswered(reason);
}
