// One seed becomes one group: a neutral query, two nudged rewrites, and the two rubrics that all three share.
import { isSimulated } from '../../models/provider-kind.ts';
import { hashJson } from '../../core/canonical-json.ts';
import type { Completion, CompletionRequest, ModelRef } from '../../models/model.ts';
import type { Nudge, Scenario } from '../../scenarios/scenario.ts';
import { slugify } from '../../spec/slug.ts';
import { clauseQueryRequest, readClauseQuery, type ClauseQuery } from './prompts/clause-query.ts';
import { neutralQueryRequest, readNeutralQuery } from './prompts/neutral-query.ts';
import { nudgesRequest, readNudges, type Nudges } from '../../writing/prompts/nudges.ts';
import { readRubrics, rubricsRequest, type Rubrics } from '../../writing/prompts/rubrics.ts';
import type { Written } from '../../writing/prompts/writing-reply.ts';
import type { ScenarioBasis } from './basis.ts';

export type WritingStep = 'clause values' | 'query' | 'nudges' | 'rubrics';

/** One question of a step: what to send, how its reply is read, and what to go on with where only a plan is wanted. */
export interface StepCall<T> {
  readonly step: WritingStep;
  readonly request: CompletionRequest;
  readonly read: (completion: Completion) => Written<T>;
  readonly standIn: T;
}

/** What came of a step; `unanswered` is a call that failed and may succeed another time. */
type StepResult<T> = Written<T> | { readonly status: 'unanswered'; readonly reason: string };

export type AnswerStep = <T>(call: StepCall<T>) => Promise<StepResult<T>>;

export type Group =
  /** The neutral framing, then the ones that lean to value 1 and to value 2. */
  | { readonly status: 'written'; readonly scenarios: readonly [Scenario, Scenario, Scenario] }
  | { readonly status: 'dropped' | 'unanswered'; readonly step: WritingStep; readonly reason: string };

export interface Writer {
  readonly generator: ModelRef;
  readonly draw: string;
}

/** The three scenarios of a seed (neutral, value 1, value 2), or the step that gave nothing and why. */
export async function writeGroup(seed: ScenarioBasis, writer: Writer, answer: AnswerStep): Promise<Group> {
  const query = await answer(queryCall(seed, writer));
  if (query.status !== 'written') return { ...query, step: 'query' };
  const about = { ...writer, ...query.value };
  const nudges = await answer(nudgesCall(about));
  if (nudges.status !== 'written') return { ...nudges, step: 'nudges' };
  const rubrics = await answer(rubricsCall({ ...about, nudges: nudges.value }));
  if (rubrics.status !== 'written') return { ...rubrics, step: 'rubrics' };
  return { status: 'written', scenarios: toScenarios(about, { seed, nudges: nudges.value, rubrics: rubrics.value }) };
}

type Subject = Writer & ClauseQuery;

function queryCall(seed: ScenarioBasis, writer: Writer): StepCall<ClauseQuery> {
  if (seed.kind === 'clause') {
    const task = { ...writer, ...seed };
    const value2 = seed.rival.kind === 'value' ? seed.rival.value : { name: STAND_IN_NAME };
    return {
      step: 'query',
      request: clauseQueryRequest(task),
      read: (completion) => readClauseQuery(task, completion),
      standIn: { value1: { name: STAND_IN_NAME }, value2, query: STAND_IN_QUERY },
    };
  }
  const { value1, value2 } = seed;
  const task = { ...writer, value1, value2 };
  return {
    step: 'query',
    request: neutralQueryRequest(task),
    read: (completion) => {
      const query = readNeutralQuery(task, completion);
      return query.status === 'written' ? { ...query, value: { value1, value2, query: query.value } } : query;
    },
    standIn: { value1, value2, query: STAND_IN_QUERY },
  };
}

function nudgesCall(task: Subject): StepCall<Nudges> {
  return {
    step: 'nudges',
    request: nudgesRequest(task),
    read: (completion) => readNudges(task, completion),
    standIn: { value1: STAND_IN_QUERY, value2: STAND_IN_QUERY },
  };
}

function rubricsCall(task: Subject & { readonly nudges: Nudges }): StepCall<Rubrics> {
  return {
    step: 'rubrics',
    request: rubricsRequest(task),
    read: (completion) => readRubrics(task, completion),
    standIn: { rubric1: STAND_IN_RUBRIC, rubric2: STAND_IN_RUBRIC },
  };
}

/** About as long as what models write, to price what follows from it. */
const STAND_IN_QUERY = 'x'.repeat(600);
const STAND_IN_NAME = 'x'.repeat(20);
const STAND_IN_RUBRIC = ['', '', '', '', '', '', ''] as const;

function toScenarios(
  { value1, value2, query, generator }: Subject,
  { seed, nudges, rubrics }: { seed: ScenarioBasis; nudges: Nudges; rubrics: Rubrics },
): readonly [Scenario, Scenario, Scenario] {
  const id = groupId({ value1: value1.name, value2: value2.name, query });
  const simulated = isSimulated(generator) ? 'simulated; ' : '';
  const framed = (nudge: Nudge, content: string): Scenario => ({
    id: `${id}_${nudge}`,
    messages: [{ role: 'user', content }],
    value1: value1.name,
    value2: value2.name,
    nudge,
    ...rubrics,
    clauses: linksOf(seed),
    topics: [],
    source: `${simulated}generated by ${generator.id}`.slice(0, 300),
  });
  return [framed('neutral', query), framed('value1', nudges.value1), framed('value2', nudges.value2)];
}

/** A clause's scenarios test it, and the rival where that is a clause; pairs are linked by `bank score`. */
function linksOf(seed: ScenarioBasis): readonly string[] {
  if (seed.kind === 'pair') return [];
  return seed.rival.kind === 'clause' ? [seed.clause.id, seed.rival.clause.id] : [seed.clause.id];
}

/** `candour-vs-kindness-3fa9c2d1`: readable, and the same for the same values and query. */
function groupId({ value1, value2, query }: { value1: string; value2: string; query: string }): string {
  return `${shortSlug(value1)}-vs-${shortSlug(value2)}-${hashJson([value1, value2, query]).slice(0, 10)}`;
}

/** Letters, digits and `-` only: what an id in the bank may hold. */
function shortSlug(name: string): string {
  const letters = Array.from(slugify(name).replaceAll(/[^\p{L}\p{N}-]/gu, ''))
    .slice(0, 48)
    .join('');
  return letters.replaceAll(/^-+|-+$/g, '') || 'value';
}
