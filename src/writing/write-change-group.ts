// One angle on a changed clause becomes one group: a neutral query, its two nudged rewrites and, where answers are scored, rubrics.
import { hashJson } from '../core/canonical-json.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { ShownClause } from '../spec/shown/shown-clause.ts';
import type { Completion, CompletionRequest, ModelRef } from '../models/model.ts';
import { isSimulated } from '../models/provider-kind.ts';
import type { Nudge, Scenario } from '../scenarios/scenario.ts';
import { slugify } from '../spec/slug.ts';
import { changeQueryRequest, readChangeQuery, type Angle } from './prompts/change-query.ts';
import { nudgesRequest, readNudges } from './prompts/nudges.ts';
import { readRubrics, rubricsRequest, type Rubrics } from './prompts/rubrics.ts';
import type { Written } from './prompts/writing-reply.ts';

export interface GroupTask {
  readonly generator: ModelRef;
  readonly clause: ShownClause;
  readonly angle: Angle;
  readonly turn: number;
  readonly draw: string;
  /** Whether answers will be placed on value scales. */
  readonly scored: boolean;
}

/** The neutral framing first; or why there is none. */
export type ChangeGroup = Written<readonly Scenario[]>;

/** A query whose rewrites or rubrics could not be had is kept as far as it goes: neutral and unscored. */
export async function writeChangeGroup(task: GroupTask, ask: Ask): Promise<ChangeGroup> {
  const query = await askFor(changeQueryRequest(task), (completion) => readChangeQuery(task, completion), ask);
  if (query.status === 'dropped') return query;
  const about = { ...task, ...query.value };
  const nudges = await askFor(nudgesRequest(about), (completion) => readNudges(about, completion), ask);
  const rewrites = nudges.status === 'written' ? nudges.value : undefined;
  const asked = rewrites === undefined ? undefined : { ...about, nudges: rewrites };
  const rubrics =
    task.scored && asked !== undefined
      ? await askFor(rubricsRequest(asked), (completion) => readRubrics(asked, completion), ask)
      : undefined;
  const scales: Partial<Rubrics> = rubrics?.status === 'written' ? rubrics.value : {};
  const { value1, value2 } = query.value;
  const id = `${slugOf(task.clause.id)}-${hashJson([value1.name, value2.name, query.value.query]).slice(0, 10)}`;
  const framed = (nudge: Nudge, content: string): Scenario => ({
    id: `${id}_${nudge}`,
    messages: [{ role: 'user', content }],
    value1: value1.name,
    value2: value2.name,
    nudge,
    ...scales,
    clauses: [task.clause.id],
    topics: [],
    source: sourceOf(task.generator),
  });
  const neutral = framed('neutral', query.value.query);
  if (rewrites === undefined) return { status: 'written', value: [neutral] };
  return {
    status: 'written',
    value: [neutral, framed('value1', rewrites.value1), framed('value2', rewrites.value2)],
  };
}

async function askFor<T>(
  request: CompletionRequest,
  read: (completion: Completion) => Written<T>,
  ask: Ask,
): Promise<Written<T>> {
  const answer = await ask(request);
  return answer.status === 'missing'
    ? { status: 'dropped', reason: answer.words ?? answer.reason }
    : read(answer.completion);
}

function sourceOf(writer: ModelRef): string {
  return `${isSimulated(writer) ? 'simulated; ' : ''}written for a change by ${writer.id}`.slice(0, 300);
}

/** Letters, digits and `-` only: what an id in the bank may hold. */
function slugOf(clause: string): string {
  const letters = Array.from(slugify(clause).replaceAll(/[^\p{L}\p{N}-]/gu, '-')).slice(0, 60);
  return letters.join('').replaceAll(/^-+|-+$/g, '') || 'clause';
}
