// Generates scenarios: a deterministic walk over questions whose answers come from the store or are made once.
import type { Ask } from '../../evaluation/ask.ts';
import type { ModelRef } from '../../models/model.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Shard } from '../../scenarios/shard.ts';
import type { Spec } from '../../spec/clause.ts';
import { createCounter, type Counter, type GenerationCounts } from './generation-counts.ts';
import { mapInOrder } from '../../writing/map-in-order.ts';
import { clauseBases, pairBases, type ScenarioBasis } from './basis.ts';
import { createHeldScenarios, type HeldScenarios } from './held-scenarios.ts';
import { findSpecValues } from './spec-values.ts';
import { isStopping } from '../../writing/stopping.ts';
import type { Value } from '../../scenarios/values/value.ts';
import { writeGroup, type AnswerStep, type Group } from './write-group.ts';

export interface GenerationOptions {
  readonly values: readonly Value[];
  /** Pairs to write about (rivals, with `clause`). Each gives three scenarios, or none. */
  readonly count: number;
  /** Names every random choice. */
  readonly seed: string;
  /** Who writes, in turn. */
  readonly generators: readonly ModelRef[];
  /** Pairs then hold at least one value that it protects. Needed for `clause`. */
  readonly spec?: Spec;
  /** Write about this clause of the spec only. */
  readonly clause?: string;
  /** What the bank holds already: what repeats it is not written. What this run writes is added to it. */
  readonly held?: HeldScenarios;
  /**
   * The part of the pairs that this machine writes; the values that each clause protects are asked for on every
   * machine.
   */
  readonly shard?: Shard;
  /** Groups under way. Default 64. */
  readonly ahead?: number;
}

/** Names the sample that generation draws: the same questions, the same answers. */
export const GENERATION_DRAW = 'generate:1';

/**
 * Scenarios in the seeds' order, three by three, whatever order answers come in; the counts at the end. A walk that was
 * killed gives a beginning of the whole walk, and the next one passes what is stored at no cost. Scenarios that
 * `held` has under the same id are yielded again; who writes them to the bank passes over those.
 * @throws UserError for a clause that the spec does not have.
 */
export async function* generateScenarios(
  options: GenerationOptions,
  ask: Ask,
): AsyncGenerator<Scenario, GenerationCounts> {
  const counter = createCounter();
  const answer = answerByAsking(ask);
  const seeds = await listSeeds(options, { answer, counter });
  if (counter.stopped() !== undefined) return counter.read();
  const groups = mapInOrder(inTurn(seeds, options), {
    ahead: options.ahead ?? 64,
    task: async ({ seed, generator }) => ({
      generator,
      group: await writeGroup(seed, { generator, draw: GENERATION_DRAW }, answer),
    }),
  });
  const filter = createGroupFilter(options, counter);
  for await (const { group, generator } of groups) {
    if (group.status === 'unanswered' && isStopping(group.reason)) {
      counter.stop(group.reason);
      break;
    }
    counter.seed(generator.id);
    const kept = filter(group);
    counter.scenarios(generator.id, kept.length);
    yield* kept;
  }
  return counter.read();
}

/** What seeds a run has; with a spec and no clause, after its clauses were asked for their values. */
export async function listSeeds(
  options: GenerationOptions,
  { answer, counter }: { answer: AnswerStep; counter: Counter },
): Promise<Iterable<ScenarioBasis>> {
  const { values, count, seed, spec, clause, generators } = options;
  if (spec === undefined) return pairBases({ values, count, seed });
  if (clause !== undefined) return clauseBases({ spec, clause, values, count, seed });
  const found = await findSpecValues({ spec, values }, { generators, draw: GENERATION_DRAW }, answer);
  for (const { status, reason } of found.dropped) {
    if (status === 'unanswered' && isStopping(reason)) counter.stop(reason);
    else counter.lost({ status, step: 'clause values', reason });
  }
  return pairBases({ values: found.values, count, seed, among: found.among });
}

/**
 * Each seed with the generator whose turn it is. Part i of n takes every n-th seed of each generator: pairs cost about the
 * same, models do not.
 */
export function* inTurn(
  seeds: Iterable<ScenarioBasis>,
  { generators, shard = { number: 1, of: 1 } }: Pick<GenerationOptions, 'generators' | 'shard'>,
): Generator<{ readonly seed: ScenarioBasis; readonly generator: ModelRef }> {
  let index = 0;
  for (const seed of seeds) {
    const round = Math.floor(index / generators.length);
    if (round % shard.of === shard.number - 1) yield { seed, generator: generators[index % generators.length]! };
    index += 1;
  }
}

function answerByAsking(ask: Ask): AnswerStep {
  return async ({ request, read }) => {
    const answer = await ask(request);
    return answer.status === 'missing' ? { status: 'unanswered', reason: answer.reason } : read(answer.completion);
  };
}

/** Passes a group's scenarios unless it was lost or repeats what is there. */
function createGroupFilter(
  { held = createHeldScenarios() }: GenerationOptions,
  counter: Counter,
): (group: Group) => readonly Scenario[] {
  return (group) => {
    if (group.status !== 'written') {
      counter.lost(group);
      return [];
    }
    const [neutral] = group.scenarios;
    // A group that an earlier run wrote, perhaps in part, has passed the filter before.
    const isKnown = group.scenarios.some(({ id }) => held.has(id));
    const repeated = isKnown ? undefined : held.repeats(neutral);
    if (repeated !== undefined) {
      counter.duplicate(repeated);
      return [];
    }
    if (!held.has(neutral.id)) held.addWritten(neutral);
    return group.scenarios;
  };
}
