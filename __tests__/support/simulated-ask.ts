// An `Ask` over Harbor's simulated models and a store, that can be killed after a number of calls or answer out of order.
import { setImmediate } from 'node:timers/promises';
import { createRandom } from '../../src/core/random.ts';
import { createAsk, type Ask, type AskEvent } from '../../src/evaluation/ask.ts';
import type { AnswerStore } from '../../src/evaluation/store.ts';
import type { CompletionRequest, Completion } from '../../src/models/model.ts';
import { createSimulatedModel } from '../../src/models/simulated/simulated.ts';
import type { World } from '../../src/models/simulated/world.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';

export interface SimulatedAskOptions {
  readonly world: World;
  readonly store: AnswerStore;
  /** Whose values the models know. */
  readonly scenarios?: readonly Scenario[];
  /** The run is killed when it wants to make one call more. */
  readonly killAfter?: number;
  /** Seed of the order that answers come in; without it they come in the order asked. */
  readonly disorder?: string;
  /** Changes an answer, or throws a CallError in its place. */
  readonly tamper?: (request: CompletionRequest, completion: Completion) => Completion;
}

export interface SimulatedAsk {
  readonly ask: Ask;
  readonly events: readonly AskEvent[];
  /** Calls really made. */
  readonly made: () => number;
}

export function createSimulatedAsk(options: SimulatedAskOptions): SimulatedAsk {
  const { world, store, scenarios = [], killAfter = Infinity, disorder, tamper } = options;
  const random = createRandom(disorder ?? '');
  const kill = new AbortController();
  const events: AskEvent[] = [];
  let begun = 0;
  const ask = createAsk({
    store,
    modelFor: (ref) => {
      const model = createSimulatedModel(ref, { world, scenarios });
      return {
        ref,
        complete: async (request, callOptions) => {
          const completion = await model.complete(request, callOptions);
          return tamper === undefined ? completion : tamper(request, completion);
        },
      };
    },
    // Simulated models repeat themselves, as a run knows.
    mayDiffer: () => false,
    schedule: async (_request, call) => {
      begun += 1;
      if (begun > killAfter) kill.abort();
      const turns = disorder === undefined ? 0 : random.below(6);
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      return call();
    },
    signal: kill.signal,
    onEvent: (event) => events.push(event),
  });
  return { ask, events, made: () => events.filter(({ kind }) => kind === 'made').length };
}
