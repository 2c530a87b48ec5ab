// What a generation would ask, without asking: every call with its key looked up in the store.
import { requestKey } from '../../evaluation/key.ts';
import type { AnswerStore } from '../../evaluation/store.ts';
import type { PriceOf } from '../../evaluation/tally.ts';
import { createCounter } from './generation-counts.ts';
import { GENERATION_DRAW, inTurn, listSeeds, type GenerationOptions } from './generate.ts';
import { createPlanTally, type CallPlan } from '../../writing/call-plan.ts';
import { writeGroup, type AnswerStep, type WritingStep } from './write-group.ts';

/** Tokens that a step's reply takes, reasoning included; generous, so that the plan is no promise too low. */
const REPLY_TOKENS: Readonly<Record<WritingStep, number>> = {
  'clause values': 400,
  query: 900,
  nudges: 900,
  rubrics: 1800,
};

/**
 * The calls of each step: `least` are those that are certain, `most` are made if no model refuses. Requests that rest
 * on an answer not stored yet are sized with a stand-in.
 */
export async function planGeneration(
  options: GenerationOptions,
  { store, priceOf }: { store: AnswerStore; priceOf: PriceOf },
): Promise<CallPlan> {
  const tally = createPlanTally(priceOf);
  const answerFrom = (group: { unsure: boolean }): AnswerStep => {
    return async ({ step, request, read, standIn }) => {
      const stored = group.unsure ? undefined : store.get(requestKey(request));
      tally.add({
        step,
        request,
        stored: stored !== undefined,
        certain: !group.unsure,
        replyTokens: REPLY_TOKENS[step],
      });
      if (stored !== undefined) return read(stored.completion);
      group.unsure = true;
      return { status: 'written', value: standIn };
    };
  };
  const seeds = await listSeeds(options, {
    // The clauses' questions do not wait for each other: each is certain.
    answer: (call) => answerFrom({ unsure: false })(call),
    counter: createCounter(),
  });
  for (const { seed, generator } of inTurn(seeds, options)) {
    await writeGroup(seed, { generator, draw: GENERATION_DRAW }, answerFrom({ unsure: false }));
  }
  return tally.read();
}
